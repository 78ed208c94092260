"""The tables `events`, `event_streams` and `stream_events`: what happened, and in which order each user reads it.

A stream is what one user may know. Its numbers begin at 1, have no gaps, and are in the order of the commits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import orjson

from models.types import EventId, UserId
from utils.mysql import Queries, ReadQueries, Row

Subject = Literal["order", "house", "thread", "calendar", "user"]
"""The kinds of things that events are about."""


@dataclass(frozen=True)
class NewEvent:
    """An event to record: `payload` is JSON, `created_at` naive UTC."""

    type: str
    version: int
    subject: Subject
    subject_id: int
    payload: bytes
    created_at: datetime


@dataclass(frozen=True)
class Event:
    """A recorded event."""

    id: EventId
    type: str
    version: int
    subject: Subject
    subject_id: int
    payload: dict[str, Any]
    created_at: datetime


@dataclass(frozen=True)
class StreamEvent:
    """An event as the entry number `seq` of one user's stream."""

    user_id: UserId
    seq: int
    event: Event
    notified: bool
    """Whether it is news to the user, who has for example not caused it."""
    read_at: datetime | None


_ADD = """INSERT INTO events (type, version, subject, subject_id, payload, created_at)
          VALUES (%s, %s, %s, %s, %s, %s)"""
_SELECT = """SELECT stream_events.user_id, seq, notified, read_at, events.id, type, version, subject, subject_id,
                    payload, created_at
             FROM stream_events JOIN events ON events.id = event_id"""


async def add(queries: Queries, event: NewEvent, audience: Sequence[UserId], notified: Sequence[UserId]) -> EventId:
    """Record an event and append it to the streams of `audience`; it is news to `notified`, who are among them.

    Holds these streams until the transaction ends.
    """
    result = await queries.run(
        _ADD, event.type, event.version, event.subject, event.subject_id, event.payload, event.created_at
    )
    # in the order of the ids, so that transactions cannot deadlock here
    users = sorted(set(audience))
    places = ", ".join(["(%s, 1)"] * len(users))
    sql = f"INSERT INTO event_streams (user_id, last_seq) VALUES {places}"  # noqa: S608  placeholders
    await queries.run(sql + " ON DUPLICATE KEY UPDATE last_seq = last_seq + 1", *users)
    sql = """INSERT INTO stream_events (user_id, seq, event_id, notified)
             SELECT user_id, last_seq, %s, user_id IN %s FROM event_streams WHERE user_id IN %s"""
    await queries.run(sql, result.last_id, tuple(notified) or (0,), tuple(users))
    return EventId(result.last_id)


async def last_seq(queries: Queries, user_id: UserId) -> int:
    """The number of the last event in a user's stream; 0 for an empty one."""
    row = await queries.one("SELECT last_seq FROM event_streams WHERE user_id = %s", user_id)
    return int(row["last_seq"]) if row else 0


async def last_seqs(queries: ReadQueries, user_ids: Sequence[UserId]) -> dict[UserId, int]:
    """The number of the last event in each of these users' streams, of whom there is at least one.

    Empty streams are left out.
    """
    rows = await queries.all("SELECT user_id, last_seq FROM event_streams WHERE user_id IN %s", tuple(user_ids))
    return {UserId(row["user_id"]): int(row["last_seq"]) for row in rows}


async def after(queries: Queries, user_id: UserId, seq: int, limit: int) -> list[StreamEvent]:
    """The events of a user's stream behind number `seq`, in order."""
    where = " WHERE stream_events.user_id = %s AND seq > %s ORDER BY seq LIMIT %s"
    return [_stream_event(row) for row in await queries.all(_SELECT + where, user_id, seq, limit)]


async def news(
    queries: Queries, user_id: UserId, types: Sequence[str], *, before: int, limit: int
) -> list[StreamEvent]:
    """The events of these types that are news to a user, with numbers below `before`, the newest first."""
    where = """ WHERE stream_events.user_id = %s AND notified AND type IN %s AND seq < %s ORDER BY seq DESC LIMIT %s"""
    return [_stream_event(row) for row in await queries.all(_SELECT + where, user_id, tuple(types), before, limit)]


async def get(queries: Queries, event_id: EventId) -> Event | None:
    """An event; None where it is deleted."""
    sql = "SELECT id, type, version, subject, subject_id, payload, created_at FROM events WHERE id = %s"
    row = await queries.one(sql, event_id)
    return _event(row) if row else None


async def later(queries: Queries, event: Event, types: Sequence[str], limit: int) -> list[Event]:
    """The newest events of these types about the subject of `event` that were recorded after it."""
    sql = """SELECT id, type, version, subject, subject_id, payload, created_at FROM events
             WHERE subject = %s AND subject_id = %s AND id > %s AND type IN %s ORDER BY id DESC LIMIT %s"""
    rows = await queries.all(sql, event.subject, event.subject_id, event.id, tuple(types), limit)
    return [_event(row) for row in rows]


async def lock_planner(queries: Queries) -> None:
    """Wait until no other worker plans deliveries, and hold that until the transaction ends."""
    await queries.run("UPDATE event_planner SET guard = guard + 1 WHERE id = 1")


async def unplanned(queries: Queries, limit: int) -> list[StreamEvent]:
    """The oldest events whose deliveries nobody has planned, once for each user in whose stream they are.

    At most `limit` events; call lock_planner first. Events whose users are gone have no readers, and are left out.
    """
    where = """ WHERE events.id IN (SELECT id FROM
                (SELECT id FROM events WHERE planned_at IS NULL
                 AND EXISTS (SELECT 1 FROM stream_events WHERE event_id = events.id) ORDER BY id LIMIT %s) AS oldest)
                ORDER BY events.id, stream_events.user_id"""
    return [_stream_event(row) for row in await queries.all(_SELECT + where, limit)]


async def mark_planned(queries: Queries, event_ids: Sequence[EventId], now: datetime) -> None:
    """The deliveries of these events are planned; `event_ids` may be empty."""
    if event_ids:
        await queries.run("UPDATE events SET planned_at = %s WHERE id IN %s", now, tuple(event_ids))


def _stream_event(row: Row) -> StreamEvent:
    """`row` has the columns of `_SELECT`."""
    names = ("user_id", "seq", "notified", "read_at")
    mine = {name: row.pop(name) for name in names}
    return StreamEvent(event=_event(row), **{**mine, "notified": bool(mine["notified"])})


def _event(row: Row) -> Event:
    return Event(**{**row, "payload": orjson.loads(row["payload"])})
