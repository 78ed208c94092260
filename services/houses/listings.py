"""Whether what is stored for searches and cards agrees with the houses, nights and orders behind it."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from models.houses import houses, listing_rules, listings, nights, review_counts
from models.houses.listing_rules import ListingRules
from models.houses.review_counts import ReviewCounts
from models.houses.stay_rules import StayRules
from models.types import HouseId
from services.deps import Deps
from services.houses import search_index
from services.houses.changes import change_house
from services.local_time import today
from utils.mysql import Queries

_BATCH_SIZE = 500
_RENEWED_AFTER, _RENEWED_AT_ONCE = timedelta(days=180), 20
"""A row of `listing_rules` has the days of two years, and searches look one year ahead."""


@dataclass(frozen=True)
class Comparison:
    """The houses of one batch of which something is wrong or missing: the rows in `listings` and `listing_rules`,
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
        ruled, rules = await listing_rules.rules_of(queries, ids), await listing_rules.rows(queries, ids)
        stored, counted = await review_counts.stored(queries, ids), await review_counts.counted(queries, ids)
        unplaced = await houses.without_offset(queries, ids)
        indexed = await houses.indexed_texts(queries, ids)
    right = {
        house_id
        for house_id, row in rows.items()
        if row.is_right(facts[house_id], taken.get(house_id, []))
        and _are_right(ruled.get(house_id), rules.get(house_id))
        and house_id not in unplaced
        and indexed[house_id].search_words == search_index.words(indexed[house_id])
        and stored[house_id] == counted.get(house_id, ReviewCounts())
    }
    return Comparison([house_id for house_id in ids if house_id not in right], ids[-1])


def _are_right(rules: StayRules | None, row: ListingRules | None) -> bool:
    """Whether the row of `listing_rules` repeats the rules of its house; without rules, nothing reads it."""
    return rules is None or (row is not None and row == listing_rules.of(rules, row.first_day))


async def mend(deps: Deps, house_id: HouseId) -> None:
    """Write everything that is stored for searches and cards of a house anew."""

    async def work(queries: Queries) -> None:
        await houses.lock_row(queries, house_id)
        await houses.add_offset(queries, house_id)
        await review_counts.write(queries, house_id)
        await search_index.write(queries, house_id)

    await change_house(deps, house_id, work)


async def renew_rules(deps: Deps) -> int:
    """Write some rows of `listing_rules` whose days have begun to run out. Returns how many."""
    async with deps.db.connection() as queries:
        old = await listing_rules.old(queries, today(deps) - _RENEWED_AFTER, _RENEWED_AT_ONCE)
    for house_id in old:
        await change_house(deps, house_id, partial(houses.lock_row, house_id=house_id))
    return len(old)
