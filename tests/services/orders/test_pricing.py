"""What a stay costs, without any server."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.houses.prices import PriceRange, Terms
from models.houses.stay_rules import StayRules, as_json
from models.orders.bill import BillItem
from services.houses import stay_totals
from services.orders.pricing import MONTH, WEEK, quote, total
from tests.services.orders.terms import TERMS, night, stay

EXTRA = as_json(StayRules(included_guests=2, extra_guest_price=3_000))
"""The third guest and further ones pay 30 yuan a night."""
fen = st.integers(1, 10**8)
percent = st.integers(0, 90)
days = st.integers(1, 90)
terms = st.builds(
    replace,
    st.just(TERMS),
    price=fen,
    weekend_price=st.none() | fen,
    cleaning_fee=st.integers(0, 10**8),
    weekly_discount=percent,
    monthly_discount=percent,
)


@st.composite
def price_ranges(draw: st.DrawFn) -> list[PriceRange]:
    """Ranges that do not overlap, some of them adjacent."""
    bounds = sorted(draw(st.sets(st.integers(-5, 95), max_size=8)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return [PriceRange(night(first), night(last), draw(fen)) for first, last in pairs]


def test_every_night_costs_the_base_price() -> None:
    bill = quote(TERMS, [], stay(3), 1)
    assert bill.items == (BillItem("nights", 30_000, 10_000, 3),)
    assert bill.amount == 30_000
    assert bill.prices == {night(0): 10_000, night(1): 10_000, night(2): 10_000}


def test_the_weekend_is_friday_and_saturday_night() -> None:
    bill = quote(replace(TERMS, weekend_price=15_000), [], stay(7), 1)
    assert [day for day, price in bill.prices.items() if price == 15_000] == [night(4), night(5)]
    assert bill.items == (BillItem("nights", 50_000, 10_000, 5), BillItem("weekend_nights", 30_000, 15_000, 2))


def test_a_dated_price_goes_before_the_weekends() -> None:
    ranges = [PriceRange(night(3), night(4), 20_000), PriceRange(night(6), night(6), 25_000)]
    bill = quote(replace(TERMS, weekend_price=15_000), ranges, stay(7), 1)
    assert list(bill.prices.values()) == [10_000, 10_000, 10_000, 20_000, 20_000, 15_000, 25_000]
    assert [(item.item, item.price, item.count) for item in bill.items] == [
        ("dated_nights", 20_000, 2),
        ("dated_nights", 25_000, 1),
        ("nights", 10_000, 3),
        ("weekend_nights", 15_000, 1),
    ]


@pytest.mark.parametrize(
    ("days", "name", "percent"),
    [(6, None, 0), (7, "weekly_discount", 10), (27, "weekly_discount", 10), (28, "monthly_discount", 20)],
)
def test_the_longer_stay_has_the_larger_discount(days: int, name: str | None, percent: int) -> None:
    terms = replace(TERMS, price=999, weekly_discount=10, monthly_discount=20, cleaning_fee=5_000)
    items = quote(terms, [], stay(days), 1).items
    assert items[:2] == (BillItem("nights", 999 * days, 999, days), BillItem("cleaning_fee", 5_000))
    assert items[2:] == ((BillItem(name, -(999 * days * percent // 100)),) if name else ())


def test_a_month_without_a_discount_of_its_own_has_the_weekly_one() -> None:
    assert quote(replace(TERMS, weekly_discount=10), [], stay(30), 1).items[-1] == BillItem("weekly_discount", -30_000)
    assert len(quote(replace(TERMS, monthly_discount=10), [], stay(27), 1).items) == 1


@pytest.mark.parametrize(("guests", "price"), [(1, 0), (2, 0), (3, 3_000), (5, 9_000)])
def test_guests_beyond_the_included_ones_cost_more_each_night(guests: int, price: int) -> None:
    terms = replace(TERMS, stay_rules=EXTRA, weekly_discount=10)
    bill = quote(terms, [], stay(7), guests)
    extra = [item for item in bill.items if item.item == "extra_guests"]
    assert extra == ([BillItem("extra_guests", price * 7, price, 7)] if price else [])
    assert bill.amount == 63_000 + price * 7  # the discount is not on further guests


def test_without_included_guests_nobody_costs_more() -> None:
    terms = replace(TERMS, stay_rules=as_json(StayRules(extra_guest_price=3_000)))
    assert quote(terms, [], stay(2), 9).amount == 20_000


@given(terms, price_ranges(), days)
def test_a_night_costs_its_dated_price_else_the_weekend_price_else_the_base_price(
    terms: Terms, ranges: list[PriceRange], days: int
) -> None:
    for number, (day, price) in enumerate(quote(terms, ranges, stay(days), 1).prices.items()):
        assert day == night(number)
        dated = [each.price for each in ranges if each.first_night <= day <= each.last_night]
        weekend = [terms.weekend_price] if number % 7 in (4, 5) and terms.weekend_price else []
        assert price == [*dated, *weekend, terms.price][0]


@given(terms, price_ranges(), days)
def test_the_lines_of_a_bill_add_up_to_its_nights(terms: Terms, ranges: list[PriceRange], days: int) -> None:
    bill = quote(terms, ranges, stay(days), 1)
    lines = [item for item in bill.items if item.count is not None]
    assert {item.item for item in lines} <= {"nights", "weekend_nights", "dated_nights"}
    assert all(item.amount == item.price * item.count for item in lines)
    assert sum(item.count for item in lines) == len(bill.prices) == days
    assert sum(item.amount for item in lines) == sum(bill.prices.values())


@given(terms, price_ranges(), days)
def test_a_bill_is_its_nights_less_the_discount_plus_the_cleaning_fee(
    terms: Terms, ranges: list[PriceRange], days: int
) -> None:
    bill = quote(terms, ranges, stay(days), 1)
    nights = sum(bill.prices.values())
    others = {item.item: item for item in bill.items if item.count is None}
    assert all(item.price is None for item in others.values())
    fee = others.pop("cleaning_fee").amount if terms.cleaning_fee else 0
    assert fee == terms.cleaning_fee
    monthly, weekly = days >= MONTH and terms.monthly_discount, days >= WEEK and terms.weekly_discount
    name, percent = ("monthly_discount", monthly) if monthly else ("weekly_discount", weekly)
    assert set(others) == ({name} if percent else set())
    discount = sum(item.amount for item in others.values())
    assert -nights * 90 <= discount * 100 <= 0
    assert -discount == nights * percent // 100
    assert bill.amount == nights + discount + fee >= 0


@given(terms, price_ranges(), days, st.integers(1, 6))
def test_the_total_of_lists_is_that_of_the_bill(terms: Terms, ranges: list[PriceRange], days: int, guests: int) -> None:
    terms = replace(terms, stay_rules=EXTRA)
    amount = quote(terms, ranges, stay(days), guests).amount
    assert total(terms, ranges, stay(days), guests) == amount
    assert stay_totals.from_json(stay_totals.as_json(terms, ranges), stay(days), guests) == amount
