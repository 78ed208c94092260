"""The table `feeds`: calendars of other platforms."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from utils.mysql import Queries, Row


@dataclass(frozen=True)
class Feed:
    """`nights` is what it claims, `conflicts` how many of these are sold here, `error` a text for the host.

    `failures` counts attempts since the last success, the one under way included, `failed_since` is when the first of
    them began.
    """

    id: int
    house_id: int
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

    id: int
    house_id: int
    title: str
    error: str | None
    failures: int
    failed_since: datetime | None
    recovered_at: datetime | None


_SELECT = """
    SELECT id, house_id, url, etag, nights, conflicts, error, fetched_at, next_at, failures, failed_since FROM feeds
"""


async def add(queries: Queries, house_id: int, url: str, next_at: datetime) -> int:
    """Returns the id."""
    sql = "INSERT INTO feeds (house_id, url, nights, next_at) VALUES (%s, %s, '[]', %s)"
    return (await queries.run(sql, house_id, url, next_at)).last_id


async def get(queries: Queries, feed_id: int) -> Feed | None:
    row = await queries.one(_SELECT + " WHERE id = %s", feed_id)
    return _feed(row) if row else None


async def of_house(queries: Queries, house_id: int) -> list[Feed]:
    return [_feed(row) for row in await queries.all(_SELECT + " WHERE house_id = %s ORDER BY id", house_id)]


async def remove(queries: Queries, feed_id: int) -> None:
    await queries.run("DELETE FROM feeds WHERE id = %s", feed_id)


async def due(queries: Queries, now: datetime, limit: int) -> list[Feed]:
    """Those to fetch, of houses that are still there, the earliest first."""
    there = "EXISTS (SELECT 1 FROM houses WHERE houses.id = house_id AND NOT deleted)"
    rows = await queries.all(f"{_SELECT} WHERE next_at <= %s AND {there} ORDER BY next_at LIMIT %s", now, limit)
    return [_feed(row) for row in rows]


async def lease(queries: Queries, feed: Feed, now: datetime, next_at: datetime, error: str | None) -> bool:
    """Count an attempt and put the next one off; False where another worker did so first."""
    sql = """UPDATE feeds SET failures = %s, failed_since = %s, error = %s, next_at = %s
             WHERE id = %s AND next_at = %s"""
    since = feed.failed_since or now
    return (await queries.run(sql, feed.failures + 1, since, error, next_at, feed.id, feed.next_at)).affected == 1


async def fetched(
    queries: Queries,
    feed_id: int,
    nights: Iterable[date],
    etag: str | None,
    conflicts: int,
    *,
    now: datetime,
    next_at: datetime,
) -> None:
    """Note what a fetch brought."""
    sql = """UPDATE feeds SET nights = %s, etag = %s, conflicts = %s, error = NULL, failures = 0, failed_since = NULL,
                              fetched_at = %s, next_at = %s
             WHERE id = %s"""
    written = json.dumps([night.isoformat() for night in sorted(nights)])
    await queries.run(sql, written, etag, conflicts, now, next_at, feed_id)


async def failed(queries: Queries, feed_id: int, error: str) -> None:
    await queries.run("UPDATE feeds SET error = %s WHERE id = %s", error, feed_id)


async def recovered(queries: Queries, feed_id: int, now: datetime) -> None:
    await queries.run("UPDATE feeds SET recovered_at = %s WHERE id = %s", now, feed_id)


async def health(queries: Queries, user_id: int, failures: int, since: datetime, limit: int) -> list[FeedHealth]:
    """Of that host's feeds the ones that failed so often in a row, or recovered since then."""
    sql = """SELECT feeds.id, house_id, title, error, failures, failed_since, recovered_at
             FROM feeds JOIN houses ON houses.id = house_id
             WHERE user_id = %s AND NOT deleted AND (failures >= %s OR recovered_at > %s)
             ORDER BY COALESCE(failed_since, recovered_at) DESC LIMIT %s"""
    return [FeedHealth(**row) for row in await queries.all(sql, user_id, failures, since, limit)]


async def token(queries: Queries, house_id: int) -> str | None:
    """The secret of the house's own exported calendar."""
    row = await queries.one("SELECT feed_token FROM houses WHERE id = %s", house_id)
    return row["feed_token"] if row else None


async def set_token(queries: Queries, house_id: int, token: str) -> None:
    await queries.run("UPDATE houses SET feed_token = %s WHERE id = %s", token, house_id)


async def house_of_token(queries: Queries, token: str) -> tuple[int, str] | None:
    """The id and title of the house that is exported under that secret."""
    row = await queries.one("SELECT id, title FROM houses WHERE feed_token = %s AND NOT deleted", token)
    return (row["id"], row["title"]) if row else None


def _feed(row: Row) -> Feed:
    return Feed(**{**row, "nights": tuple(date.fromisoformat(night) for night in json.loads(row["nights"]))})
