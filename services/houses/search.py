"""Search of listed houses."""

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta

from models.houses import listings
from models.houses.listings import SearchCursor, SearchFilter, SearchSort
from services import limits
from services.deps import Deps, Visitor
from services.houses import cache, search_planner
from services.houses.cache import RenderCard
from services.local_time import BOOKING_WINDOW_DAYS, today
from utils import tokenizer

MAX_COUNTED = 1000
"""Counting the results of a search stops here: exact higher numbers cost much and help nobody."""

MAX_EXAMINED = 10_000
"""Only this many of the newest houses of a district are counted: counting a week that is nearly sold out takes long."""

_COUNT_SECONDS = 10


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


@dataclass(frozen=True)
class SearchPage:
    """One page of a search. `cards` are JSON, `next` is the last house of this page, None on the last page.

    `pages` counts up to MAX_COUNTED houses.
    """

    cards: list[str]
    page: int
    pages: int
    next: SearchCursor | None


async def search(deps: Deps, request: SearchRequest, render: RenderCard, visitor: Visitor) -> SearchPage:
    """One page of listed houses; `render` writes their cards. Raises TooOftenFromAddress."""
    await limits.acquire_if_possible(deps, ("search_per_ip", visitor.address))
    query = tokenizer.query(request.text)
    if (request.text.strip() and not query) or not _is_bookable(deps, request.filter):
        return SearchPage([], request.page, 0, None)
    wanted, sort, page, size = replace(request.filter, words=query), request.sort, request.page, request.size
    offset = 0 if request.after else (page - 1) * size
    count = await _count(deps, wanted) if search_planner.needs_count(wanted, sort) else None
    plan = search_planner.choose(wanted, sort, count)
    async with deps.read_db.connection() as queries:
        found = await listings.find(queries, wanted, sort, plan, limit=size + 1, offset=offset, after=request.after)
    here, has_next = found[:size], len(found) > size
    if not has_next and not request.after and (here or page == 1):
        count = offset + len(here)
    elif count is None:
        count = await _count(deps, wanted)
    cards = await cache.cards(deps, [cursor.house_id for cursor in here], render)
    pages = max(-(-min(count, MAX_COUNTED) // size), page + 1 if has_next else 0)
    return SearchPage(cards, page, pages, here[-1] if has_next else None)


async def _count(deps: Deps, wanted: SearchFilter) -> int:
    """How many houses a search finds, at most _COUNT_SECONDS ago, and as much longer as the reader lags behind.

    Nothing drops these entries of the cache, so they may be filled from the reader.
    """

    async def first_examined() -> str:
        async with deps.read_db.connection() as queries:
            return str(await listings.first_of_newest(queries, wanted.area_id, MAX_EXAMINED))

    async def fill() -> str:
        since = 0
        if not wanted.needs_house_columns:
            since = int(await deps.cache.get(f"newest:{wanted.area_id}", first_examined))
        async with deps.read_db.connection() as queries:
            return str(await listings.count(queries, wanted, MAX_COUNTED, since))

    name = hashlib.sha256(repr(wanted).encode()).hexdigest()[:32]
    return int(await deps.cache.get(f"count:{name}", fill, seconds=_COUNT_SECONDS))


def _is_bookable(deps: Deps, wanted: SearchFilter) -> bool:
    """Whether the nights of the filter lie in the booking window."""
    if wanted.first_night is None or wanted.last_night is None:
        return True
    first = today(deps)
    return first <= wanted.first_night and wanted.last_night < first + timedelta(days=BOOKING_WINDOW_DAYS)
