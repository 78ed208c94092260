"""How much a cancellation refunds, and how an order keeps its tiers, without any server."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.orders import bill
from models.orders.bill import BillItem, RefundTier, RefundTiers
from services.orders.pricing import POLICIES, Refund, refund_on, refunds
from tests.services.orders.terms import MONDAY, night

amounts = st.integers(0, 10**10)
days_before = st.integers(-30, 400)


@st.composite
def tiers(draw: st.DrawFn) -> RefundTiers:
    """Tiers as a policy has them: the earlier the cancellation, the more."""
    days = sorted(draw(st.sets(st.integers(0, 60), max_size=4)), reverse=True)
    percents = sorted(draw(st.lists(st.integers(0, 100), min_size=len(days), max_size=len(days))), reverse=True)
    return tuple(RefundTier(*tier) for tier in zip(days, percents, strict=True))


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


def test_the_refunds_name_the_last_day_of_each_tier() -> None:
    assert refunds(POLICIES["strict"], 1_001, MONDAY) == [Refund(night(-14), 100, 1_001), Refund(night(-7), 50, 500)]


@given(tiers(), amounts, days_before, days_before)
def test_a_later_day_never_refunds_more(tiers: RefundTiers, amount: int, one: int, other: int) -> None:
    early, late = night(-max(one, other)), night(-min(one, other))
    assert refund_on(tiers, amount, MONDAY, early) >= refund_on(tiers, amount, MONDAY, late)


@given(tiers(), amounts, days_before)
def test_a_refund_is_a_share_of_what_was_paid(tiers: RefundTiers, amount: int, left: int) -> None:
    refund = refund_on(tiers, amount, MONDAY, night(-left))
    percents = [tier.percent for tier in tiers if left >= tier.days_before]
    assert refund == (amount * percents[0] // 100 if percents else 0)
    assert 0 <= refund <= amount


@given(tiers(), amounts, days_before)
def test_the_listed_refunds_are_those_that_a_cancellation_gets(tiers: RefundTiers, amount: int, left: int) -> None:
    day = night(-left)
    listed = [refund.amount for refund in refunds(tiers, amount, MONDAY) if day <= refund.until]
    assert refund_on(tiers, amount, MONDAY, day) == (listed[0] if listed else 0)


# -- as orders store them


@given(tiers())
def test_an_order_keeps_its_tiers(tiers: RefundTiers) -> None:
    assert bill.tiers_from_json(bill.tiers_as_json(tiers)) == tiers


@pytest.mark.parametrize(
    ("policy", "stored"),
    [("flexible", "[[1,100],[0,50]]"), ("moderate", "[[5,100],[1,50]]"), ("strict", "[[14,100],[7,50]]")],
)
def test_tiers_are_stored_as_pairs_which_the_orders_of_older_releases_have(policy: str, stored: str) -> None:
    assert bill.tiers_as_json(POLICIES[policy]) == stored
    assert bill.tiers_from_json(stored) == POLICIES[policy]


ITEMS = (BillItem("nights", 30_000, 10_000, 3), BillItem("weekly_discount", -3_000))
STORED = (
    '[{"item":"nights","amount":30000,"price":10000,"count":3},'
    '{"item":"weekly_discount","amount":-3000,"price":null,"count":null}]'
)


def test_an_order_keeps_its_bill() -> None:
    assert bill.items_as_json(ITEMS) == STORED
    assert bill.items_from_json(STORED) == ITEMS


def test_a_bill_of_a_newer_release_can_be_read() -> None:
    assert bill.items_from_json(STORED.replace('"count"', '"tax":1,"count"')) == ITEMS
