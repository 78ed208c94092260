"""How an order moves from one state to the next: the one place where it happens, whoever asks for it.

Every change of an order begins by locking its house, so that all of them come one after the other and none meets a
deadlock. What decides is the conditional UPDATE.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from models import houses, listings, nights, orders
from models.nights import Stay
from models.orders import Order
from services import states
from services.deps import Deps, OrderRules
from services.errors import MovedOn, NoData
from services.houses import LOCAL, changing, forget, today
from services.states import Actor, Status, Step
from utils.mysql import Queries

T = TypeVar("T")
Sides = Mapping[Actor, int]
"""The two sides of an order, and who they are."""


class NoSuchOrder(NoData):
    text = "订单不存在"


class Stale(MovedOn):
    text = "订单状态已变化，请刷新后重试"


@dataclass(frozen=True)
class Asked:
    """Which user asks for a change, in which request, and when that arrived (UTC)."""

    user_id: int
    request_id: str
    at: datetime


@dataclass(frozen=True)
class Mover:
    """Who moves an order, in which request; `user_id` is None for a worker and for the payment service."""

    actor: Actor
    user_id: int | None
    request_id: str


async def get(queries: Queries, order_id: int) -> Order:
    """Raises NoSuchOrder."""
    try:
        return await orders.get(queries, order_id)
    except orders.NotFound:
        raise NoSuchOrder from None


async def with_order(deps: Deps, order_id: int, work: Callable[[Queries, Order], Awaitable[T]]) -> T:
    """Run `work` on an order as it stands, in a transaction in which nobody else changes it. Raises NoSuchOrder."""
    async with deps.db.connection() as queries:
        house_id = (await get(queries, order_id)).house_id

    async def locked(queries: Queries) -> T:
        await houses.hold(queries, house_id)
        return await work(queries, await get(queries, order_id))

    return await changing(deps, house_id, locked)


async def move(queries: Queries, order: Order, step: Step, mover: Mover, now: datetime, rules: OrderRules) -> None:
    """Take one step from the state that `order` says. Raises Stale where it is no longer in that state."""
    due_at = due(step.target, order.end_date, now, rules)
    if not await orders.move(queries, order.id, order.status, step.target, now=now, due_at=due_at):
        raise Stale
    if step.frees_nights:
        stay = Stay(order.start_date, order.end_date)
        await nights.free(queries, order.house_id, stay.start, stay.last_night, order.id)
    if step.target is Status.WAIT_COMMENT:
        await houses.count_stay(queries, order.house_id)
    await note(queries, order.id, sides(order), order.status, step, mover, now)


def sides(order: Order) -> Sides:
    return {Actor.CUSTOM: order.user_id, Actor.LANDLORD: order.host_id}


async def note(
    queries: Queries, order_id: int, sides: Sides, source: str | None, step: Step, mover: Mover, now: datetime
) -> None:
    """Record what happened, and tell whom it is news to."""
    added = orders.add_event(
        queries,
        order_id,
        step.action,
        actor=mover.actor,
        user_id=mover.user_id,
        source=source,
        target=step.target,
        request_id=mover.request_id,
        now=now,
    )
    told = [sides[side] for side in step.notifies if side is not mover.actor]
    await queries.together(added, *([orders.notify(queries, told)] if told else []))


def due(status: str, end: date, now: datetime, rules: OrderRules) -> datetime | None:
    """When a worker moves an order on that enters this state; None where nothing is left to come."""
    stay_ends = midnight(end)
    match status:
        case Status.WAIT_ACCEPT:
            return min(now + timedelta(seconds=rules.accept), stay_ends)
        case Status.WAIT_PAYMENT:
            return min(now + timedelta(seconds=rules.pay), stay_ends)
        case Status.PAID | Status.IN_STAY:
            return stay_ends
    return None


def midnight(day: date) -> datetime:
    """The beginning of a day at the houses, in UTC as the database keeps it."""
    return datetime.combine(day, time(), LOCAL).astimezone(UTC).replace(tzinfo=None)


async def expire_due(deps: Deps, order_id: int, mover: Mover) -> bool:
    """Move an order whose time has come; False where nothing was to be done, or somebody else is at it.

    Any number of workers may do this side by side: who does not get the house at once leaves it to the other.
    """
    async with deps.db.connection() as queries:
        house_id = (await get(queries, order_id)).house_id

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

    moved = await deps.db.transact(work)
    if moved:
        await forget(deps, [house_id])
    return moved
