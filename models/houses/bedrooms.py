"""The bedrooms of a house, and the beds in them. Houses store them as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import orjson

BedKind = Literal["single", "double", "queen", "bunk", "sofa", "tatami", "crib"]
"""What kind of bed it is. A bunk bed counts as one."""


@dataclass(frozen=True)
class BedGroup:
    """So many beds of one kind."""

    kind: BedKind
    count: int


@dataclass(frozen=True)
class Bedroom:
    """A room where guests sleep."""

    name: str
    beds: tuple[BedGroup, ...]


def count_beds(bedrooms: Sequence[Bedroom]) -> int | None:
    """How many beds there are in these rooms; None without rooms."""
    return sum(group.count for room in bedrooms for group in room.beds) if bedrooms else None


def as_json(bedrooms: Sequence[Bedroom]) -> str:
    """The column `houses.bedrooms`: a list of objects."""
    return orjson.dumps(bedrooms).decode()


def from_json(text: str) -> tuple[Bedroom, ...]:
    """Reads what `as_json` writes. Ignores the fields of newer servers."""
    return from_objects(orjson.loads(text))


def from_objects(rooms: Sequence[Any]) -> tuple[Bedroom, ...]:
    """The bedrooms, from the objects that are stored as JSON."""
    return tuple(
        Bedroom(room["name"], tuple(BedGroup(group["kind"], group["count"]) for group in room["beds"]))
        for room in rooms
    )
