"""/design: every component of the pages with its states, for developers."""

from pathlib import Path

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.site.pages import render
from services.errors import NoSuchPath
from services.notifications import samples

_EXAMPLES = Path(__file__).parents[2] / "templates" / "design"


async def page(api: ApiHandler) -> Page:
    """Every component with its states. Raises NoSuchPath in production."""
    if api.http.secure_cookies:
        raise NoSuchPath
    names = sorted(path.stem for path in _EXAMPLES.glob("*.html"))
    return await render(api, "design.html", names=names, notification_samples=samples.every_kind())
