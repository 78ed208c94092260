"""Facts about a search for its filters: how many houses it finds, at which prices, and which filter to drop."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from models.houses.listings import SearchFilter
from models.types import Fen
from services.deps import Deps, Visitor
from services.houses import search, search_counts
from services.houses.search import SearchRequest
from services.houses.search_counts import PRICE_STEP

FilterName = Literal["aid", "dates", "price", "capacity", "rooms", "beds", "instant", "facilities", "q", "bounds"]
"""A filter of a search, which may consist of several fields."""

_NO_DATES: Mapping[str, Any] = MappingProxyType({"first_night": None, "last_night": None, "days": None})
_WITHOUT: Mapping[FilterName, Mapping[str, Any]] = MappingProxyType(
    {
        "aid": {"area_id": None},
        "dates": _NO_DATES,
        "price": {"min_price": None, "max_price": None},
        "capacity": {"capacity": None},
        "rooms": {"rooms": None},
        "beds": {"beds": None},
        "instant": {"instant": None},
        "facilities": {"facilities": ()},
        "bounds": {"box": None},
    }
)
"""The fields of each filter, as they are without it."""


@dataclass(frozen=True)
class PriceBar:
    """How many houses cost from `start` on and less than `end`; None is no limit."""

    start: Fen
    end: Fen | None
    house_count: int


@dataclass(frozen=True)
class DroppedFilter:
    """How many houses a search finds without one of its filters."""

    filter: FilterName
    house_count: int


@dataclass(frozen=True)
class Facets:
    """Facts about a search. `prices` ignores its own limits of the price; `drop` is empty if houses were found."""

    house_count: int
    prices: list[PriceBar]
    drop: list[DroppedFilter]


async def facets(deps: Deps, request: SearchRequest, visitor: Visitor) -> Facets:
    """The facts about a search; the page of the request is ignored. Raises TooOftenFromAddress."""
    await search.limit(deps, visitor)
    first, _ = await search.understand(deps, replace(request, page=1, after=None))
    count = (await search.find(deps, first)).count
    return Facets(count, await _prices(deps, first), [] if count else await _droppable(deps, first))


async def _prices(deps: Deps, request: SearchRequest) -> list[PriceBar]:
    wanted = search.filter_of(deps, _without(request, "price"))
    counts = await search_counts.count_by_price(deps, wanted) if wanted else [0] * search_counts.PRICE_STEPS
    ends = [Fen(PRICE_STEP * (number + 1)) for number in range(len(counts) - 1)]
    starts = [Fen(0), *ends]
    return [PriceBar(*bar) for bar in zip(starts, [*ends, None], counts, strict=True)]


async def _droppable(deps: Deps, request: SearchRequest) -> list[DroppedFilter]:
    """The filters without which the search finds something, the most houses first."""
    names: list[FilterName] = [*_WITHOUT, "q"]
    others = {name: _without(request, name) for name in names}
    tried = [
        DroppedFilter(name, (await search.find(deps, other)).count)
        for name, other in others.items()
        if other != request
    ]
    return sorted((each for each in tried if each.house_count), key=lambda each: -each.house_count)


def _without(request: SearchRequest, name: FilterName) -> SearchRequest:
    if name == "q":
        return replace(request, text="")
    wanted: SearchFilter = replace(request.filter, **_WITHOUT[name])
    return replace(request, filter=wanted)
