"""When a worker ends a state of an order, without any server."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import Config, answer_times
from models.stay import Stay
from services.deps import OrderRules
from services.orders.deadlines import due_at
from services.orders.states import OrderStatus
from tests.services.orders.terms import MONDAY, stay

S = OrderStatus
HOUR = 3600
RULES = OrderRules(
    accept=((7, 24 * HOUR), (2, 12 * HOUR), (0, 2 * HOUR)),
    pay=((7, 20 * HOUR), (2, 10 * HOUR), (0, HOUR)),
    pending=5,
    key=86400,
    booking=3,
    feed=900,
)
ACCEPT, PAY = (answer_times(Config.model_fields[name].default) for name in ("order_accept", "order_pay"))
DEFAULTS = replace(RULES, accept=ACCEPT, pay=PAY)
"""The times of an installation that sets none."""
NOON = datetime(2027, 3, 1, 4)
"""Noon of the Monday in Beijing, as the database has it: in UTC."""

moments = st.datetimes(datetime(2027, 1, 1), datetime(2027, 3, 31))
lengths = st.integers(1, 30)
waiting = st.sampled_from([S.WAIT_ACCEPT, S.WAIT_PAYMENT])


def in_days(days: int, nights: int = 3) -> Stay:
    return stay(nights, MONDAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("days", "to_answer", "to_pay"), [(30, 24, 20), (7, 24, 20), (6, 12, 10), (2, 12, 10), (1, 2, 1), (0, 2, 1)]
)
def test_there_is_less_time_as_the_stay_comes_near(days: int, to_answer: int, to_pay: int) -> None:
    assert due_at(S.WAIT_ACCEPT, in_days(days), NOON, RULES) == NOON + timedelta(hours=to_answer)
    assert due_at(S.WAIT_PAYMENT, in_days(days), NOON, RULES) == NOON + timedelta(hours=to_pay)


def test_the_days_are_those_at_the_house() -> None:
    last_second = datetime(2027, 3, 1, 19, 59, 59)  # before 4:00 of the Tuesday in Beijing: still Monday's evening
    assert due_at(S.WAIT_ACCEPT, in_days(7), last_second, RULES) == last_second + timedelta(hours=24)
    morning = last_second + timedelta(seconds=1)
    assert due_at(S.WAIT_ACCEPT, in_days(7), morning, RULES) == morning + timedelta(hours=12)


@given(st.datetimes(datetime(2027, 3, 1, 14), datetime(2027, 3, 1, 19, 59)))
def test_nobody_loses_an_order_for_tomorrow_by_sleeping(evening: datetime) -> None:
    """Whoever books or is accepted between 22:00 and 4:00 for the day that follows has at least until 10:00."""
    for status in (S.WAIT_ACCEPT, S.WAIT_PAYMENT):
        due = due_at(status, in_days(1), evening, DEFAULTS)
        assert due is not None
        assert due >= datetime(2027, 3, 2, 2), status


def test_a_stay_that_has_begun_counts_as_one_of_today() -> None:
    rules = replace(RULES, pay=((1, 2 * HOUR), (0, HOUR)))
    for days, hours in ((1, 2), (0, 1), (-1, 1)):
        assert due_at(S.WAIT_PAYMENT, in_days(days), NOON, rules) == NOON + timedelta(hours=hours), days


@pytest.mark.parametrize("status", [S.PAID, S.IN_STAY])
def test_a_stay_ends_on_its_check_out_date_at_midnight_in_beijing(status: OrderStatus) -> None:
    assert due_at(status, Stay(date(2027, 3, 1), date(2027, 3, 4)), NOON, RULES) == datetime(2027, 3, 3, 16)


@pytest.mark.parametrize("status", [S.WAIT_COMMENT, S.COMPLETE, S.CANCELED, S.REJECTED, S.EXPIRED])
def test_the_other_states_last(status: OrderStatus) -> None:
    assert due_at(status, in_days(7), NOON, RULES) is None


@given(waiting, moments, lengths)
def test_nothing_is_due_after_the_end_of_the_stay(status: OrderStatus, now: datetime, nights: int) -> None:
    due, end = due_at(status, stay(nights), now, RULES), due_at(S.PAID, stay(nights), now, RULES)
    assert due is not None
    assert end is not None
    assert due <= end
    assert due == end or timedelta(hours=1) <= due - now <= timedelta(hours=24)


@given(waiting, moments, lengths, st.timedeltas(timedelta(0), timedelta(days=30)))
def test_who_comes_later_has_no_more_time(status: OrderStatus, now: datetime, nights: int, later: timedelta) -> None:
    first, second = due_at(status, stay(nights), now, RULES), due_at(status, stay(nights), now + later, RULES)
    assert first is not None
    assert second is not None
    assert second - (now + later) <= first - now
