"""Terms, privacy, help and about."""

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.site.pages import render


async def terms(api: ApiHandler) -> Page:
    """The terms of use."""
    return await _show(api, "terms")


async def privacy(api: ApiHandler) -> Page:
    """What ihome does with personal data."""
    return await _show(api, "privacy")


async def help_page(api: ApiHandler) -> Page:
    """Questions of guests and hosts, with their answers."""
    return await _show(api, "help")


async def about(api: ApiHandler) -> Page:
    """Who runs the platform."""
    return await _show(api, "about")


async def _show(api: ApiHandler, name: str) -> Page:
    return await render(api, "content.html", document=api.deps.documents.find(name, api.locale.code))
