"""The table `refunds`: refunds of parts of what was paid for an order. Times are in UTC."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.types import Fen, OrderId
from utils.mysql import Queries


@dataclass(frozen=True)
class RefundPart:
    """`amount` of the payment with our number `out_trade_no` goes back, once for each `request`."""

    out_trade_no: str
    request: str
    amount: Fen


@dataclass(frozen=True)
class PartialRefund(RefundPart):
    """A part that is scheduled or made. `next_at` is when a worker sees to it, None where it is made."""

    id: int
    order_id: OrderId
    created_at: datetime
    refunded_at: datetime | None
    next_at: datetime | None


@dataclass(frozen=True)
class PaidTrade:
    """What is left of a payment of an order."""

    out_trade_no: str
    left: Fen


_TRADES = """
    SELECT out_trade_no, CAST(amount - COALESCE(refund, 0) - COALESCE(
             (SELECT SUM(refunds.amount) FROM refunds WHERE refunds.out_trade_no = paid.out_trade_no), 0
           ) AS SIGNED) AS `left`
    FROM (SELECT 0 AS change_id, out_trade_no, amount, refund FROM payments WHERE order_id = %s AND paid_at IS NOT NULL
          UNION ALL
          SELECT change_id, out_trade_no, amount, NULL FROM change_payments
          WHERE order_id = %s AND paid_at IS NOT NULL) AS paid
    ORDER BY change_id DESC
"""


async def trades(queries: Queries, order_id: OrderId) -> list[PaidTrade]:
    """The payments of an order that have come, the newest first."""
    return [PaidTrade(row["out_trade_no"], Fen(row["left"])) for row in await queries.all(_TRADES, order_id, order_id)]


async def create(queries: Queries, order_id: OrderId, parts: Sequence[RefundPart], now: datetime) -> None:
    """Schedule refunds; one whose request is known stays as it is. `parts` may be empty."""
    sql = """INSERT INTO refunds (order_id, out_trade_no, request, amount, created_at, next_at)
             VALUES (%s, %s, %s, %s, %s, %s) ON DUPLICATE KEY UPDATE amount = refunds.amount"""
    for part in parts:
        await queries.run(sql, order_id, part.out_trade_no, part.request, part.amount, now, now)


async def due(queries: Queries, now: datetime, limit: int) -> list[PartialRefund]:
    """Refunds whose `next_at` has come, the earliest first."""
    rows = await queries.all("SELECT * FROM refunds WHERE next_at <= %s ORDER BY next_at LIMIT %s", now, limit)
    return [PartialRefund(**row) for row in rows]


async def lease(queries: Queries, refund: PartialRefund, next_at: datetime) -> bool:
    """Postpone `next_at`; False where another worker has done so since `refund` was read."""
    sql = "UPDATE refunds SET next_at = %s WHERE id = %s AND next_at = %s"
    return (await queries.run(sql, next_at, refund.id, refund.next_at)).affected == 1


async def mark_refunded(queries: Queries, refund: PartialRefund, now: datetime) -> bool:
    """Record that the payment service has made a refund; False where that is recorded already."""
    sql = "UPDATE refunds SET refunded_at = %s, next_at = NULL WHERE id = %s AND refunded_at IS NULL"
    return (await queries.run(sql, now, refund.id)).affected == 1


async def outcome(queries: Queries, order_id: OrderId, request: str) -> tuple[Fen, bool]:
    """The sum of the parts of one request, and whether all of them are made."""
    sql = """SELECT COALESCE(SUM(amount), 0) AS total, COALESCE(SUM(refunded_at IS NULL), 0) AS waiting FROM refunds
             WHERE order_id = %s AND request = %s"""
    row = await queries.one(sql, order_id, request) or {}
    return Fen(int(row["total"])), not row["waiting"]
