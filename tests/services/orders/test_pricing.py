"""What a stay costs and what is given back, without any server."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.houses.prices import PriceRange, Terms
from models.orders.bill import BillItem
from models.stay import Stay
from services.orders.pricing import POLICIES, Refund, quote, refund_on, refunds

MONDAY = date(2027, 3, 1)
TERMS = Terms(
    house_id=1,
    host_id=2,
    listed=True,
    price=10_000,
    weekend_price=None,
    cleaning_fee=0,
    weekly_discount=0,
    monthly_discount=0,
    cancellation="flexible",
    deposit=0,
    capacity=2,
    min_days=1,
    max_days=0,
)


def stay(days: int, start: date = MONDAY) -> Stay:
    return Stay(start, start + timedelta(days=days))


def night(after: int) -> date:
    return MONDAY + timedelta(days=after)


def test_every_night_costs_the_base_price() -> None:
    bill = quote(TERMS, [], stay(3))
    assert bill.items == (BillItem("nights", 30_000, 10_000, 3),)
    assert bill.amount == 30_000
    assert bill.prices == {night(0): 10_000, night(1): 10_000, night(2): 10_000}


def test_the_weekend_is_friday_and_saturday_night() -> None:
    bill = quote(replace(TERMS, weekend_price=15_000), [], stay(7))
    assert [day for day, price in bill.prices.items() if price == 15_000] == [night(4), night(5)]
    assert bill.items == (BillItem("nights", 50_000, 10_000, 5), BillItem("weekend_nights", 30_000, 15_000, 2))


def test_a_dated_price_goes_before_the_weekends() -> None:
    ranges = [PriceRange(night(3), night(4), 20_000), PriceRange(night(6), night(6), 25_000)]
    bill = quote(replace(TERMS, weekend_price=15_000), ranges, stay(7))
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
    items = list(quote(terms, [], stay(days)).items)
    assert items[:2] == [BillItem("nights", 999 * days, 999, days), BillItem("cleaning_fee", 5_000)]
    assert items[2:] == ([BillItem(name, -(999 * days * percent // 100))] if name else [])


def test_a_month_without_a_discount_of_its_own_has_the_weekly_one() -> None:
    assert quote(replace(TERMS, weekly_discount=10), [], stay(30)).items[-1] == BillItem("weekly_discount", -30_000)
    assert len(quote(replace(TERMS, monthly_discount=10), [], stay(27)).items) == 1


@given(
    price=st.integers(1, 10**8),
    weekend=st.none() | st.integers(1, 10**8),
    fee=st.integers(0, 10**8),
    percents=st.tuples(st.integers(0, 90), st.integers(0, 90)),
    days=st.integers(1, 90),
    dated=st.lists(st.tuples(st.integers(0, 90), st.integers(1, 10**8)), max_size=3),
)
def test_a_bill_adds_up(
    price: int, weekend: int | None, fee: int, percents: tuple[int, int], days: int, dated: list[tuple[int, int]]
) -> None:
    weekly, monthly = percents
    terms = replace(TERMS, price=price, weekend_price=weekend, cleaning_fee=fee)
    terms = replace(terms, weekly_discount=weekly, monthly_discount=monthly)
    bill = quote(terms, [PriceRange(night(at), night(at), cost) for at, cost in dated], stay(days))
    lines = [item for item in bill.items if item.count is not None]
    nights = sum(item.amount for item in lines)
    assert nights == sum(bill.prices.values())
    assert all(item.amount == (item.price or 0) * (item.count or 0) for item in lines)
    assert sum(item.count or 0 for item in lines) == len(bill.prices) == days
    assert nights * 10 // 100 + fee <= bill.amount <= nights + fee


@pytest.mark.parametrize(
    ("policy", "by_days_left"),
    [
        ("flexible", {2: 999, 1: 999, 0: 499, -1: 0}),
        ("moderate", {6: 999, 5: 999, 4: 499, 1: 499, 0: 0}),
        ("strict", {14: 999, 13: 499, 7: 499, 6: 0, 0: 0}),
    ],
)
def test_who_cancels_earlier_gets_more(policy: str, by_days_left: dict[int, int]) -> None:
    for left, amount in by_days_left.items():
        assert refund_on(POLICIES[policy], 999, MONDAY, MONDAY - timedelta(days=left)) == amount, left


def test_the_tiers_are_told_with_the_last_day_of_each() -> None:
    assert refunds(POLICIES["strict"], 1_001, MONDAY) == [Refund(night(-14), 100, 1_001), Refund(night(-7), 50, 500)]
