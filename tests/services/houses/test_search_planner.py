"""Which plan a search gets: the table decides every search, and asks for a count only where the count decides."""

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.houses.listings import SearchFilter, SearchPlan, SearchSort
from services.houses.search_planner import MIN_FREE_HOUSES, MIN_HOUSES_IN_BOX, RULES, choose, needs_count

NIGHT = date(2027, 3, 1)
BOX = (Decimal(39), Decimal(116), Decimal(40), Decimal(117))
SORTS = get_args(SearchSort)
IN_ONE_DISTRICT: dict[str, Any] = {"area_id": 3, "first_night": NIGHT, "last_night": NIGHT, "days": 1}
filters = st.builds(
    SearchFilter,
    area_id=st.none() | st.integers(1, 16),
    first_night=st.none() | st.dates(NIGHT),
    last_night=st.none() | st.dates(NIGHT),
    days=st.none() | st.integers(1, 90),
    min_price=st.none() | st.integers(0, 10**8),
    max_price=st.none() | st.integers(0, 10**8),
    capacity=st.none() | st.integers(1, 100),
    rooms=st.none() | st.integers(1, 50),
    beds=st.none() | st.integers(1, 100),
    on_map=st.booleans(),
    facilities=st.tuples() | st.tuples(st.integers(1, 23)),
    words=st.sampled_from(["", "+故宫"]),
    box=st.none() | st.just(BOX),
)
counts = st.none() | st.integers(0, 1000)


def test_exactly_one_rule_of_the_table_decides_each_question() -> None:
    """Text or not, a box or not, dates in one district or not, sorted by age or not, few houses found or not."""
    for facts in product((True, False), repeat=5):
        matching = [
            rule
            for rule in RULES
            if all(
                condition in (None, fact)
                for condition, fact in zip(
                    (rule.has_text, rule.in_box, rule.dates_in_one_district, rule.by_age, rule.few), facts, strict=True
                )
            )
        ]
        assert len(matching) == 1, facts


@given(filters, st.sampled_from(SORTS), counts)
def test_every_search_has_a_plan(search: SearchFilter, sort: SearchSort, count: int | None) -> None:
    assert choose(search, sort, count) in SearchPlan


@given(filters, st.sampled_from(SORTS), st.lists(counts, min_size=2, max_size=5))
def test_a_search_that_needs_no_count_has_the_same_plan_for_any(
    search: SearchFilter, sort: SearchSort, some: list[int | None]
) -> None:
    few_and_many = {choose(search, sort, 0), choose(search, sort, MIN_HOUSES_IN_BOX)}
    assert needs_count(search, sort) == (len(few_and_many) == 2)
    if not needs_count(search, sort):
        assert {choose(search, sort, count) for count in some} == few_and_many


@given(filters, st.sampled_from(SORTS), counts)
def test_words_are_looked_up_in_the_full_text_index(search: SearchFilter, sort: SearchSort, count: int | None) -> None:
    assert (choose(search, sort, count) is SearchPlan.FULL_TEXT) == bool(search.words)


@pytest.mark.parametrize("sort", [sort for sort in SORTS if sort != "new"])
def test_dates_in_one_district_use_the_bitmaps_where_few_houses_are_free(sort: SearchSort) -> None:
    search = SearchFilter(**IN_ONE_DISTRICT)
    assert needs_count(search, sort)
    assert choose(search, sort, MIN_FREE_HOUSES - 1) is SearchPlan.BITMAP_FIRST
    assert choose(search, sort, MIN_FREE_HOUSES) is SearchPlan.SORT_ORDER
    assert choose(search, sort, None) is SearchPlan.SORT_ORDER


@pytest.mark.parametrize(
    "more", [{"capacity": 2}, {"rooms": 1}, {"facilities": (1,)}, {"area_id": None}, {"first_night": None}]
)
def test_a_condition_that_the_bitmap_index_lacks_keeps_the_order_of_the_sort(more: dict[str, Any]) -> None:
    search = SearchFilter(**IN_ONE_DISTRICT | more)
    assert not needs_count(search, "booking")
    assert choose(search, "booking", 0) is SearchPlan.SORT_ORDER


def test_the_newest_first_reads_the_bitmap_index_in_its_own_order() -> None:
    search = SearchFilter(**IN_ONE_DISTRICT)
    assert not needs_count(search, "new")
    assert choose(search, "new", 0) is SearchPlan.SORT_ORDER


@pytest.mark.parametrize("sort", SORTS)
def test_a_part_of_the_map_uses_the_index_on_positions_where_few_houses_are_there(sort: SearchSort) -> None:
    search = SearchFilter(**IN_ONE_DISTRICT | {"box": BOX})
    assert needs_count(search, sort)
    assert choose(search, sort, MIN_HOUSES_IN_BOX - 1) is SearchPlan.BOX_FIRST
    assert choose(search, sort, MIN_HOUSES_IN_BOX) is SearchPlan.SORT_ORDER
