"""Finding and showing houses."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from models import areas, houses, images, nights
from models.areas import Named
from models.houses import House, Wanted
from models.images import Image
from services import limits
from services.deps import Deps, Visitor
from services.errors import NoData
from utils import words
from utils.mysql import Queries
from utils.sessions import Session

LOCAL = ZoneInfo("Asia/Shanghai")
FARTHEST_DAYS = 365
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


async def page(deps: Deps, house_id: int, viewer: Session | None) -> HousePage:
    """Raises NoSuchHouse; a house that is not listed is shown to its owner only."""
    async with deps.db.connection() as queries:
        house = await _get(queries, house_id)
        is_owner = viewer is not None and viewer.user_id == house.user_id
        if not (house.listed or is_owner):
            raise NoSuchHouse
        found = await images.of_house(queries, house_id)
        return HousePage(house, found, await areas.facilities_of(queries, house_id), is_owner)


async def calendar(deps: Deps, house_id: int, viewer: Session | None) -> list[nights.Night]:
    """The nights of the coming year that cannot be booked. Raises what `page` raises."""
    await page(deps, house_id, viewer)
    first = today(deps)
    async with deps.db.connection() as queries:
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
    if text.strip() and not query:
        return Found([], page, 0, None)
    wanted = replace(wanted, words=query)
    async with deps.db.connection() as queries:
        total = await houses.count(queries, wanted, COUNTED)
        offset = 0 if after else (page - 1) * size
        found = await houses.search(queries, wanted, sort, limit=size + 1, offset=offset, after=after)
    shown = found[:size]
    more = len(found) > size
    return Found(shown, page, -(-total // size), houses.place(shown[-1], sort) if more else None)


async def lock(queries: Queries, house_id: int) -> int:
    """Whose house it is, held until the transaction ends. Raises NoSuchHouse."""
    try:
        return await houses.lock(queries, house_id)
    except houses.NotFound:
        raise NoSuchHouse from None


async def _get(queries: Queries, house_id: int) -> House:
    try:
        return await houses.get(queries, house_id)
    except houses.NotFound:
        raise NoSuchHouse from None
