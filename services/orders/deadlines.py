"""How long each state of an order lasts until a worker ends it (docs/orders.md)."""

from datetime import datetime, timedelta

from models.stay import Stay
from services.deps import AnswerTimes, OrderRules
from services.local_time import local_date, midnight
from services.orders.states import OrderStatus

_DAY_BEGINS = timedelta(hours=4)
"""Before 4:00 it is still the evening of the day before: whoever sleeps has the times of that day."""


def due_at(status: str, stay: Stay, now: datetime, rules: OrderRules) -> datetime | None:
    """When a worker ends a state that begins at `now`; None for a state that lasts. Times are naive UTC.

    `rules` say how long an answer and a payment may take, but never beyond the end of the stay. The stay ends on its
    check-out date at 0:00 local time.
    """
    end_of_stay = midnight(stay.end)
    match status:
        case OrderStatus.WAIT_ACCEPT:
            return min(now + time_left(rules.accept, stay, now), end_of_stay)
        case OrderStatus.WAIT_PAYMENT:
            return min(now + time_left(rules.pay, stay, now), end_of_stay)
        case OrderStatus.PAID | OrderStatus.IN_STAY:
            return end_of_stay
    return None


def time_left(times: AnswerTimes, stay: Stay, now: datetime) -> timedelta:
    """How long an answer to an order of this stay may take from `now` on: the nearer the stay, the shorter.

    A stay that has begun counts as one that begins today.
    """
    days_left = max((stay.start - local_date(now - _DAY_BEGINS)).days, 0)
    return timedelta(seconds=next(seconds for min_days, seconds in times if days_left >= min_days))
