"""The table `feeds`: calendars of other platforms. Times are in UTC."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from models.types import FeedId, HouseId, UserId
from utils.mysql import Queries, Row


@dataclass(frozen=True)
class Feed:
    """A calendar that is imported. `nights` are those that it blocks, `conflicts` counts those of them sold here.

    `error` is a text for the host. `failures` counts the attempts since the last success, the current one included;
    `failed_since` is when the first of them began. `etag` is RFC 9110's, 8.8.3.
    """

    id: FeedId
    house_id: HouseId
    url: str
    etag: str | None
    nights: tuple[date, ...]
    conflicts: int
    error: str | None
    fetched_at: datetime | None
    next_at: datetime
    failures: int
    failed_since: datetime | None


@dataclass(frozen=True)
class FeedHealth:
    """A feed that has failed several times, or has recovered from that."""

    id: FeedId
    house_id: HouseId
    title: str
    error: str | None
    failures: int
    failed_since: datetime | None
    recovered_at: datetime | None


@dataclass(frozen=True)
class ExportedHouse:
    """The house whose calendar is exported under a secret."""

    id: HouseId
    title: str


_SELECT = """
    SELECT id, house_id, url, etag, nights, conflicts, error, fetched_at, next_at, failures, failed_since FROM feeds
"""


async def add(queries: Queries, house_id: HouseId, url: str, next_at: datetime) -> FeedId:
    """Add a calendar to a house; it is first fetched at `next_at`. Returns the id."""
    sql = "INSERT INTO feeds (house_id, url, nights, next_at) VALUES (%s, %s, '[]', %s)"
    return FeedId((await queries.run(sql, house_id, url, next_at)).last_id)


async def of_house(queries: Queries, house_id: HouseId) -> list[Feed]:
    """The calendars of a house, the oldest first."""
    return [_feed(row) for row in await queries.all(_SELECT + " WHERE house_id = %s ORDER BY id", house_id)]


async def remove(queries: Queries, feed_id: FeedId) -> None:
    """Remove a calendar; its nights stay blocked."""
    await queries.run("DELETE FROM feeds WHERE id = %s", feed_id)


async def due(queries: Queries, now: datetime, limit: int) -> list[Feed]:
    """Up to `limit` calendars to fetch now, of houses that are not deleted, the earliest first."""
    not_deleted = "EXISTS (SELECT 1 FROM houses WHERE houses.id = house_id AND NOT deleted)"
    rows = await queries.all(f"{_SELECT} WHERE next_at <= %s AND {not_deleted} ORDER BY next_at LIMIT %s", now, limit)
    return [_feed(row) for row in rows]


async def begin_attempt(queries: Queries, feed: Feed, now: datetime, next_at: datetime, error: str | None) -> bool:
    """Count an attempt and put the next one off until `next_at`; False where another worker began one first.

    `next_at` names the attempt: what it finds is recorded only while no later attempt has begun.
    """
    sql = """UPDATE feeds SET failures = %s, failed_since = %s, error = %s, next_at = %s
             WHERE id = %s AND next_at = %s"""
    since = feed.failed_since or now
    return (await queries.run(sql, feed.failures + 1, since, error, next_at, feed.id, feed.next_at)).affected == 1


async def record_fetch(
    queries: Queries,
    feed_id: FeedId,
    attempt: datetime,
    nights: Iterable[date],
    etag: str | None,
    conflicts: int,
    *,
    now: datetime,
    next_at: datetime,
) -> bool:
    """Store the nights that a calendar blocks, and end its row of failures.

    False where a later attempt than `attempt` has begun, or the calendar was removed.
    """
    sql = """UPDATE feeds SET nights = %s, etag = %s, conflicts = %s, error = NULL, failures = 0, failed_since = NULL,
                              fetched_at = %s, next_at = %s
             WHERE id = %s AND next_at = %s"""
    written = json.dumps([night.isoformat() for night in sorted(nights)])
    return (await queries.run(sql, written, etag, conflicts, now, next_at, feed_id, attempt)).affected == 1


async def record_failure(queries: Queries, feed_id: FeedId, attempt: datetime, error: str) -> None:
    """Store why the attempt failed, unless a later one has begun."""
    await queries.run("UPDATE feeds SET error = %s WHERE id = %s AND next_at = %s", error, feed_id, attempt)


async def record_recovery(queries: Queries, feed_id: FeedId, now: datetime) -> None:
    """Store when a calendar whose failures were reported was read again."""
    await queries.run("UPDATE feeds SET recovered_at = %s WHERE id = %s", now, feed_id)


async def mark_reported(queries: Queries, feed_id: FeedId, attempt: datetime, now: datetime) -> bool:
    """Store that the host is told of a row of failures; False where that is so already, or a later attempt began."""
    sql = "UPDATE feeds SET reported_at = %s WHERE id = %s AND next_at = %s AND reported_at IS NULL"
    return (await queries.run(sql, now, feed_id, attempt)).affected == 1


async def clear_reported(queries: Queries, feed_id: FeedId) -> bool:
    """Store that a calendar works; False where the host was not told of failures."""
    sql = "UPDATE feeds SET reported_at = NULL WHERE id = %s AND reported_at IS NOT NULL"
    return (await queries.run(sql, feed_id)).affected == 1


async def health(queries: Queries, user_id: UserId, failures: int, since: datetime, limit: int) -> list[FeedHealth]:
    """Up to `limit` of a host's calendars that failed `failures` times in a row, or recovered after `since`."""
    sql = """SELECT feeds.id, house_id, title, error, failures, failed_since, recovered_at
             FROM feeds JOIN houses ON houses.id = house_id
             WHERE user_id = %s AND NOT deleted AND (failures >= %s OR recovered_at > %s)
             ORDER BY COALESCE(failed_since, recovered_at) DESC LIMIT %s"""
    return [FeedHealth(**row) for row in await queries.all(sql, user_id, failures, since, limit)]


async def token(queries: Queries, house_id: HouseId) -> str | None:
    """The secret under which the house's calendar is exported; None before there is one."""
    row = await queries.one("SELECT feed_token FROM houses WHERE id = %s", house_id)
    return row["feed_token"] if row else None


async def set_token(queries: Queries, house_id: HouseId, token: str) -> None:
    """Export the house's calendar under this secret only."""
    await queries.run("UPDATE houses SET feed_token = %s WHERE id = %s", token, house_id)


async def house_of_token(queries: Queries, token: str) -> ExportedHouse | None:
    """The house whose calendar is exported under that secret."""
    row = await queries.one("SELECT id, title FROM houses WHERE feed_token = %s AND NOT deleted", token)
    return ExportedHouse(**row) if row else None


def _feed(row: Row) -> Feed:
    return Feed(**{**row, "nights": tuple(date.fromisoformat(night) for night in json.loads(row["nights"]))})
