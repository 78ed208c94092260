"""The feed: a user's stream of events, in order, for programs that follow it."""

from dataclasses import dataclass

from models.events import events
from models.events.events import StreamEvent
from models.types import UserId
from services.deps import Deps


@dataclass(frozen=True)
class EventPage:
    """A page of a user's stream.

    `next_after` is the `after` of the next page, None on the last one; `latest` is the stream's last number, 0 while it
    is empty.
    """

    events: list[StreamEvent]
    next_after: int | None
    latest: int


async def read(deps: Deps, user_id: UserId, *, after: int, size: int) -> EventPage:
    """Up to `size` events of a user behind number `after`, the oldest first."""
    async with deps.db.connection() as queries:
        # first the end of the stream: what is committed between the two reads must not look like the last page's end
        latest, found = await queries.gather(
            events.last_seq(queries, user_id), events.after(queries, user_id, after, size + 1)
        )
    here = found[:size]
    return EventPage(here, here[-1].seq if len(found) > size else None, max([latest, *(each.seq for each in here)]))
