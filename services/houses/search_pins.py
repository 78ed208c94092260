"""The houses of a search as pins on a map."""

from dataclasses import dataclass, replace
from decimal import Decimal

from models.houses import houses
from models.types import Fen, HouseId
from services.deps import Deps, Visitor
from services.houses import search, stay_totals
from services.houses.search import SearchRequest

MAX_PINS = 200
"""A map shows at most this many houses."""


@dataclass(frozen=True)
class Pin:
    """A house on a map: its public position, its base price, and what the stay costs, where the search has dates."""

    house_id: HouseId
    lat: Decimal
    lng: Decimal
    price: Fen
    total: Fen | None


async def pins(deps: Deps, request: SearchRequest, visitor: Visitor) -> list[Pin]:
    """The first MAX_PINS houses of a search that have a position, in its order. Raises TooOftenFromAddress."""
    await search.limit(deps, visitor)
    request, _ = await search.understand(deps, request)
    wanted = replace(request, filter=replace(request.filter, on_map=True), page=1, size=MAX_PINS, after=None)
    ids = (await search.find(deps, wanted)).ids
    async with deps.read_db.connection() as queries:
        places = await houses.places(queries, ids)
    totals = await stay_totals.stay_totals(deps, ids, request.stay, request.guests) if request.stay else {}
    return [Pin(house_id, *places[house_id], totals.get(house_id)) for house_id in ids if house_id in places]
