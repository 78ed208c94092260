"""Reminders of orders: of an answer or a payment at half time, of the arrival the day before, of the review.

Each state of an order has one reminder, `remind_at` says when. A worker records the event and clears that in one
transaction under the house's lock: each reminder is made once, also with several workers, and none for an order that
has moved on. A reminder whose point has passed while no worker ran is dropped.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from models.houses import houses
from models.orders import orders
from models.orders.orders import Order
from models.types import OrderId, UserId
from services.deps import Deps
from services.events import recording
from services.local_time import midnight
from services.orders import deadlines, transitions
from services.orders.states import Actor, OrderStatus
from utils.mysql import Queries

_S = OrderStatus
_TYPES: Mapping[str, str] = {
    _S.WAIT_ACCEPT: "order.answer_due",
    _S.WAIT_PAYMENT: "order.payment_due",
    _S.PAID: "order.arrival_near",
    _S.WAIT_COMMENT: "order.review_due",
    _S.COMPLETE: "order.review_due",
}


async def due(deps: Deps, limit: int) -> list[OrderId]:
    """The orders with a reminder to make now, the earliest first."""
    async with deps.db.connection() as queries:
        return await orders.to_remind(queries, deps.now(), limit)


async def remind(deps: Deps, order_id: OrderId) -> bool:
    """Make the reminder of an order that is due. Returns whether somebody is told. Raises NoSuchOrder.

    Where another transaction holds the house, the reminder stays due.
    """
    house_id = (await transitions.load_order(deps, order_id)).house_id

    async def work(queries: Queries) -> bool:
        if not await houses.lock_row(queries, house_id, wait=False):
            return False
        order, now = await transitions.require_order(queries, order_id), deps.now()
        if order.remind_at is None or order.remind_at > now:
            return False
        await orders.set_remind_at(queries, order_id, None)
        return now < _ends_at(order) and await _record(deps, queries, order)

    return await deps.db.transact(work)


async def _record(deps: Deps, queries: Queries, order: Order) -> bool:
    """Record the event, if it is news to anybody; it changes nothing of the order.

    The other party does not read it: a reminder of a review would say who has written one.
    """
    state, told = transitions.state_of(order, Actor.CLOCK), _told(order)
    if told:
        await recording.record(deps, queries, _TYPES[order.status], state, told, told)
    return bool(told)


def _told(order: Order) -> tuple[UserId, ...]:
    """Who has something to do, or to prepare."""
    match order.status:
        case _S.WAIT_ACCEPT:
            return (order.host_id,)
        case _S.PAID:
            return order.guest_id, order.host_id
        case _S.WAIT_COMMENT | _S.COMPLETE:
            guest = () if order.status == _S.COMPLETE else (order.guest_id,)
            return guest if order.host_reviewed else (*guest, order.host_id)
    return (order.guest_id,)


def _ends_at(order: Order) -> datetime:
    """From when on the reminder of this state has no point. In UTC."""
    match order.status:
        case _S.WAIT_ACCEPT | _S.WAIT_PAYMENT if order.due_at is not None:
            return order.due_at
        case _S.PAID:
            return midnight(order.stay.start + timedelta(days=1))
        case _S.WAIT_COMMENT | _S.COMPLETE:
            return deadlines.review_ends_at(order.stay)
    return datetime.min  # a state without a reminder
