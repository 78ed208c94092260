"""The words and numbers of the demo data, which texts/ keeps as TOML: places, kinds of homes, reviews, hosts, talk."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.houses.bedrooms import BedKind
from models.houses.prices import CancellationPolicy

_TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Place:
    """A street in Beijing, with a point on it in GCJ-02. `kinds` says which kinds of homes stand there."""

    area: int
    name: str
    street: str
    lat: float
    lng: float
    kinds: tuple[str, ...]
    near: str
    """A sentence about what is near."""


@dataclass(frozen=True)
class Layout:
    """The rooms of a home: floor space in square metres and price in yuan are a least and a most."""

    rooms: int
    unit: str
    acreage: tuple[int, int]
    capacity: int
    price: tuple[int, int]
    bedrooms: tuple[tuple[str, BedKind, int], ...]


@dataclass(frozen=True)
class HomeKind:
    """What homes of a kind have in common. Titles and paragraphs name {place} and {street}.

    `style` is that of their pictures, `hosts` count from 1, facilities are ids.
    """

    style: str
    kinds: tuple[str, ...]
    hosts: tuple[int, ...]
    facilities: tuple[int, ...]
    sometimes: tuple[int, ...]
    cancellation: tuple[CancellationPolicy, ...]
    layouts: tuple[Layout, ...]
    titles: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    rules: tuple[str, ...]
    praise: tuple[str, ...]
    gripes: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True)
class Host:
    """Somebody who lets homes."""

    name: str
    real_name: str
    mobile: str
    hairstyle: str


@dataclass(frozen=True)
class Talk:
    """What a guest and a host have written in turns, the guest first; the first line so many hours ago."""

    hours: int
    lines: tuple[str, ...]


@cache
def places() -> tuple[Place, ...]:
    """All places, in the order of the file."""
    return tuple(Place(**_tuples(place)) for place in _read("places.toml")["places"])


@cache
def home_kinds() -> tuple[HomeKind, ...]:
    """All kinds of homes, by the names of their files."""
    found = [_tuples(_read(f"homes/{path.name}")) for path in sorted((_TEXTS / "homes").glob("*.toml"))]
    return tuple(
        HomeKind(**kind | {"layouts": tuple(Layout(**_tuples(each)) for each in kind["layouts"])}) for kind in found
    )


@cache
def sentences() -> dict[str, tuple[str, ...]]:
    """The lists of reviews.toml, by name; `guests` are names of people."""
    return {name: tuple(value) for name, value in _read("reviews.toml").items() if name != "hosts"}


@cache
def hosts() -> tuple[Host, ...]:
    """Who lets the homes."""
    return tuple(Host(**host) for host in _read("reviews.toml")["hosts"])


@cache
def talks() -> tuple[Talk, ...]:
    """What the README's guest and the first host have written, one thread after the other."""
    return tuple(Talk(**_tuples(talk)) for talk in _read("talk.toml")["threads"])


@cache
def guide() -> dict[str, str]:
    """The texts of an arrival guide, with {address} and {door}."""
    return {name: text.strip() for name, text in _read("talk.toml")["guide"].items()}


def _read(name: str) -> dict[str, Any]:
    with (_TEXTS / name).open("rb") as file:
        return tomllib.load(file)


def _tuples(value: dict[str, Any]) -> dict[str, Any]:
    return {name: _frozen(each) for name, each in value.items()}


def _frozen(value: Any) -> Any:
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value
