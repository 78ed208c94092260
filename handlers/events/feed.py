"""The feed of events."""

from handlers.api.handler import ApiHandler
from handlers.events import rendering
from handlers.events.forms import FeedForm
from handlers.events.views import EventsView
from models.types import UserId
from services.events import feed


async def list_events(api: ApiHandler, form: FeedForm) -> EventsView:
    """Read one's events.

    The oldest first. A program that stores the last number it has read misses nothing, whenever it asks again.
    """
    page = await feed.read(api.deps, UserId(api.signed_in.user_id), after=form.after, size=form.size)
    return rendering.events(page)
