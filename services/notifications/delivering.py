"""Delivering: a worker leases what is due, looks whether it is still true, sends it, and records the attempt.

Killed between sending and recording, a worker leaves a lease that ends. Mail and push are then sent again under the
same id, by which the receiver knows them; an SMS is not: it costs money, and may have arrived (docs/notifications.md).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from models.events import events
from models.events.events import Event
from models.houses import houses
from models.notifications import deliveries
from models.notifications.deliveries import Delivery, FailedDelivery
from models.notifications.types import Address, Channel, NotificationText
from models.types import HouseId
from services.deps import Deps
from services.notifications import addresses, planning, preferences, relevance, rendering
from services.notifications.kinds import BY_NAME, Kind
from services.notifications.preferences import Preferences
from utils.metrics import NOTIFICATIONS
from utils.mysql import Queries
from utils.notification_channels import NotDelivered

log = structlog.get_logger()

SEND_SECONDS = 30.0
"""The deadline of one attempt."""
LEASE = timedelta(seconds=90)
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360))
"""The pauses between attempts; the last one repeats until the notification is no news."""
KEPT = timedelta(days=90)
"""How long deliveries that ended are kept."""
_DELETED_AT_ONCE = 1000
_INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class Message:
    """What a lease is to send."""

    address: Address
    text: NotificationText


@dataclass(frozen=True)
class Failure:
    """Why an attempt failed, and whether the next one may be made."""

    reason: str
    final: bool
    retry_after: int | None = None


async def due(deps: Deps, limit: int) -> list[Delivery]:
    """Up to `limit` deliveries that are due, the earliest first."""
    async with deps.db.connection() as queries:
        return await deliveries.due(queries, deps.now(), limit)


async def deliver(deps: Deps, delivery: Delivery) -> bool:
    """Make the next attempt of a delivery. False where another worker does so, or where nothing was sent."""
    message = await deps.db.transact(lambda queries: _begin(deps, queries, delivery))
    if message is None:
        return False
    failure = await _send(deps, delivery.channel, message)
    await deps.db.transact(lambda queries: _finish(deps, queries, delivery, failure))
    return failure is None


async def failures(deps: Deps, limit: int) -> list[FailedDelivery]:
    """Up to `limit` deliveries that were given up, the latest first; for an operator at the terminal."""
    async with deps.db.connection() as queries:
        return await deliveries.failed(queries, limit)


async def counts(deps: Deps, since: timedelta) -> Sequence[tuple[str, str, int]]:
    """State, channel and number of the deliveries that ended within that time."""
    async with deps.db.connection() as queries:
        return await deliveries.count_by_state(queries, deps.now() - since)


async def delete_old(deps: Deps) -> int:
    """Delete deliveries that ended long ago. Returns how many."""
    before = deps.now() - KEPT
    return await deps.db.transact(lambda queries: deliveries.delete_ended(queries, before, _DELETED_AT_ONCE))


async def _begin(deps: Deps, queries: Queries, delivery: Delivery) -> Message | None:
    """Lease a delivery; what to send, or None where there is nothing to send (now)."""
    now = deps.now()
    if not await deliveries.lease(queries, delivery, now + LEASE):
        return None
    if delivery.leased_until is not None:
        await deliveries.end_interrupted(queries, delivery, _INTERRUPTED, now)
        if delivery.channel == "sms":
            await _end(queries, delivery, "failed", _INTERRUPTED, now)
            return None
    kind, event = BY_NAME.get(delivery.kind), await events.get(queries, delivery.last_event_id)
    wanted = await preferences.read(queries, delivery.user_id)
    if kind is None or event is None or wanted is None:
        await _end(queries, delivery, "dropped", "gone", now)
        return None
    return await _prepare(deps, queries, delivery, kind, event, wanted)


async def _prepare(
    deps: Deps, queries: Queries, delivery: Delivery, kind: Kind, event: Event, wanted: Preferences
) -> Message | None:
    """The message of a leased delivery; None where it is dropped or put off."""
    now = deps.now()
    address = await _address(queries, delivery)
    why = await relevance.why_dropped(queries, kind, delivery, event, now)
    if not wanted.wants(kind, delivery.channel):
        why = "switched_off"
    if why or address is None or delivery.channel not in deps.channels:
        await _end(queries, delivery, "dropped", why or "no_address", now)
        return None
    due_at = planning.when(kind, wanted, event, now)
    if due_at > now:
        await deliveries.postpone(queries, delivery, due_at)
        return None
    await deliveries.begin_attempt(queries, delivery, now)
    title = await _title(queries, event)
    text = rendering.message(kind, event, delivery, title, wanted.language)
    return Message(address, text)


async def _address(queries: Queries, delivery: Delivery) -> Address | None:
    found = await addresses.of_user(queries, delivery.user_id)
    return next((each for each in found[delivery.channel] if each.id == delivery.target), None)


async def _title(queries: Queries, event: Event) -> str | None:
    house_id = event.payload.get("house_id")
    return (await houses.titles_of(queries, [HouseId(house_id)])).get(house_id) if house_id else None


async def _send(deps: Deps, channel: Channel, message: Message) -> Failure | None:
    """Send a message; None where it has arrived at the channel's provider."""
    try:
        async with asyncio.timeout(SEND_SECONDS):
            await deps.channels[channel].send(message.address, message.text)
    except NotDelivered as failed:
        # an SMS that was perhaps sent is not sent twice; where the channel names a time, it was surely refused
        unsure = channel == "sms" and failed.retry_after is None
        return Failure(str(failed), failed.permanent or unsure, failed.retry_after)
    except TimeoutError:
        return Failure("timeout", channel == "sms")
    return None


async def _finish(deps: Deps, queries: Queries, delivery: Delivery, failure: Failure | None) -> None:
    """Record what came of an attempt, and plan the next one."""
    now = deps.now()
    await deliveries.end_attempt(queries, delivery, failure.reason if failure else "sent", now)
    if failure is None:
        await _end(queries, delivery, "sent", None, now)
        return
    next_at = next_attempt(delivery, failure, now)
    if failure.final or next_at >= delivery.expires_at:
        await _end(queries, delivery, "failed", failure.reason, now)
    else:
        await deliveries.retry(queries, delivery, next_at)


def next_attempt(delivery: Delivery, failure: Failure, now: datetime) -> datetime:
    """When the next attempt is made: after a growing pause, or when the channel asks for it, if that is later."""
    pause = PAUSES[min(delivery.attempts, len(PAUSES) - 1)]
    return now + max(pause, timedelta(seconds=failure.retry_after or 0))


async def _end(
    queries: Queries, delivery: Delivery, state: deliveries.State, reason: str | None, now: datetime
) -> None:
    """End a delivery, and count that once it is committed."""
    if not await deliveries.end(queries, delivery, state, reason, now):
        return
    queries.after_commit.append(lambda: NOTIFICATIONS.labels(delivery.channel, state).inc())
    if state == "failed":
        log.warning("notification_failed", channel=delivery.channel, kind=delivery.kind, reason=reason, id=delivery.id)
