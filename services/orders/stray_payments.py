"""Money for orders that the database no longer has.

When several pieces of a cluster fail at once, MariaDB may lose an order with its payment (docs/cluster.md). The payment
service still takes the guest's money and says so. A worker gives it back.
"""

from datetime import timedelta

import structlog

from models.orders import stray_payments
from models.orders.stray_payments import StrayPayment
from models.types import Fen
from services.deps import Deps
from utils.payments import ReceivedPayment

log = structlog.get_logger()

_INTERVAL = timedelta(seconds=60)
"""The first look comes as late: by then a new writer has all that was committed."""


async def record(deps: Deps, paid: ReceivedPayment) -> None:
    """Record money for a number of ours that nobody knows; a worker sees to it."""
    now = deps.now()
    new = StrayPayment(paid.number, paid.trade_no, Fen(paid.amount), now, None, now + _INTERVAL)
    await deps.db.transact(lambda queries: stray_payments.create(queries, new))
    log.error("money_for_a_lost_order", number=paid.number)


async def due(deps: Deps, limit: int) -> list[StrayPayment]:
    """The payments to see to now, at most `limit`."""
    async with deps.db.connection() as queries:
        return await stray_payments.due(queries, deps.now(), limit)


async def lease(deps: Deps, stray: StrayPayment) -> bool:
    """Take a payment for a minute; False where another worker has taken it."""
    next_at = deps.now() + _INTERVAL
    return await deps.db.transact(lambda queries: stray_payments.lease(queries, stray, next_at))


async def end(deps: Deps, stray: StrayPayment, *, refund: bool) -> None:
    """Give the money back, or forget the payment, whose order has turned up. Raises PaymentServiceUnavailable."""
    if not refund:
        await deps.db.transact(lambda queries: stray_payments.delete(queries, stray.out_trade_no))
        return
    await deps.payments.refund(stray.out_trade_no, stray.amount)
    now = deps.now()
    await deps.db.transact(lambda queries: stray_payments.mark_refunded(queries, stray.out_trade_no, now))
    log.warning("lost_order_refunded", number=stray.out_trade_no)
