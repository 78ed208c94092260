"""Money for orders. Only the payment service's own word, signed or asked for, marks an order paid."""

import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import structlog

from models.orders import orders, payments
from models.orders.orders import Order
from models.orders.payments import Payment
from services.deps import Deps
from services.errors import DataError, NoSuchPath, OutboundServiceError
from services.orders import states, transitions
from services.orders.states import Actor, OrderStatus
from services.orders.transitions import TransitionBy
from utils.mysql import Queries
from utils.payments import InvalidNotice, PaymentServiceUnavailable, ReceivedPayment, Trade

log = structlog.get_logger()

_ASKED_AGAIN = timedelta(seconds=60)
_AFTER_EXPIRY = timedelta(hours=2)
"""How much longer than the longest time to pay the payment service is asked about a payment."""


async def begin(deps: Deps, order: Order, *, phone: bool) -> str:
    """Note that an order is being paid; returns the address of the page for that."""
    number, now = f"{order.id}-{secrets.token_hex(8)}", deps.now()

    async def note(queries: Queries) -> Payment:
        await payments.begin(queries, order.id, number, order.amount, now, now + _ASKED_AGAIN)
        return _known(await payments.of_order(queries, order.id))

    payment = await deps.db.transact(note)
    seconds = int((order.due_at - now).total_seconds()) if order.due_at else 0
    # Alipay takes none of these in a subject
    subject = re.sub(r"[/=&]", " ", f"ihome {order.title}")[:128]
    trade = Trade(payment.out_trade_no, payment.amount, subject, seconds)
    return await deps.payments.page(trade, phone=phone)


async def notice(deps: Deps, fields: Mapping[str, str], request_id: str) -> None:
    """Take the payment service's notice, however often and late it comes. Raises DataError for what is not genuine."""
    try:
        paid = deps.payments.read(fields)
    except InvalidNotice as reason:
        log.warning("notice_refused", reason=str(reason))
        raise DataError("支付通知无效") from None
    if paid is not None:
        await receive(deps, paid, request_id)


async def receive(deps: Deps, paid: ReceivedPayment, request_id: str) -> None:
    """Note money that has come, once; what comes for a dead order is given back. Raises DataError."""
    async with deps.db.connection() as queries:
        payment = await payments.by_number(queries, paid.number)
    if payment is None or payment.amount != paid.amount:
        log.error("money_does_not_fit", number_known=payment is not None)
        raise DataError("支付通知与订单不符")

    async def work(queries: Queries, order: Order) -> None:
        now, mover = deps.now(), TransitionBy(Actor.PAYMENTS, None, request_id)
        if not await payments.receive(queries, payment.id, paid.trade_no, now):
            return
        step = states.find("receive", Actor.PAYMENTS, order.status)
        if step is not None:
            await transitions.move(queries, order, step, mover, now, deps.order_rules)
        else:
            await _record(queries, order, "late_payment", mover, now)
            await owe(deps, queries, order, order.amount)

    await transitions.with_order(deps, await transitions.find(deps, payment.order_id), work)


async def owe(deps: Deps, queries: Queries, order: Order, amount: int) -> None:
    """Have a worker give back so much of what was paid."""
    if amount:
        await payments.owe(queries, order.id, amount, deps.now())


async def due(deps: Deps, limit: int) -> list[Payment]:
    """Those about which the payment service is to be asked now."""
    async with deps.db.connection() as queries:
        return await payments.due(queries, deps.now(), limit)


async def settle(deps: Deps, payment: Payment, request_id: str) -> bool:
    """Ask the payment service: to give back what is owed, or whether the money has come. False where another asks.

    Raises PaymentServiceUnavailable; it is asked again in a minute or more.
    """
    now = deps.now()
    if not await deps.db.transact(lambda q: payments.lease(q, payment, now + _pause(payment, now))):
        return False
    if payment.paid_at is not None:
        await _refund(deps, payment, request_id)
    elif paid := await deps.payments.find(payment.out_trade_no):
        await receive(deps, paid, request_id)
    elif now > payment.created_at + _max_asked(deps):
        await _give_up(deps, payment)
    return True


def _pause(payment: Payment, now: datetime) -> timedelta:
    """Money that is long in coming is asked about less often; a refund every minute."""
    return _ASKED_AGAIN if payment.paid_at else max(_ASKED_AGAIN, (now - payment.created_at) / 10)


def _max_asked(deps: Deps) -> timedelta:
    """How long after its beginning the payment service is asked about a payment for a dead order."""
    return timedelta(seconds=max(seconds for _, seconds in deps.order_rules.pay)) + _AFTER_EXPIRY


async def ask_before_expiring(deps: Deps, order_id: int, request_id: str) -> None:
    """The notice of a payment may be late: look whether the money is there, before its order is given up."""
    async with deps.db.connection() as queries:
        payment = await payments.of_order(queries, order_id)
    if payment is None or payment.paid_at is not None:
        return
    with suppress(PaymentServiceUnavailable, DataError):
        if paid := await deps.payments.find(payment.out_trade_no):
            await receive(deps, paid, request_id)


async def _refund(deps: Deps, payment: Payment, request_id: str) -> None:
    await deps.payments.refund(payment.out_trade_no, payment.refund or 0)

    async def work(queries: Queries, order: Order) -> None:
        now = deps.now()
        await payments.refunded(queries, payment.id, now)
        await _record(queries, order, "refund", TransitionBy(Actor.PAYMENTS, None, request_id), now)

    await transitions.with_order(deps, await transitions.find(deps, payment.order_id), work)


async def _give_up(deps: Deps, payment: Payment) -> None:
    async def work(queries: Queries) -> None:
        order = await orders.get(queries, payment.order_id)
        if order.status != OrderStatus.WAIT_PAYMENT:
            await payments.stop_asking(queries, payment.id)

    await deps.db.transact(work)


async def _record(queries: Queries, order: Order, action: str, mover: TransitionBy, now: datetime) -> None:
    """Something about the money, which leaves the order where it is and is news to its guest."""
    await transitions.record(queries, order.id, action, order.status, order.status, mover, [order.user_id], now)


def _known(payment: Payment | None) -> Payment:
    if payment is None:
        raise transitions.NoSuchOrder
    return payment


# -- development's own pay page


async def local_trade(deps: Deps, number: str) -> dict[str, Any]:
    """Raises NoSuchPath where there is none, and wherever the payment service is a real one."""
    trade = deps.pay_page.look_up(number) if deps.pay_page else None
    if trade is None:
        raise NoSuchPath
    return trade


async def pay_locally(deps: Deps, number: str) -> dict[str, Any]:
    """The payer has pressed the button. Raises NoSuchPath, and OutboundServiceError where ihome could not be told."""
    await local_trade(deps, number)
    if deps.pay_page is None or not await deps.pay_page.pay(number):
        raise OutboundServiceError("支付通知未送达，请稍后再试")
    return await local_trade(deps, number)
