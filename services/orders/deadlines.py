"""How long each state of an order lasts until a worker ends it, and when a worker reminds of it (docs/orders.md)."""

from datetime import datetime, timedelta

from models.stay import Stay
from services.deps import AnswerTimes, OrderRules
from services.local_time import local_date, midnight
from services.orders.states import OrderStatus

_DAY_BEGINS = timedelta(hours=4)
"""Before 4:00 it is still the evening of the day before: whoever sleeps has the times of that day."""
_MORNING = timedelta(hours=10)
"""When reminders of the arrival and of the review are made, after local midnight."""
_REVIEW_TIME, _REVIEW_REMINDER = timedelta(days=14), timedelta(days=11)
"""How long after the check-out date a review can be written, and when those are reminded who have not."""


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


def remind_at(status: str, stay: Stay, now: datetime, due: datetime | None) -> datetime | None:
    """When the reminder of a state is made that begins at `now` and ends at `due`; None without one. Times are UTC.

    An answer and a payment: when half of the time is over. The arrival: at 10:00 of the day before, or at once where
    that is over. The reviews: 11 days after the check-out date; where the guest's is written, the host's may not be.
    """
    match status:
        case OrderStatus.WAIT_ACCEPT | OrderStatus.WAIT_PAYMENT:
            return None if due is None else now + (due - now) / 2
        case OrderStatus.PAID:
            return max(now, midnight(stay.start - timedelta(days=1)) + _MORNING)
        case OrderStatus.WAIT_COMMENT:
            return _reviews_remind_at(stay)
        case OrderStatus.COMPLETE if now < _reviews_remind_at(stay):
            return _reviews_remind_at(stay)
    return None


def _reviews_remind_at(stay: Stay) -> datetime:
    """When those are reminded who have not written their review of the stay, in UTC."""
    return midnight(stay.end) + _REVIEW_REMINDER + _MORNING


def review_ends_at(stay: Stay) -> datetime:
    """Until when a review of the stay is written, in UTC."""
    return midnight(stay.end) + _REVIEW_TIME


def time_left(times: AnswerTimes, stay: Stay, now: datetime) -> timedelta:
    """How long an answer to an order of this stay may take from `now` on: the nearer the stay, the shorter.

    A stay that has begun counts as one that begins today.
    """
    days_left = max((stay.start - local_date(now - _DAY_BEGINS)).days, 0)
    return timedelta(seconds=next(seconds for min_days, seconds in times if days_left >= min_days))
