"""The table `stay_changes`: other dates or guests that one party of an order offers to the other. Times are in UTC."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from models.orders import bill
from models.orders.bill import BillItem
from models.orders.orders import Role
from models.stay import Stay
from models.types import ChangeId, Fen, OrderId
from utils.mysql import Queries, Row

ChangeStatus = Literal["OFFERED", "WAIT_PAYMENT", "ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED", "ENDED"]
"""OFFERED and WAIT_PAYMENT are open; ENDED says that the order went on without it."""


@dataclass(frozen=True)
class NewChange:
    """A change that a party offers."""

    order_id: OrderId
    offered_by: Role
    stay: Stay
    guests: int
    items: Sequence[BillItem]
    amount: Fen
    """What the whole stay costs with the change."""
    amount_before: Fen
    due_at: datetime
    created_at: datetime


@dataclass(frozen=True)
class Change:
    """A change of an order."""

    id: ChangeId
    order_id: OrderId
    offered_by: Role
    stay: Stay
    guests: int
    items: tuple[BillItem, ...]
    amount: Fen
    amount_before: Fen
    status: ChangeStatus
    due_at: datetime | None
    """When a worker ends it; None where it is not open."""
    created_at: datetime

    @property
    def difference(self) -> Fen:
        """What the guest pays more; below 0, what the guest gets back."""
        return Fen(self.amount - self.amount_before)


_SELECT = """SELECT id, order_id, offered_by, start_date, end_date, guests, items, amount, amount_before, status,
                    due_at, created_at
             FROM stay_changes"""
_INSERT = """INSERT INTO stay_changes (order_id, open_of, offered_by, start_date, end_date, guests, items, amount,
                                       amount_before, status, due_at, created_at)
             VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, 'OFFERED', %s, %s)"""


async def create(queries: Queries, change: NewChange) -> ChangeId:
    """Store an offer; returns its id. Raises DuplicateKey where the order has an open change."""
    result = await queries.run(
        _INSERT,
        change.order_id,
        change.order_id,
        change.offered_by,
        change.stay.start,
        change.stay.end,
        change.guests,
        bill.items_as_json(change.items),
        change.amount,
        change.amount_before,
        change.due_at,
        change.created_at,
    )
    return ChangeId(result.last_id)


async def get(queries: Queries, order_id: OrderId, change_id: ChangeId) -> Change | None:
    """A change of that order."""
    row = await queries.one(_SELECT + " WHERE id = %s AND order_id = %s", change_id, order_id)
    return _change(row) if row else None


async def open_of(queries: Queries, order_id: OrderId) -> Change | None:
    """The change of an order that awaits an answer or a payment."""
    row = await queries.one(_SELECT + " WHERE open_of = %s", order_id)
    return _change(row) if row else None


async def of_order(queries: Queries, order_id: OrderId, limit: int) -> list[Change]:
    """The newest first."""
    rows = await queries.all(_SELECT + " WHERE order_id = %s ORDER BY id DESC LIMIT %s", order_id, limit)
    return [_change(row) for row in rows]


async def due(queries: Queries, now: datetime, limit: int) -> list[Change]:
    """The open changes whose time is over, the earliest first."""
    rows = await queries.all(_SELECT + " WHERE due_at <= %s ORDER BY due_at LIMIT %s", now, limit)
    return [_change(row) for row in rows]


async def await_payment(queries: Queries, change: Change, due_at: datetime) -> bool:
    """The change is accepted and awaits the difference; False where it was not OFFERED any more."""
    sql = "UPDATE stay_changes SET status = 'WAIT_PAYMENT', due_at = %s WHERE id = %s AND status = 'OFFERED'"
    return (await queries.run(sql, due_at, change.id)).affected == 1


async def close(queries: Queries, change: Change, status: ChangeStatus) -> bool:
    """Give an open change its last state; False where it has changed since it was read."""
    sql = "UPDATE stay_changes SET status = %s, due_at = NULL, open_of = NULL WHERE id = %s AND status = %s"
    return (await queries.run(sql, status, change.id, change.status)).affected == 1


def _change(row: Row) -> Change:
    """`row` has the columns of `_SELECT`."""
    stay = Stay(row.pop("start_date"), row.pop("end_date"))
    return Change(**{**row, "stay": stay, "items": bill.items_from_json(row["items"])})
