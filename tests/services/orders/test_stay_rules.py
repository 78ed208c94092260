"""Which stays a house accepts, without any server."""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.houses import listing_rules, stay_rules
from models.houses.prices import Terms
from models.houses.stay_rules import Season, StayRules
from services.orders.stay_rules import PartialBooking, refusals, wrong_dates
from tests.services.orders.terms import MONDAY, TERMS, night

YEAR = timedelta(days=365)
NOON = datetime.combine(MONDAY, datetime.min.time()).replace(hour=12)
EARLY, LATE = {"start_date": "入住日期不能早于今天"}, {"end_date": "离店日期应在今天起一年之内"}
NO_ARRIVAL, NO_DEPARTURE = {"start_date": "该日不可入住"}, {"end_date": "该日不可离店"}
some_days = st.none() | st.integers(1, 90)
TUESDAY, FRIDAY, SUNDAY = 2, 5, 7


def short(days: int) -> dict[str, object]:
    return {"end_date": ("至少入住 {days} 晚", {"days": days})}


def long(days: int) -> dict[str, object]:
    return {"end_date": ("最多入住 {days} 晚", {"days": days})}


def a_house(rules: StayRules, **terms: int) -> Terms:
    days = {"min_days": rules.min_nights, "max_days": rules.max_nights}
    return replace(TERMS, stay_rules=stay_rules.as_json(rules), **days | terms)


def wrong(
    rules: StayRules, start: int | None, end: int | None, beside: tuple[int, ...] = (), now: datetime = NOON
) -> dict[str, object]:
    """What a house with these rules says of a stay between two days, counted from a Monday; at its noon."""
    dates = [None if number is None else night(number) for number in (start, end)]
    taken = [night(number) for number in beside]
    return dict(refusals(a_house(rules), PartialBooking(1, *dates, guests=1), now, taken))


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
    assert refusals(TERMS, PartialBooking(1, start, end), NOON, ()) == wrong


@pytest.mark.parametrize(
    ("days", "guests", "wrong"),
    [
        (2, 3, {}),
        (5, 1, {}),
        (1, 3, short(2)),
        (6, 3, long(5)),
        (2, 4, {"guests": ("最多入住 {guests} 人", {"guests": 3})}),
        (6, 4, long(5) | {"guests": ("最多入住 {guests} 人", {"guests": 3})}),
        (None, 4, {"guests": ("最多入住 {guests} 人", {"guests": 3})}),
        (None, None, {}),
    ],
)
def test_a_house_bounds_nights_and_guests(days: int | None, guests: int | None, wrong: dict[str, object]) -> None:
    terms = replace(TERMS, min_days=2, max_days=5, capacity=3)
    booking = PartialBooking(1, night(1), None if days is None else night(1 + days), guests)
    assert refusals(terms, booking, NOON, ()) == wrong


def test_a_house_may_accept_single_nights_only() -> None:
    assert wrong(StayRules(max_nights=1), 0, 1) == {}
    assert wrong(StayRules(max_nights=1), 0, 2) == long(1)


@given(some_days, st.integers(1, 90), st.none() | st.integers(1, 20), st.integers(1, 20))
def test_no_bound_is_no_bound(days: int | None, min_days: int, guests: int | None, capacity: int) -> None:
    terms = replace(TERMS, min_days=min_days, max_days=0, capacity=capacity)
    end = None if days is None else night(days)
    found = refusals(terms, PartialBooking(1, MONDAY, end, guests), NOON, ())
    assert ("end_date" in found) == (days is not None and days < min_days)
    assert ("guests" in found) == (guests is not None and guests > capacity)


@pytest.mark.parametrize(
    ("notice_days", "notice_hour", "hour", "first"),
    [(0, 24, 23, 0), (0, 18, 17, 0), (0, 18, 18, 1), (1, 24, 23, 1), (2, 12, 11, 2), (2, 12, 12, 3), (1, 1, 0, 1)],
)
def test_bookings_close_some_time_before_the_arrival(notice_days: int, notice_hour: int, hour: int, first: int) -> None:
    rules = StayRules(notice_days=notice_days, notice_hour=notice_hour)
    now = NOON.replace(hour=hour, minute=59)
    too_soon = {"start_date": ("现在预订，最早 {day} 入住", {"day": f"{night(first)}"})}
    for start in range(5):
        assert wrong(rules, start, start + 1, now=now) == ({} if start >= first else too_soon)
        # as searches reckon it
        assert (rules.notice < 24 * start - hour) == (start >= first)


def test_a_house_may_be_booked_less_far_ahead() -> None:
    assert wrong(StayRules(window_days=30), 20, 30) == {}
    assert wrong(StayRules(window_days=30), 20, 31) == {"end_date": ("离店日期最晚为 {day}", {"day": f"{night(30)}"})}


def test_a_season_goes_before_a_weekday_and_that_before_the_house() -> None:
    weekdays = tuple(3 if number == FRIDAY else 0 for number in range(1, 8))
    rules = StayRules(2, 6, weekday_min_nights=weekdays, seasons=(Season(night(7), night(13), 4, 5),))
    friday, in_season, behind = 4, 11, 14
    assert [wrong(rules, start, start + 2) for start in (0, friday, in_season, behind)] == [{}, short(3), short(4), {}]
    assert [wrong(rules, start, start + 6) for start in (0, friday, in_season, behind)] == [{}, {}, long(5), {}]


def test_a_season_may_leave_a_bound_as_it_is() -> None:
    rules = StayRules(2, 6, seasons=(Season(night(0), night(6), max_nights=4),))
    assert wrong(rules, 0, 1) == short(2)
    assert wrong(rules, 6, 11) == long(4)


def test_days_are_closed_to_arrival_and_to_departure() -> None:
    rules = StayRules(no_arrival_weekdays=(SUNDAY,), no_departure_weekdays=(TUESDAY,))
    dated = StayRules(no_arrival_dates=(night(6),), no_departure_dates=(night(8),))
    for closed in (rules, dated):
        assert wrong(closed, 6, 9) == NO_ARRIVAL
        assert wrong(closed, 5, 8) == NO_DEPARTURE
        assert wrong(closed, 6, 8) == NO_ARRIVAL | NO_DEPARTURE
        assert (wrong(closed, 6, None), wrong(closed, None, 8)) == (NO_ARRIVAL, NO_DEPARTURE)
        assert wrong(closed, 5, 9) == {}
    assert wrong(dated, 13, 15) == {}


def test_a_gap_between_taken_nights_may_be_booked_whole() -> None:
    rules = StayRules(4, fills_gaps=True)
    assert wrong(rules, 3, 5, beside=(2, 5)) == {}
    for beside in ((), (2,), (5,), (1, 5), (2, 6)):
        assert wrong(rules, 3, 5, beside=beside) == short(4)
    assert wrong(replace(rules, fills_gaps=False), 3, 5, beside=(2, 5)) == short(4)
    assert wrong(replace(rules, no_arrival_dates=(night(3),)), 3, 5, beside=(2, 5)) == NO_ARRIVAL


def test_today_is_the_edge_of_a_gap() -> None:
    assert wrong(StayRules(4, fills_gaps=True), 0, 2, beside=(2,)) == {}
    assert wrong(StayRules(4, fills_gaps=True), 1, 2, beside=(2,)) == short(4)


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
    stay = PartialBooking(start=start, end=end).stay
    assert (stay.days if stay else None) == days


def test_rules_are_stored_as_they_are() -> None:
    week = (1, 2, 3, 4, 5, 6, 7)
    rules = StayRules(2, 9, 3, 12, 90, week, week, (Season(night(0), night(5), 3, 4),), (0,), (6,))
    rules = replace(rules, no_arrival_dates=(night(3),), no_departure_dates=(night(4),), fills_gaps=True)
    rules = replace(rules, included_guests=2, extra_guest_price=5_000)
    assert all(getattr(rules, field.name) != getattr(StayRules(), field.name) for field in fields(StayRules))
    assert stay_rules.from_json(stay_rules.as_json(rules), 2, 9) == rules
    assert stay_rules.as_json(StayRules(5, 9)) == ""
    assert stay_rules.from_json('{"of a newer server":1,"fills_gaps":true}', 1, 0) == StayRules(fills_gaps=True)


def test_searches_read_two_years_of_days() -> None:
    rules = StayRules(400, no_arrival_dates=(night(1),), no_departure_dates=(night(2),))
    row = listing_rules.of(rules, MONDAY)
    assert {len(row.shortest), len(row.longest), len(row.departures)} == {731}
    assert (set(row.shortest), list(row.longest[:3]), list(row.departures[:3])) == ({255}, [90, 0, 90], [1, 1, 0])
