"""The tabs of a list of orders.

Every order is upcoming, current or past. Pending orders are among the upcoming and the current ones.
"""

from datetime import date
from typing import Literal

from models.orders import orders
from models.orders.orders import OrderCounts, OrderFilter, Role
from services.orders.states import ACTIVE, OrderStatus
from utils.mysql import Queries

Tab = Literal["pending", "upcoming", "current", "past"]

_ENDED = tuple(status for status in OrderStatus if status not in ACTIVE)
_TABS: dict[Tab, OrderFilter] = {
    "upcoming": OrderFilter(ACTIVE, started=False, by_stay=True),
    "current": OrderFilter(ACTIVE, started=True, by_stay=True),
    "past": OrderFilter(_ENDED),
}
_PENDING: dict[Role, OrderStatus] = {"custom": OrderStatus.WAIT_PAYMENT, "landlord": OrderStatus.WAIT_ACCEPT}
"""The state that awaits the guest's payment, or the host's answer."""


def filter_of(tab: Tab, role: Role) -> OrderFilter:
    """Which orders a tab holds, and in which order."""
    return OrderFilter((_PENDING[role],)) if tab == "pending" else _TABS[tab]


async def counts(queries: Queries, user_id: int, role: Role, today: date) -> OrderCounts:
    """How many orders the tabs hold; past ones are not counted."""
    return await orders.counts(queries, user_id, role, ACTIVE, _PENDING[role], today)
