"""Events as the views of handlers/events/views.py."""

from handlers.api.fields import local_time
from handlers.events.views import EventsView, EventView, SubjectView
from models.events.events import StreamEvent
from services.events.feed import EventPage


def event(entry: StreamEvent) -> EventView:
    """An event as its reader's stream, feed and webhooks show it."""
    shown = entry.event
    return EventView(
        id=entry.seq,
        type=shown.type,
        version=shown.version,
        subject=SubjectView(shown.subject, shown.subject_id),
        time=local_time(shown.created_at),
        data=shown.payload,
    )


def events(page: EventPage) -> EventsView:
    """A page of the feed."""
    return EventsView([event(each) for each in page.events], page.next_after, page.latest)
