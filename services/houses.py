"""Finding and showing houses."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from models import areas, houses, images, nights, orders
from models.areas import Named
from models.houses import House, Wanted
from models.images import Image
from models.orders import Review
from services import limits
from services.deps import Deps, Visitor
from services.errors import NoData, WrongRole
from utils import words
from utils.mysql import Queries
from utils.sessions import Session

LOCAL = ZoneInfo("Asia/Shanghai")
FARTHEST_DAYS = 365
SHOWN_REVIEWS = 20
COUNTED = 1000
"""Counting what a search finds stops here: the number beyond it costs much and tells nobody anything."""


class NoSuchHouse(NoData):
    text = "房屋不存在"


@dataclass(frozen=True)
class HousePage:
    """A house with what its page shows."""

    house: House
    images: list[Image]
    facilities: list[Named]
    reviews: list[Review]
    rating: float | None
    review_count: int
    is_owner: bool


@dataclass(frozen=True)
class Found:
    """One page of a search; `after` is where the next one goes on, None at the end."""

    houses: list[House]
    page: int
    pages: int
    after: tuple[int, int] | None


def today(deps: Deps) -> date:
    """The date at the houses."""
    return deps.clock().astimezone(LOCAL).date()


async def all_areas(deps: Deps) -> list[Named]:
    async with deps.db.connection() as queries:
        return await areas.areas(queries)


async def all_facilities(deps: Deps) -> list[Named]:
    async with deps.db.connection() as queries:
        return await areas.facilities(queries)


async def popular(deps: Deps) -> list[House]:
    """Up to five houses for the first page."""
    async with deps.db.connection() as queries:
        return await houses.popular(queries, 5)


async def newest(deps: Deps, count: int) -> list[House]:
    """The latest houses for the first page."""
    async with deps.db.connection() as queries:
        return await houses.search(queries, Wanted(), "new", limit=count)


async def page(deps: Deps, house_id: int, viewer: Session | None) -> HousePage:
    """Raises NoSuchHouse; a house that is not listed is shown to its owner only."""
    async with deps.db.connection() as queries:
        house, is_owner = await _visible(queries, house_id, viewer)
        return HousePage(
            house,
            await images.of_house(queries, house_id),
            await areas.facilities_of(queries, house_id),
            await orders.reviews(queries, house_id, SHOWN_REVIEWS),
            *await orders.rating(queries, house_id),
            is_owner,
        )


async def calendar(deps: Deps, house_id: int, viewer: Session | None) -> list[nights.Night]:
    """The nights of the coming year that cannot be booked. Raises what `page` raises."""
    first = today(deps)
    async with deps.db.connection() as queries:
        await _visible(queries, house_id, viewer)
        return await nights.between(queries, house_id, first, first + timedelta(days=FARTHEST_DAYS))


async def search(
    deps: Deps,
    wanted: Wanted,
    text: str,
    sort: str,
    *,
    page: int,
    size: int,
    after: tuple[int, int] | None,
    visitor: Visitor,
) -> Found:
    """Listed houses that are free on every night wanted; `after` goes on behind a page, in place of its number."""
    await limits.take_if_possible(deps, ("search_per_ip", visitor.address))
    query = words.query(text)
    if (text.strip() and not query) or not _bookable(deps, wanted):
        return Found([], page, 0, None)
    wanted = replace(wanted, words=query)
    async with deps.db.connection() as queries:
        total = await houses.count(queries, wanted, COUNTED)
        offset = 0 if after else (page - 1) * size
        found = await houses.search(queries, wanted, sort, limit=size + 1, offset=offset, after=after)
    shown = found[:size]
    more = len(found) > size
    return Found(shown, page, -(-total // size), houses.place(shown[-1], sort) if more else None)


def _bookable(deps: Deps, wanted: Wanted) -> bool:
    """Whether nights that are wanted can be booked at all: from today on, for a year."""
    if wanted.first_night is None or wanted.last_night is None:
        return True
    first = today(deps)
    return first <= wanted.first_night and wanted.last_night < first + timedelta(days=FARTHEST_DAYS)


async def lock(queries: Queries, house_id: int) -> int:
    """Whose house it is, held until the transaction ends. Raises NoSuchHouse."""
    try:
        return await houses.lock(queries, house_id)
    except houses.NotFound:
        raise NoSuchHouse from None


async def own(queries: Queries, session: Session, house_id: int) -> None:
    """Lock a house of that user. Raises NoSuchHouse and WrongRole."""
    if await lock(queries, house_id) != session.user_id:
        raise WrongRole("只能操作自己的房屋")


async def get_listed(queries: Queries, house_id: int) -> House:
    """Raises NoSuchHouse where it is not public."""
    house = await _get(queries, house_id)
    if not house.listed:
        raise NoSuchHouse
    return house


async def _visible(queries: Queries, house_id: int, viewer: Session | None) -> tuple[House, bool]:
    """A house, and whether it is the viewer's own. Raises NoSuchHouse where it is neither public nor that."""
    house = await _get(queries, house_id)
    is_owner = viewer is not None and viewer.user_id == house.user_id
    if not (house.listed or is_owner):
        raise NoSuchHouse
    return house, is_owner


async def _get(queries: Queries, house_id: int) -> House:
    try:
        return await houses.get(queries, house_id)
    except houses.NotFound:
        raise NoSuchHouse from None
