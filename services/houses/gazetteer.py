"""Districts, landmarks, streets and business areas of Beijing: gazetteer.csv, which is our own.

Coordinates are GCJ-02. A house lies in a place if its public position is within `metres` of the centre: the exact
position would be found by asking for one place after another. Districts have no centre: a house names its district.
"""

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from utils import tokenizer
from utils.pinyin import Pinyin, is_chinese

_DEGREE = 111_320
"""Metres of a degree of latitude."""


@dataclass(frozen=True)
class Place:
    """A place under its Chinese and its English name; `others` are further names of both languages.

    `syllables` is the pinyin of `name`, `area_id` the district, `centre` latitude and longitude, None for a district.
    """

    key: str
    name: str
    syllables: tuple[str, ...]
    english: str
    others: tuple[str, ...]
    area_id: int
    centre: tuple[float, float] | None
    metres: int

    @property
    def token(self) -> str:
        """The token of its houses in the full-text index."""
        return f"zp{self.key}"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, in both languages."""
        return (self.name, self.english, *self.others)

    def has(self, area_id: int, lat: float | None, lng: float | None) -> bool:
        """Whether a house of this district and public position lies in the place."""
        if self.centre is None:
            return area_id == self.area_id
        if lat is None or lng is None:
            return False
        north = (lat - self.centre[0]) * _DEGREE
        east = (lng - self.centre[1]) * _DEGREE * math.cos(math.radians(lat))
        return math.hypot(north, east) <= self.metres


@cache
def places() -> tuple[Place, ...]:
    """Every place: the districts, then the others as in the file."""
    with Path(__file__).with_name("gazetteer.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_place(row) for row in csv.DictReader(file))


@cache
def districts() -> dict[int, Place]:
    """The districts by the id of their area."""
    return {place.area_id: place for place in places() if place.centre is None}


@cache
def pinyin() -> Pinyin:
    """Reads Chinese text, with the names of all places as they are spoken."""
    return Pinyin({name: syllables for place in places() for name, syllables in _spoken(place).items()})


@cache
def by_name() -> dict[str, tuple[Place, ...]]:
    """The places by each of their names, its pinyin, and its initials, as `normalized` writes them."""
    found: dict[str, dict[str, Place]] = {}
    for place in places():
        for name in place.names:
            for form in forms(name):
                found.setdefault(form, {})[place.key] = place
    return {form: tuple(named.values()) for form, named in found.items()}


def forms(name: str) -> list[str]:
    """What may be written for a name: itself, its joined pinyin, and the initials of three or more syllables."""
    plain = normalized(name)
    if not is_chinese(plain):
        return [plain]
    syllables = pinyin().syllables(plain)
    initials = "".join(syllable[:1] for syllable in syllables)
    return [plain, "".join(syllables), *([initials] if len(initials) > 2 else [])]


def normalized(text: str) -> str:
    """Letters and digits only, without case: Bird's Nest is birdsnest."""
    return "".join(tokenizer.runs(text))


def tokens(area_id: int, lat: float | None, lng: float | None) -> Iterable[str]:
    """The tokens of all places in which a house of this district and public position lies."""
    return [place.token for place in places() if place.has(area_id, lat, lng)]


def _place(row: dict[str, str]) -> Place:
    return Place(
        key=row["key"],
        name=row["name"],
        syllables=tuple(row["pinyin"].split()),
        english=row["english"],
        others=tuple(filter(None, row["others"].split(";"))),
        area_id=int(row["area_id"]),
        centre=(float(row["lat"]), float(row["lng"])) if row["lat"] else None,
        metres=int(row["metres"] or 0),
    )


def _spoken(place: Place) -> dict[str, tuple[str, ...]]:
    """The names of a place with their syllables: its own, and those others that are a part of it."""
    parts = [name for name in place.others if name in place.name]
    starts = {name: place.name.index(name) for name in parts}
    return {place.name: place.syllables} | {
        name: place.syllables[start : start + len(name)] for name, start in starts.items()
    }
