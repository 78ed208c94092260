"""What a stay costs in each of many houses."""

from collections.abc import Sequence

from models.houses import prices
from models.stay import Stay
from models.types import Fen, HouseId
from services.deps import Deps
from services.orders import pricing


async def stay_totals(deps: Deps, house_ids: Sequence[HouseId], stay: Stay) -> dict[HouseId, Fen]:
    """The total of a stay in each of these houses, as a booking's bill has it; houses that are gone are left out.

    Two statements for all houses, in one round trip. The reader may lag behind a price that has just changed.
    """
    async with deps.read_db.connection() as queries:
        terms, ranges = await queries.gather(
            prices.terms_of_houses(queries, house_ids),
            prices.ranges_of_houses(queries, house_ids, stay.start, stay.last_night),
        )
    return {
        house_id: pricing.quote(terms[house_id], ranges.get(house_id, []), stay).amount
        for house_id in house_ids
        if house_id in terms
    }
