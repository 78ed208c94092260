"""Planning: each recorded event becomes the deliveries of its readers, exactly once, in the order of the events.

A reader writes its deliveries in the planner's transaction: a worker that is killed has planned all of them or none.
"""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from models.events import events
from models.events.events import StreamEvent
from services.deps import Deps
from services.messages import system_lines
from services.notifications import planning as notifications
from services.programs import webhook_planning
from utils.mysql import DatabaseUnavailable, Queries

BATCH_SIZE, _SMALLER = 100, 10
_MAX_BATCHES = 100
"""So that a worker with a long backlog can still be stopped."""
Reader = Callable[[Deps, Queries, Sequence[StreamEvent]], Awaitable[None]]
"""Writes its deliveries of these events, each of which comes once for each user in whose stream it is."""

READERS: tuple[Reader, ...] = (system_lines.plan, notifications.plan, webhook_planning.plan)


async def plan(deps: Deps) -> int:
    """Plan the deliveries of the events that are not planned, the oldest first. Returns how many events.

    A batch that takes longer than the deadline of a transaction is tried again with fewer events: else one that is too
    large would stop all readers for ever. Raises DatabaseUnavailable.
    """
    planned, size = 0, BATCH_SIZE
    for _ in range(_MAX_BATCHES):
        try:
            batch = await deps.db.transact(partial(_plan_batch, deps, size))
        except DatabaseUnavailable:
            if size == 1:
                raise
            size = max(1, size // _SMALLER)
            continue
        planned += batch
        if batch < size:
            break
    return planned


async def _plan_batch(deps: Deps, size: int, queries: Queries) -> int:
    await events.lock_planner(queries)
    found = await events.unplanned(queries, size)
    for reader in READERS:
        await reader(deps, queries, found)
    planned = sorted({each.event.id for each in found})
    await events.mark_planned(queries, planned, deps.now())
    return len(planned)
