"""Searching houses."""

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta

from models.houses import listings
from models.houses.listings import SearchCursor, SearchFilter
from services import limits
from services.deps import Deps, Visitor
from services.houses import cache, search_planner
from services.houses.cache import RenderCard
from services.local_time import BOOKING_WINDOW_DAYS, today
from utils import tokenizer

MAX_COUNTED = 1000
"""Counting what a search finds stops here: the number beyond it costs much and tells nobody anything."""

MAX_EXAMINED = 10_000
"""Counting also stops behind the newest houses of the district: a week that is nearly sold out takes long to count."""

_COUNT_SECONDS = 10


@dataclass(frozen=True)
class SearchPage:
    """One page of a search. `cards` are JSON; `next` is where the next page begins, None at the end."""

    cards: list[str]
    page: int
    pages: int
    next: SearchCursor | None


async def search(
    deps: Deps,
    wanted: SearchFilter,
    text: str,
    sort: str,
    render: RenderCard,
    *,
    page: int,
    size: int,
    after: SearchCursor | None,
    visitor: Visitor,
) -> SearchPage:
    """Listed houses that are free on every night of the filter; `after` replaces the page's number.

    Raises TooOftenFromAddress.
    """
    await limits.acquire_if_possible(deps, ("search_per_ip", visitor.address))
    query = tokenizer.query(text)
    if (text.strip() and not query) or not _is_bookable(deps, wanted):
        return SearchPage([], page, 0, None)
    wanted = replace(wanted, words=query)
    offset = 0 if after else (page - 1) * size
    count = await _count(deps, wanted) if search_planner.needs_count(wanted, sort) else None
    plan = search_planner.choose(wanted, sort, count)
    async with deps.db.connection() as queries:
        found = await listings.find(queries, wanted, sort, plan, limit=size + 1, offset=offset, after=after)
    here, more = found[:size], len(found) > size
    ends_here = not more and not after and (here or page == 1)
    if ends_here:
        count = offset + len(here)
    elif count is None:
        count = await _count(deps, wanted)
    cards = await cache.cards(deps, [house_id for _, house_id in here], render)
    pages = max(-(-min(count, MAX_COUNTED) // size), page + 1 if more else 0)
    return SearchPage(cards, page, pages, here[-1] if more else None)


async def _count(deps: Deps, wanted: SearchFilter) -> int:
    """How many houses a search finds, as of some seconds ago."""

    async def first_examined() -> str:
        async with deps.db.connection() as queries:
            return str(await listings.first_of_newest(queries, wanted.area_id, MAX_EXAMINED))

    async def fill() -> str:
        since = 0
        if not wanted.needs_house_columns:
            since = int(await deps.cache.get(f"newest:{wanted.area_id}", first_examined))
        async with deps.db.connection() as queries:
            return str(await listings.count(queries, wanted, MAX_COUNTED, since))

    name = hashlib.sha256(repr(wanted).encode()).hexdigest()[:32]
    return int(await deps.cache.get(f"count:{name}", fill, seconds=_COUNT_SECONDS))


def _is_bookable(deps: Deps, wanted: SearchFilter) -> bool:
    """Whether the nights of the filter lie in the booking window."""
    if wanted.first_night is None or wanted.last_night is None:
        return True
    first = today(deps)
    return first <= wanted.first_night and wanted.last_night < first + timedelta(days=BOOKING_WINDOW_DAYS)
