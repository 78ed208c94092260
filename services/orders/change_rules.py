"""Which changes of a stay are possible, and from which day its refunds count afterwards (docs/changes.md).

What both parties agree to need not follow the rules that a house has for bookings, such as its minimum of nights.
"""

from datetime import date

from models.orders.orders import Order
from models.orders.stay_changes import Change
from models.stay import Stay
from services.errors import Message
from services.orders.states import OrderStatus
from services.orders.stay_rules import wrong_dates

CHANGEABLE = (OrderStatus.PAID, OrderStatus.IN_STAY)


def has_begun(order: Order, today: date) -> bool:
    """Whether the first day of the stay has come."""
    return order.status == OrderStatus.IN_STAY or order.stay.start <= today


def wrong_fields(
    order: Order, stay: Stay, today: date, *, guests: int | None = None, capacity: int = 0
) -> dict[str, Message]:
    """What is wrong with a change, by field; `today` is the local date."""
    wrong = wrong_dates(today, None if has_begun(order, today) else stay.start, stay.end)
    if has_begun(order, today) and stay.start != order.stay.start:
        wrong["start_date"] = "住宿已开始，不能更改入住日期"
    if stay.end <= today:
        wrong["end_date"] = "离店日期应晚于今天"
    if guests is not None and guests > capacity:
        wrong["guests"] = "最多入住 {guests} 人", {"guests": capacity}
    return wrong


def refunds_from(order: Order, change: Change) -> date:
    """The day from which the refund tiers count after a change.

    A host who moves a stay bears that: the tiers count from its new first day. Where the guest has asked for it, they
    count from the earlier one: nobody regains a refund by moving a stay away and cancelling it then.
    """
    return change.stay.start if change.offered_by == "landlord" else min(order.refund_start, change.stay.start)
