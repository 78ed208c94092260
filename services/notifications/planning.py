"""Planning: which user gets which event over which channels, and when (services/events/planning.py calls it)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from models.accounts.users import UserNotFound
from models.events.events import Event, StreamEvent
from models.notifications import deliveries
from models.notifications.deliveries import NewDelivery
from models.notifications.types import Channel
from models.types import UserId
from services.deps import Deps
from services.notifications import addresses, preferences
from services.notifications.kinds import Kind, kind_of
from services.notifications.preferences import Preferences
from utils.mysql import Queries

_MARGIN = timedelta(hours=2)
"""What ends less than this after the quiet hours cannot wait for their end."""


async def plan(deps: Deps, queries: Queries, events: Sequence[StreamEvent]) -> None:
    """Plan the deliveries of these events, in the transaction of `queries`."""
    for entry in events:
        kind = kind_of(entry.event)
        if entry.notified and kind is not None:
            await _plan_one(deps, queries, entry.user_id, entry.event, kind)


async def _plan_one(deps: Deps, queries: Queries, user_id: UserId, event: Event, kind: Kind) -> None:
    wanted = await preferences.read(queries, user_id)
    if wanted is None:
        return
    for channel, target in await _targets(deps, queries, user_id, kind, wanted):
        due_at = when(kind, wanted, event, event.created_at + kind.delay)
        new = NewDelivery(
            event_id=event.id,
            user_id=user_id,
            channel=channel,
            target=target,
            kind=kind.name,
            bundle=f"{event.subject}:{event.subject_id}" if kind.bundled else None,
            due_at=due_at,
            expires_at=_expiry(kind, event, due_at),
            created_at=deps.now(),
        )
        await _add(queries, new, kind, wanted, event)


async def _targets(
    deps: Deps, queries: Queries, user_id: UserId, kind: Kind, wanted: Preferences
) -> list[tuple[Channel, int]]:
    """The channels that are set up, wanted and have an address; each subscribed browser is a target of its own."""
    try:
        found = await addresses.of_user(queries, user_id)
    except UserNotFound:
        return []
    return [
        (channel, address.id)
        for channel, known in found.items()
        if channel in deps.channels and wanted.wants(kind, channel)
        for address in known
    ]


async def _add(queries: Queries, new: NewDelivery, kind: Kind, wanted: Preferences, event: Event) -> None:
    if kind.bundled is None:
        await deliveries.add(queries, new)
    elif not await deliveries.join_bundle(queries, new):
        last = await deliveries.last_of_bundle(queries, new)
        due_at = when(kind, wanted, event, max(new.due_at, last + kind.bundled)) if last else new.due_at
        await deliveries.add(queries, replace(new, due_at=due_at, expires_at=_expiry(kind, event, due_at)))


def when(kind: Kind, wanted: Preferences, event: Event, at: datetime) -> datetime:
    """When a notification that could be sent at `at` is sent: at the end of quiet hours, unless it cannot wait."""
    if kind.urgent:
        return at
    end = preferences.end_of_quiet(wanted.quiet, at)
    limit = due_of(kind, event)
    return at if limit is not None and end + _MARGIN > limit else end


def due_of(kind: Kind, event: Event) -> datetime | None:
    """When the order that a notification tells of is due; None where that does not matter."""
    due = event.payload.get("due_at") if kind.until_due else None
    return datetime.fromisoformat(due).replace(tzinfo=None) if due else None


def _expiry(kind: Kind, event: Event, due_at: datetime) -> datetime:
    limit = due_of(kind, event)
    return min(due_at + kind.lasts, limit) if limit else due_at + kind.lasts
