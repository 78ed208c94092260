"""How many houses a search finds. All counts are bounded, and cached for some seconds."""

import hashlib
from collections.abc import Awaitable, Callable

from models.houses import listings
from models.houses.listings import SearchFilter
from models.types import Fen
from services.deps import Deps
from utils.mysql import ReadQueries

MAX_COUNTED = 1000
"""Counting the results of a search stops here: exact higher numbers cost much and help nobody."""

MAX_EXAMINED = 10_000
"""Only this many of the newest houses of a district are counted: counting a week that is nearly sold out takes long."""

PRICE_STEP, PRICE_STEPS = Fen(10_000), 20
"""The prices of a histogram: 20 steps of 100 yuan; the last one has all higher prices too."""

_COUNT_SECONDS = 10


async def count(deps: Deps, wanted: SearchFilter) -> int:
    """How many houses a search finds, at most _COUNT_SECONDS ago, and as much longer as the reader lags behind.

    Nothing drops these entries of the cache, so they may be filled from the reader.
    """
    since = 0 if wanted.needs_house_columns else await _first_examined(deps, wanted.area_id)

    async def read(queries: ReadQueries) -> str:
        return str(await listings.count(queries, wanted, MAX_COUNTED, since))

    return int(await _cached(deps, "count", wanted, read))


async def count_by_price(deps: Deps, wanted: SearchFilter) -> list[int]:
    """How many of the newest houses a search finds at each step of the price, as old as in `count`."""
    since = await _first_examined(deps, wanted.area_id)

    async def read(queries: ReadQueries) -> str:
        return " ".join(map(str, await listings.count_by_price(queries, wanted, PRICE_STEP, PRICE_STEPS, since)))

    return [int(number) for number in (await _cached(deps, "histogram", wanted, read)).split()]


async def _first_examined(deps: Deps, area_id: int | None) -> int:
    """The id above which lie the newest MAX_EXAMINED houses of a district, or of all."""

    async def fill() -> str:
        async with deps.read_db.connection() as queries:
            return str(await listings.first_of_newest(queries, area_id, MAX_EXAMINED))

    return int(await deps.cache.get(f"newest:{area_id}", fill))


async def _cached(deps: Deps, kind: str, wanted: SearchFilter, read: Callable[[ReadQueries], Awaitable[str]]) -> str:
    async def fill() -> str:
        async with deps.read_db.connection() as queries:
            return await read(queries)

    name = hashlib.sha256(repr(wanted).encode()).hexdigest()[:32]
    return await deps.cache.get(f"{kind}:{name}", fill, seconds=_COUNT_SECONDS)
