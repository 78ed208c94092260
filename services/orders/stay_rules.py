"""Which stays a house accepts: dates, number of nights, number of guests (docs/stay-rules.md)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.houses import nights, prices
from models.houses.prices import Terms
from models.houses.stay_rules import StayRules
from models.stay import Stay
from models.types import HouseId
from services.deps import Deps
from services.errors import BadParameters, Message
from services.houses.access import NoSuchHouse
from services.local_time import BOOKING_WINDOW_DAYS, local_now, today
from utils.mysql import ReadQueries


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
    def stay(self) -> Stay | None:
        """The stay, where both dates are known and in order."""
        return Stay(self.start, self.end) if self.start and self.end and self.start < self.end else None


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
        beside = await taken_beside(queries, terms, booking.stay) if booking.stay else ()
    return refusals(terms, booking, local_now(deps), beside) if terms.listed else wrong


def check_stay(deps: Deps, terms: Terms, booking: BookingRequest, beside: Collection[date] = ()) -> None:
    """Raises NoSuchHouse where the house is not listed, and BadParameters with every wrong field.

    `beside` is what `taken_beside` finds; whether the nights of the stay are free is judged elsewhere.
    """
    if not terms.listed:
        raise NoSuchHouse
    fields = PartialBooking(booking.house_id, booking.stay.start, booking.stay.end, booking.guests)
    if wrong := refusals(terms, fields, local_now(deps), beside):
        raise BadParameters(fields=wrong)


async def taken_beside(queries: ReadQueries, terms: Terms, stay: Stay) -> list[date]:
    """The taken nights right before and right after a stay that is shorter than the house's minimum.

    They decide whether the stay fills a gap. For any other stay nothing is read.
    """
    rules = terms.rules
    if not rules.fills_gaps or stay.days >= rules.day(stay.start).shortest:
        return []
    found = await nights.between(queries, terms.house_id, stay.start - timedelta(days=1), stay.end)
    return [each.night for each in found if each.night not in stay.nights]


def refusals(terms: Terms, booking: PartialBooking, now: datetime, beside: Collection[date]) -> dict[str, Message]:
    """What a house objects to in a booking that is made at this local time, by field: the first reason of each field.

    Fields that are not known are not judged.
    """
    wrong = _wrong_nights(terms.rules, booking, now.date(), beside)
    if booking.start:
        wrong |= _wrong_arrival(terms.rules, booking.start, now)
    if booking.end:
        wrong |= _wrong_departure(terms.rules, booking.end, now.date())
    if booking.guests is not None and booking.guests > terms.capacity:
        wrong["guests"] = "最多入住 {guests} 人", {"guests": terms.capacity}
    return wrong | wrong_dates(now.date(), booking.start, booking.end)


def wrong_dates(first: date, start: date | None, end: date | None) -> dict[str, Message]:
    """What every house objects to in dates, where these are known; `first` is the first night that can be booked."""
    wrong: dict[str, Message] = {}
    if start and start < first:
        wrong["start_date"] = "入住日期不能早于今天"
    if end and end > first + timedelta(days=BOOKING_WINDOW_DAYS):
        wrong["end_date"] = "离店日期应在今天起一年之内"
    return wrong


def _wrong_arrival(rules: StayRules, start: date, now: datetime) -> dict[str, Message]:
    if rules.day(start).longest == 0:  # closed to arrival
        return {"start_date": "该日不可入住"}
    first = rules.first_arrival(now)
    return {"start_date": ("现在预订，最早 {day} 入住", {"day": first.isoformat()})} if start < first else {}


def _wrong_departure(rules: StayRules, end: date, today: date) -> dict[str, Message]:
    if not rules.day(end).departure:
        return {"end_date": "该日不可离店"}
    last = rules.last_departure(today)
    return {"end_date": ("离店日期最晚为 {day}", {"day": last.isoformat()})} if end > last else {}


def _wrong_nights(
    rules: StayRules, booking: PartialBooking, today: date, beside: Collection[date]
) -> dict[str, Message]:
    """What is wrong with the number of nights, by the day of arrival; nothing is judged without it."""
    stay = booking.stay
    if stay is None:
        return {}
    day = rules.day(stay.start)
    if stay.days < day.shortest and not (rules.fills_gaps and is_gap(stay, today, beside)):
        return {"end_date": ("至少入住 {days} 晚", {"days": day.shortest})}
    if 0 < day.longest < stay.days:
        return {"end_date": ("最多入住 {days} 晚", {"days": day.longest})}
    return {}


def is_gap(stay: Stay, today: date, beside: Collection[date]) -> bool:
    """Whether a stay fills the nights between two taken ones, or between today and a taken one."""
    return stay.end in beside and (stay.start <= today or stay.start - timedelta(days=1) in beside)
