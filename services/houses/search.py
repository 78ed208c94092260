"""Search of listed houses."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from models.houses import listings
from models.houses.listings import SearchCursor, SearchFilter, SearchSort
from models.stay import Stay
from models.types import Fen, HouseId
from services import limits
from services.deps import Deps, Visitor
from services.houses import cache, search_counts, search_planner, search_text, stay_totals
from services.houses.cache import CachedHouse, RenderCard
from services.houses.gazetteer import Place
from services.houses.search_counts import MAX_COUNTED
from services.local_time import BOOKING_WINDOW_DAYS, local_now, today


@dataclass(frozen=True)
class SearchRequest:
    """Which page of which search: houses that meet the filter and have every word of `text`.

    `page` counts from 1; `after`, the `next` of the page before, replaces it. `size` is how many houses a page has.
    """

    filter: SearchFilter
    text: str
    sort: SearchSort
    page: int
    size: int
    after: SearchCursor | None

    @property
    def stay(self) -> Stay | None:
        """The stay that the search asks for; None without both of its dates."""
        wanted = self.filter
        if wanted.days is None or wanted.first_night is None:
            return None
        return Stay(wanted.first_night, wanted.first_night + timedelta(days=wanted.days))

    @property
    def guests(self) -> int:
        """How many guests the totals are for."""
        return self.filter.capacity or 1


@dataclass(frozen=True)
class SearchPage:
    """One page of a search. `cards` are JSON, `next` is the last house of this page, None on the last page.

    `pages` and `house_count` count up to MAX_COUNTED houses. `totals` are the totals of the stay, in the order of the
    cards; None without both dates. `understood_as` is the place for which
    the text was a typing error.
    """

    cards: list[str]
    page: int
    pages: int
    next: SearchCursor | None
    house_count: int
    totals: list[Fen] | None
    understood_as: Place | None


@dataclass(frozen=True)
class FoundHouses:
    """The houses of a page: where they stand in the search, whether there are more, and how many there are in all."""

    cursors: list[SearchCursor]
    has_next: bool
    count: int

    @property
    def ids(self) -> list[HouseId]:
        """In the order of the search."""
        return [cursor.house_id for cursor in self.cursors]


_NOTHING = FoundHouses([], has_next=False, count=0)


async def search(deps: Deps, request: SearchRequest, render: RenderCard, visitor: Visitor) -> SearchPage:
    """One page of listed houses; `render` writes their cards. Raises TooOftenFromAddress."""
    await limit(deps, visitor)
    request, understood_as = await understand(deps, request)
    found = await find(deps, request)
    houses, stay = await cache.listed(deps, found.ids, render), request.stay
    return SearchPage(
        cards=[house.card for house in houses.values()],
        page=request.page,
        pages=max(-(-found.count // request.size), request.page + 1 if found.has_next else 0),
        next=found.cursors[-1] if found.has_next else None,
        house_count=found.count,
        totals=None if stay is None else _totals(houses.values(), stay, request.guests),
        understood_as=understood_as,
    )


def _totals(found: Iterable[CachedHouse], stay: Stay, guests: int) -> list[Fen]:
    return [stay_totals.from_json(house.prices, stay, guests) for house in found]


async def limit(deps: Deps, visitor: Visitor) -> None:
    """Count a search. Raises TooOftenFromAddress."""
    await limits.acquire_if_possible(deps, ("search_per_ip", visitor.address))


async def understand(deps: Deps, request: SearchRequest) -> tuple[SearchRequest, Place | None]:
    """The search with a typing error of its text mended, and the place that is meant.

    Only if the text as it is finds nothing, but the place that is nearest to it does (docs/search.md).
    """
    place = search_text.nearest(request.text)
    if place is None:
        return request, None
    mended = replace(request, text=place.name)
    as_it_is, as_place = filter_of(deps, request), filter_of(deps, mended)
    if as_place is None or (as_it_is is not None and await search_counts.count(deps, as_it_is)):
        return request, None
    return (mended, place) if await search_counts.count(deps, as_place) else (request, None)


async def find(deps: Deps, request: SearchRequest) -> FoundHouses:
    """The houses of a page of a search."""
    wanted = filter_of(deps, request)
    return _NOTHING if wanted is None else await _find(deps, wanted, request)


def filter_of(deps: Deps, request: SearchRequest) -> SearchFilter | None:
    """The filter with the words of the text, and with the hour; None where no house can match."""
    query = search_text.query(request.text)
    if (request.text.strip() and not query) or not _is_bookable(deps, request.filter):
        return None
    now = local_now(deps)
    return replace(request.filter, words=query, today=now.date(), hour=now.hour)


async def _find(deps: Deps, wanted: SearchFilter, request: SearchRequest) -> FoundHouses:
    sort, size = request.sort, request.size
    offset = 0 if request.after else (request.page - 1) * size
    count = await search_counts.count(deps, wanted) if search_planner.needs_count(wanted, sort) else None
    plan = search_planner.choose(wanted, sort, count)
    async with deps.read_db.connection() as queries:
        found = await listings.find(queries, wanted, sort, plan, limit=size + 1, offset=offset, after=request.after)
    here, has_next = found[:size], len(found) > size
    if not has_next and not request.after and (here or request.page == 1):
        count = offset + len(here)
    elif count is None:
        count = await search_counts.count(deps, wanted)
    # counting examines the newest houses only
    seen = offset + len(here) + has_next if here else 0
    return FoundHouses(here, has_next, min(max(count, seen), MAX_COUNTED))


def _is_bookable(deps: Deps, wanted: SearchFilter) -> bool:
    """Whether the nights of the filter lie in the booking window."""
    if wanted.first_night is None or wanted.last_night is None:
        return True
    first = today(deps)
    return first <= wanted.first_night and wanted.last_night < first + timedelta(days=BOOKING_WINDOW_DAYS)
