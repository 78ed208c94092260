"""What a host asks: weekend and dated prices, cleaning fee, discounts, cancellation policy."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from models.houses import prices
from models.houses.prices import PriceRange, Terms
from services import limits
from services.deps import Deps
from services.houses.access import NoSuchHouse, lock_owned_house
from services.local_time import BOOKING_WINDOW_DAYS, today
from utils.mysql import Queries
from utils.sessions import Session


@dataclass(frozen=True)
class HousePrices:
    """The ranges are those of today and of the coming year."""

    terms: Terms
    ranges: list[PriceRange]


async def show(deps: Deps, session: Session | None, house_id: int) -> HousePrices:
    """Raises NoSuchHouse; the prices of a house that is not listed are shown to its host only."""
    first = today(deps)
    async with deps.db.connection() as queries:
        terms = await found(prices.terms(queries, house_id))
        if not terms.listed and (session is None or session.user_id != terms.host_id):
            raise NoSuchHouse
        last = first + timedelta(days=BOOKING_WINDOW_DAYS)
        return HousePrices(terms, await prices.ranges(queries, house_id, first, last))


async def found(terms: Awaitable[Terms]) -> Terms:
    """Raises NoSuchHouse."""
    try:
        return await terms
    except prices.TermsNotFound:
        raise NoSuchHouse from None


async def change(
    deps: Deps, session: Session, house_id: int, terms: Mapping[str, object], ranges: Sequence[PriceRange] | None
) -> None:
    """Write what is given; orders that are made keep their prices. `ranges` replace all others, and do not overlap.

    Raises NoSuchHouse and WrongRole.
    """

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        if terms:
            await prices.set_terms(queries, house_id, terms)
        if ranges is not None:
            await prices.clear_ranges(queries, house_id)
        if ranges:
            await prices.add_ranges(queries, house_id, ranges)

    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    await deps.db.transact(work)
