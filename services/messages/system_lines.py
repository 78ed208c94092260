"""Lines of the platform in threads: what happened to an order stands between the messages of its guest and host."""

from collections.abc import Sequence

from models.events.events import Event, StreamEvent
from models.messages import messages, stays, threads
from models.messages.messages import NewMessage
from models.messages.threads import Thread
from models.types import OrderId, ThreadId
from services.deps import Deps
from utils.mysql import Queries

LINES = frozenset(
    {
        "order.booked",
        "order.accepted",
        "order.rejected",
        "order.expired",
        "order.paid",
        "order.cancelled",
        "order.refunded",
        "order.checked_in",
        "order.completed",
        "order.changed",
        "change.offered",
        "change.declined",
        "change.ended",
    }
)
"""The events that become a line."""


async def plan(deps: Deps, queries: Queries, events: Sequence[StreamEvent]) -> None:
    """Write the lines of these events, each once, into the threads of their orders; a thread is begun where none is."""
    news = {each.event.id: each.event for each in events if each.event.type in LINES}
    known = await messages.has_line(queries, list(news))
    found = [(event, await _thread_id(deps, queries, event)) for event in news.values() if event.id not in known]
    # in the order of the ids, so that transactions cannot deadlock here
    held = {thread_id: await threads.lock(queries, thread_id) for thread_id in sorted({id_ for _, id_ in found if id_})}
    for event, thread_id in found:
        if thread_id and (thread := held[thread_id]):
            await _write(queries, thread, event)


async def _thread_id(deps: Deps, queries: Queries, event: Event) -> ThreadId | None:
    order = await stays.parties(queries, OrderId(event.subject_id))
    if order is None:
        return None
    known = await threads.find(queries, order.house_id, order.guest_id)
    return known or await threads.add(queries, order.house_id, order.guest_id, order.host_id, deps.now())


async def _write(queries: Queries, thread: Thread, event: Event) -> None:
    line = NewMessage(
        thread.id, None, "", None, visible_to=None, warned=False, created_at=event.created_at, event_id=event.id
    )
    await threads.note_message(queries, thread, await messages.add(queries, line), None, thread.members)
