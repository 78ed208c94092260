"""Until when guests and hosts review a stay, and who may do so now (docs/reviews.md)."""

from datetime import datetime

from models.orders.orders import Order
from services.deps import Deps
from services.orders import deadlines
from services.orders.states import Actor, OrderStatus

_ENDED = (OrderStatus.WAIT_COMMENT, OrderStatus.COMPLETE)


def closes_at(order: Order) -> datetime:
    """When the time for reviews ends, in UTC. Those that still wait for the other one are then published."""
    return deadlines.review_ends_at(order.stay)


def is_open(deps: Deps, order: Order) -> bool:
    """Whether the stay has ended, and reviews of it are still written."""
    return order.status in _ENDED and deps.now() < closes_at(order)


def may_write(deps: Deps, order: Order, role: Actor) -> bool:
    """Whether this party may write its review now: once, within the time."""
    written = order.host_reviewed if role is Actor.LANDLORD else order.status == OrderStatus.COMPLETE
    return is_open(deps, order) and not written
