"""Payments of orders. Only the payment service's signed notice, or its answer to a query, marks an order paid."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta

import structlog

from models.orders import change_payments, orders, payments
from models.orders.orders import Order
from models.orders.payments import NewPayment, Payment
from models.orders.stray_payments import StrayPayment
from models.types import Fen, OrderId
from services.deps import Deps
from services.errors import DataError, NoSuchPath, OutboundServiceError
from services.orders import change_payments as change_payment
from services.orders import states, stray_payments, transitions
from services.orders.states import Actor, OrderStatus
from services.orders.transitions import NoSuchOrder, TransitionBy
from utils.local_payments import LocalTrade
from utils.mysql import Queries
from utils.payments import InvalidNotice, PaymentServiceUnavailable, ReceivedPayment, Trade

log = structlog.get_logger()

_POLL_INTERVAL = timedelta(seconds=60)
_POLLED_AFTER_EXPIRY = timedelta(hours=2)
"""How much longer than the longest time to pay a payment is polled."""


async def begin(deps: Deps, order: Order, *, phone: bool) -> str:
    """Record that the guest begins to pay; returns the URL of the payment service's page.

    An order has one payment: beginning again leads to the same one. Raises NoSuchOrder.
    """
    number, now = deps.payment_numbers.new(order.id), deps.now()
    new = NewPayment(order.id, number, order.amount, created_at=now, next_at=now + _POLL_INTERVAL)

    async def work(queries: Queries) -> Payment:
        await payments.create(queries, new)
        payment = await payments.of_order(queries, order.id)
        if payment is None:
            raise NoSuchOrder
        return payment

    payment = await deps.db.transact(work)
    seconds = int((order.due_at - now).total_seconds()) if order.due_at else 0
    # Alipay refuses subjects with these characters
    subject = re.sub(r"[/=&]", " ", f"ihome {order.title}")[:128]
    trade = Trade(payment.out_trade_no, payment.amount, subject, seconds)
    return await deps.payments.page(trade, phone=phone)


async def notice(deps: Deps, fields: Mapping[str, str], request_id: str) -> None:
    """Take a notice of the payment service, which may come late and more than once.

    Raises DataError where the notice is not genuine or does not fit the order, and NoSuchOrder.
    """
    try:
        paid = deps.payments.read(fields)
    except InvalidNotice as reason:
        log.warning("notice_refused", reason=str(reason))
        raise DataError("支付通知无效") from None
    if paid is not None:
        await record_payment(deps, paid, request_id)


async def record_payment(deps: Deps, paid: ReceivedPayment, request_id: str) -> None:
    """Record money that has come, once, and make its order PAID; money for a dead order is refunded.

    Money for an order that is lost is given back. Raises DataError where the number or the amount is not ours, and
    NoSuchOrder.
    """
    async with deps.db.connection() as queries:
        payment = await payments.by_out_trade_no(queries, paid.number)
        of_change = None if payment else await change_payments.by_out_trade_no(queries, paid.number)
    if of_change is not None:
        await change_payment.record(deps, of_change, paid, request_id)
        return
    if payment is None and deps.payment_numbers.is_ours(paid.number):
        await stray_payments.record(deps, paid)
        return
    if payment is None or payment.amount != paid.amount:
        log.error("money_does_not_fit", number_known=payment is not None)
        raise DataError("支付通知与订单不符")
    by = TransitionBy(Actor.PAYMENTS, None, request_id)

    async def work(queries: Queries, order: Order) -> None:
        if not await payments.mark_paid(queries, payment.id, paid.trade_no, deps.now()):
            return
        transition = states.find_transition("receive", Actor.PAYMENTS, order.status)
        if transition is not None:
            await transitions.apply(deps, queries, order, transition, by)
        else:
            await _record_event(deps, queries, order, "late_payment", "order.paid_late", by)
            await schedule_refund(deps, queries, order, order.amount)

    await transitions.change_order(deps, await transitions.load_order(deps, payment.order_id), work)


async def schedule_refund(deps: Deps, queries: Queries, order: Order, amount: Fen) -> None:
    """Have a worker refund that much of what was paid for the order; nothing happens for 0."""
    if amount:
        await payments.schedule_refund(queries, order.id, amount, deps.now())


async def due(deps: Deps, limit: int) -> list[Payment]:
    """The payments to reconcile now, at most `limit`."""
    async with deps.db.connection() as queries:
        return await payments.due(queries, deps.now(), limit)


async def reconcile(deps: Deps, payment: Payment, request_id: str) -> bool:
    """Refund a payment, or ask the payment service whether it has come. False where another worker does so.

    Raises PaymentServiceUnavailable, DataError where the amount is not ours, and NoSuchOrder; the payment is due again
    a minute later, or later.
    """
    now = deps.now()
    if not await deps.db.transact(lambda q: payments.lease(q, payment, now + _poll_interval(payment, now))):
        return False
    if payment.paid_at is not None:
        await _refund(deps, payment, request_id)
    elif paid := await deps.payments.find(payment.out_trade_no):
        await record_payment(deps, paid, request_id)
    elif now > payment.created_at + _max_polled(deps):
        await _stop_polling(deps, payment)
    return True


def _poll_interval(payment: Payment, now: datetime) -> timedelta:
    """Each minute for a refund; a payment is polled less often the longer it takes."""
    return _POLL_INTERVAL if payment.paid_at else max(_POLL_INTERVAL, (now - payment.created_at) / 10)


def _max_polled(deps: Deps) -> timedelta:
    """How long a payment is polled whose order no longer awaits it."""
    return timedelta(seconds=max(seconds for _, seconds in deps.order_rules.pay)) + _POLLED_AFTER_EXPIRY


async def reconcile_stray(deps: Deps, stray: StrayPayment, request_id: str) -> bool:
    """Give money for a lost order back, or record it if the order has turned up. False where another worker does so.

    Raises PaymentServiceUnavailable, DataError where the amount is not ours, and NoSuchOrder; the payment is due again
    a minute later.
    """
    if not await stray_payments.lease(deps, stray):
        return False
    async with deps.db.connection() as queries:
        first = await payments.by_out_trade_no(queries, stray.out_trade_no)
        known = bool(first or await change_payments.by_out_trade_no(queries, stray.out_trade_no))
    if known:
        await record_payment(deps, ReceivedPayment(stray.out_trade_no, stray.trade_no, stray.amount), request_id)
    await stray_payments.end(deps, stray, refund=not known)
    return True


async def check_before_expiry(deps: Deps, order_id: OrderId, request_id: str) -> None:
    """Ask the payment service whether an order that is about to expire was paid: the notice may be late.

    Where the payment service does not answer, the order expires; money that comes later is refunded.
    """
    async with deps.db.connection() as queries:
        payment = await payments.of_order(queries, order_id)
    if payment is None or payment.paid_at is not None:
        return
    with suppress(PaymentServiceUnavailable, DataError):
        if paid := await deps.payments.find(payment.out_trade_no):
            await record_payment(deps, paid, request_id)


async def _refund(deps: Deps, payment: Payment, request_id: str) -> None:
    """Refund a payment, and record that once. Raises PaymentServiceUnavailable and NoSuchOrder."""
    await deps.payments.refund(payment.out_trade_no, payment.refund or Fen(0))
    by = TransitionBy(Actor.PAYMENTS, None, request_id)

    async def work(queries: Queries, order: Order) -> None:
        if await payments.mark_refunded(queries, payment.id, deps.now()):
            await _record_event(deps, queries, order, "refund", "order.refunded", by)

    await transitions.change_order(deps, await transitions.load_order(deps, payment.order_id), work)


async def _stop_polling(deps: Deps, payment: Payment) -> None:
    """Poll no more, unless the order still awaits the payment."""

    async def work(queries: Queries) -> None:
        order = await orders.get(queries, payment.order_id)
        if order.status != OrderStatus.WAIT_PAYMENT:
            await payments.stop_polling(queries, payment.id)

    await deps.db.transact(work)


async def _record_event(
    deps: Deps, queries: Queries, order: Order, action: str, event_type: str, by: TransitionBy
) -> None:
    """Record an event about the money; the order keeps its status, its guest is notified."""
    event = by.event(order.id, action, order.status, order.status, deps.now())
    state = transitions.state_of(order, by.actor)
    await transitions.record_event(deps, queries, event, event_type, state, [order.guest_id])


# -- the payment page of development


async def local_trade(deps: Deps, number: str) -> LocalTrade:
    """A trade of the local payment service. Raises NoSuchPath where there is none, or no local payment service."""
    trade = deps.pay_page.look_up(number) if deps.pay_page else None
    if trade is None:
        raise NoSuchPath
    return trade


async def pay_locally(deps: Deps, number: str) -> LocalTrade:
    """Pay a trade of the local payment service. Raises NoSuchPath, and OutboundServiceError where its notice fails."""
    await local_trade(deps, number)
    if deps.pay_page is None or not await deps.pay_page.pay(number):
        raise OutboundServiceError("支付通知未送达，请稍后再试")
    return await local_trade(deps, number)
