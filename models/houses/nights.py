"""The table `house_nights`: a night of a house that cannot be booked, since it is sold, blocked by the host, or taken
on another platform. Its primary key is what keeps a night from being sold twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from utils.mysql import Queries


@dataclass(frozen=True)
class Night:
    """Sold where there is an `order_id`, of another calendar where there is a `feed_id`, else blocked by the host."""

    night: date
    order_id: int | None
    feed_id: int | None


async def between(queries: Queries, house_id: int, first: date, last: date) -> list[Night]:
    sql = """SELECT night, order_id, feed_id FROM house_nights
             WHERE house_id = %s AND night BETWEEN %s AND %s ORDER BY night"""
    return [Night(**row) for row in await queries.all(sql, house_id, first, last)]


async def of_houses(queries: Queries, house_ids: Sequence[int]) -> dict[int, list[date]]:
    """Every night that is taken, by house."""
    found: dict[int, list[date]] = {}
    for row in await queries.all("SELECT house_id, night FROM house_nights WHERE house_id IN %s", tuple(house_ids)):
        found.setdefault(row["house_id"], []).append(row["night"])
    return found


async def sell(queries: Queries, house_id: int, nights: Iterable[date], order_id: int) -> None:
    """Raises Duplicate where one of them is taken."""
    await _insert(queries, [(house_id, night, order_id, None) for night in sorted(nights)])


async def block(queries: Queries, house_id: int, nights: Iterable[date]) -> None:
    """Raises Duplicate where one of them is taken."""
    await _insert(queries, [(house_id, night, None, None) for night in sorted(nights)])


async def claim(queries: Queries, house_id: int, nights: Iterable[date], feed_id: int) -> int:
    """Those of another calendar; what is taken already stays as it is. Returns how many were free."""
    return await _insert(
        queries,
        [(house_id, night, None, feed_id) for night in sorted(nights)],
        " ON DUPLICATE KEY UPDATE house_nights.night = house_nights.night",
    )


async def free(queries: Queries, house_id: int, first: date, last: date, order_id: int) -> None:
    """Give back the nights of an order, which are all from `first` to `last`."""
    sql = "DELETE FROM house_nights WHERE house_id = %s AND night BETWEEN %s AND %s AND order_id = %s"
    await queries.run(sql, house_id, first, last, order_id)


async def unblock(queries: Queries, house_id: int, since: date) -> None:
    """Free every night from `since` on that the host blocked."""
    sql = "DELETE FROM house_nights WHERE house_id = %s AND night >= %s AND order_id IS NULL AND feed_id IS NULL"
    await queries.run(sql, house_id, since)


async def release(queries: Queries, house_id: int, since: date, feed_id: int) -> None:
    """Free every night from `since` on that another calendar claimed."""
    sql = "DELETE FROM house_nights WHERE house_id = %s AND night >= %s AND feed_id = %s"
    await queries.run(sql, house_id, since, feed_id)


async def forget_feed(queries: Queries, feed_id: int) -> None:
    """Every night of a feed that is about to be removed, of the past as well."""
    await queries.run("DELETE FROM house_nights WHERE feed_id = %s", feed_id)


async def _insert(queries: Queries, rows: list[tuple[object, ...]], duplicate: str = "") -> int:
    if not rows:
        return 0
    places = ", ".join(["(%s, %s, %s, %s)"] * len(rows))
    sql = f"INSERT INTO house_nights (house_id, night, order_id, feed_id) VALUES {places}{duplicate}"  # noqa: S608
    return (await queries.run(sql, *(value for row in rows for value in row))).affected
