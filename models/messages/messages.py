"""The table `messages`: what was said in a thread, and the lines of the platform between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from models.types import EventId, MessageId, ThreadId, UserId
from utils.mysql import Queries, Row


@dataclass(frozen=True)
class NewMessage:
    """A message to add. `created_at` is naive UTC."""

    thread_id: ThreadId
    sender_id: UserId | None
    text: str
    client_id: str | None
    """The sender's own id of it."""
    visible_to: UserId | None
    """The only one who reads it; None for both."""
    warned: bool
    created_at: datetime
    event_id: EventId | None = None


@dataclass(frozen=True)
class Message:
    """A message; or a line of the platform, which has the type and the payload of an event, and no sender."""

    id: MessageId
    thread_id: ThreadId
    sender_id: UserId | None
    text: str
    client_id: str | None
    visible_to: UserId | None
    warned: bool
    """Whether it held contact data or a link before anything was paid."""
    created_at: datetime
    event: str | None = None
    payload: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Span:
    """A part of a thread: `limit` messages before or after an id; the latest ones without either."""

    limit: int
    before: int | None = None
    after: int | None = None


_SELECT = """
    SELECT messages.id, thread_id, sender_id, text, client_id, NULLIF(visible_to, 0) AS visible_to, warned,
           messages.created_at, events.type AS event, payload
    FROM messages LEFT JOIN events ON events.id = event_id
"""


async def add(queries: Queries, message: NewMessage) -> MessageId:
    """Add a message to a locked thread; returns its id."""
    sql = """INSERT INTO messages (thread_id, sender_id, text, client_id, visible_to, warned, created_at, event_id)
             VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"""
    result = await queries.run(
        sql,
        message.thread_id,
        message.sender_id,
        message.text,
        message.client_id,
        message.visible_to or 0,
        message.warned,
        message.created_at,
        message.event_id,
    )
    return MessageId(result.last_id)


async def by_client_id(queries: Queries, thread_id: ThreadId, sender_id: UserId, client_id: str) -> Message | None:
    """The message that the sender has given this id."""
    where = " WHERE thread_id = %s AND sender_id = %s AND client_id = %s"
    row = await queries.one(_SELECT + where, thread_id, sender_id, client_id)
    return _message(row) if row else None


async def get(queries: Queries, message_id: MessageId) -> Message | None:
    """A message, if there is one of that id."""
    row = await queries.one(_SELECT + " WHERE messages.id = %s", message_id)
    return _message(row) if row else None


async def by_ids(queries: Queries, message_ids: Sequence[MessageId]) -> dict[MessageId, Message]:
    """Messages by their ids."""
    if not message_ids:
        return {}
    rows = await queries.all(_SELECT + " WHERE messages.id IN %s", tuple(message_ids))
    return {row["id"]: _message(row) for row in rows}


async def of_thread(queries: Queries, thread_id: ThreadId, reader_id: UserId, span: Span) -> list[Message]:
    """What this member reads of a thread, the oldest first."""
    upwards = span.after is not None
    condition, bound = ("messages.id > %s", span.after) if upwards else ("messages.id < %s", span.before or 2**63)
    order = "ORDER BY id" if upwards else "ORDER BY id DESC"
    # two ranges of the index: what others have hidden costs the reader nothing
    part = f"({_SELECT} WHERE thread_id = %s AND visible_to = %s AND {condition} {order} LIMIT %s)"
    values = [value for seer in (0, reader_id) for value in (thread_id, seer, bound, span.limit)]
    rows = await queries.all(f"{part} UNION ALL {part} {order} LIMIT %s", *values, span.limit)
    return sorted((_message(row) for row in rows), key=lambda message: message.id)


async def last_from_others(
    queries: Queries, thread_id: ThreadId, reader_id: UserId, message_id: MessageId
) -> MessageId | None:
    """The last message up to this id that both read and the reader has not written."""
    sql = """SELECT id FROM messages WHERE thread_id = %s AND visible_to = 0 AND id <= %s
                    AND (sender_id IS NULL OR sender_id <> %s) ORDER BY id DESC LIMIT 1"""
    row = await queries.one(sql, thread_id, message_id, reader_id)
    return MessageId(row["id"]) if row else None


async def count_unread(queries: Queries, thread_id: ThreadId, reader_id: UserId, read_id: MessageId) -> int:
    """How many messages of the other member are behind this id."""
    sql = """SELECT COUNT(*) AS n FROM messages
             WHERE thread_id = %s AND visible_to = 0 AND id > %s AND sender_id <> %s"""
    return int((await queries.one(sql, thread_id, read_id, reader_id) or {})["n"])


async def has_line(queries: Queries, event_ids: Sequence[EventId]) -> set[EventId]:
    """Those of these events of which a line is in a thread already."""
    if not event_ids:
        return set()
    rows = await queries.all("SELECT event_id FROM messages WHERE event_id IN %s", tuple(event_ids))
    return {row["event_id"] for row in rows}


async def threads_with(
    queries: Queries, reader_id: UserId, thread_ids: Sequence[ThreadId], pattern: str, limit: int
) -> list[ThreadId]:
    """Those of these threads whose latest `limit` messages, all together, hold a text like the pattern of LIKE."""
    latest = """SELECT id FROM messages WHERE thread_id IN %s AND visible_to IN (0, %s) AND event_id IS NULL
                ORDER BY id DESC LIMIT %s"""
    sql = f"""SELECT DISTINCT thread_id FROM messages JOIN ({latest}) AS latest ON latest.id = messages.id
              WHERE text COLLATE utf8mb4_general_ci LIKE %s"""  # noqa: S608  our own query
    rows = await queries.all(sql, tuple(thread_ids), reader_id, limit, pattern)
    return [row["thread_id"] for row in rows]


def _message(row: Row) -> Message:
    """`row` has the columns of `_SELECT`."""
    payload = orjson.loads(row["payload"]) if row["payload"] else None
    return Message(**{**row, "warned": bool(row["warned"]), "payload": payload})
