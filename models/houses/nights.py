"""The table `house_nights`: nights that cannot be booked: sold, blocked by the host, or taken on another platform.

Its primary key guarantees that a night is sold once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from models.types import FeedId, HouseId, OrderId
from utils.mysql import Queries, ReadQueries


@dataclass(frozen=True)
class Night:
    """A night that is sold (`order_id`), blocked by another platform's calendar (`feed_id`), or else by the host."""

    night: date
    order_id: OrderId | None
    feed_id: FeedId | None

    @property
    def is_blocked_by_host(self) -> bool:
        """Whether it is neither sold nor taken on another platform."""
        return self.order_id is None and self.feed_id is None


async def between(queries: ReadQueries, house_id: HouseId, first: date, last: date) -> list[Night]:
    """The taken nights of a house from `first` to `last`, both included, in order."""
    sql = """SELECT night, order_id, feed_id FROM house_nights
             WHERE house_id = %s AND night BETWEEN %s AND %s ORDER BY night"""
    return [Night(**row) for row in await queries.all(sql, house_id, first, last)]


async def between_of_houses(
    queries: ReadQueries, house_ids: Sequence[HouseId], first: date, last: date
) -> dict[HouseId, list[Night]]:
    """As `between`, by house; a house whose nights are all free is left out."""
    if not house_ids:
        return {}
    sql = """SELECT house_id, night, order_id, feed_id FROM house_nights
             WHERE house_id IN %s AND night BETWEEN %s AND %s ORDER BY night"""
    by_house: dict[HouseId, list[Night]] = {}
    for row in await queries.all(sql, tuple(house_ids), first, last):
        by_house.setdefault(row.pop("house_id"), []).append(Night(**row))
    return by_house


async def of_houses(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, list[date]]:
    """Every night that is taken, by house, past ones included."""
    by_house: dict[HouseId, list[date]] = {}
    for row in await queries.all("SELECT house_id, night FROM house_nights WHERE house_id IN %s", tuple(house_ids)):
        by_house.setdefault(row["house_id"], []).append(row["night"])
    return by_house


async def sell(queries: Queries, house_id: HouseId, nights: Iterable[date], order_id: OrderId) -> None:
    """Take these nights for an order. Raises DuplicateKey where one of them is taken."""
    await _insert(queries, [(house_id, night, order_id, None) for night in sorted(nights)])


async def block(queries: Queries, house_id: HouseId, nights: Iterable[date]) -> None:
    """Take these nights for the host. Raises DuplicateKey where one of them is taken."""
    await _insert(queries, [(house_id, night, None, None) for night in sorted(nights)])


async def claim(queries: Queries, house_id: HouseId, nights: Iterable[date], feed_id: FeedId) -> int:
    """Take those of these nights that are free for another platform's calendar. Returns how many were free."""
    return await _insert(
        queries,
        [(house_id, night, None, feed_id) for night in sorted(nights)],
        " ON DUPLICATE KEY UPDATE house_nights.night = house_nights.night",
    )


async def free(queries: Queries, house_id: HouseId, first: date, last: date, order_id: OrderId) -> None:
    """Free the nights of an order, which lie from `first` to `last`."""
    sql = "DELETE FROM house_nights WHERE house_id = %s AND night BETWEEN %s AND %s AND order_id = %s"
    await queries.run(sql, house_id, first, last, order_id)


async def free_some(queries: Queries, house_id: HouseId, nights: Iterable[date], order_id: OrderId) -> None:
    """Free these nights of an order; `nights` may be empty."""
    if found := tuple(sorted(nights)):
        sql = "DELETE FROM house_nights WHERE house_id = %s AND night IN %s AND order_id = %s"
        await queries.run(sql, house_id, found, order_id)


async def unblock(queries: Queries, house_id: HouseId, since: date) -> None:
    """Free every night from `since` on that the host has blocked."""
    sql = "DELETE FROM house_nights WHERE house_id = %s AND night >= %s AND order_id IS NULL AND feed_id IS NULL"
    await queries.run(sql, house_id, since)


async def release(queries: Queries, house_id: HouseId, since: date, feed_id: FeedId) -> None:
    """Free every night from `since` on that another platform's calendar has claimed."""
    sql = "DELETE FROM house_nights WHERE house_id = %s AND night >= %s AND feed_id = %s"
    await queries.run(sql, house_id, since, feed_id)


async def forget_feed(queries: Queries, feed_id: FeedId) -> None:
    """Free every night that a calendar has claimed, past ones included."""
    await queries.run("DELETE FROM house_nights WHERE feed_id = %s", feed_id)


async def _insert(queries: Queries, rows: list[tuple[object, ...]], duplicate: str = "") -> int:
    if not rows:
        return 0
    places = ", ".join(["(%s, %s, %s, %s)"] * len(rows))
    sql = f"INSERT INTO house_nights (house_id, night, order_id, feed_id) VALUES {places}{duplicate}"  # noqa: S608
    return (await queries.run(sql, *(value for row in rows for value in row))).affected
