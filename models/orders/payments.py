"""The table `payments`: the one payment of an order. Times are in UTC."""

from dataclasses import dataclass
from datetime import datetime

from models.types import Fen, HouseId, OrderId
from utils.mysql import Queries, Row


@dataclass(frozen=True)
class NewPayment:
    """A payment that a guest begins; `out_trade_no` is our number for it."""

    order_id: OrderId
    out_trade_no: str
    amount: Fen
    created_at: datetime
    next_at: datetime
    """When a worker asks the payment service about it."""


@dataclass(frozen=True)
class Payment:
    """`out_trade_no` is our number for it, `trade_no` is the payment service's.

    `refund` is None until a refund is scheduled. `next_at` is when a worker asks the payment service again, None where
    nothing is left to ask.
    """

    id: int
    order_id: OrderId
    house_id: HouseId
    out_trade_no: str
    amount: Fen
    trade_no: str | None
    paid_at: datetime | None
    refund: Fen | None
    refunded_at: datetime | None
    next_at: datetime | None
    created_at: datetime


_SELECT = """
    SELECT payments.id, order_id, house_id, out_trade_no, payments.amount, trade_no, paid_at, refund, refunded_at,
           next_at, payments.created_at
    FROM payments JOIN orders ON orders.id = order_id
"""


async def create(queries: Queries, payment: NewPayment) -> None:
    """Store a payment; where the order has one already, that one stays, and is polled again unless it has come."""
    sql = """INSERT INTO payments (order_id, out_trade_no, amount, created_at, next_at) VALUES (%s, %s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE
               next_at = IF(paid_at IS NULL, COALESCE(payments.next_at, VALUES(next_at)), payments.next_at)"""
    await queries.run(sql, payment.order_id, payment.out_trade_no, payment.amount, payment.created_at, payment.next_at)


async def of_order(queries: Queries, order_id: OrderId) -> Payment | None:
    """None where its guest has not begun to pay."""
    return _payment(await queries.one(_SELECT + " WHERE order_id = %s", order_id))


async def by_out_trade_no(queries: Queries, out_trade_no: str) -> Payment | None:
    """None where the number is not ours."""
    return _payment(await queries.one(_SELECT + " WHERE out_trade_no = %s", out_trade_no))


async def mark_paid(queries: Queries, payment_id: int, trade_no: str, now: datetime) -> bool:
    """Record that the money has come; False where that is recorded already."""
    sql = "UPDATE payments SET trade_no = %s, paid_at = %s, next_at = NULL WHERE id = %s AND paid_at IS NULL"
    return (await queries.run(sql, trade_no, now, payment_id)).affected == 1


async def schedule_refund(queries: Queries, order_id: OrderId, refund: Fen, now: datetime) -> None:
    """Have a worker refund an order that is paid. The first amount stays: a second call changes nothing."""
    sql = """UPDATE payments SET refund = %s, next_at = %s
             WHERE order_id = %s AND paid_at IS NOT NULL AND refund IS NULL"""
    await queries.run(sql, refund, now, order_id)


async def mark_refunded(queries: Queries, payment_id: int, now: datetime) -> bool:
    """Record that the payment service has refunded the payment; False where that is recorded already."""
    sql = "UPDATE payments SET refunded_at = %s, next_at = NULL WHERE id = %s AND refunded_at IS NULL"
    return (await queries.run(sql, now, payment_id)).affected == 1


async def stop_polling(queries: Queries, payment_id: int) -> None:
    """Ask the payment service no more about a payment that never came."""
    await queries.run("UPDATE payments SET next_at = NULL WHERE id = %s AND paid_at IS NULL", payment_id)


async def due(queries: Queries, now: datetime, limit: int) -> list[Payment]:
    """Payments whose `next_at` has come, the earliest first."""
    rows = await queries.all(_SELECT + " WHERE next_at <= %s ORDER BY next_at LIMIT %s", now, limit)
    return [Payment(**row) for row in rows]


async def lease(queries: Queries, payment: Payment, next_at: datetime | None) -> bool:
    """Postpone `next_at`; False where another worker has done so since `payment` was read."""
    sql = "UPDATE payments SET next_at = %s WHERE id = %s AND next_at = %s"
    return (await queries.run(sql, next_at, payment.id, payment.next_at)).affected == 1


def _payment(row: Row | None) -> Payment | None:
    return Payment(**row) if row else None
