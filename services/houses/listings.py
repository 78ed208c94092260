"""Whether what searches read is what houses and their nights are."""

from models.houses import houses, listings, nights
from services.deps import Deps
from services.houses.changes import change_house

_BATCH_SIZE = 500


async def compare(deps: Deps, after: int) -> tuple[list[int], int | None]:
    """Look at some hundred houses from behind the id `after`: those whose row is wrong, and where to go on.

    A house that is changed at this moment may be among them; `mend` finds nothing to do there.
    """
    async with deps.db.connection() as queries:
        ids = await houses.ids(queries, after, _BATCH_SIZE)
        if not ids:
            return [], None
        rows = await listings.rows(queries, ids)
        facts = await listings.facts(queries, ids)
        taken = await nights.of_houses(queries, ids)
    wrong = [number for number in ids if not listings.agree(rows.get(number), facts[number], taken.get(number, []))]
    return wrong, ids[-1]


async def mend(deps: Deps, house_id: int) -> None:
    """Make the row of a house anew."""
    await change_house(deps, house_id, lambda queries: houses.hold(queries, house_id))
