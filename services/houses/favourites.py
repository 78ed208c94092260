"""Houses that a user keeps in mind."""

from models.houses import favourites, houses
from models.houses.houses import House
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps
from services.errors import QuotaExceeded
from services.houses.access import require_listed_house
from utils.mysql import Queries
from utils.sessions import Session

MAX_FAVOURITES = 500


async def add(deps: Deps, session: Session, house_id: int) -> None:
    """Raises NoSuchHouse, and Conflict beyond five hundred."""
    await limits.acquire(deps, ("favourite_per_user", str(session.user_id)))

    async def work(queries: Queries) -> None:
        await lock_user(queries, session.user_id)
        await require_listed_house(queries, house_id)
        await favourites.add(queries, session.user_id, house_id)
        if await favourites.count(queries, session.user_id) > MAX_FAVOURITES:
            raise QuotaExceeded("最多收藏 500 套房屋")

    await deps.db.transact(work)


async def includes(deps: Deps, session: Session, house_id: int) -> bool:
    """Whether this house is a favourite of the user."""
    async with deps.db.connection() as queries:
        return await favourites.includes(queries, session.user_id, house_id)


async def remove(deps: Deps, session: Session, house_id: int) -> None:
    """Nothing happens where it is none."""
    await deps.db.transact(lambda queries: favourites.remove(queries, session.user_id, house_id))


async def mine(deps: Deps, session: Session, *, after: int | None, size: int) -> tuple[list[House], int | None]:
    """Those that are public, the latest first, and where the next page goes on."""
    async with deps.db.connection() as queries:
        found = await favourites.of_user(queries, session.user_id, after=after, limit=size + 1)
        shown = await houses.by_ids(queries, [house_id for _, house_id in found[:size]])
    return [shown[house_id] for _, house_id in found[:size]], found[size - 1][0] if len(found) > size else None
