"""Favourites: houses that a user has saved."""

from dataclasses import dataclass

from models.houses import favourites, houses
from models.houses.houses import House
from models.types import HouseId, UserId
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps
from services.errors import QuotaExceeded
from services.houses.access import require_listed_house
from utils.mysql import Queries
from utils.sessions import Session

MAX_FAVOURITES = 500
"""How many houses one user may save."""


@dataclass(frozen=True)
class FavouritesPage:
    """The houses of one page; `next` is the favourite behind which the next page begins, None at the end."""

    houses: list[House]
    next: int | None


async def add(deps: Deps, session: Session, house_id: HouseId) -> None:
    """Save a house; a saved one stays where it is.

    Raises NoSuchHouse unless it is listed, QuotaExceeded beyond MAX_FAVOURITES, and TooOften.
    """
    await limits.acquire(deps, ("favourite_per_user", str(session.user_id)))
    user_id = UserId(session.user_id)

    async def work(queries: Queries) -> None:
        await lock_user(queries, user_id)
        await require_listed_house(queries, house_id)
        await favourites.add(queries, user_id, house_id)
        if await favourites.count(queries, user_id) > MAX_FAVOURITES:
            raise QuotaExceeded(("最多收藏 {max} 套房屋", {"max": MAX_FAVOURITES}))

    await deps.db.transact(work)


async def includes(deps: Deps, session: Session, house_id: HouseId) -> bool:
    """Whether the user has saved this house."""
    async with deps.db.connection() as queries:
        return await favourites.includes(queries, UserId(session.user_id), house_id)


async def remove(deps: Deps, session: Session, house_id: HouseId) -> None:
    """Remove a favourite, if there is one."""
    await deps.db.transact(lambda queries: favourites.remove(queries, UserId(session.user_id), house_id))


async def house_ids(deps: Deps, session: Session) -> list[HouseId]:
    """The listed houses that the user has saved, the latest first; at most MAX_FAVOURITES."""
    async with deps.db.connection() as queries:
        found = await favourites.of_user(queries, UserId(session.user_id), after=None, limit=MAX_FAVOURITES)
    return [favourite.house_id for favourite in found]


async def page(deps: Deps, session: Session, *, after: int | None, size: int) -> FavouritesPage:
    """Up to `size` listed houses that the user has saved, the latest first, from behind the favourite `after`."""
    async with deps.db.connection() as queries:
        found = await favourites.of_user(queries, UserId(session.user_id), after=after, limit=size + 1)
        here = found[:size]
        by_id = await houses.by_ids(queries, [favourite.house_id for favourite in here])
    return FavouritesPage([by_id[favourite.house_id] for favourite in here], here[-1].id if len(found) > size else None)
