"""What everybody may see of houses: the lists of the first page, a house's page, and its calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from models.houses import areas, images, listings, nights
from models.houses.areas import NamedId
from models.houses.houses import House
from models.houses.images import Image
from models.houses.listings import SearchFilter, SearchPlan
from models.orders import orders
from models.orders.orders import GuestReview
from services.deps import Deps
from services.houses import cache
from services.houses.access import NoSuchHouse, require_visible_house
from services.houses.cache import RenderCard
from services.local_time import BOOKING_WINDOW_DAYS, today
from utils.mysql import Queries
from utils.sessions import Session

MAX_REVIEWS = 20
"""A house's page shows its newest reviews."""


@dataclass(frozen=True)
class HousePage:
    """A house with everything that its page shows."""

    house: House
    images: list[Image]
    facilities: list[NamedId]
    reviews: list[GuestReview]
    rating: float | None
    review_count: int
    is_owner: bool


RenderPage = Callable[[HousePage], str]
"""Writes a house's page as JSON."""


async def all_areas(deps: Deps) -> list[NamedId]:
    async with deps.db.connection() as queries:
        return await areas.areas(queries)


async def all_facilities(deps: Deps) -> list[NamedId]:
    async with deps.db.connection() as queries:
        return await areas.facilities(queries)


async def popular(deps: Deps, render: RenderCard) -> list[str]:
    """The cards of up to five houses for the first page, the most booked first."""

    async def read(queries: Queries) -> list[int]:
        return await listings.popular(queries, 5)

    return await cache.cards(deps, await cache.house_ids(deps, cache.POPULAR, read), render)


async def newest(deps: Deps, render: RenderCard) -> list[str]:
    """The cards of the newest houses for the first page."""

    async def read(queries: Queries) -> list[int]:
        found = await listings.find(queries, SearchFilter(), "new", SearchPlan.SORT_ORDER, limit=12)
        return [house_id for _, house_id in found]

    return await cache.cards(deps, await cache.house_ids(deps, cache.NEWEST, read), render)


async def rendered_page(deps: Deps, house_id: int, viewer: Session | None, render: RenderPage) -> str:
    """What `page` finds, as JSON; the public's version comes from the cache. Raises NoSuchHouse."""

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


async def page(deps: Deps, house_id: int, viewer: Session | None) -> HousePage:
    """Raises NoSuchHouse; only its owner sees a house that is not listed."""
    async with deps.db.connection() as queries:
        (house, is_owner), pictures, facilities, reviews, (rating, review_count) = await queries.gather(
            require_visible_house(queries, house_id, viewer),
            images.of_house(queries, house_id),
            areas.facilities_of(queries, house_id),
            orders.reviews(queries, house_id, MAX_REVIEWS),
            orders.rating(queries, house_id),
        )
    return HousePage(house, pictures, facilities, reviews, rating, review_count, is_owner)


async def calendar(deps: Deps, house_id: int, viewer: Session | None) -> list[nights.Night]:
    """The nights of the booking window that cannot be booked. Raises NoSuchHouse."""
    first = today(deps)
    async with deps.db.connection() as queries:
        await require_visible_house(queries, house_id, viewer)
        return await nights.between(queries, house_id, first, first + timedelta(days=BOOKING_WINDOW_DAYS))
