"""The table `orders`. Money is in fen, times are in UTC."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from models.houses.prices import CancellationPolicy
from models.orders import bill
from models.orders.bill import BillItem, RefundTiers
from models.stay import Stay
from models.types import Fen, HouseId, OrderId, UserId
from utils.mysql import Queries, Row

Role = Literal["custom", "landlord"]
"""A party of an order under the API's name: its guest is `custom`, its host is `landlord`."""


@dataclass(frozen=True)
class NewOrder:
    """An order that booking creates. Later changes of the house change none of it."""

    guest_id: UserId
    house_id: HouseId
    host_id: UserId
    stay: Stay
    guests: int
    items: tuple[BillItem, ...]
    deposit: Fen
    cancellation: CancellationPolicy
    refund_tiers: RefundTiers
    status: str
    due_at: datetime | None
    """When a worker ends the order if nobody acts before."""
    remind_at: datetime | None
    """When a worker reminds the parties of what waits for them."""
    created_at: datetime

    @property
    def amount(self) -> Fen:
        """What the guest pays."""
        return Fen(sum(item.amount for item in self.items))


@dataclass(frozen=True)
class Order:
    """An order with its house and its two parties.

    `items` and `refund_tiers` are frozen at booking; `version` counts the transitions, from 1.
    """

    id: OrderId
    guest_id: UserId
    house_id: HouseId
    host_id: UserId
    stay: Stay
    guests: int
    amount: Fen
    deposit: Fen
    items: tuple[BillItem, ...]
    cancellation: CancellationPolicy
    refund_tiers: RefundTiers
    status: str
    version: int
    due_at: datetime | None
    """When a worker ends the order if nobody acts before."""
    remind_at: datetime | None
    """When a worker reminds the parties of what waits for them; None where there is nothing to tell."""
    reject_reason: str | None
    comment: str | None
    rating: int | None
    commented_at: datetime | None
    """When the guest's review was published: before, it is not here, nor is its rating."""
    reply: str | None
    guest_wrote: str | None
    """The guest's review, also before it is published: only the guest reads it here."""
    guest_rated: int | None
    """The rating of that review."""
    host_reviewed: bool
    """Whether the host has reviewed the guest."""
    created_at: datetime
    title: str
    area_name: str
    address: str
    address_detail: str
    """The door, which is not public; neither is the position."""
    lat: Decimal | None
    """The exact position of the house, GCJ-02."""
    lng: Decimal | None
    check_in_from: str
    """Local, as check_out_until: "15:00"."""
    check_out_until: str
    rules: str
    cover: str | None
    guest_name: str | None
    """None while the name is still the mobile number; so is the host's."""
    guest_mobile: str
    host_name: str | None
    host_mobile: str
    refund: Fen | None
    """The refund of a cancellation that is scheduled or made; None where there is none."""
    refunds_from: date | None
    """The day from which the refund tiers count, where that is not the first day of the stay."""

    @property
    def refund_start(self) -> date:
        """The day from which the refund tiers count (docs/changes.md)."""
        return self.refunds_from or self.stay.start


@dataclass(frozen=True)
class ChangedStay:
    """What a change of an order's stay sets; times are in UTC."""

    stay: Stay
    guests: int
    items: tuple[BillItem, ...]
    amount: Fen
    refunds_from: date
    due_at: datetime | None
    remind_at: datetime | None


@dataclass(frozen=True)
class OrderFilter:
    """Orders in these states. `started` takes those whose first day has come (True) or has not (False)."""

    statuses: tuple[str, ...]
    started: bool | None = None
    by_stay: bool = False
    """Whether the earliest stay comes first; else the newest order does."""


@dataclass(frozen=True)
class OrderCounts:
    """How many orders await the user, have yet to begin, and are under way."""

    pending: int
    upcoming: int
    current: int


class OrderNotFound(Exception):
    """There is no order of that id."""


_SELECT = """
    SELECT orders.id, orders.user_id AS guest_id, orders.house_id, host_id, start_date, end_date, guests, orders.amount,
           orders.deposit, items, orders.cancellation, refund_tiers, status, version, due_at, remind_at, reject_reason,
           comment, orders.rating, commented_at, reply, COALESCE(comment, by_guest.content) AS guest_wrote,
           COALESCE(orders.rating, by_guest.rating) AS guest_rated, by_host.order_id IS NOT NULL AS host_reviewed,
           orders.created_at, houses.title, houses.address, address_detail,
           houses.lat, houses.lng, check_in_from, check_out_until, rules, areas.name AS area_name, refunds_from,
           COALESCE(payments.refund, (SELECT CAST(SUM(refunds.amount) AS UNSIGNED) FROM refunds
                                      WHERE refunds.order_id = orders.id AND request = 'cancel')) AS refund,
           NULLIF(guest.name, guest.mobile) AS guest_name, guest.mobile AS guest_mobile,
           NULLIF(host.name, host.mobile) AS host_name, host.mobile AS host_mobile,
           (SELECT stem FROM house_images WHERE house_id = orders.house_id ORDER BY position, id LIMIT 1) AS cover
    FROM orders JOIN houses ON houses.id = orders.house_id JOIN areas ON areas.id = area_id
                JOIN users AS guest ON guest.id = orders.user_id
                JOIN users AS host ON host.id = host_id LEFT JOIN payments ON payments.order_id = orders.id
                LEFT JOIN reviews AS by_guest ON by_guest.order_id = orders.id AND by_guest.author = 'custom'
                LEFT JOIN reviews AS by_host ON by_host.order_id = orders.id AND by_host.author = 'landlord'
"""
_INSERT = """
    INSERT INTO orders (user_id, house_id, host_id, start_date, end_date, days, guests, amount, deposit, items,
                        cancellation, refund_tiers, status, status_at, due_at, remind_at, created_at)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_COLUMN_OF: dict[Role, str] = {"custom": "orders.user_id", "landlord": "host_id"}


async def create(queries: Queries, order: NewOrder) -> OrderId:
    """Store an order; returns its id."""
    result = await queries.run(
        _INSERT,
        order.guest_id,
        order.house_id,
        order.host_id,
        order.stay.start,
        order.stay.end,
        order.stay.days,
        order.guests,
        order.amount,
        order.deposit,
        bill.items_as_json(order.items),
        order.cancellation,
        bill.tiers_as_json(order.refund_tiers),
        order.status,
        order.created_at,
        order.due_at,
        order.remind_at,
        order.created_at,
    )
    return OrderId(result.last_id)


async def get(queries: Queries, order_id: OrderId) -> Order:
    """Read an order. Raises OrderNotFound."""
    row = await queries.one(_SELECT + " WHERE orders.id = %s", order_id)
    if row is None:
        raise OrderNotFound
    return _order(row)


async def of_user(
    queries: Queries, user_id: int, role: Role, *, limit: int, after: int | None = None, offset: int = 0
) -> list[Order]:
    """The orders of a user in that role, the newest first; `after` is the last id of the page before."""
    where = f" WHERE {_COLUMN_OF[role]} = %s AND orders.id < %s ORDER BY orders.id DESC LIMIT %s OFFSET %s"
    rows = await queries.all(_SELECT + where, user_id, after or 2**63, limit, offset)
    return [_order(row) for row in rows]


async def filtered(
    queries: Queries,
    user_id: int,
    role: Role,
    wanted: OrderFilter,
    *,
    today: date,
    limit: int,
    after: int | None = None,
) -> list[Order]:
    """The orders of a user in that role that `wanted` takes; `after` is the last id of the page before."""
    mine = f"{_COLUMN_OF[role]} = %s"
    conditions, values = [mine, "status IN %s"], [user_id, wanted.statuses]
    if wanted.started is not None:
        conditions.append("start_date <= %s" if wanted.started else "start_date > %s")
        values.append(today)
    if after is not None and wanted.by_stay:
        # the user's own orders only: a stranger's order would tell when its stay begins
        last = f"SELECT start_date, orders.id FROM orders WHERE {mine} AND orders.id = %s"  # noqa: S608
        conditions.append(f"(start_date, orders.id) > ({last})")
        values += [user_id, after]
    elif after is not None:
        conditions.append("orders.id < %s")
        values.append(after)
    order = "start_date, orders.id" if wanted.by_stay else "orders.id DESC"
    where = f" WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT %s"
    return [_order(row) for row in await queries.all(_SELECT + where, *values, limit)]


async def counts(
    queries: Queries, user_id: int, role: Role, live: Sequence[str], pending: str, today: date
) -> OrderCounts:
    """Counts a user's orders in the states `live`; those in the state `pending` await the user."""
    sql = f"""SELECT COALESCE(SUM(status = %s), 0) AS pending, COALESCE(SUM(start_date > %s), 0) AS upcoming,
                     COALESCE(SUM(start_date <= %s), 0) AS current
              FROM orders WHERE {_COLUMN_OF[role]} = %s AND status IN %s"""  # noqa: S608  our own names of columns
    row = await queries.one(sql, pending, today, today, user_id, tuple(live)) or {}
    return OrderCounts(**{name: int(value) for name, value in row.items()})


async def count(queries: Queries, user_id: int, role: Role) -> int:
    """How many orders a user has in that role."""
    sql = f"SELECT COUNT(*) AS n FROM orders WHERE {_COLUMN_OF[role]} = %s"  # noqa: S608  our own names of columns
    return int((await queries.one(sql, user_id) or {})["n"])


async def pending(queries: Queries, guest_id: int) -> int:
    """How many orders of a guest wait for a host's answer or for their payment."""
    sql = "SELECT COUNT(*) AS n FROM orders WHERE user_id = %s AND status IN ('WAIT_ACCEPT', 'WAIT_PAYMENT')"
    return int((await queries.one(sql, guest_id) or {})["n"])


async def house_has_any(queries: Queries, house_id: int, statuses: Sequence[str]) -> bool:
    """Whether the house has an order in one of these states."""
    sql = "SELECT 1 FROM orders WHERE house_id = %s AND status IN %s LIMIT 1"
    return await queries.one(sql, house_id, tuple(statuses)) is not None


async def due(queries: Queries, now: datetime, limit: int) -> list[OrderId]:
    """The orders whose `due_at` has come, the earliest first."""
    sql = "SELECT id FROM orders WHERE due_at <= %s ORDER BY due_at LIMIT %s"
    return [row["id"] for row in await queries.all(sql, now, limit)]


async def to_remind(queries: Queries, now: datetime, limit: int) -> list[OrderId]:
    """The orders whose `remind_at` has come, the earliest first."""
    sql = "SELECT id FROM orders WHERE remind_at <= %s ORDER BY remind_at LIMIT %s"
    return [row["id"] for row in await queries.all(sql, now, limit)]


async def set_remind_at(queries: Queries, order_id: OrderId, remind_at: datetime | None) -> None:
    """Say when a worker reminds of the order, None for never; its version stays."""
    await queries.run("UPDATE orders SET remind_at = %s WHERE id = %s", remind_at, order_id)


async def change_status(
    queries: Queries,
    order: Order,
    target: str,
    *,
    now: datetime,
    due_at: datetime | None,
    remind_at: datetime | None,
) -> bool:
    """Change the status if status and version are still those of `order`; returns whether they were."""
    sql = """UPDATE orders SET status = %s, status_at = %s, due_at = %s, remind_at = %s, version = version + 1
             WHERE id = %s AND status = %s AND version = %s"""
    values = (target, now, due_at, remind_at, order.id, order.status, order.version)
    return (await queries.run(sql, *values)).affected == 1


async def change_stay(queries: Queries, order: Order, changed: ChangedStay) -> bool:
    """Give the order another stay if status and version are still those of `order`; returns whether they were."""
    sql = """UPDATE orders SET start_date = %s, end_date = %s, days = %s, guests = %s, amount = %s, items = %s,
                               refunds_from = %s, due_at = %s, remind_at = %s, version = version + 1
             WHERE id = %s AND status = %s AND version = %s"""
    stay = changed.stay
    values = (stay.start, stay.end, stay.days, changed.guests, changed.amount, bill.items_as_json(changed.items))
    known = (order.id, order.status, order.version)
    result = await queries.run(sql, *values, changed.refunds_from, changed.due_at, changed.remind_at, *known)
    return result.affected == 1


async def set_reject_reason(queries: Queries, order_id: OrderId, reason: str) -> None:
    """Store why the host rejects the order."""
    await queries.run("UPDATE orders SET reject_reason = %s WHERE id = %s", reason, order_id)


async def set_comment(queries: Queries, order_id: OrderId, comment: str, rating: int | None, now: datetime) -> None:
    """Publish the guest's comment; `rating` is 1 to 5, or None from clients that send none."""
    sql = "UPDATE orders SET comment = %s, rating = %s, commented_at = %s WHERE id = %s"
    await queries.run(sql, comment, rating, now, order_id)


async def set_reply(queries: Queries, order_id: OrderId, reply: str, now: datetime) -> bool:
    """Store the host's reply; False where there is no comment yet, or a reply already."""
    sql = """UPDATE orders SET reply = %s, replied_at = %s
             WHERE id = %s AND commented_at IS NOT NULL AND reply IS NULL"""
    return (await queries.run(sql, reply, now, order_id)).affected == 1


def _order(row: Row) -> Order:
    """`row` has the columns of `_SELECT`."""
    start, end = row.pop("start_date"), row.pop("end_date")
    items, tiers = bill.items_from_json(row["items"]), bill.tiers_from_json(row["refund_tiers"])
    read = {
        "stay": Stay(start, end),
        "items": items,
        "refund_tiers": tiers,
        "host_reviewed": bool(row["host_reviewed"]),
    }
    return Order(**{**row, **read})
