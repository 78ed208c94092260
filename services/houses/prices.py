"""Prices: weekend and dated prices, cleaning fee, discounts, cancellation policy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.houses import prices
from models.houses.prices import PriceChange, PriceRange, Terms
from models.types import HouseId
from services import limits
from services.deps import Deps
from services.houses.access import NoSuchHouse, lock_owned_house
from services.houses.changes import ChangedMeanwhile, invalidating
from services.local_time import BOOKING_WINDOW_DAYS, today
from utils.mysql import Queries
from utils.sessions import Session


@dataclass(frozen=True)
class HousePrices:
    """The terms of a house, and its dated prices for nights of the booking window."""

    terms: Terms
    ranges: list[PriceRange]


async def show(deps: Deps, viewer: Session | None, house_id: HouseId) -> HousePrices:
    """The prices of a house. Raises NoSuchHouse unless it is listed or the viewer's own."""
    first = today(deps)
    async with deps.db.connection() as queries:
        terms = await require_terms(queries, house_id)
        if not terms.listed and (viewer is None or viewer.user_id != terms.host_id):
            raise NoSuchHouse
        last = first + timedelta(days=BOOKING_WINDOW_DAYS)
        return HousePrices(terms, await prices.ranges(queries, house_id, first, last))


async def require_terms(queries: Queries, house_id: HouseId) -> Terms:
    """The terms of a house that is not deleted. Raises NoSuchHouse."""
    try:
        return await prices.terms(queries, house_id)
    except prices.TermsNotFound:
        raise NoSuchHouse from None


async def lock_terms(queries: Queries, house_id: HouseId) -> Terms:
    """As `require_terms`; locks the house's row on this database server until the transaction ends."""
    try:
        return await prices.lock_terms(queries, house_id)
    except prices.TermsNotFound:
        raise NoSuchHouse from None


async def change(deps: Deps, session: Session, house_id: HouseId, change: PriceChange) -> None:
    """Change the prices of a house; orders keep the prices at which they were booked.

    Raises NoSuchHouse, WrongRole for somebody else's house, TooOften, and ChangedMeanwhile where the dated prices are
    not the expected ones.
    """

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        if change.expected_ranges is not None:
            await _require_ranges(queries, house_id, today(deps), change.expected_ranges)
        await prices.change_terms(queries, house_id, change)
        if change.ranges is not None:
            await prices.replace_ranges(queries, house_id, change.ranges)

    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    async with invalidating(deps, [house_id]):
        await deps.db.transact(work)


async def _require_ranges(queries: Queries, house_id: HouseId, first: date, expected: Sequence[PriceRange]) -> None:
    """Raises ChangedMeanwhile where the dated prices of the booking window are not these."""
    found = await prices.ranges(queries, house_id, first, first + timedelta(days=BOOKING_WINDOW_DAYS))
    if set(found) != {each for each in expected if each.last_night >= first}:
        raise ChangedMeanwhile
