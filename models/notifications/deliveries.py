"""The tables `deliveries` and `delivery_attempts`: what is to be sent to whom, and what became of it. Times are in UTC.

A worker leases a delivery while it sends; `attempts` names the lease, so that a worker which was frozen meanwhile
changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from models.notifications.types import Channel
from models.types import EventId, UserId
from utils.mysql import Queries

State = Literal["waiting", "sent", "failed", "dropped"]


@dataclass(frozen=True)
class NewDelivery:
    """A delivery to plan. `target` is the number of a push subscription, 0 for SMS and mail."""

    event_id: EventId
    user_id: UserId
    channel: Channel
    target: int
    kind: str
    bundle: str | None
    """Waiting deliveries of one bundle are one message."""
    due_at: datetime
    expires_at: datetime
    """From then on it is no news."""
    created_at: datetime


@dataclass(frozen=True)
class Delivery:
    """A delivery that is due. `leased_until` is set where a worker has begun to send it, and has not ended."""

    id: int
    event_id: EventId
    last_event_id: EventId
    """The newest event of the bundle; `event_id` where there is no bundle."""
    count: int
    """How many events the bundle has."""
    user_id: UserId
    channel: Channel
    target: int
    kind: str
    due_at: datetime
    expires_at: datetime
    attempts: int
    leased_until: datetime | None


@dataclass(frozen=True)
class FailedDelivery:
    """A delivery that was given up."""

    id: int
    user_id: UserId
    event_id: EventId
    kind: str
    channel: Channel
    reason: str
    attempts: int
    ended_at: datetime


async def add(queries: Queries, new: NewDelivery) -> None:
    """Plan a delivery; nothing happens where it is planned already, or where its user is gone."""
    sql = """INSERT IGNORE INTO deliveries (event_id, user_id, channel, target, kind, bundle, last_event_id, due_at,
                                            expires_at, created_at)
             VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"""
    where = (new.event_id, new.user_id, new.channel, new.target, new.kind, new.bundle, new.event_id)
    await queries.run(sql, *where, new.due_at, new.expires_at, new.created_at)


async def join_bundle(queries: Queries, new: NewDelivery) -> bool:
    """Count an event in the bundle's delivery that waits; False where none waits, or where it is being sent."""
    sql = """UPDATE deliveries SET count = count + 1, last_event_id = %s
             WHERE user_id = %s AND bundle = %s AND channel = %s AND target = %s
                   AND state = 'waiting' AND leased_until IS NULL AND last_event_id < %s
             ORDER BY id DESC LIMIT 1"""
    of = (new.user_id, new.bundle, new.channel, new.target)
    return (await queries.run(sql, new.event_id, *of, new.event_id)).affected == 1


async def last_of_bundle(queries: Queries, new: NewDelivery) -> datetime | None:
    """When the newest delivery of the bundle was sent or is due, unless it was dropped; None where there is none."""
    sql = """SELECT COALESCE(ended_at, due_at) AS at FROM deliveries
             WHERE user_id = %s AND bundle = %s AND channel = %s AND target = %s AND state <> 'dropped'
             ORDER BY id DESC LIMIT 1"""
    row = await queries.one(sql, new.user_id, new.bundle, new.channel, new.target)
    return row["at"] if row else None


async def due(queries: Queries, now: datetime, limit: int) -> list[Delivery]:
    """Up to `limit` deliveries to send now, the earliest first. Those that are being sent are due at their lease's end.

    They are not locked: call `lease`.
    """
    sql = """SELECT id, event_id, last_event_id, count, user_id, channel, target, kind, due_at, expires_at, attempts,
                    leased_until
             FROM deliveries WHERE state = 'waiting' AND due_at <= %s ORDER BY due_at, id LIMIT %s"""
    return [Delivery(**row) for row in await queries.all(sql, now, limit)]


async def lease(queries: Queries, due: Delivery, until: datetime) -> bool:
    """Take a delivery for its next attempt until `until`; False where another worker has taken or changed it."""
    sql = """UPDATE deliveries SET attempts = attempts + 1, leased_until = %s, due_at = %s
             WHERE id = %s AND state = 'waiting' AND attempts = %s AND due_at = %s AND last_event_id = %s"""
    of = (due.id, due.attempts, due.due_at, due.last_event_id)
    return (await queries.run(sql, until, until, *of)).affected == 1


async def postpone(queries: Queries, leased: Delivery, until: datetime) -> None:
    """Give a lease back without an attempt; the delivery is due at `until`."""
    sql = """UPDATE deliveries SET attempts = attempts - 1, leased_until = NULL, due_at = %s
             WHERE id = %s AND state = 'waiting' AND attempts = %s"""
    await queries.run(sql, until, leased.id, leased.attempts + 1)


async def begin_attempt(queries: Queries, leased: Delivery, now: datetime) -> None:
    """Record that the attempt of a lease begins."""
    sql = "INSERT INTO delivery_attempts (delivery_id, number, started_at) VALUES (%s, %s, %s)"
    await queries.run(sql, leased.id, leased.attempts + 1, now)


async def end_attempt(queries: Queries, leased: Delivery, outcome: str, now: datetime) -> None:
    """Record what came of the attempt of a lease."""
    sql = "UPDATE delivery_attempts SET ended_at = %s, outcome = %s WHERE delivery_id = %s AND number = %s"
    await queries.run(sql, now, outcome, leased.id, leased.attempts + 1)


async def end_interrupted(queries: Queries, delivery: Delivery, outcome: str, now: datetime) -> None:
    """Record of the attempt before this lease that its worker has died."""
    sql = "UPDATE delivery_attempts SET ended_at = %s, outcome = %s WHERE delivery_id = %s AND number = %s"
    await queries.run(sql, now, outcome, delivery.id, delivery.attempts)


async def retry(queries: Queries, leased: Delivery, due_at: datetime) -> None:
    """Try again at `due_at`, unless another worker has taken the delivery meanwhile."""
    sql = """UPDATE deliveries SET leased_until = NULL, due_at = %s
             WHERE id = %s AND state = 'waiting' AND attempts = %s"""
    await queries.run(sql, due_at, leased.id, leased.attempts + 1)


async def end(queries: Queries, leased: Delivery, state: State, reason: str | None, now: datetime) -> bool:
    """End a delivery; False where another worker has taken it meanwhile."""
    sql = """UPDATE deliveries SET state = %s, reason = %s, leased_until = NULL, ended_at = %s
             WHERE id = %s AND state = 'waiting' AND attempts = %s"""
    return (await queries.run(sql, state, reason, now, leased.id, leased.attempts + 1)).affected == 1


async def failed(queries: Queries, limit: int) -> list[FailedDelivery]:
    """Up to `limit` deliveries that were given up, the latest first."""
    sql = """SELECT id, user_id, event_id, kind, channel, reason, attempts, ended_at
             FROM deliveries WHERE state = 'failed' ORDER BY ended_at DESC LIMIT %s"""
    return [FailedDelivery(**row) for row in await queries.all(sql, limit)]


async def count_by_state(queries: Queries, since: datetime) -> Sequence[tuple[str, str, int]]:
    """State, channel and number of the deliveries that ended after `since`."""
    sql = """SELECT state, channel, COUNT(*) AS n FROM deliveries WHERE ended_at > %s
             GROUP BY state, channel ORDER BY state, channel"""
    return [(row["state"], row["channel"], row["n"]) for row in await queries.all(sql, since)]


async def delete_ended(queries: Queries, before: datetime, limit: int) -> int:
    """Delete up to `limit` deliveries that ended before `before`, with their attempts; returns how many."""
    sql = "DELETE FROM deliveries WHERE ended_at < %s ORDER BY ended_at LIMIT %s"
    return (await queries.run(sql, before, limit)).affected
