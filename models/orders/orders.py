"""The tables `orders`, `order_events` and `notices`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson

from utils.mysql import Queries, Row

RefundTiers = tuple[tuple[int, int], ...]
"""What a cancellation by the guest gives back, the most first: (at least so many days before the stay, per cent)."""


@dataclass(frozen=True)
class Order:
    """A stay in [start_date, end_date). Money is in fen, times are in UTC.

    `items` and `refund_tiers` are frozen at booking; `version` counts the transitions.
    """

    id: int
    user_id: int
    house_id: int
    host_id: int
    start_date: date
    end_date: date
    days: int
    guests: int
    amount: int
    deposit: int
    items: list[dict[str, Any]]
    cancellation: str
    refund_tiers: RefundTiers
    status: str
    version: int
    due_at: datetime | None
    reject_reason: str | None
    comment: str | None
    rating: int | None
    commented_at: datetime | None
    reply: str | None
    created_at: datetime
    title: str
    area_name: str
    address: str
    cover: str | None
    guest_name: str | None
    """None while it is still the mobile number; so is the host's."""
    guest_mobile: str
    host_name: str | None
    host_mobile: str
    refund: int | None
    """What is, or was, given back; None where nothing was paid or nothing is owed."""


@dataclass(frozen=True)
class GuestReview:
    """What a guest wrote after a stay. `user_name` is None while it is still the mobile number."""

    user_name: str | None
    comment: str
    rating: int | None
    commented_at: datetime
    reply: str | None


@dataclass(frozen=True)
class OrderEvent:
    """A transition of an order; `source` is None for the first one."""

    action: str
    actor: str
    source: str | None
    target: str
    created_at: datetime


@dataclass(frozen=True)
class Notice:
    """An event that is news to somebody."""

    id: int
    order_id: int
    action: str
    actor: str
    target: str
    title: str
    created_at: datetime


class OrderNotFound(Exception):
    """There is no order of that id."""


_SELECT = """
    SELECT orders.id, orders.user_id, orders.house_id, host_id, start_date, end_date, days, guests, orders.amount,
           orders.deposit, items, orders.cancellation, refund_tiers, status, version, due_at, reject_reason, comment,
           rating, commented_at, reply, orders.created_at, houses.title, houses.address, areas.name AS area_name,
           payments.refund,
           NULLIF(guest.name, guest.mobile) AS guest_name, guest.mobile AS guest_mobile,
           NULLIF(host.name, host.mobile) AS host_name, host.mobile AS host_mobile,
           (SELECT stem FROM house_images WHERE house_id = orders.house_id ORDER BY position, id LIMIT 1) AS cover
    FROM orders JOIN houses ON houses.id = orders.house_id JOIN areas ON areas.id = area_id
                JOIN users AS guest ON guest.id = orders.user_id
                JOIN users AS host ON host.id = host_id LEFT JOIN payments ON payments.order_id = orders.id
"""
_COLUMNS: tuple[str, ...] = ("user_id", "house_id", "host_id", "start_date", "end_date", "days", "guests", "amount")
_COLUMNS += ("deposit", "items", "cancellation", "refund_tiers", "status", "status_at", "due_at", "created_at")
_SIDES = {"custom": "orders.user_id", "landlord": "host_id"}


async def create(queries: Queries, values: dict[str, object]) -> int:
    """`values` has every column that booking writes; returns the id."""
    places = ", ".join(["%s"] * len(_COLUMNS))
    sql = f"INSERT INTO orders ({', '.join(_COLUMNS)}) VALUES ({places})"  # noqa: S608  our own names of columns
    written = values | {name: orjson.dumps(values[name]).decode() for name in ("items", "refund_tiers")}
    return (await queries.run(sql, *(written[name] for name in _COLUMNS))).last_id


async def get(queries: Queries, order_id: int) -> Order:
    """Raises OrderNotFound."""
    row = await queries.one(_SELECT + " WHERE orders.id = %s", order_id)
    if row is None:
        raise OrderNotFound
    return _order(row)


async def of_user(
    queries: Queries, user_id: int, role: str, *, limit: int, after: int | None = None, offset: int = 0
) -> list[Order]:
    """As guest (`custom`) or as host (`landlord`), the newest first, from behind the order `after`."""
    where = f" WHERE {_SIDES[role]} = %s AND orders.id < %s ORDER BY orders.id DESC LIMIT %s OFFSET %s"
    rows = await queries.all(_SELECT + where, user_id, after or 2**63, limit, offset)
    return [_order(row) for row in rows]


async def count(queries: Queries, user_id: int, role: str) -> int:
    """How many `of_user` finds in all."""
    sql = f"SELECT COUNT(*) AS n FROM orders WHERE {_SIDES[role]} = %s"  # noqa: S608  our own names of columns
    return int((await queries.one(sql, user_id) or {})["n"])


async def pending(queries: Queries, user_id: int) -> int:
    """How many orders of that guest wait for a host's answer."""
    sql = "SELECT COUNT(*) AS n FROM orders WHERE user_id = %s AND status = 'WAIT_ACCEPT'"
    return int((await queries.one(sql, user_id) or {})["n"])


async def live(queries: Queries, house_id: int, statuses: Sequence[str]) -> bool:
    """Whether the house has an order in one of these states."""
    sql = "SELECT 1 FROM orders WHERE house_id = %s AND status IN %s LIMIT 1"
    return await queries.one(sql, house_id, tuple(statuses)) is not None


async def due(queries: Queries, now: datetime, limit: int) -> list[int]:
    """Orders whose time has come, the earliest first."""
    sql = "SELECT id FROM orders WHERE due_at <= %s ORDER BY due_at LIMIT %s"
    return [row["id"] for row in await queries.all(sql, now, limit)]


async def move(queries: Queries, order: Order, target: str, *, now: datetime, due_at: datetime | None) -> bool:
    """The transition itself: False where the order is no longer as `order` says."""
    sql = """UPDATE orders SET status = %s, status_at = %s, due_at = %s, version = version + 1
             WHERE id = %s AND status = %s AND version = %s"""
    return (await queries.run(sql, target, now, due_at, order.id, order.status, order.version)).affected == 1


async def set_reject_reason(queries: Queries, order_id: int, reason: str) -> None:
    await queries.run("UPDATE orders SET reject_reason = %s WHERE id = %s", reason, order_id)


async def set_comment(queries: Queries, order_id: int, comment: str, rating: int | None, now: datetime) -> None:
    sql = "UPDATE orders SET comment = %s, rating = %s, commented_at = %s WHERE id = %s"
    await queries.run(sql, comment, rating, now, order_id)


async def set_reply(queries: Queries, order_id: int, reply: str, now: datetime) -> bool:
    """False where there is no comment yet, or a reply already."""
    sql = """UPDATE orders SET reply = %s, replied_at = %s
             WHERE id = %s AND commented_at IS NOT NULL AND reply IS NULL"""
    return (await queries.run(sql, reply, now, order_id)).affected == 1


async def reviews(queries: Queries, house_id: int, limit: int) -> list[GuestReview]:
    """The newest first."""
    sql = """SELECT NULLIF(users.name, users.mobile) AS user_name, comment, rating, commented_at, reply
             FROM orders JOIN users ON users.id = orders.user_id
             WHERE house_id = %s AND commented_at IS NOT NULL ORDER BY commented_at DESC LIMIT %s"""
    return [GuestReview(**row) for row in await queries.all(sql, house_id, limit)]


async def rating(queries: Queries, house_id: int) -> tuple[float | None, int]:
    """The average of all ratings, None where there is none, and how many comments there are."""
    sql = "SELECT AVG(rating) AS average, COUNT(commented_at) AS n FROM orders WHERE house_id = %s"
    row = await queries.one(sql, house_id) or {}
    return None if row["average"] is None else round(float(row["average"]), 1), int(row["n"])


async def add_event(
    queries: Queries,
    order_id: int,
    action: str,
    *,
    actor: str,
    user_id: int | None,
    source: str | None,
    target: str,
    request_id: str,
    now: datetime,
) -> int:
    """Returns the id."""
    sql = """INSERT INTO order_events (order_id, action, actor, user_id, source, target, request_id, created_at)
             VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"""
    return (await queries.run(sql, order_id, action, actor, user_id, source, target, request_id, now)).last_id


async def events(queries: Queries, order_id: int) -> list[OrderEvent]:
    """In the order in which they happened."""
    sql = "SELECT action, actor, source, target, created_at FROM order_events WHERE order_id = %s ORDER BY id"
    return [OrderEvent(**row) for row in await queries.all(sql, order_id)]


async def notify(queries: Queries, event_id: int, user_ids: Sequence[int]) -> None:
    """Tell these users of an event."""
    if not user_ids:
        return
    places = ", ".join(["(%s, %s)"] * len(user_ids))
    values = [value for user_id in user_ids for value in (user_id, event_id)]
    await queries.run(f"INSERT INTO notices (user_id, event_id) VALUES {places}", *values)  # noqa: S608


async def notices(queries: Queries, user_id: int, *, after: int | None, limit: int) -> list[Notice]:
    """The newest first, from behind the notice `after`."""
    sql = """SELECT event_id AS id, order_id, action, actor, target, title, order_events.created_at
             FROM notices JOIN order_events ON order_events.id = event_id
                          JOIN orders ON orders.id = order_id JOIN houses ON houses.id = orders.house_id
             WHERE notices.user_id = %s AND event_id < %s ORDER BY event_id DESC LIMIT %s"""
    return [Notice(**row) for row in await queries.all(sql, user_id, after or 2**63, limit)]


def _order(row: Row) -> Order:
    tiers = tuple((days, percent) for days, percent in orjson.loads(row["refund_tiers"]))
    return Order(**{**row, "items": orjson.loads(row["items"]), "refund_tiers": tiers})
