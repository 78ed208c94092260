"""Cached answers about houses: cards and pages as JSON, and the lists of the first page.

They are the same for every viewer. services/houses/changes.py removes the entries that a change affects.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from models.houses import houses
from models.houses.houses import House
from models.types import HouseId, UserId
from services.deps import Deps
from utils.mysql import Queries

POPULAR, NEWEST = "index:popular", "index:newest"
"""The lists of the first page, which any change of a house may affect."""

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
    by_key = {_card_key(house_id): house_id for house_id in ids}

    async def fill(keys: Sequence[str]) -> Mapping[str, str]:
        async with deps.db.connection() as queries:
            found = await houses.by_ids(queries, [by_key[key] for key in keys])
        listed = {house_id: house for house_id, house in found.items() if house.listed}
        return {key: render(listed[by_key[key]]) if by_key[key] in listed else "" for key in keys}

    found = await deps.cache.get_all(list(by_key), fill)
    return {house_id: card for house_id, card in zip(by_key.values(), found, strict=True) if card}


def _card_key(house_id: HouseId) -> str:
    return f"card:{house_id}"
