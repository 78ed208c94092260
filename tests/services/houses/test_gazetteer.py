"""The gazetteer is consistent, and lies where it says."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.houses import gazetteer, search_text
from services.houses.gazetteer import Place

ROOT = Path(__file__).parents[3]
OUTLINES = ROOT / "static" / "beijing.geojson"
NEAR_A_BORDER = 0.008
"""Degrees: outlines are drawn roughly, and some gates and airports lie on a border."""

Ring = list[tuple[float, float]]


@pytest.fixture(scope="module")
def districts() -> dict[str, list[Ring]]:
    """The outlines of each district: rings of longitude and latitude."""
    shapes = {each["properties"]["name"]: each["geometry"] for each in json.loads(OUTLINES.read_text())["features"]}
    return {
        name: [
            [(point[0], point[1]) for point in polygon[0]]
            for polygon in (shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]])
        ]
        for name, shape in shapes.items()
    }


def inside(ring: Ring, x: float, y: float) -> bool:
    edges = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum((b > y) != (d > y) and x < a + (c - a) * (y - b) / (d - b) for (a, b), (c, d) in edges) % 2 == 1


@pytest.mark.parametrize("place", [place for place in gazetteer.places() if place.centre], ids=lambda place: place.key)
def test_a_place_lies_in_its_district(place: Place, districts: dict[str, list[Ring]]) -> None:
    assert place.centre
    lat, lng = place.centre
    rings = districts[gazetteer.districts()[place.area_id].name]
    steps = (-NEAR_A_BORDER, 0, NEAR_A_BORDER)
    assert any(inside(ring, lng + east, lat + north) for ring in rings for east in steps for north in steps)


def test_names_are_complete() -> None:
    places = gazetteer.places()
    assert len({place.key for place in places}) == len(places)
    assert len({place.name for place in places}) == len(places)
    assert {place.area_id for place in places if place.centre is None} == set(range(1, 17))
    for place in places:
        assert len(place.syllables) == len(place.name), place.name
        assert place.key.isascii(), place.name
        assert place.key.isalnum(), place.name
        assert place.english.isascii(), place.name


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("王府进", "王府井"), ("王俯井", "王府井"), ("三里囤", "三里屯"), ("古宫", "故宫"), ("天滩", "天坛"),
        ("sanlitum", "三里屯"), ("wangfujin", "王府井"), ("forbiden city", "故宫"), ("zongguancun", "中关村"),
        ("三里屯", None), ("sanlitun", None), ("slt", None), ("四合院", None), ("siheyuan", None), ("loft", None),
        ("", None), ("x" * 64, None), ("上海", None), ("houses", None),
    ],
)  # fmt: skip
def test_the_nearest_spelling(written: str, meant: str | None) -> None:
    place = search_text.nearest(written)
    assert (place.name if place else None) == meant


def test_few_words_are_looked_up_as_pinyin() -> None:
    """Each such term reads a part of the index."""
    assert search_text.query(" ".join(["yuan"] * 16)).count("py") == 3
    assert search_text.query("si he yuan") == "+((+wwsi* +wwhe* +(wwyuan* pyyuan* iiyuan*)) pysiheyuan* iisiheyuan*)"


@given(st.text(max_size=64))
def test_a_query_is_balanced_plain_and_bounded(text: str) -> None:
    query = search_text.query(text)
    assert query.isascii()
    assert query.count("(") == query.count(")")
    assert query.count("+") <= 200
    search_text.nearest(text)
