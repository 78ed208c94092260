"""Changes of houses: each one also updates the table that searches read, and is first announced to the cache."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

from models.houses import listings
from models.types import HouseId
from services.deps import Deps
from services.errors import Conflict, Refusal
from services.houses import cache
from services.local_time import today
from utils.mysql import DatabaseUnavailable, OutcomeUnknown, Queries, StatementFailed

T = TypeVar("T")


class ChangedMeanwhile(Conflict):
    """Somebody else, or another page of the same user, has changed what the caller has read."""

    text, reason = "日历已在别处更改，请刷新后再试", "changed_meanwhile"


async def change_house(deps: Deps, house_id: HouseId, work: Callable[[Queries], Awaitable[T]]) -> T:
    """Run `work`, which locks the house, in a transaction that also updates the house's row in `listings`.

    `work` may run several times. Returns its result, raises its errors.
    """

    async def complete(queries: Queries) -> T:
        result = await work(queries)
        await listings.write(queries, house_id, today(deps))
        return result

    async with invalidating(deps, [house_id]):
        return await deps.db.transact(complete)


@asynccontextmanager
async def invalidating(deps: Deps, house_ids: Sequence[HouseId], *keys: str) -> AsyncIterator[None]:
    """Announce to the cache that the block changes these houses and `keys`. Raises RedisUnavailable before the block.

    If the outcome is unknown, because a COMMIT whose answer was lost may take effect, the announcement stays for a
    minute.
    """
    change = await deps.cache.changes.begin([*keys, *cache.keys_of(house_ids)])
    known = False
    try:
        yield
        known = True
    except (Refusal, StatementFailed, DatabaseUnavailable) as error:
        known = not isinstance(error, OutcomeUnknown)
        raise
    finally:
        await deps.cache.changes.end(change, known=known)
