"""Whether what is stored for searches and cards agrees with the houses, nights and orders behind it."""

from dataclasses import dataclass

from models.houses import houses, listings, nights, review_counts
from models.houses.review_counts import ReviewCounts
from models.types import HouseId
from services.deps import Deps
from services.houses import search_index
from services.houses.changes import change_house
from utils.mysql import Queries

_BATCH_SIZE = 500


@dataclass(frozen=True)
class Comparison:
    """The houses of one batch of which something is wrong or missing: the row in `listings`,
    the counts of reviews, the offset of the public position, or the words in the full-text index.

    `last` is the last id looked at, None past the end.
    """

    wrong: list[HouseId]
    last: HouseId | None


async def compare(deps: Deps, after: int) -> Comparison:
    """Compare what is stored of the next few hundred houses, those with ids above `after`.

    A house that changes at this moment may count as wrong; `mend` then finds nothing to do.
    """
    async with deps.db.connection() as queries:
        ids = await houses.ids(queries, after, _BATCH_SIZE)
        if not ids:
            return Comparison([], None)
        rows = await listings.rows(queries, ids)
        facts = await listings.facts(queries, ids)
        taken = await nights.of_houses(queries, ids)
        stored, counted = await review_counts.stored(queries, ids), await review_counts.counted(queries, ids)
        unplaced = await houses.without_offset(queries, ids)
        indexed = await houses.indexed_texts(queries, ids)
    right = {
        house_id
        for house_id, row in rows.items()
        if row.is_right(facts[house_id], taken.get(house_id, []))
        and house_id not in unplaced
        and indexed[house_id].search_words == search_index.words(indexed[house_id])
        and stored[house_id] == counted.get(house_id, ReviewCounts())
    }
    return Comparison([house_id for house_id in ids if house_id not in right], ids[-1])


async def mend(deps: Deps, house_id: HouseId) -> None:
    """Write everything that is stored for searches and cards of a house anew."""

    async def work(queries: Queries) -> None:
        await houses.lock_row(queries, house_id)
        await houses.add_offset(queries, house_id)
        await review_counts.write(queries, house_id)
        await search_index.write(queries, house_id)

    await change_house(deps, house_id, work)
