"""The table `stray_payments`: money that came for orders that the database no longer has. Times are in UTC."""

from dataclasses import dataclass
from datetime import datetime

from models.types import Fen
from utils.mysql import Queries


@dataclass(frozen=True)
class StrayPayment:
    """`out_trade_no` is our number for the payment, `trade_no` is the payment service's.

    `next_at` is when a worker sees to it again, None where nothing is left to do.
    """

    out_trade_no: str
    trade_no: str
    amount: Fen
    received_at: datetime
    refunded_at: datetime | None
    next_at: datetime | None


async def create(queries: Queries, payment: StrayPayment) -> None:
    """Store a payment; nothing happens where it is known."""
    sql = """INSERT INTO stray_payments (out_trade_no, trade_no, amount, received_at, next_at)
             VALUES (%s, %s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE trade_no = stray_payments.trade_no"""
    await queries.run(sql, payment.out_trade_no, payment.trade_no, payment.amount, payment.received_at, payment.next_at)


async def due(queries: Queries, now: datetime, limit: int) -> list[StrayPayment]:
    """Payments whose `next_at` has come, the earliest first."""
    rows = await queries.all("SELECT * FROM stray_payments WHERE next_at <= %s ORDER BY next_at LIMIT %s", now, limit)
    return [StrayPayment(**row) for row in rows]


async def lease(queries: Queries, payment: StrayPayment, next_at: datetime) -> bool:
    """Postpone `next_at`; False where another worker has done so since `payment` was read."""
    sql = "UPDATE stray_payments SET next_at = %s WHERE out_trade_no = %s AND next_at = %s"
    return (await queries.run(sql, next_at, payment.out_trade_no, payment.next_at)).affected == 1


async def mark_refunded(queries: Queries, out_trade_no: str, now: datetime) -> None:
    """Record that the payment service has given the money back."""
    sql = "UPDATE stray_payments SET refunded_at = %s, next_at = NULL WHERE out_trade_no = %s"
    await queries.run(sql, now, out_trade_no)


async def delete(queries: Queries, out_trade_no: str) -> None:
    """Forget a payment whose order has turned up."""
    await queries.run("DELETE FROM stray_payments WHERE out_trade_no = %s", out_trade_no)
