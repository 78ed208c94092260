"""Nights as bits: the bitmaps hold exactly the nights that they are made of, and a row agrees with no others."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.houses import night_bitmaps
from models.houses.listings import Listing, ListingFacts
from models.houses.night_bitmaps import BLOCK_DAYS

EPOCH = date(1970, 1, 1)
FACTS = ListingFacts(listed=True, area_id=1, price=39_900, order_count=0, min_days=1, max_days=0)
BASE = 347
"""A row has the blocks from 347 to 354."""


def day(number: int) -> date:
    return EPOCH + timedelta(days=number)


days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
nights_of_the_row = st.sets(st.integers(BASE * BLOCK_DAYS, (BASE + 8) * BLOCK_DAYS - 1).map(day))


def nights_in(bitmaps: dict[int, int]) -> set[date]:
    """The slow way back: look at every bit."""
    return {
        day(block * BLOCK_DAYS + place)
        for block, bits in bitmaps.items()
        for place in range(bits.bit_length())
        if bits >> place & 1
    }


def row(nights: set[date]) -> Listing:
    bitmaps = night_bitmaps.of(nights)
    by_column = {block % 8: bits for block, bits in bitmaps.items()}
    return Listing(FACTS, BASE, tuple(by_column.get(column, 0) for column in range(8)))


@given(st.sets(days))
def test_bitmaps_hold_exactly_these_nights(nights: set[date]) -> None:
    bitmaps = night_bitmaps.of(nights)
    assert nights_in(bitmaps) == nights
    assert all(0 < bits < 1 << BLOCK_DAYS for bits in bitmaps.values())


@given(days, st.integers(0, 400))
def test_a_stay_has_every_night_from_the_first_to_the_last(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    assert nights_in(night_bitmaps.between(first, last)) == {first + timedelta(days=n) for n in range(more + 1)}


@given(days)
def test_a_block_begins_at_its_lowest_bit(night: date) -> None:
    block = night_bitmaps.block_of(night)
    assert night_bitmaps.of([night_bitmaps.first_day(block)]) == {block: 1}
    assert night_bitmaps.first_day(block) <= night < night_bitmaps.first_day(block + 1)


@given(nights_of_the_row, nights_of_the_row)
def test_a_row_is_right_about_its_own_nights_only(taken: set[date], others: set[date]) -> None:
    assert row(taken).is_right(FACTS, taken)
    assert row(taken).is_right(FACTS, others) == (taken == others)


@given(nights_of_the_row, st.dates(date(2000, 1, 1), day(BASE * BLOCK_DAYS - 1)))
def test_a_row_says_nothing_of_nights_before_its_blocks(taken: set[date], past: date) -> None:
    assert row(taken).is_right(FACTS, taken | {past})


@given(nights_of_the_row, st.dates(day((BASE + 8) * BLOCK_DAYS), date(2100, 1, 1)))
def test_a_row_is_wrong_where_a_later_night_is_taken(taken: set[date], later: date) -> None:
    assert not row(taken).is_right(FACTS, taken | {later})


@given(nights_of_the_row)
def test_a_row_is_wrong_where_the_house_has_changed(taken: set[date]) -> None:
    for facts in (
        ListingFacts(listed=False, area_id=1, price=39_900, order_count=0, min_days=1, max_days=0),
        ListingFacts(listed=True, area_id=2, price=39_900, order_count=0, min_days=1, max_days=0),
        ListingFacts(listed=True, area_id=1, price=39_901, order_count=0, min_days=1, max_days=0),
        ListingFacts(listed=True, area_id=1, price=39_900, order_count=1, min_days=1, max_days=0),
        ListingFacts(listed=True, area_id=1, price=39_900, order_count=0, min_days=2, max_days=0),
        ListingFacts(listed=True, area_id=1, price=39_900, order_count=0, min_days=1, max_days=9),
    ):
        assert not row(taken).is_right(facts, taken)
