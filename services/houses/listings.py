"""Whether the rows that searches read agree with the houses and their nights."""

from dataclasses import dataclass

from models.houses import houses, listings, nights
from models.types import HouseId
from services.deps import Deps
from services.houses.changes import change_house

_BATCH_SIZE = 500


@dataclass(frozen=True)
class Comparison:
    """The houses of one batch whose row is wrong or missing; `last` is the last id looked at, None past the end."""

    wrong: list[HouseId]
    last: HouseId | None


async def compare(deps: Deps, after: int) -> Comparison:
    """Compare the rows of the next few hundred houses, those with ids above `after`.

    A house that changes at this moment may count as wrong; `mend` then finds nothing to do.
    """
    async with deps.db.connection() as queries:
        ids = await houses.ids(queries, after, _BATCH_SIZE)
        if not ids:
            return Comparison([], None)
        rows = await listings.rows(queries, ids)
        facts = await listings.facts(queries, ids)
        taken = await nights.of_houses(queries, ids)
    right = {house_id for house_id, row in rows.items() if row.is_right(facts[house_id], taken.get(house_id, []))}
    return Comparison([house_id for house_id in ids if house_id not in right], ids[-1])


async def mend(deps: Deps, house_id: HouseId) -> None:
    """Write the row of a house anew."""
    await change_house(deps, house_id, lambda queries: houses.lock_row(queries, house_id))
