"""Cached answers about houses: cards and pages as JSON, and the lists of the first page.

They are the same for every viewer. services/houses/changes.py removes the entries that a change affects.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from models.houses import houses, prices
from models.houses.houses import House
from models.types import HouseId, UserId
from services.deps import Deps
from services.houses import stay_totals
from services.local_time import BOOKING_WINDOW_DAYS, today
from utils.mysql import Queries

POPULAR, NEWEST = "index:popular", "index:newest"
"""The lists of the first page, which any change of a house may affect."""


@dataclass(frozen=True)
class CachedHouse:
    """The prices of a listed house, which services/houses/stay_totals.py reads, and its card, both as JSON."""

    prices: str
    card: str


RenderCard = Callable[[House], str]
"""Writes the card of a house as JSON: the part that lists show."""


def page_key(house_id: HouseId) -> str:
    """The cache key of a house's page."""
    return f"house:{house_id}"


def host_key(user_id: UserId) -> str:
    """The cache key of a host's profile, which changes of the user remove."""
    return f"host:{user_id}"


def similar_key(house_id: HouseId) -> str:
    """The cache key of the houses that are like this one; nothing removes it before its time."""
    return f"similar:{house_id}"


def keys_of(house_ids: Sequence[HouseId]) -> list[str]:
    """The cache keys of every entry that shows one of these houses."""
    return [key for house_id in house_ids for key in (page_key(house_id), _card_key(house_id))] + [POPULAR, NEWEST]


async def house_ids(deps: Deps, key: str, read: Callable[[Queries], Awaitable[list[HouseId]]]) -> list[HouseId]:
    """The houses of a cached list; on a miss `read` finds them."""

    async def fill() -> str:
        async with deps.db.connection() as queries:
            return " ".join(map(str, await read(queries)))

    return [HouseId(int(part)) for part in (await deps.cache.get(key, fill)).split()]


async def cards(deps: Deps, ids: Sequence[HouseId], render: RenderCard) -> dict[HouseId, str]:
    """The cards of these houses by id, in this order; houses that are not listed, or not any more, are left out."""
    return {house_id: found.card for house_id, found in (await listed(deps, ids, render)).items()}


async def listed(deps: Deps, ids: Sequence[HouseId], render: RenderCard) -> dict[HouseId, CachedHouse]:
    """As `cards`, with the prices."""
    by_key = {_card_key(house_id): house_id for house_id in ids}

    async def fill(keys: Sequence[str]) -> Mapping[str, str]:
        written = await _read(deps, [by_key[key] for key in keys], render)
        return {key: written.get(by_key[key], "") for key in keys}

    found = zip(by_key.values(), await deps.cache.get_all(list(by_key), fill), strict=True)
    return {house_id: CachedHouse(*value.split("\n", 1)) for house_id, value in found if value}


async def _read(deps: Deps, ids: Sequence[HouseId], render: RenderCard) -> dict[HouseId, str]:
    """The prices and the card of each of these houses that is listed, as two lines."""
    first = today(deps)
    async with deps.db.connection() as queries:
        found, terms, ranges = await queries.gather(
            houses.by_ids(queries, ids),
            prices.terms_of_houses(queries, ids),
            prices.ranges_of_houses(queries, ids, first, first + timedelta(days=BOOKING_WINDOW_DAYS + 1)),
        )
    return {
        house_id: f"{stay_totals.as_json(terms[house_id], ranges.get(house_id, []))}\n{render(house)}"
        for house_id, house in found.items()
        if house.listed and house_id in terms
    }


def _card_key(house_id: HouseId) -> str:
    return f"card:{house_id}"
