"""Until when guests and hosts review a stay, and who may do so now (docs/reviews.md)."""

from datetime import datetime, timedelta

from models.orders.orders import Order
from services.deps import Deps
from services.local_time import midnight
from services.orders.states import Actor, OrderStatus

WINDOW = timedelta(days=14)
"""So long after the check-out date reviews are written. Those that still wait for the other one are then published."""
_ENDED = (OrderStatus.WAIT_COMMENT, OrderStatus.COMPLETE)


def closes_at(order: Order) -> datetime:
    """When the time for reviews ends, in UTC."""
    return midnight(order.stay.end) + WINDOW


def is_open(deps: Deps, order: Order) -> bool:
    """Whether the stay has ended, and reviews of it are still written."""
    return order.status in _ENDED and deps.now() < closes_at(order)


def may_write(deps: Deps, order: Order, role: Actor) -> bool:
    """Whether this party may write its review now: once, within the time."""
    written = order.host_reviewed if role is Actor.LANDLORD else order.status == OrderStatus.COMPLETE
    return is_open(deps, order) and not written
