"""The reviews of a house, page by page."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from models.houses.houses import House
from models.orders import reviews
from models.orders.reviews import GuestReview, ReviewCursor
from models.types import HouseId
from services.deps import Deps
from services.houses.access import NoSuchHouse, require_visible_house
from utils.mysql import ReadQueries
from utils.sessions import Session


@dataclass(frozen=True)
class ReviewsRequest:
    """`after` is the last review of the page before; `rating` takes only reviews with so many stars."""

    house_id: HouseId
    after: ReviewCursor | None
    rating: int | None
    size: int


@dataclass(frozen=True)
class ReviewsPage:
    """One page of a house's reviews, the newest first; `next` is None on the last one. `breakdown` counts by stars."""

    house: House
    reviews: list[GuestReview]
    next: ReviewCursor | None
    breakdown: Mapping[int, int]


async def page(deps: Deps, viewer: Session | None, request: ReviewsRequest) -> ReviewsPage:
    """One page of reviews. Raises NoSuchHouse unless the house is listed or the viewer's own."""
    if viewer is None:
        with suppress(NoSuchHouse):  # a new house may be missing from the reader
            async with deps.read_db.connection() as queries:
                return await _page(queries, None, request)
    async with deps.db.connection() as queries:
        return await _page(queries, viewer, request)


async def _page(queries: ReadQueries, viewer: Session | None, request: ReviewsRequest) -> ReviewsPage:
    (house, _), found, breakdown = await queries.gather(
        require_visible_house(queries, request.house_id, viewer),
        reviews.of_house(queries, request.house_id, request.size + 1, after=request.after, rating=request.rating),
        reviews.breakdown(queries, request.house_id),
    )
    here = found[: request.size]
    has_next = len(found) > request.size
    return ReviewsPage(
        house, here, ReviewCursor(here[-1].commented_at, here[-1].order_id) if has_next else None, breakdown
    )
