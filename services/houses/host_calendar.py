"""One calendar over all houses of a host."""

from dataclasses import dataclass
from datetime import date, timedelta

from models.houses import houses, nights, prices
from models.houses.houses import House
from models.houses.nights import Night
from models.houses.prices import PriceRange, Terms
from models.stay import Stay
from models.types import Fen, HouseId, UserId
from services.deps import Deps
from services.errors import BadParameters
from services.local_time import BOOKING_WINDOW_DAYS, today
from services.orders import pricing
from utils.mysql import Queries
from utils.sessions import Session

MAX_HOUSES = 50
"""A page of the calendar has this many houses at most."""
MAX_NIGHTS = 62
"""The calendar has this many nights at most."""


@dataclass(frozen=True)
class CalendarRow:
    """A house with the price of each night, in order, and its nights that cannot be booked."""

    house: House
    prices: list[Fen]
    taken: list[Night]


@dataclass(frozen=True)
class HostCalendar:
    """The nights of `stay` at a host's houses, the newest house first.

    `next` is the `after` of the next page, None on the last one.
    """

    stay: Stay
    rows: list[CalendarRow]
    next: HouseId | None


async def show(
    deps: Deps, session: Session, start: date | None, count: int, *, after: HouseId | None, size: int
) -> HostCalendar:
    """So many nights from `start` on, or from today, at the user's houses with ids below `after`.

    Raises BadParameters for nights more than a year away.
    """
    first = start or today(deps)
    if abs((first - today(deps)).days) > BOOKING_WINDOW_DAYS:
        raise BadParameters(fields={"start": "日期应在今天前后一年之内"})
    stay = Stay(first, first + timedelta(days=count))
    async with deps.db.connection() as queries:
        found = await houses.page_of_user(queries, UserId(session.user_id), after=after, limit=size + 1)
        rows = await _rows(queries, found[:size], stay)
    return HostCalendar(stay, rows, found[size - 1].id if len(found) > size else None)


async def _rows(queries: Queries, found: list[House], stay: Stay) -> list[CalendarRow]:
    ids = [house.id for house in found]
    terms, ranges, taken = await queries.gather(
        prices.terms_of_houses(queries, ids),
        prices.ranges_of_houses(queries, ids, stay.start, stay.last_night),
        nights.between_of_houses(queries, ids, stay.start, stay.last_night),
    )
    return [
        CalendarRow(house, _prices(terms[house.id], ranges.get(house.id, []), stay), taken.get(house.id, []))
        for house in found
        if house.id in terms
    ]


def _prices(terms: Terms, ranges: list[PriceRange], stay: Stay) -> list[Fen]:
    return list(pricing.quote(terms, ranges, stay, guests=1).prices.values())
