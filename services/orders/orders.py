"""What becomes of an order: seeing it, and moving it on."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from models.orders import orders
from models.orders.orders import Notice, Order, OrderEvent
from services.deps import Deps
from services.errors import BadParameters, Conflict, DataExists, WrongRole
from services.local_time import today
from services.orders import payments, pricing, states, transitions
from services.orders.states import Actor, OrderStatus
from services.orders.transitions import NoSuchOrder, RequestContext, StaleOrder, TransitionBy
from utils.mysql import Queries
from utils.sessions import Session

T = TypeVar("T")


@dataclass(frozen=True)
class OrderForParty:
    """An order as one of its two sides sees it, and what this side may do now."""

    order: Order
    role: Actor
    actions: list[str]

    @property
    def arrival(self) -> tuple[str | None, str | None]:
        """The district and the address, once money has come."""
        if self.order.status not in (
            OrderStatus.PAID,
            OrderStatus.IN_STAY,
            OrderStatus.WAIT_COMMENT,
            OrderStatus.COMPLETE,
        ):
            return None, None
        return self.order.area_name, self.order.address

    @property
    def contact(self) -> str | None:
        """The other side's mobile, once money has come and until the stay has ended."""
        if self.order.status not in (OrderStatus.PAID, OrderStatus.IN_STAY):
            return None
        return self.order.host_mobile if self.role is Actor.CUSTOM else self.order.guest_mobile


@dataclass(frozen=True)
class OrderDetails:
    seen: OrderForParty
    events: list[OrderEvent]
    refund_today: int | None
    """What the guest would get back who cancels today; None where nothing is paid."""


async def mine(
    deps: Deps, session: Session, role: str, *, after: int | None, size: int
) -> tuple[list[OrderForParty], int | None]:
    """The user's orders as guest or as host, the newest first, and where the next page goes on."""
    async with deps.db.connection() as queries:
        found = await orders.of_user(queries, session.user_id, role, after=after, limit=size + 1)
    shown = [_seen(deps, order, Actor(role)) for order in found[:size]]
    return shown, shown[-1].order.id if len(found) > size else None


async def page(deps: Deps, session: Session, role: str, *, page: int, size: int) -> tuple[list[OrderForParty], int]:
    """One page of what `mine` finds, counted from 1, and how many orders there are in all."""
    async with deps.db.connection() as queries:
        found, total = await queries.gather(
            orders.of_user(queries, session.user_id, role, limit=size, offset=(page - 1) * size),
            orders.count(queries, session.user_id, role),
        )
    return [_seen(deps, order, Actor(role)) for order in found], total


async def show(deps: Deps, session: Session, order_id: int) -> OrderDetails:
    """Raises NoSuchOrder for everybody but its guest and its host."""
    async with deps.db.connection() as queries:
        order = await transitions.get(queries, order_id)
        seen = _seen(deps, order, _role(order, session.user_id))
        return OrderDetails(seen, await orders.events(queries, order_id), _refund_today(deps, order))


async def notices(deps: Deps, session: Session, *, after: int | None, size: int) -> tuple[list[Notice], int | None]:
    """What is news to the user, the newest first, and where the next page goes on."""
    async with deps.db.connection() as queries:
        found = await orders.notices(queries, session.user_id, after=after, limit=size + 1)
    return found[:size], found[size - 1].id if len(found) > size else None


def _refund_today(deps: Deps, order: Order) -> int | None:
    if order.status != OrderStatus.PAID:
        return None
    return pricing.refund(order.refund_tiers, order.amount, order.start_date, today(deps))


def _role(order: Order, user_id: int) -> Actor:
    """Raises NoSuchOrder for who is neither: that there is such an order is nobody else's business."""
    if user_id == order.user_id:
        return Actor.CUSTOM
    if user_id == order.host_id:
        return Actor.LANDLORD
    raise NoSuchOrder


def _seen(deps: Deps, order: Order, role: Actor) -> OrderForParty:
    actions = states.open_to(role, order.status, started=order.start_date <= today(deps))
    if role is Actor.CUSTOM and order.status == OrderStatus.WAIT_PAYMENT:
        actions.append("pay")
    if role is Actor.LANDLORD and order.commented_at and order.reply is None:
        actions.append("reply")
    return OrderForParty(order, role, actions)


# -- moving on


Work = Callable[[Queries, Order, Actor], Awaitable[T]]


async def act(
    deps: Deps, asked: RequestContext, order_id: int, action: str, *, reason: str = "", version: int | None = None
) -> OrderForParty:
    """Take a step of services.states in the user's role; `version` is that of the order which the user has seen.

    Raises NoSuchOrder, WrongRole, BadParameters, and StaleOrder where the order has moved since.
    """
    if action == "reject" and not reason:
        raise BadParameters(fields={"reason": "请填写拒单原因"})

    async def work(queries: Queries, order: Order, role: Actor) -> OrderForParty:
        await _step(deps, queries, asked, order, role, action)
        if action == "reject":
            await orders.set_reject_reason(queries, order_id, reason)
        if action == "cancel" and order.status == OrderStatus.PAID:
            await _give_back(deps, queries, order, role)
        return _seen(deps, await transitions.get(queries, order_id), role)

    return await _with_order(deps, asked, order_id, version, work)


async def comment(
    deps: Deps, asked: RequestContext, order_id: int, text: str, rating: int | None, *, version: int | None = None
) -> None:
    """Say how the stay was, once. Raises what `act` raises."""

    async def work(queries: Queries, order: Order, role: Actor) -> None:
        await _step(deps, queries, asked, order, role, "comment")
        await orders.set_comment(queries, order_id, text, rating, deps.now())

    await _with_order(deps, asked, order_id, version, work)


async def reply(deps: Deps, asked: RequestContext, order_id: int, text: str, *, version: int | None = None) -> None:
    """Answer a comment, once. Raises NoSuchOrder, WrongRole, DataExists, and StaleOrder before there is a comment."""

    async def work(queries: Queries, order: Order, role: Actor) -> None:
        if role is not Actor.LANDLORD:
            raise WrongRole("只有房东可以回复评价")
        if order.commented_at is None:
            raise StaleOrder("还没有评价")
        if not await orders.set_reply(queries, order_id, text, deps.now()):
            raise DataExists("已经回复过")

    await _with_order(deps, asked, order_id, version, work)


async def _with_order(deps: Deps, asked: RequestContext, order_id: int, version: int | None, work: Work[T]) -> T:
    """Run `work` unless the order has moved from `version`, or else from where it was when this began.

    Of requests that wait for one order at the same time, one wins.
    """
    before = await transitions.find(deps, order_id)
    role = _role(before, asked.user_id)

    async def unmoved(queries: Queries, order: Order) -> T:
        _check_version(order, version or before.version)
        return await work(queries, order, role)

    return await transitions.with_order(deps, before, unmoved)


def _check_version(order: Order, seen: int | None) -> None:
    """Raises StaleOrder where the order has moved since that version; None stands for any version."""
    if seen not in (None, order.version):
        raise StaleOrder


async def _step(deps: Deps, queries: Queries, asked: RequestContext, order: Order, role: Actor, action: str) -> None:
    now = deps.now()
    if not states.knows(action, role):
        raise WrongRole("您不能进行此操作")
    step = states.find(action, role, order.status)
    if step is None or (order.due_at and order.due_at <= now):
        raise StaleOrder
    if step.not_before_start and today(deps) < order.start_date:
        raise Conflict("还没有到入住日期")
    await transitions.move(
        queries, order, step, TransitionBy(role, asked.user_id, asked.request_id), now, deps.order_rules
    )


async def _give_back(deps: Deps, queries: Queries, order: Order, role: Actor) -> None:
    """A host who cancels gives back everything, a guest gets what the policy says."""
    amount = order.amount if role is Actor.LANDLORD else _refund_today(deps, order)
    await payments.owe(deps, queries, order, amount or 0)


async def pay(deps: Deps, asked: RequestContext, order_id: int, *, phone: bool, version: int | None = None) -> str:
    """Where the guest goes to pay. Raises NoSuchOrder, WrongRole, StaleOrder."""
    order = await transitions.find(deps, order_id)
    if _role(order, asked.user_id) is not Actor.CUSTOM:
        raise WrongRole("只有房客可以支付")
    if order.status != OrderStatus.WAIT_PAYMENT or order.due_at is None or order.due_at <= deps.now():
        raise StaleOrder
    _check_version(order, version)
    return await payments.begin(deps, order, phone=phone)
