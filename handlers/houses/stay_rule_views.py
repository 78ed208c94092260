"""The rules of a house as clients read them. Weekdays are those of ISO 8601: 1 is Monday. Money is in fen."""

from typing import Annotated

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Amount, Count, LocalDate
from models.houses.stay_rules import Season, StayRules

Nights = Annotated[int, Field(examples=[2], ge=0)]
NightsByWeekday = Annotated[list[Nights], Field(examples=[[0, 0, 0, 0, 2, 2, 0]])]
Weekdays = Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(examples=[[7]])]
Hour = Annotated[int, Field(examples=[18], ge=1, le=24)]


@view
class SeasonView:
    """How long guests stay who arrive within a time of the year."""

    first_day: LocalDate
    """The first day of arrival."""
    last_day: LocalDate
    """The last day of arrival."""
    min_nights: Nights
    """The shortest stay, in nights; 0 leaves it as it is without the season."""
    max_nights: Nights
    """The longest stay, in nights; 0 leaves it as it is without the season."""


@view
class RulesView:
    """Which stays a house accepts, and what further guests pay."""

    min_nights: Nights
    """The shortest stay, in nights, where neither a season nor a weekday says otherwise."""
    max_nights: Nights
    """The longest stay, in nights, where neither a season nor a weekday says otherwise; 0 is no limit."""
    notice_days: Count
    """How many days before the day of arrival bookings close; 0 is on that day."""
    notice_hour: Hour
    """At which hour of that day bookings close; 24 is its end."""
    window_days: Count
    """How many days from the day of booking a stay may end at most."""
    weekday_min_nights: NightsByWeekday
    """The shortest stay by the weekday of arrival, Monday first; 0 leaves the house's own."""
    weekday_max_nights: NightsByWeekday
    """The longest stay by the weekday of arrival, Monday first; 0 leaves the house's own."""
    seasons: list[SeasonView]
    """Times of the year with stays of their own, in order; they go before the weekdays, and no two overlap."""
    no_arrival_weekdays: Weekdays
    """The weekdays on which nobody arrives."""
    no_departure_weekdays: Weekdays
    """The weekdays on which nobody leaves."""
    no_arrival_dates: list[LocalDate]
    """The dates on which nobody arrives, in order."""
    no_departure_dates: list[LocalDate]
    """The dates on which nobody leaves, in order."""
    fills_gaps: bool
    """Whether guests may book all free nights between two taken ones where these are fewer than the shortest stay."""
    included_guests: Count
    """How many guests the price of a night includes; 0 is all of them."""
    extra_guest_price: Amount
    """What each further guest pays for a night, in fen."""


def rules(found: StayRules) -> RulesView:
    """The rules of a house."""
    return RulesView(
        min_nights=found.min_nights,
        max_nights=found.max_nights,
        notice_days=found.notice_days,
        notice_hour=found.notice_hour,
        window_days=found.window_days,
        weekday_min_nights=list(found.weekday_min_nights),
        weekday_max_nights=list(found.weekday_max_nights),
        seasons=[_season(each) for each in found.seasons],
        no_arrival_weekdays=list(found.no_arrival_weekdays),
        no_departure_weekdays=list(found.no_departure_weekdays),
        no_arrival_dates=[day.isoformat() for day in found.no_arrival_dates],
        no_departure_dates=[day.isoformat() for day in found.no_departure_dates],
        fills_gaps=found.fills_gaps,
        included_guests=found.included_guests,
        extra_guest_price=found.extra_guest_price,
    )


def _season(season: Season) -> SeasonView:
    first, last = season.first_day.isoformat(), season.last_day.isoformat()
    return SeasonView(first, last, season.min_nights, season.max_nights)
