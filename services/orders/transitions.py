"""How an order moves from one state to the next: the one place where it happens, whoever asks for it.

Every change of an order begins by locking its house, so that all of them come one after the other and none meets a
deadlock. What decides is the conditional UPDATE.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from models.houses import houses, listings, nights
from models.orders import orders
from models.orders.orders import Order
from models.stay import Stay
from services.deps import AnswerTimes, Deps, OrderRules
from services.errors import Conflict, NoData
from services.houses.changes import change_house, invalidating
from services.local_time import local_date, midnight, today
from services.orders import states
from services.orders.states import Actor, OrderStatus, Transition
from utils.mysql import Queries

T = TypeVar("T")


class NoSuchOrder(NoData):
    text = "订单不存在"


class StaleOrder(Conflict):
    text = "订单状态已变化，请刷新后重试"


@dataclass(frozen=True)
class RequestContext:
    """Which user asks for a change, in which request."""

    user_id: int
    request_id: str


@dataclass(frozen=True)
class TransitionBy:
    """Who moves an order, in which request; `user_id` is None for a worker and for the payment service."""

    actor: Actor
    user_id: int | None
    request_id: str


async def get(queries: Queries, order_id: int) -> Order:
    """Raises NoSuchOrder."""
    try:
        return await orders.get(queries, order_id)
    except orders.OrderNotFound:
        raise NoSuchOrder from None


async def find(deps: Deps, order_id: int) -> Order:
    """Raises NoSuchOrder."""
    async with deps.db.connection() as queries:
        return await get(queries, order_id)


async def with_order(deps: Deps, order: Order, work: Callable[[Queries, Order], Awaitable[T]]) -> T:
    """Run `work` on an order as it stands by then, in a transaction in which nobody else changes it."""

    async def locked(queries: Queries) -> T:
        await houses.hold(queries, order.house_id)
        return await work(queries, await get(queries, order.id))

    return await change_house(deps, order.house_id, locked)


async def move(
    queries: Queries, order: Order, step: Transition, mover: TransitionBy, now: datetime, rules: OrderRules
) -> None:
    """Take one step from the state that `order` says. Raises StaleOrder where it has moved since."""
    stay = Stay(order.start_date, order.end_date)
    due_at = due(step.target, stay, now, rules)
    if not await orders.move(queries, order, step.target, now=now, due_at=due_at):
        raise StaleOrder
    if step.frees_nights:
        await nights.free(queries, order.house_id, stay.start, stay.last_night, order.id)
    if step.target is OrderStatus.WAIT_COMMENT:
        await houses.count_stay(queries, order.house_id)
    told = [_side(order, actor) for actor in step.notifies if actor is not mover.actor]
    await record(queries, order.id, step.action, order.status, step.target, mover, told, now)


def _side(order: Order, actor: Actor) -> int:
    return order.user_id if actor is Actor.CUSTOM else order.host_id


async def record(
    queries: Queries,
    order_id: int,
    action: str,
    source: str | None,
    target: str,
    mover: TransitionBy,
    told: Sequence[int],
    now: datetime,
) -> None:
    """Write down what happened to an order, and tell these users. `target` is `source` where it stays as it is."""
    event_id = await orders.add_event(
        queries,
        order_id,
        action,
        actor=mover.actor,
        user_id=mover.user_id,
        source=source,
        target=target,
        request_id=mover.request_id,
        now=now,
    )
    await orders.notify(queries, event_id, told)


def due(status: str, stay: Stay, now: datetime, rules: OrderRules) -> datetime | None:
    """When a worker moves an order on that enters this state; None where nothing is left to come."""
    stay_ends = midnight(stay.end)
    match status:
        case OrderStatus.WAIT_ACCEPT:
            return min(now + _time_to_answer(rules.accept, stay, now), stay_ends)
        case OrderStatus.WAIT_PAYMENT:
            return min(now + _time_to_answer(rules.pay, stay, now), stay_ends)
        case OrderStatus.PAID | OrderStatus.IN_STAY:
            return stay_ends
    return None


def _time_to_answer(times: AnswerTimes, stay: Stay, now: datetime) -> timedelta:
    """Less as the stay comes near; a stay that has begun counts as one of today."""
    days = (stay.start - local_date(now)).days
    return timedelta(seconds=next(seconds for at_least, seconds in times if max(days, 0) >= at_least))


async def expire_due(deps: Deps, order_id: int, mover: TransitionBy) -> bool:
    """Move an order whose time has come; False where nothing was to be done, or somebody else is at it.

    Any number of workers may do this side by side: who does not get the house at once leaves it to the other.
    """
    house_id = (await find(deps, order_id)).house_id

    async def work(queries: Queries) -> bool:
        if not await houses.hold(queries, house_id, wait=False):
            return False
        order, now = await get(queries, order_id), deps.now()
        step = states.find("expire", Actor.CLOCK, order.status) or states.find("complete", Actor.CLOCK, order.status)
        if step is None or order.due_at is None or order.due_at > now:
            return False
        await move(queries, order, step, mover, now, deps.order_rules)
        await listings.write(queries, house_id, today(deps))
        return True

    async with invalidating(deps, [house_id]):
        return await deps.db.transact(work)
