"""The table `payments`: the one payment of an order."""

from dataclasses import dataclass
from datetime import datetime

from utils.mysql import Queries, Row


@dataclass(frozen=True)
class Payment:
    """`out_trade_no` is our number for it, `trade_no` the payment service's. Money is in fen, times are in UTC."""

    id: int
    order_id: int
    house_id: int
    out_trade_no: str
    amount: int
    trade_no: str | None
    paid_at: datetime | None
    refund: int | None
    refunded_at: datetime | None
    next_at: datetime | None
    created_at: datetime


_SELECT = """
    SELECT payments.id, order_id, house_id, out_trade_no, payments.amount, trade_no, paid_at, refund, refunded_at,
           next_at, payments.created_at
    FROM payments JOIN orders ON orders.id = order_id
"""


async def begin(
    queries: Queries, order_id: int, out_trade_no: str, amount: int, now: datetime, next_at: datetime
) -> None:
    """Note that an order is about to be paid, unless that is noted."""
    sql = """INSERT INTO payments (order_id, out_trade_no, amount, created_at, next_at) VALUES (%s, %s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE next_at = COALESCE(payments.next_at, VALUES(next_at))"""
    await queries.run(sql, order_id, out_trade_no, amount, now, next_at)


async def of_order(queries: Queries, order_id: int) -> Payment | None:
    return _payment(await queries.one(_SELECT + " WHERE order_id = %s", order_id))


async def by_number(queries: Queries, out_trade_no: str) -> Payment | None:
    return _payment(await queries.one(_SELECT + " WHERE out_trade_no = %s", out_trade_no))


async def receive(queries: Queries, payment_id: int, trade_no: str, now: datetime) -> bool:
    """False where the money was noted before."""
    sql = "UPDATE payments SET trade_no = %s, paid_at = %s, next_at = NULL WHERE id = %s AND paid_at IS NULL"
    return (await queries.run(sql, trade_no, now, payment_id)).affected == 1


async def owe(queries: Queries, order_id: int, refund: int, now: datetime) -> None:
    """Note what is to be given back, once for ever."""
    sql = """UPDATE payments SET refund = %s, next_at = %s
             WHERE order_id = %s AND paid_at IS NOT NULL AND refund IS NULL"""
    await queries.run(sql, refund, now, order_id)


async def refunded(queries: Queries, payment_id: int, now: datetime) -> None:
    await queries.run("UPDATE payments SET refunded_at = %s, next_at = NULL WHERE id = %s", now, payment_id)


async def stop_asking(queries: Queries, payment_id: int) -> None:
    await queries.run("UPDATE payments SET next_at = NULL WHERE id = %s AND paid_at IS NULL", payment_id)


async def due(queries: Queries, now: datetime, limit: int) -> list[Payment]:
    """Those about which the payment service is to be asked, the earliest first."""
    rows = await queries.all(_SELECT + " WHERE next_at <= %s ORDER BY next_at LIMIT %s", now, limit)
    return [Payment(**row) for row in rows]


async def lease(queries: Queries, payment: Payment, next_at: datetime | None) -> bool:
    """Put the next asking off; False where another worker did so first."""
    sql = "UPDATE payments SET next_at = %s WHERE id = %s AND next_at = %s"
    return (await queries.run(sql, next_at, payment.id, payment.next_at)).affected == 1


def _payment(row: Row | None) -> Payment | None:
    return Payment(**row) if row else None
