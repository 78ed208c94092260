"""How nights become the events of an exported calendar: one for each run of nights that belong together."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.houses.nights import Night
from services.houses.calendar_sync import events_of
from utils.ical import CalendarEvent

FIRST = date(2027, 3, 1)
HOUSE_ID = 7
calendars = st.dictionaries(st.integers(0, 60), st.sampled_from([None, 1, 2]), max_size=40)
"""The order of each night that is taken, by the night's number; None is blocked."""


def night(number: int, order_id: int | None = None) -> Night:
    return Night(FIRST + timedelta(days=number), order_id, None)


def taken(calendar: dict[int, int | None]) -> list[Night]:
    return [night(number, calendar[number]) for number in sorted(calendar)]


def nights_of(event: CalendarEvent) -> list[date]:
    return [event.start + timedelta(days=number) for number in range((event.end - event.start).days)]


def test_no_night_is_no_event() -> None:
    assert events_of(HOUSE_ID, []) == []


def test_nights_of_an_order_are_one_event_which_names_the_order() -> None:
    assert events_of(HOUSE_ID, [night(0, 5), night(1, 5)]) == [
        CalendarEvent("order-5@ihome", FIRST, FIRST + timedelta(days=2))
    ]


def test_blocked_nights_in_a_row_are_one_event_which_names_the_house_and_the_first_night() -> None:
    assert events_of(HOUSE_ID, [night(0), night(1), night(3)]) == [
        CalendarEvent("blocked-7-20270301@ihome", FIRST, FIRST + timedelta(days=2)),
        CalendarEvent("blocked-7-20270304@ihome", FIRST + timedelta(days=3), FIRST + timedelta(days=4)),
    ]


def test_orders_that_follow_each_other_are_two_events() -> None:
    assert [event.uid for event in events_of(HOUSE_ID, [night(0, 5), night(1, 6), night(2)])] == [
        "order-5@ihome",
        "order-6@ihome",
        "blocked-7-20270303@ihome",
    ]


@given(calendars)
def test_every_night_is_in_exactly_one_event(calendar: dict[int, int | None]) -> None:
    nights = taken(calendar)
    assert [day for event in events_of(HOUSE_ID, nights) for day in nights_of(event)] == [each.night for each in nights]


@given(calendars)
def test_an_event_has_nights_of_one_order_only(calendar: dict[int, int | None]) -> None:
    for event in events_of(HOUSE_ID, taken(calendar)):
        orders = {calendar[(day - FIRST).days] for day in nights_of(event)}
        assert len(orders) == 1
        assert event.uid.startswith("blocked-" if orders == {None} else f"order-{orders.pop()}@")


@given(calendars)
def test_two_events_that_touch_are_of_different_orders(calendar: dict[int, int | None]) -> None:
    events = events_of(HOUSE_ID, taken(calendar))
    for before, after in pairwise(events):
        assert before.end <= after.start
        if before.end == after.start:
            assert calendar[(before.start - FIRST).days] != calendar[(after.start - FIRST).days]
