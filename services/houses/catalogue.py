"""The public catalogue: the lists of the first page, a house's page, and its calendar."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.houses import areas, images, listings, nights, prices
from models.houses.areas import NamedId
from models.houses.houses import House
from models.houses.images import Image
from models.houses.listings import SearchFilter, SearchPlan
from models.houses.nights import Night
from models.houses.stay_rules import StayRules
from models.orders import reviews
from models.orders.reviews import GuestReview
from models.reviews import reviews as written_reviews
from models.reviews.reviews import Category
from models.types import HouseId
from services.deps import Deps
from services.houses import cache
from services.houses.access import NoSuchHouse, require_visible_house
from services.houses.cache import RenderCard
from services.local_time import BOOKING_WINDOW_DAYS, local_now
from utils.mysql import Queries, ReadQueries
from utils.sessions import Session

MAX_REVIEWS = 20
"""A house's page shows this many reviews."""
_MAX_POPULAR, _MAX_NEWEST = 5, 12


@dataclass(frozen=True)
class HousePage:
    """A house with everything that its page shows. `reviews` are the newest, `breakdown` counts all by their stars."""

    house: House
    images: list[Image]
    facilities: list[NamedId]
    reviews: list[GuestReview]
    breakdown: Mapping[int, int]
    categories: Mapping[Category, float]
    is_owner: bool


@dataclass(frozen=True)
class HouseCalendar:
    """The nights of a house that cannot be booked, and its rules, as they are at a local time."""

    taken: list[Night]
    rules: StayRules
    now: datetime


RenderPage = Callable[[HousePage], str]
"""Writes a house's page as JSON."""


async def all_areas(deps: Deps) -> list[NamedId]:
    """Every area, by id."""
    async with deps.read_db.connection() as queries:
        return await areas.areas(queries)


async def all_facilities(deps: Deps) -> list[NamedId]:
    """Every facility, by id."""
    async with deps.read_db.connection() as queries:
        return await areas.facilities(queries)


async def popular(deps: Deps, render: RenderCard) -> list[str]:
    """The cards of up to _MAX_POPULAR houses with a picture, the most booked first."""

    async def read(queries: Queries) -> list[HouseId]:
        return await listings.popular(queries, _MAX_POPULAR)

    found = await cache.house_ids(deps, cache.POPULAR, read)
    return list((await cache.cards(deps, found, render)).values())


async def newest(deps: Deps, render: RenderCard) -> list[str]:
    """The cards of the newest _MAX_NEWEST houses."""

    async def read(queries: Queries) -> list[HouseId]:
        found = await listings.find(queries, SearchFilter(), "new", SearchPlan.SORT_ORDER, limit=_MAX_NEWEST)
        return [cursor.house_id for cursor in found]

    found = await cache.house_ids(deps, cache.NEWEST, read)
    return list((await cache.cards(deps, found, render)).values())


async def rendered_page(deps: Deps, house_id: HouseId, viewer: Session | None, render: RenderPage) -> str:
    """A house's page as JSON; the public version comes from the cache.

    Raises NoSuchHouse unless the house is listed or the viewer's own.
    """

    async def fill() -> str:
        found = await page(deps, house_id, None)
        return f"{found.house.user_id} {render(found)}"

    try:
        owner_id, _, text = (await deps.cache.get(cache.page_key(house_id), fill)).partition(" ")
    except NoSuchHouse:
        if viewer is None:
            raise
    else:
        if viewer is None or viewer.user_id != int(owner_id):
            return text
    return render(await page(deps, house_id, viewer))


async def page(deps: Deps, house_id: HouseId, viewer: Session | None) -> HousePage:
    """A house's page, from the database. Raises NoSuchHouse unless the house is listed or the viewer's own."""
    async with deps.db.connection() as queries:
        (house, is_owner), pictures, facilities, said, breakdown = await queries.gather(
            require_visible_house(queries, house_id, viewer),
            images.of_house(queries, house_id),
            areas.facilities_of(queries, house_id),
            reviews.of_house(queries, house_id, MAX_REVIEWS),
            reviews.breakdown(queries, house_id),
        )
        categories = await written_reviews.category_averages(queries, house_id)
    return HousePage(house, pictures, facilities, said, breakdown, categories, is_owner)


async def calendar(deps: Deps, house_id: HouseId, viewer: Session | None) -> HouseCalendar:
    """The nights of the booking window that cannot be booked, and the rules of the house.

    Raises NoSuchHouse unless the house is listed or the viewer's own.
    """
    if viewer is None:
        with suppress(NoSuchHouse):  # a new house may be missing from the reader
            async with deps.read_db.connection() as queries:
                return await _calendar(queries, house_id, None, local_now(deps))
    async with deps.db.connection() as queries:
        return await _calendar(queries, house_id, viewer, local_now(deps))


async def _calendar(queries: ReadQueries, house_id: HouseId, viewer: Session | None, now: datetime) -> HouseCalendar:
    first = now.date()
    await require_visible_house(queries, house_id, viewer)
    taken, terms = await queries.gather(
        nights.between(queries, house_id, first, first + timedelta(days=BOOKING_WINDOW_DAYS)),
        prices.terms_of_houses(queries, [house_id]),
    )
    if house_id not in terms:
        raise NoSuchHouse
    return HouseCalendar(taken, terms[house_id].rules, now)
