"""How an order changes: every transition goes through `apply`, whoever causes it.

A change locks the order's house first, so that the changes of one house run one after the other and cannot deadlock.
The conditional UPDATE in `apply` decides which of two racing changes wins.
"""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from models.houses import houses, listings, nights
from models.orders import events, orders
from models.orders.events import NewEvent
from models.orders.orders import Order
from models.types import Fen, OrderId, UserId
from services.deps import Deps
from services.errors import Conflict, NoData
from services.events import recording
from services.events.types import OrderState
from services.houses.changes import change_house, invalidating
from services.local_time import today
from services.orders import change_endings, deadlines, states
from services.orders.states import Actor, OrderStatus, Transition
from utils.mysql import Queries

T = TypeVar("T")


class NoSuchOrder(NoData):
    text = "订单不存在"


class StaleOrder(Conflict):
    """The order has changed since the client or the transaction has read it."""

    text = "订单状态已变化，请刷新后重试"


@dataclass(frozen=True)
class RequestContext:
    """Which user sends which request."""

    user_id: UserId
    request_id: str


@dataclass(frozen=True)
class TransitionBy:
    """Who changes an order, in which request. `user_id` is None for a worker and for the payment service."""

    actor: Actor
    user_id: UserId | None
    request_id: str

    def event(self, order_id: OrderId, action: str, source: str | None, target: str, now: datetime) -> NewEvent:
        """The record of this change; `now` is in UTC, `source` is None for the booking."""
        return NewEvent(order_id, action, self.actor, self.user_id, source, target, self.request_id, now)


async def require_order(queries: Queries, order_id: OrderId) -> Order:
    """Read an order within a transaction. Raises NoSuchOrder."""
    try:
        return await orders.get(queries, order_id)
    except orders.OrderNotFound:
        raise NoSuchOrder from None


async def load_order(deps: Deps, order_id: OrderId) -> Order:
    """Read an order on a connection of its own. Raises NoSuchOrder."""
    async with deps.db.connection() as queries:
        return await require_order(queries, order_id)


async def change_order(deps: Deps, order: Order, work: Callable[[Queries, Order], Awaitable[T]]) -> T:
    """Run `work` in a transaction that holds the lock of the order's house; it is given the order as it is then.

    Updates the house in the search projection and announces that to the cache. Raises NoSuchOrder, and the refusals of
    `work`.
    """

    async def locked(queries: Queries) -> T:
        await houses.lock_row(queries, order.house_id)
        return await work(queries, await require_order(queries, order.id))

    return await change_house(deps, order.house_id, locked)


async def apply(
    deps: Deps,
    queries: Queries,
    order: Order,
    transition: Transition,
    by: TransitionBy,
    *,
    refund: Fen | None = None,
    reason: str | None = None,
) -> None:
    """Make a transition: status, nights, event. Raises StaleOrder where `order` is out of date.

    Actors are not notified of their own actions. The event tells `refund` and `reason`.
    """
    now = deps.now()
    due_at = deadlines.due_at(transition.target, order.stay, now, deps.order_rules)
    remind_at = deadlines.remind_at(transition.target, order.stay, now, due_at)
    if not await orders.change_status(queries, order, transition.target, now=now, due_at=due_at, remind_at=remind_at):
        raise StaleOrder
    await change_endings.end_open(deps, queries, order, "ENDED")
    if transition.frees_nights:
        await nights.free(queries, order.house_id, order.stay.start, order.stay.last_night, order.id)
    if transition.target is OrderStatus.WAIT_COMMENT:
        await houses.count_stay(queries, order.house_id)
    notified = [party(order, actor) for actor in transition.notifies if actor is not by.actor]
    event = by.event(order.id, transition.action, order.status, transition.target, now)
    changed = replace(order, status=transition.target, version=order.version + 1, due_at=due_at)
    state = state_of(changed, by.actor, refund=refund, reason=reason)
    await record_event(deps, queries, event, transition.event, state, notified)


def party(order: Order, actor: Actor) -> UserId:
    """The guest or the host of the order."""
    return order.guest_id if actor is Actor.CUSTOM else order.host_id


def state_of(
    order: Order, actor: Actor, *, refund: Fen | None = None, reason: str | None = None, part: Fen | None = None
) -> OrderState:
    """The order as an event tells it; `part` of what was paid goes back while the order goes on."""
    return OrderState(
        order_id=order.id,
        house_id=order.house_id,
        guest_id=order.guest_id,
        host_id=order.host_id,
        status=order.status,
        order_version=order.version,
        start_date=order.stay.start,
        end_date=order.stay.end,
        guests=order.guests,
        amount=order.amount,
        deposit=order.deposit,
        due_at=order.due_at,
        actor=actor,
        refund=order.refund if refund is None else refund,
        reason=order.reject_reason if reason is None else reason,
        part=part,
    )


async def record_event(
    deps: Deps, queries: Queries, event: NewEvent, type_: str, state: OrderState, notified: Collection[UserId]
) -> None:
    """Record an event of an order in its history and in the streams of its parties, and tell these users."""
    await events.add(queries, event)
    await recording.record(deps, queries, type_, state, (state.guest_id, state.host_id), notified)


async def expire_due(deps: Deps, order_id: OrderId, by: TransitionBy) -> bool:
    """Expire an order, or complete its stay, once it is due. Raises NoSuchOrder.

    Returns False where nothing is due, or where another transaction holds the house: the next run of the job then sees
    to the order. Any number of workers may run this side by side.
    """
    house_id = (await load_order(deps, order_id)).house_id

    async def work(queries: Queries) -> bool:
        if not await houses.lock_row(queries, house_id, wait=False):
            return False
        order = await require_order(queries, order_id)
        transition = states.find_due_transition(order.status)
        if transition is None or order.due_at is None or order.due_at > deps.now():
            return False
        await apply(deps, queries, order, transition, by)
        await listings.write(queries, house_id, today(deps))
        return True

    async with invalidating(deps, [house_id]):
        return await deps.db.transact(work)
