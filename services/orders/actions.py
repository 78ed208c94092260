"""What the guest and the host do with an order after booking: each step by the table of services/orders/states.py."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from models.orders import orders
from models.orders.orders import Order
from models.types import Fen, OrderId
from services.deps import Deps
from services.errors import BadParameters, Conflict, WrongRole
from services.local_time import today
from services.orders import payments, refunds, states, transitions
from services.orders.orders import OrderForParty, for_party, refund_by, role_of
from services.orders.states import Actor, OrderStatus, Transition
from services.orders.transitions import RequestContext, StaleOrder, TransitionBy
from utils.mysql import Queries

T = TypeVar("T")
Work = Callable[[Queries, Order, Actor], Awaitable[T]]
"""A change of an order by its guest or its host, within a transaction."""


class RefundChanged(Conflict):
    """The refund is another one than the client has shown: a day has ended meanwhile."""

    text = "退款金额已变化，请重新确认"


async def act(
    deps: Deps,
    context: RequestContext,
    order_id: OrderId,
    action: str,
    *,
    reason: str = "",
    version: int | None = None,
    refund: Fen | None = None,
) -> OrderForParty:
    """Make a transition of an order; `version` is that of the order as the user has seen it.

    `reason` is for "reject"; `refund` is for "cancel", the refund that the user has seen.
    A cancelled order that was paid gets a refund: all of it if the host cancels, else by the order's tiers.

    Raises NoSuchOrder, WrongRole for an action of the other party, BadParameters for a rejection without a reason,
    StaleOrder where the order has changed or is due, RefundChanged, and Conflict before the first day of the stay.
    """
    if action == "reject" and not reason:
        raise BadParameters(fields={"reason": "请填写拒单原因"})

    async def work(queries: Queries, order: Order, role: Actor) -> OrderForParty:
        due = _refund(deps, order, role, refund) if action == "cancel" else None
        await _apply(deps, queries, context, order, role, action, refund=due, reason=reason or None)
        if action == "reject":
            await orders.set_reject_reason(queries, order_id, reason)
        if due:
            await refunds.schedule_cancel(deps, queries, order, due)
        return for_party(deps, await transitions.require_order(queries, order_id), role)

    return await _change(deps, context, order_id, version, work)


def _refund(deps: Deps, order: Order, role: Actor, seen: Fen | None) -> Fen:
    """The refund of a cancellation. Raises RefundChanged where `seen` is another amount."""
    refund = refund_by(deps, order, role) or Fen(0)
    if seen is not None and seen != refund:
        raise RefundChanged
    return refund


async def pay(
    deps: Deps, context: RequestContext, order_id: OrderId, *, phone: bool, version: int | None = None
) -> str:
    """The URL of the payment service's page for the order; `phone` asks for the page for phones.

    Raises NoSuchOrder, WrongRole for the host, and StaleOrder where the order awaits no payment or has changed.
    """
    order = await transitions.load_order(deps, order_id)
    if role_of(order, context.user_id) is not Actor.CUSTOM:
        raise WrongRole("只有房客可以支付")
    if order.status != OrderStatus.WAIT_PAYMENT or order.due_at is None or order.due_at <= deps.now():
        raise StaleOrder
    if version is not None:
        _check_version(order, version)
    return await payments.begin(deps, order, phone=phone)


async def _change(deps: Deps, context: RequestContext, order_id: OrderId, version: int | None, work: Work[T]) -> T:
    """Run `work` on an order of this user. Raises NoSuchOrder and StaleOrder.

    Without a `version`, the order must not change while this waits for its lock: of racing requests, one wins.
    """
    before = await transitions.load_order(deps, order_id)
    role = role_of(before, context.user_id)

    async def checked(queries: Queries, order: Order) -> T:
        _check_version(order, version or before.version)
        return await work(queries, order, role)

    return await transitions.change_order(deps, before, checked)


def _check_version(order: Order, version: int) -> None:
    """Raises StaleOrder where the order has another version."""
    if version != order.version:
        raise StaleOrder


async def _apply(
    deps: Deps,
    queries: Queries,
    context: RequestContext,
    order: Order,
    role: Actor,
    action: str,
    *,
    refund: Fen | None = None,
    reason: str | None = None,
) -> None:
    """Make the transition of that name. Raises WrongRole, StaleOrder and Conflict."""
    transition = _allowed(deps, order, role, action)
    by = TransitionBy(role, context.user_id, context.request_id)
    await transitions.apply(deps, queries, order, transition, by, refund=refund, reason=reason)


def _allowed(deps: Deps, order: Order, role: Actor, action: str) -> Transition:
    """The transition of that name, if it is possible now. Raises WrongRole, StaleOrder and Conflict."""
    if not states.may_ever(role, action):
        raise WrongRole("您不能进行此操作")
    transition = states.find_transition(action, role, order.status)
    if transition is None or (order.due_at and order.due_at <= deps.now()):
        raise StaleOrder
    if transition.not_before_start and today(deps) < order.stay.start:
        raise Conflict("还没有到入住日期")
    return transition
