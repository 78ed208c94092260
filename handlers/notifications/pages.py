"""Pages about notifications."""

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.notifications import rendering
from handlers.notifications.forms import NotificationPageForm
from handlers.notifications.notifications import language
from handlers.site.pages import render
from services.notifications import inbox, preferences

_PAGE_SIZE = 20


async def notices(api: ApiHandler, form: NotificationPageForm) -> Page:
    """The user's notifications, by day."""
    page = await inbox.read(api.deps, api.signed_in, language(api), after=form.after, size=_PAGE_SIZE)
    shown = rendering.notifications(page)
    return await render(
        api, "notices.html", page=shown, days=rendering.by_day(shown.notifications), signs=rendering.SIGNS
    )


async def settings(api: ApiHandler) -> Page:
    """The page on which users choose how they are notified."""
    found = await preferences.overview(api.deps, api.signed_in)
    return await render(api, "notification_settings.html", settings=rendering.settings(found, language(api)))
