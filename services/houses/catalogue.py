"""Finding and showing houses."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from models.houses import areas, houses, images, listings, nights
from models.houses.areas import Named
from models.houses.houses import House
from models.houses.images import Image
from models.houses.listings import Place, Wanted
from models.orders import orders
from models.orders.orders import Review
from services import limits
from services.deps import Deps, Visitor
from services.errors import NoData, Refusal, WrongRole
from utils import tokenizer
from utils.mysql import Failed, Queries
from utils.sessions import Session

LOCAL = ZoneInfo("Asia/Shanghai")
FARTHEST_DAYS = 365
SHOWN_REVIEWS = 20
COUNTED = 1000
"""Counting what a search finds stops here: the number beyond it costs much and tells nobody anything."""

LOOKED_AT = 10_000
"""It also stops behind the latest so many houses of the district: in a week that is nearly sold out the rest is long to
look through."""

FEW = 100
"""Fewer than that, of so many looked at, are sought otherwise."""

_COUNT_SECONDS = 10
_POPULAR, _NEWEST = "index:popular", "index:newest"
T = TypeVar("T")


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


Card = Callable[[House], str]
"""What is shown of a house in a list, as text to be kept. It is everybody's, and the same for each."""

Shown = Callable[[HousePage], str]
"""The same of its page."""


@dataclass(frozen=True)
class Found:
    """One page of a search; `after` is where the next one goes on, None at the end."""

    cards: list[str]
    page: int
    pages: int
    after: Place | None


def today(deps: Deps) -> date:
    """The date at the houses."""
    return deps.clock().astimezone(LOCAL).date()


async def all_areas(deps: Deps) -> list[Named]:
    async with deps.db.connection() as queries:
        return await areas.areas(queries)


async def all_facilities(deps: Deps) -> list[Named]:
    async with deps.db.connection() as queries:
        return await areas.facilities(queries)


async def popular(deps: Deps, card: Card) -> list[str]:
    """Up to five houses for the first page."""

    async def ids(queries: Queries) -> list[int]:
        return await listings.popular(queries, 5)

    return await _cards(deps, await _listed(deps, _POPULAR, ids), card)


async def newest(deps: Deps, card: Card) -> list[str]:
    """The latest houses for the first page."""

    async def ids(queries: Queries) -> list[int]:
        return [house_id for _, house_id in await listings.find(queries, Wanted(), "new", limit=12)]

    return await _cards(deps, await _listed(deps, _NEWEST, ids), card)


async def _listed(deps: Deps, name: str, ids: Callable[[Queries], Awaitable[list[int]]]) -> list[int]:
    """Which houses a list of the first page holds, kept under `name`."""

    async def make() -> str:
        async with deps.db.connection() as queries:
            return " ".join(map(str, await ids(queries)))

    return [int(part) for part in (await deps.kept.get(name, make)).split()]


async def _cards(deps: Deps, ids: Sequence[int], card: Card) -> list[str]:
    """Of these houses, in this order; one that is gone meanwhile is left out."""
    by_name = {f"card:{house_id}": house_id for house_id in ids}

    async def make(names: Sequence[str]) -> Mapping[str, str]:
        async with deps.db.connection() as queries:
            found = await houses.by_ids(queries, [by_name[name] for name in names])
        return {name: card(found[by_name[name]]) if by_name[name] in found else "" for name in names}

    return [shown for shown in await deps.kept.get_all(list(by_name), make) if shown]


async def shown(deps: Deps, house_id: int, viewer: Session | None, show: Shown) -> str:
    """What `page` finds, as text: kept where it is what everybody sees. Raises NoSuchHouse."""

    async def make() -> str:
        found = await page(deps, house_id, None)
        return f"{found.house.user_id} {show(found)}"

    try:
        host_id, _, text = (await deps.kept.get(f"house:{house_id}", make)).partition(" ")
    except NoSuchHouse:
        if viewer is None:
            raise
    else:
        if viewer is None or viewer.user_id != int(host_id):
            return text
    return show(await page(deps, house_id, viewer))


async def page(deps: Deps, house_id: int, viewer: Session | None) -> HousePage:
    """Raises NoSuchHouse; a house that is not listed is shown to its owner only."""
    async with deps.db.connection() as queries:
        (house, is_owner), pictures, facilities, reviews, (rating, review_count) = await queries.together(
            _visible(queries, house_id, viewer),
            images.of_house(queries, house_id),
            areas.facilities_of(queries, house_id),
            orders.reviews(queries, house_id, SHOWN_REVIEWS),
            orders.rating(queries, house_id),
        )
    return HousePage(house, pictures, facilities, reviews, rating, review_count, is_owner)


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
    card: Card,
    *,
    page: int,
    size: int,
    after: Place | None,
    visitor: Visitor,
) -> Found:
    """Listed houses that are free on every night wanted; `after` goes on behind a page, in place of its number."""
    await limits.take_if_possible(deps, ("search_per_ip", visitor.address))
    query = tokenizer.query(text)
    if (text.strip() and not query) or not _bookable(deps, wanted):
        return Found([], page, 0, None)
    wanted = replace(wanted, words=query)
    offset = 0 if after else (page - 1) * size
    counted = await _count(deps, wanted) if sort != "new" and wanted.sifted else None
    few = counted is not None and counted < FEW
    async with deps.db.connection() as queries:
        places = await listings.find(queries, wanted, sort, limit=size + 1, offset=offset, after=after, few=few)
    here, more = places[:size], len(places) > size
    ends_here = not more and not after and (here or page == 1)
    if ends_here:
        counted = offset + len(here)
    elif counted is None:
        counted = await _count(deps, wanted)
    cards = await _cards(deps, [house_id for _, house_id in here], card)
    pages = max(-(-min(counted, COUNTED) // size), page + 1 if more else 0)
    return Found(cards, page, pages, here[-1] if more else None)


async def _count(deps: Deps, wanted: Wanted) -> int:
    """How many there are, as of some seconds ago."""

    async def latest() -> str:
        async with deps.db.connection() as queries:
            return str(await listings.latest(queries, wanted.area_id, LOOKED_AT))

    async def make() -> str:
        since = 0 if wanted.beyond else int(await deps.kept.get(f"latest:{wanted.area_id}", latest))
        async with deps.db.connection() as queries:
            return str(await listings.count(queries, wanted, COUNTED, since))

    name = hashlib.sha256(repr(wanted).encode()).hexdigest()[:32]
    return int(await deps.kept.get(f"count:{name}", make, seconds=_COUNT_SECONDS))


def _bookable(deps: Deps, wanted: Wanted) -> bool:
    """Whether nights that are wanted can be booked at all: from today on, for a year."""
    if wanted.first_night is None or wanted.last_night is None:
        return True
    first = today(deps)
    return first <= wanted.first_night and wanted.last_night < first + timedelta(days=FARTHEST_DAYS)


async def changing(deps: Deps, house_id: int, work: Callable[[Queries], Awaitable[T]]) -> T:
    """Run `work`, which locks the house, in a transaction that also writes what searches read of it."""

    async def complete(queries: Queries) -> T:
        done = await work(queries)
        await listings.write(queries, house_id, today(deps))
        return done

    async with dropping(deps, [house_id]):
        return await deps.db.transact(complete)


@asynccontextmanager
async def dropping(deps: Deps, house_ids: Sequence[int], *names: str) -> AsyncIterator[None]:
    """Drop what is cached of these houses, and `names`, once the block has changed them.

    Also where the outcome is unknown: a COMMIT whose answer is lost, or not waited for, may have been done.
    """
    of_houses = [f"{kind}:{house_id}" for house_id in house_ids for kind in ("house", "card")]
    changed = True
    try:
        yield
    except (Refusal, Failed):
        changed = False
        raise
    finally:
        if changed:
            await deps.kept.drop(*names, *of_houses, _POPULAR, _NEWEST)


async def lock(queries: Queries, house_id: int) -> int:
    """Whose house it is, held until the transaction ends. Raises NoSuchHouse."""
    try:
        return await houses.lock(queries, house_id)
    except houses.NotFound:
        raise NoSuchHouse from None


async def own(queries: Queries, session: Session, house_id: int) -> None:
    """Lock a house of that user, in a transaction. Raises NoSuchHouse and WrongRole."""
    _check_host(session, await lock(queries, house_id))


async def check_own(queries: Queries, session: Session, house_id: int) -> None:
    """As `own`, without the lock."""
    _check_host(session, (await _get(queries, house_id)).user_id)


def _check_host(session: Session, host_id: int) -> None:
    if host_id != session.user_id:
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
