"""Access to houses: which house exists, who may see it, who may change it."""

from models.houses import houses
from models.houses.houses import House
from models.types import HouseId, UserId
from services.errors import NoData, WrongRole
from utils.mysql import Queries, ReadQueries
from utils.sessions import Session


class NoSuchHouse(NoData):
    """There is no such house, or it is not listed and the viewer does not own it."""

    text = "房屋不存在"


async def require_house(queries: ReadQueries, house_id: HouseId) -> House:
    """A house that is not deleted. Raises NoSuchHouse."""
    try:
        return await houses.get(queries, house_id)
    except houses.HouseNotFound:
        raise NoSuchHouse from None


async def require_listed_house(queries: Queries, house_id: HouseId) -> House:
    """A house that the public may see. Raises NoSuchHouse."""
    house = await require_house(queries, house_id)
    if not house.listed:
        raise NoSuchHouse
    return house


async def require_visible_house(queries: ReadQueries, house_id: HouseId, viewer: Session | None) -> tuple[House, bool]:
    """A house, and whether the viewer owns it. Raises NoSuchHouse unless it is listed or the viewer's own."""
    house = await require_house(queries, house_id)
    is_owner = viewer is not None and viewer.user_id == house.user_id
    if not (house.listed or is_owner):
        raise NoSuchHouse
    return house, is_owner


async def require_owned_house(queries: Queries, session: Session, house_id: HouseId) -> None:
    """Raises NoSuchHouse, and WrongRole for somebody else's house."""
    _require_owner(session, (await require_house(queries, house_id)).user_id)


async def lock_house(queries: Queries, house_id: HouseId) -> UserId:
    """Lock a house against other changes until the transaction ends; returns its owner's id. Raises NoSuchHouse."""
    try:
        return await houses.lock(queries, house_id)
    except houses.HouseNotFound:
        raise NoSuchHouse from None


async def lock_owned_house(queries: Queries, session: Session, house_id: HouseId) -> None:
    """As `lock_house`, for a house of this user. Raises NoSuchHouse, and WrongRole for somebody else's house."""
    _require_owner(session, await lock_house(queries, house_id))


def _require_owner(session: Session, owner_id: UserId) -> None:
    if owner_id != session.user_id:
        raise WrongRole("只能操作自己的房屋")
