"""A user's notifications in the app: the events of their stream that are news to them (models/events/events.py)."""

from collections.abc import Sequence
from datetime import datetime

from models.types import EventId, UserId
from utils.mysql import Queries

_MINE = "user_id = %s AND notified AND read_at IS NULL"
_MAX_MARKED = 10_000


async def count_unread(queries: Queries, user_id: UserId, types: Sequence[str], limit: int) -> int:
    """How many news of these types the user has not read; counting stops at `limit`."""
    sql = """SELECT COUNT(*) AS n FROM
             (SELECT seq FROM stream_events JOIN events ON events.id = event_id
              WHERE user_id = %s AND notified AND read_at IS NULL AND type IN %s LIMIT %s) AS unread"""
    row = await queries.one(sql, user_id, tuple(types), limit)
    return int(row["n"]) if row else 0


async def mark_read_up_to(queries: Queries, user_id: UserId, seq: int, now: datetime) -> int:
    """Mark the news up to this number as read; returns how many there were."""
    sql = f"UPDATE stream_events SET read_at = %s WHERE {_MINE} AND seq <= %s LIMIT %s"  # noqa: S608
    return (await queries.run(sql, now, user_id, seq, _MAX_MARKED)).affected


async def mark_read(queries: Queries, user_id: UserId, seqs: Sequence[int], now: datetime) -> int:
    """Mark the news of these numbers as read; others of the user's stream stay. Returns how many there were."""
    sql = f"UPDATE stream_events SET read_at = %s WHERE {_MINE} AND seq IN %s"  # noqa: S608
    return (await queries.run(sql, now, user_id, tuple(seqs))).affected if seqs else 0


async def was_read(queries: Queries, user_id: UserId, event_id: EventId) -> bool:
    """Whether the user has read the news of this event in the app."""
    sql = "SELECT read_at FROM stream_events WHERE user_id = %s AND event_id = %s"
    row = await queries.one(sql, user_id, event_id)
    return row is not None and row["read_at"] is not None
