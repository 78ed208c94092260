"""Events, as clients, webhooks and live streams read them."""

from typing import Annotated, Any

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Count, LocalTime, Number
from models.events.events import Subject

EventType = Annotated[str, Field(examples=["order.accepted"])]


@view
class SubjectView:
    """What an event is about."""

    kind: Subject
    """The kind of thing."""
    id: Number
    """Its id."""


@view
class EventView:
    """Something that happened and that the reader may know of."""

    id: Number
    """Its number in the reader's stream: 1, 2, 3 … without gaps. Whoever reads an event twice knows it by this."""
    type: EventType
    """What happened; docs/events.md lists the types. New types may come."""
    version: Number
    """The version of the type's fields."""
    subject: SubjectView
    """What it is about. The events of one subject are in order."""
    time: LocalTime
    """When it happened."""
    data: dict[str, Any]
    """The facts, by the fields of the type. New fields may come."""


@view
class EventsView:
    """A page of events, the oldest first."""

    events: list[EventView]
    """The events behind `after`."""
    next: Number | None
    """The `after` of the next page; null on the last one."""
    latest: Count
    """The number of the reader's newest event; 0 while there is none."""
