"""Payments for changes that make a stay dearer: the change takes effect once the payment service confirms the money."""

import re
from contextlib import suppress
from datetime import timedelta

from models.orders import change_payments, refunds, stay_changes
from models.orders.change_payments import ChangePayment
from models.orders.orders import Order
from models.orders.refunds import RefundPart
from models.orders.stay_changes import Change
from models.types import ChangeId, OrderId
from services.deps import Deps
from services.errors import DataError, WrongRole
from services.orders import change_rules, transitions
from services.orders import stay_changes as changes
from services.orders.orders import role_of
from services.orders.states import Actor
from services.orders.stay_changes import NoSuchChange, StaleChange
from services.orders.transitions import RequestContext, TransitionBy
from utils.mysql import Queries
from utils.payments import PaymentServiceUnavailable, ReceivedPayment, Trade

_POLL_INTERVAL = timedelta(seconds=60)
_POLL_FOR = timedelta(hours=26)
"""How long a payment is polled: two hours longer than a guest may take to pay."""


async def begin(deps: Deps, context: RequestContext, order_id: OrderId, change_id: ChangeId, *, phone: bool) -> str:
    """The URL of the payment service's page for the difference. Beginning again leads to the same payment.

    Raises NoSuchOrder, NoSuchChange, WrongRole for the host, and StaleChange where no payment is awaited.
    """
    now = deps.now()

    async def work(queries: Queries) -> tuple[ChangePayment, Order, int]:
        order = await transitions.require_order(queries, order_id)
        role = role_of(order, context.user_id)
        change = await stay_changes.get(queries, order_id, change_id)
        if change is None:
            raise NoSuchChange
        if role is not Actor.CUSTOM:
            raise WrongRole("只有房客可以支付")
        if change.status != "WAIT_PAYMENT" or change.due_at is None or change.due_at <= now:
            raise StaleChange
        number = deps.payment_numbers.new(order_id)
        next_at = now + _POLL_INTERVAL
        new = ChangePayment(change_id, order_id, number, change.difference, None, None, next_at, now)
        await change_payments.create(queries, new)
        stored = await change_payments.of_change(queries, change_id)
        return stored or new, order, int((change.due_at - now).total_seconds())

    payment, order, seconds = await deps.db.transact(work)
    # Alipay refuses subjects with these characters
    subject = re.sub(r"[/=&]", " ", f"ihome {order.title}")[:128]
    return await deps.payments.page(Trade(payment.out_trade_no, payment.amount, subject, seconds), phone=phone)


async def record(deps: Deps, payment: ChangePayment, paid: ReceivedPayment, request_id: str) -> None:
    """Record money that has come, once, and carry its change out; money for a change that has ended goes back.

    Raises DataError where the amount is not ours.
    """
    if payment.amount != paid.amount:
        raise DataError("支付通知与订单不符")
    by = TransitionBy(Actor.PAYMENTS, None, request_id)

    async def work(queries: Queries, order: Order) -> None:
        if not await change_payments.mark_paid(queries, payment.change_id, paid.trade_no, deps.now()):
            return
        change = await stay_changes.get(queries, order.id, payment.change_id)
        if change is not None and _is_awaited(order, change):
            await changes.carry_out(deps, queries, order, change, by)
        else:
            await _give_back(deps, queries, order, payment, by)

    await transitions.change_order(deps, await transitions.load_order(deps, payment.order_id), work)


async def due(deps: Deps, limit: int) -> list[ChangePayment]:
    """The payments to ask about now, at most `limit`."""
    async with deps.db.connection() as queries:
        return await change_payments.due(queries, deps.now(), limit)


async def reconcile(deps: Deps, payment: ChangePayment, request_id: str) -> bool:
    """Ask the payment service whether a payment has come. False where another worker does so.

    Raises PaymentServiceUnavailable and DataError; the payment is due again a minute later, or later.
    """
    now = deps.now()
    age = now - payment.created_at
    next_at = now + max(_POLL_INTERVAL, age / 10) if age < _POLL_FOR else None
    if not await deps.db.transact(lambda q: change_payments.lease(q, payment, next_at)):
        return False
    if paid := await deps.payments.find(payment.out_trade_no):
        await record(deps, payment, paid, request_id)
    return True


async def check_before_expiry(deps: Deps, change: Change, request_id: str) -> None:
    """Ask the payment service whether a change that is about to expire was paid: the notice may be late.

    Where the payment service does not answer, the change expires; money that comes later goes back.
    """
    async with deps.db.connection() as queries:
        payment = await change_payments.of_change(queries, change.id)
    if payment is None or payment.paid_at is not None:
        return
    with suppress(PaymentServiceUnavailable, DataError):
        if paid := await deps.payments.find(payment.out_trade_no):
            await record(deps, payment, paid, request_id)


def _is_awaited(order: Order, change: Change) -> bool:
    """Whether the change can still be carried out."""
    open_ = change.status == "WAIT_PAYMENT" and order.amount == change.amount_before
    return open_ and order.status in change_rules.CHANGEABLE


async def _give_back(deps: Deps, queries: Queries, order: Order, payment: ChangePayment, by: TransitionBy) -> None:
    part = RefundPart(payment.out_trade_no, f"late-{payment.change_id}", payment.amount)
    await refunds.create(queries, order.id, [part], deps.now())
    event = by.event(order.id, "late_payment", order.status, order.status, deps.now())
    state = transitions.state_of(order, by.actor, part=payment.amount)
    await transitions.record_event(deps, queries, event, "order.paid_late", state, [order.guest_id])
