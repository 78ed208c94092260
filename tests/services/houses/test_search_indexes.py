"""Which tables and which index a search reads."""

from decimal import Decimal

import pytest

from models.houses.listings import SearchFilter, SearchPlan, SearchSort, _source


@pytest.mark.parametrize(
    ("area_id", "sort", "index"),
    [
        (None, "new", "PRIMARY"),
        (None, "booking", "listings_booking"),
        (None, "price-inc", "listings_price"),
        (None, "price-des", "listings_price"),
        (1, "new", "listings_area_new"),
        (1, "booking", "listings_area_booking"),
        (1, "price-inc", "listings_area_price"),
        (1, "price-des", "listings_area_price"),
    ],
)
def test_reading_in_the_order_of_the_sort_uses_its_index(area_id: int | None, sort: SearchSort, index: str) -> None:
    found = _source(SearchFilter(area_id=area_id), sort, SearchPlan.SORT_ORDER)
    assert found == f"listings FORCE INDEX ({index})"


def test_the_other_plans_have_an_index_of_their_own_or_leave_it_to_mariadb() -> None:
    bitmaps = _source(SearchFilter(area_id=1), "booking", SearchPlan.BITMAP_FIRST)
    assert bitmaps == "listings FORCE INDEX (listings_area_new)"
    text = _source(SearchFilter(words="+x"), "new", SearchPlan.FULL_TEXT)
    assert text == "listings JOIN houses ON houses.id = listings.house_id"
    box = _source(SearchFilter(box=(Decimal(39), Decimal(116), Decimal(40), Decimal(117))), "new", SearchPlan.BOX_FIRST)
    assert box == "houses FORCE INDEX (houses_place) STRAIGHT_JOIN listings ON listings.house_id = houses.id"
