"""The table `house_nights`: a night of a house that cannot be booked, sold or blocked by the host."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from utils.mysql import Queries


@dataclass(frozen=True)
class Night:
    """`order_id` is None where the host blocked it."""

    night: date
    order_id: int | None


async def between(queries: Queries, house_id: int, first: date, last: date) -> list[Night]:
    sql = "SELECT night, order_id FROM house_nights WHERE house_id = %s AND night BETWEEN %s AND %s ORDER BY night"
    return [Night(**row) for row in await queries.all(sql, house_id, first, last)]


async def block(queries: Queries, house_id: int, nights: Iterable[date]) -> None:
    """Raises Duplicate where one of them is taken."""
    for night in sorted(nights):
        await queries.run("INSERT INTO house_nights (house_id, night) VALUES (%s, %s)", house_id, night)


async def unblock(queries: Queries, house_id: int, since: date) -> None:
    """Free every night from `since` on that the host blocked."""
    await queries.run(
        "DELETE FROM house_nights WHERE house_id = %s AND night >= %s AND order_id IS NULL", house_id, since
    )
