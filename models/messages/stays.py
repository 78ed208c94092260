"""What a thread needs to know of the table `orders`."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.messages.threads import Thread
from models.stay import Stay
from models.types import HouseId, OrderId, UserId
from utils.mysql import Queries


@dataclass(frozen=True)
class Parties:
    """Whom an order concerns."""

    house_id: HouseId
    guest_id: UserId
    host_id: UserId


@dataclass(frozen=True)
class LatestOrder:
    """The newest order of a guest for a house."""

    id: OrderId
    status: str
    stay: Stay
    guests: int


async def statuses(queries: Queries, thread: Thread, among: Sequence[str]) -> set[str]:
    """Those of these states in which an order of this guest with this host is, for any house."""
    sql = "SELECT DISTINCT status FROM orders WHERE user_id = %s AND host_id = %s AND status IN %s"
    return {row["status"] for row in await queries.all(sql, thread.guest_id, thread.host_id, tuple(among))}


async def latest(queries: Queries, thread: Thread) -> LatestOrder | None:
    """The guest's newest order for the house of the thread."""
    sql = """SELECT id, status, start_date, end_date, guests FROM orders WHERE user_id = %s AND house_id = %s
             ORDER BY id DESC LIMIT 1"""
    row = await queries.one(sql, thread.guest_id, thread.house_id)
    if row is None:
        return None
    return LatestOrder(row["id"], row["status"], Stay(row["start_date"], row["end_date"]), row["guests"])


async def parties(queries: Queries, order_id: OrderId) -> Parties | None:
    """The house, the guest and the host of an order, if there is one of that id."""
    row = await queries.one("SELECT house_id, user_id AS guest_id, host_id FROM orders WHERE id = %s", order_id)
    return Parties(**row) if row else None
