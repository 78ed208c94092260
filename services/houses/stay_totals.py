"""What a stay costs in each of many houses: services/orders/pricing.py prices it."""

from collections.abc import Sequence
from datetime import date

import orjson

from models.houses import prices
from models.houses.prices import PriceRange, Terms
from models.stay import Stay
from models.types import Fen, HouseId
from services.deps import Deps
from services.orders import pricing


async def stay_totals(deps: Deps, house_ids: Sequence[HouseId], stay: Stay, guests: int) -> dict[HouseId, Fen]:
    """The total of a stay of so many guests in each of these houses; houses that are gone are left out.

    Two statements for all houses, in one round trip. The reader may lag behind a price that has just changed.
    """
    async with deps.read_db.connection() as queries:
        terms, ranges = await queries.gather(
            prices.terms_of_houses(queries, house_ids),
            prices.ranges_of_houses(queries, house_ids, stay.start, stay.last_night),
        )
    return {
        house_id: pricing.total(terms[house_id], ranges.get(house_id, []), stay, guests)
        for house_id in house_ids
        if house_id in terms
    }


def as_json(terms: Terms, ranges: Sequence[PriceRange]) -> str:
    """The prices of a house, for the cache."""
    return orjson.dumps([terms, ranges]).decode()


def from_json(text: str, stay: Stay, guests: int) -> Fen:
    """The total of a stay of so many guests, by the prices that `as_json` wrote."""
    terms, ranges = orjson.loads(text)
    return pricing.total(Terms(**terms), [_range(each) for each in ranges], stay, guests)


def _range(stored: dict[str, str]) -> PriceRange:
    first, last = date.fromisoformat(stored["first_night"]), date.fromisoformat(stored["last_night"])
    return PriceRange(first, last, Fen(int(stored["price"])))
