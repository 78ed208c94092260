"""Which stays a house accepts, without any server."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.orders.stay_rules import PartialBooking, wrong_dates, wrong_terms
from tests.services.orders.terms import MONDAY, TERMS, night

YEAR = timedelta(days=365)
EARLY, LATE = {"start_date": "入住日期不能早于今天"}, {"end_date": "离店日期应在今天起一年之内"}
some_days = st.none() | st.integers(1, 90)


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        (MONDAY, night(1), {}),
        (night(-1), night(1), EARLY),
        (night(360), MONDAY + YEAR, {}),
        (night(360), MONDAY + YEAR + timedelta(days=1), LATE),
        (night(-1), MONDAY + YEAR + timedelta(days=1), EARLY | LATE),
        (None, night(366), LATE),
        (night(-1), None, EARLY),
        (None, None, {}),
    ],
)
def test_a_stay_lies_in_the_year_that_begins_today(start: date | None, end: date | None, wrong: dict[str, str]) -> None:
    assert wrong_dates(MONDAY, start, end) == wrong


@pytest.mark.parametrize(
    ("days", "guests", "wrong"),
    [
        (2, 3, {}),
        (5, 1, {}),
        (1, 3, {"end_date": ("至少入住 {days} 晚", {"days": 2})}),
        (6, 3, {"end_date": ("最多入住 {days} 晚", {"days": 5})}),
        (2, 4, {"guests": ("最多入住 {guests} 人", {"guests": 3})}),
        (6, 4, {"end_date": ("最多入住 {days} 晚", {"days": 5}), "guests": ("最多入住 {guests} 人", {"guests": 3})}),
        (None, 4, {"guests": ("最多入住 {guests} 人", {"guests": 3})}),
        (None, None, {}),
    ],
)
def test_a_house_bounds_nights_and_guests(days: int | None, guests: int | None, wrong: dict[str, object]) -> None:
    assert wrong_terms(replace(TERMS, min_days=2, max_days=5, capacity=3), days, guests) == wrong


def test_a_house_may_accept_single_nights_only() -> None:
    terms = replace(TERMS, max_days=1)
    assert wrong_terms(terms, 1, 1) == {}
    assert wrong_terms(terms, 2, 1) == {"end_date": ("最多入住 {days} 晚", {"days": 1})}


@given(some_days, st.integers(1, 90), st.none() | st.integers(1, 20), st.integers(1, 20))
def test_no_bound_is_no_bound(days: int | None, min_days: int, guests: int | None, capacity: int) -> None:
    terms = replace(TERMS, min_days=min_days, max_days=0, capacity=capacity)
    wrong = wrong_terms(terms, days, guests)
    assert ("end_date" in wrong) == (days is not None and days < min_days)
    assert ("guests" in wrong) == (guests is not None and guests > capacity)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (MONDAY, night(2), 2),
        (MONDAY, MONDAY, None),
        (night(1), MONDAY, None),
        (None, MONDAY, None),
        (MONDAY, None, None),
    ],
)
def test_nights_are_counted_where_the_dates_are_in_order(
    start: date | None, end: date | None, days: int | None
) -> None:
    assert PartialBooking(start=start, end=end).days == days
