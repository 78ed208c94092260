"""What two people may do in a thread: it depends on their orders (docs/messages.md)."""

from models.messages import stays
from models.messages.threads import Thread
from services.orders.states import OrderStatus
from utils.mysql import Queries

_PAID = (OrderStatus.PAID, OrderStatus.IN_STAY, OrderStatus.WAIT_COMMENT, OrderStatus.COMPLETE)
"""Once a stay is paid, links can be clicked, and nobody is warned of contact data any more."""
_BINDING = (OrderStatus.PAID, OrderStatus.IN_STAY)
"""While a stay is paid and not over, the two must be able to talk, also where one has blocked the other."""


async def has_paid(queries: Queries, thread: Thread) -> bool:
    """Whether an order between the guest and the host has been paid and was not cancelled."""
    return bool(await stays.statuses(queries, thread, _PAID))


async def must_talk(queries: Queries, thread: Thread) -> bool:
    """Whether an order between the two is paid, and its stay not over."""
    return bool(await stays.statuses(queries, thread, _BINDING))
