"""What all pages share. Most arrive with their content; scripts of the others (favourites, review) fetch it."""

from datetime import timedelta
from typing import Any

import orjson

from handlers.api.answers import Page, Redirect
from handlers.api.handler import ApiHandler
from handlers.houses import rendering
from handlers.houses.views import PictureUrlsView, Width
from services.local_time import BOOKING_WINDOW_DAYS, today


async def render(api: ApiHandler, template: str, **values: Any) -> Page:
    """A page, with the values that every template uses: the viewer, and the dates that can be booked."""
    await api.viewer()
    first = today(api.deps)
    shared = {"today": first, "last_day": first + timedelta(days=BOOKING_WINDOW_DAYS), "cover_sizes": _cover_sizes}
    return Page(template, shared | values)


async def form_without_script(api: ApiHandler) -> Redirect:
    """Show the page of a form again, with a note.

    Scripts send forms to the API. A form that is sent before its script has loaded arrives here; its body is ignored.
    """
    query = f"?{api.request.query}" if api.request.query else ""
    return Redirect(f"{api.request.path}{query}#unsent")


def _cover_sizes(house: dict[str, Any]) -> dict[Width, PictureUrlsView]:
    """Every size of a house's cover, from the house's JSON."""
    return rendering.cover_sizes(house["image_url"])


def as_json(view: object) -> Any:
    """A view as scripts read it from the API."""
    return orjson.loads(orjson.dumps(view))
