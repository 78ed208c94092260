"""The rules of a house: which stays it accepts, and from how many guests on more is paid. The column `stay_rules`.

One object answers booking, quote, calendar and search. docs/stay-rules.md describes the rules for hosts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Any

import orjson

from models.stay import MAX_NIGHTS
from models.types import Fen

MAX_WINDOW_DAYS = 365
"""No house can be booked further ahead."""
END_OF_DAY = 24
_WEEK = (0,) * 7
_DAY = timedelta(days=1)
_NO_PRICE = Fen(0)


@dataclass(frozen=True)
class Season:
    """How long guests stay who arrive from the first to the last day, both included; 0 is what holds without it."""

    first_day: date
    last_day: date
    min_nights: int = 0
    max_nights: int = 0


@dataclass(frozen=True)
class DayRule:
    """What holds on one day: the shortest and the longest stay of guests who arrive, and whether guests may leave.

    `longest` 0: nobody arrives.
    """

    shortest: int
    longest: int
    departure: bool


@dataclass(frozen=True)
class StayRules:
    """The rules of a house. The defaults are those of a house whose host has set none.

    Weekdays are those of ISO 8601, from Monday, 1; lists by weekday begin on Monday. In the shortest and longest stays,
    0 says nothing; a season goes before a weekday, and that before `min_nights` and `max_nights`, columns of the house.

    Bookings close `notice_days` before the day of arrival, at the hour `notice_hour` of that day; 24 is its end. A stay
    ends at most `window_days` from today.
    """

    min_nights: int = 1
    max_nights: int = 0
    notice_days: int = 0
    notice_hour: int = END_OF_DAY
    window_days: int = MAX_WINDOW_DAYS
    weekday_min_nights: tuple[int, ...] = _WEEK
    weekday_max_nights: tuple[int, ...] = _WEEK
    seasons: tuple[Season, ...] = ()
    no_arrival_weekdays: tuple[int, ...] = ()
    no_departure_weekdays: tuple[int, ...] = ()
    no_arrival_dates: tuple[date, ...] = ()
    no_departure_dates: tuple[date, ...] = ()
    fills_gaps: bool = False
    """Whether a guest may book all free nights between two taken ones, where these are fewer than the shortest stay."""
    included_guests: int = 0
    """So many guests pay the price of the night; 0 is all."""
    extra_guest_price: Fen = _NO_PRICE
    """What each further guest pays for a night."""

    @property
    def notice(self) -> int:
        """How many hours before the day of arrival bookings close; negative for an hour of that day."""
        return 24 * self.notice_days - self.notice_hour

    def first_arrival(self, now: datetime) -> date:
        """The first day on which a guest can arrive who books at this local time."""
        return now.date() + timedelta(days=self.notice_days + (now.hour >= self.notice_hour))

    def last_departure(self, today: date) -> date:
        """The last day on which a guest can leave who books today."""
        return today + timedelta(days=self.window_days)

    def day(self, day: date) -> DayRule:
        """What holds on a day."""
        return next(self.days(day, 1))

    def days(self, first: date, count: int) -> Iterator[DayRule]:
        """What holds on each of these days."""
        seasons = self._seasons_between(first, first + timedelta(days=count - 1))
        no_arrival, no_departure = set(self.no_arrival_dates), set(self.no_departure_dates)
        for day in (first + timedelta(days=number) for number in range(count)):
            weekday, season = day.isoweekday(), seasons.get(day)
            shortest = (season and season.min_nights) or self.weekday_min_nights[weekday - 1] or self.min_nights
            longest = (season and season.max_nights) or self.weekday_max_nights[weekday - 1] or self.max_nights
            closed = weekday in self.no_arrival_weekdays or day in no_arrival
            leave = weekday not in self.no_departure_weekdays and day not in no_departure
            yield DayRule(shortest, 0 if closed else min(longest or MAX_NIGHTS, MAX_NIGHTS), leave)

    def _seasons_between(self, first: date, last: date) -> dict[date, Season]:
        """The season of each of these days that has one."""
        found: dict[date, Season] = {}
        for season in self.seasons:
            day = max(season.first_day, first)
            while day <= min(season.last_day, last):
                found[day] = season
                day += _DAY
        return found


_OF_HOUSE = ("min_nights", "max_nights")
"""The fields that are columns of their own."""
_DEFAULTS = StayRules()


def as_json(rules: StayRules) -> str:
    """The column `stay_rules`: what differs from the defaults, nothing where nothing does."""
    names = [field.name for field in fields(StayRules) if field.name not in _OF_HOUSE]
    changed = {name: getattr(rules, name) for name in names if getattr(rules, name) != getattr(_DEFAULTS, name)}
    return orjson.dumps(changed).decode() if changed else ""


def from_json(text: str, min_nights: int, max_nights: int) -> StayRules:
    """Reads what `as_json` writes. Ignores the fields of newer servers."""
    rules = StayRules(min_nights, max_nights)
    if not text:
        return rules
    stored = orjson.loads(text)
    known = {field.name for field in fields(StayRules)}
    return replace(rules, **{name: _read(name, value) for name, value in stored.items() if name in known})


def _read(name: str, value: Any) -> Any:
    if name == "seasons":
        return tuple(_season(each) for each in value)
    if name.endswith("_dates"):
        return tuple(date.fromisoformat(each) for each in value)
    return tuple(value) if isinstance(value, list) else value


def _season(stored: dict[str, Any]) -> Season:
    first, last = date.fromisoformat(stored["first_day"]), date.fromisoformat(stored["last_day"])
    return Season(first, last, stored["min_nights"], stored["max_nights"])
