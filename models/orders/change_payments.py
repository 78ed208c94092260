"""The table `change_payments`: what a guest pays for a change that makes a stay dearer. Times are in UTC."""

from dataclasses import dataclass
from datetime import datetime

from models.types import ChangeId, Fen, OrderId
from utils.mysql import Queries, Row


@dataclass(frozen=True)
class ChangePayment:
    """`out_trade_no` is our number for it, `trade_no` the payment service's.

    `next_at` is when a worker asks the payment service again, None where nothing is left to ask.
    """

    change_id: ChangeId
    order_id: OrderId
    out_trade_no: str
    amount: Fen
    trade_no: str | None
    paid_at: datetime | None
    next_at: datetime | None
    created_at: datetime


_SELECT = "SELECT * FROM change_payments"


async def create(queries: Queries, payment: ChangePayment) -> None:
    """Store a payment; where the change has one already, that one stays and is polled again."""
    sql = """INSERT INTO change_payments (change_id, order_id, out_trade_no, amount, created_at, next_at)
             VALUES (%s, %s, %s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE next_at = COALESCE(change_payments.next_at, VALUES(next_at))"""
    values = (payment.change_id, payment.order_id, payment.out_trade_no, payment.amount)
    await queries.run(sql, *values, payment.created_at, payment.next_at)


async def of_change(queries: Queries, change_id: ChangeId) -> ChangePayment | None:
    """None where the guest has not begun to pay."""
    return _payment(await queries.one(_SELECT + " WHERE change_id = %s", change_id))


async def by_out_trade_no(queries: Queries, out_trade_no: str) -> ChangePayment | None:
    """None where the number is not that of a change."""
    return _payment(await queries.one(_SELECT + " WHERE out_trade_no = %s", out_trade_no))


async def mark_paid(queries: Queries, change_id: ChangeId, trade_no: str, now: datetime) -> bool:
    """Record that the money has come; False where that is recorded already."""
    sql = """UPDATE change_payments SET trade_no = %s, paid_at = %s, next_at = NULL
             WHERE change_id = %s AND paid_at IS NULL"""
    return (await queries.run(sql, trade_no, now, change_id)).affected == 1


async def due(queries: Queries, now: datetime, limit: int) -> list[ChangePayment]:
    """Payments whose `next_at` has come, the earliest first."""
    rows = await queries.all(_SELECT + " WHERE next_at <= %s ORDER BY next_at LIMIT %s", now, limit)
    return [ChangePayment(**row) for row in rows]


async def lease(queries: Queries, payment: ChangePayment, next_at: datetime | None) -> bool:
    """Postpone `next_at`, or poll no more (None); False where another worker has done so since it was read."""
    sql = "UPDATE change_payments SET next_at = %s WHERE change_id = %s AND next_at = %s"
    return (await queries.run(sql, next_at, payment.change_id, payment.next_at)).affected == 1


def _payment(row: Row | None) -> ChangePayment | None:
    return ChangePayment(**row) if row else None
