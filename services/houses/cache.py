"""What the cache holds of houses: cards and pages as JSON, and the lists of the first page.

Everything here is the same for every viewer. services/houses/changes.py removes the entries that a change affects.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from models.houses import houses
from models.houses.houses import House
from services.deps import Deps
from utils.mysql import Queries

POPULAR, NEWEST = "index:popular", "index:newest"
"""The lists of the first page, which any change of a house may affect."""

RenderCard = Callable[[House], str]
"""Writes what a list shows of a house as JSON."""


def page_key(house_id: int) -> str:
    return f"house:{house_id}"


def keys_of(house_ids: Sequence[int]) -> list[str]:
    """Every entry that shows one of these houses."""
    return [key for house_id in house_ids for key in (page_key(house_id), _card_key(house_id))] + [POPULAR, NEWEST]


async def house_ids(deps: Deps, name: str, read: Callable[[Queries], Awaitable[list[int]]]) -> list[int]:
    """The houses of the list `name`; `read` finds them where the cache does not know them."""

    async def fill() -> str:
        async with deps.db.connection() as queries:
            return " ".join(map(str, await read(queries)))

    return [int(part) for part in (await deps.cache.get(name, fill)).split()]


async def cards(deps: Deps, ids: Sequence[int], render: RenderCard) -> list[str]:
    """The cards of these houses, in this order; deleted houses are left out."""
    by_key = {_card_key(house_id): house_id for house_id in ids}

    async def fill(keys: Sequence[str]) -> Mapping[str, str]:
        async with deps.db.connection() as queries:
            found = await houses.by_ids(queries, [by_key[key] for key in keys])
        return {key: render(found[by_key[key]]) if by_key[key] in found else "" for key in keys}

    return [card for card in await deps.cache.get_all(list(by_key), fill) if card]


def _card_key(house_id: int) -> str:
    return f"card:{house_id}"
