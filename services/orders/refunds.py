"""Refunds of an order that was paid in several parts, or is refunded in several.

No payment is refunded beyond its amount: what goes back is taken from the newest payment first.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from models.orders import payments, refunds
from models.orders.orders import Order
from models.orders.refunds import PaidTrade, PartialRefund, RefundPart
from models.types import Fen
from services.deps import Deps
from services.orders import transitions
from services.orders.states import Actor
from services.orders.transitions import TransitionBy
from utils.mysql import Queries

_INTERVAL = timedelta(seconds=60)
CANCEL = "cancel"


async def schedule_cancel(deps: Deps, queries: Queries, order: Order, amount: Fen) -> None:
    """Have a worker refund that much for a cancelled order; nothing happens for 0."""
    trades = await refunds.trades(queries, order.id)
    if len(trades) == 1 and amount:
        await payments.schedule_refund(queries, order.id, amount, deps.now())
    else:
        await refunds.create(queries, order.id, list(_split(trades, amount, CANCEL)), deps.now())


async def schedule_part(deps: Deps, queries: Queries, order: Order, amount: Fen, request: str) -> None:
    """Have a worker refund that much of what was paid for an order that goes on."""
    parts = list(_split(await refunds.trades(queries, order.id), amount, request))
    await refunds.create(queries, order.id, parts, deps.now())


async def due(deps: Deps, limit: int) -> list[PartialRefund]:
    """The refunds to make now, at most `limit`."""
    async with deps.db.connection() as queries:
        return await refunds.due(queries, deps.now(), limit)


async def make(deps: Deps, refund: PartialRefund, request_id: str) -> bool:
    """Make a refund, and record that once. False where another worker does so. Raises PaymentServiceUnavailable."""
    if not await deps.db.transact(lambda q: refunds.lease(q, refund, deps.now() + _INTERVAL)):
        return False
    await deps.payments.refund(refund.out_trade_no, refund.amount, refund.request)
    by = TransitionBy(Actor.PAYMENTS, None, request_id)

    async def work(queries: Queries, order: Order) -> None:
        if not await refunds.mark_refunded(queries, refund, deps.now()):
            return
        total, complete = await refunds.outcome(queries, order.id, refund.request)
        if complete:
            event = by.event(order.id, "refund", order.status, order.status, deps.now())
            state = transitions.state_of(order, by.actor, part=total)
            await transitions.record_event(deps, queries, event, "order.refunded", state, [order.guest_id])

    await transitions.change_order(deps, await transitions.load_order(deps, refund.order_id), work)
    return True


def _split(trades: Sequence[PaidTrade], amount: Fen, request: str) -> Iterator[RefundPart]:
    """How much of `amount` each payment gives back."""
    for trade in trades:
        part = Fen(min(amount, trade.left))
        if part > 0:
            yield RefundPart(trade.out_trade_no, request, part)
            amount = Fen(amount - part)
