"""When a host's change is something that no admin has seen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.houses.houses import ReviewedContent, ReviewedTexts

TEXTS = ReviewedTexts("四合院", 1, "南锣鼓巷 15 号", lat=39.9, lng=116.4, unit="两室一厅", beds="", description="")
stems = st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True).map(tuple)


@given(stems, stems)
def test_only_new_pictures_add_something(before: tuple[str, ...], now: tuple[str, ...]) -> None:
    assert ReviewedContent(TEXTS, now).adds_to(ReviewedContent(TEXTS, before)) == bool(set(now) - set(before))


@pytest.mark.parametrize(
    "change",
    [
        {"title": "x"},
        {"area_id": 2},
        {"address": "x"},
        {"lat": 40.0},
        {"lng": None},
        {"unit": "x"},
        {"beds": "x"},
        {"description": "x"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_other_text_adds_something(change: dict[str, object]) -> None:
    before = ReviewedContent(TEXTS, ("a",))
    assert ReviewedContent(replace(TEXTS, **change), ("a",)).adds_to(before)
    assert not before.adds_to(before)
