"""Which stays a house accepts: dates, number of nights, number of guests."""

from dataclasses import dataclass
from datetime import date, timedelta

from models.houses import prices
from models.houses.prices import Terms
from models.stay import Stay
from models.types import HouseId
from services.deps import Deps
from services.errors import BadParameters, Message
from services.houses.access import NoSuchHouse
from services.local_time import BOOKING_WINDOW_DAYS, today


@dataclass(frozen=True)
class BookingRequest:
    """A stay that a guest asks for."""

    house_id: HouseId
    stay: Stay
    guests: int


@dataclass(frozen=True)
class PartialBooking:
    """The fields of a booking that are well-formed; None for the others."""

    house_id: HouseId | None = None
    start: date | None = None
    end: date | None = None
    guests: int | None = None

    @property
    def days(self) -> int | None:
        """The number of nights, where both dates are known and in order."""
        return (self.end - self.start).days if self.start and self.end and self.start < self.end else None


async def wrong_fields(deps: Deps, booking: PartialBooking) -> dict[str, Message]:
    """What the rules object to, by field. Tells nothing about a house that is not listed."""
    wrong = wrong_dates(today(deps), booking.start, booking.end)
    if booking.house_id is None:
        return wrong
    async with deps.db.connection() as queries:
        try:
            terms = await prices.terms(queries, booking.house_id)
        except prices.TermsNotFound:
            return wrong
    return wrong_terms(terms, booking.days, booking.guests) | wrong if terms.listed else wrong


def check_stay(deps: Deps, terms: Terms, booking: BookingRequest) -> None:
    """Raises NoSuchHouse where the house is not listed, and BadParameters with every wrong field."""
    if not terms.listed:
        raise NoSuchHouse
    stay = booking.stay
    wrong = wrong_terms(terms, stay.days, booking.guests) | wrong_dates(today(deps), stay.start, stay.end)
    if wrong:
        raise BadParameters(fields=wrong)


def wrong_dates(first: date, start: date | None, end: date | None) -> dict[str, Message]:
    """What every house objects to in dates, where these are known; `first` is the first night that can be booked."""
    wrong: dict[str, Message] = {}
    if start and start < first:
        wrong["start_date"] = "入住日期不能早于今天"
    if end and end > first + timedelta(days=BOOKING_WINDOW_DAYS):
        wrong["end_date"] = "离店日期应在今天起一年之内"
    return wrong


def wrong_terms(terms: Terms, days: int | None, guests: int | None) -> dict[str, Message]:
    """What this house objects to in a stay of so many nights and guests, where these are known."""
    wrong: dict[str, Message] = {}
    if days is not None and days < terms.min_days:
        wrong["end_date"] = "至少入住 {days} 晚", {"days": terms.min_days}
    if days is not None and 0 < terms.max_days < days:
        wrong["end_date"] = "最多入住 {days} 晚", {"days": terms.max_days}
    if guests is not None and guests > terms.capacity:
        wrong["guests"] = "最多入住 {guests} 人", {"guests": terms.capacity}
    return wrong
