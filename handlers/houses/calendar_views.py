"""Calendars as clients read them."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Count, LocalDate, LocalTime, Number, Text, local_time
from models.houses.calendar_sync import Feed, FeedHealth
from models.houses.nights import Night
from models.houses.stay_rules import DayRule
from services.houses.calendar_sync import FAILURES_REPORTED, HouseCalendars
from services.houses.catalogue import HouseCalendar

_DAY = timedelta(days=1)

Translate = Callable[[str], str]
"""Writes a text in the reader's language."""

ExportUrl = Annotated[str, Field(examples=["https://ihome.example/ical/" + "0" * 64 + ".ics"])]
FeedUrl = Annotated[str, Field(examples=["https://calendar.example/house.ics"])]


@view
class ArrivalsView:
    """Days on which a guest may arrive, and how long such a guest stays."""

    first_day: LocalDate
    """The first of these days."""
    last_day: LocalDate
    """The last of these days."""
    min_nights: Count
    """The shortest stay, in nights."""
    max_nights: Count
    """The longest stay, in nights."""


@view
class CalendarView:
    """Which stays of the coming year can be booked now: those that begin and end on days which allow it, are as long as
    the day of arrival says, and have no night that is taken."""

    taken: list[LocalDate]
    """All of these nights, in order."""
    blocked: list[LocalDate]
    """The nights among them that the host has blocked."""
    imported: list[LocalDate]
    """The nights among them that are taken on another platform."""
    arrivals: list[ArrivalsView]
    """The days on which guests may arrive, in order. Nobody arrives on a day that is in none of these."""
    no_departure: list[LocalDate]
    """The days on which nobody may leave, in order."""
    last_departure: LocalDate
    """The last day on which a guest may leave."""
    fills_gaps: bool
    """Whether a stay may be shorter than the shortest one where it fills all free nights between two taken ones, or
    between today and a taken one."""


@view
class FeedView:
    """Another platform's calendar that is imported."""

    feed_id: Number
    """The calendar's id."""
    url: FeedUrl
    """Where it is fetched."""
    nights: Count
    """How many nights it blocks."""
    conflicts: Count
    """How many of these nights are also sold here."""
    error: Text | None
    """Why the last attempt failed; null if it succeeded."""
    failures: Count
    """How many attempts have failed in a row."""
    failing_since: LocalTime | None
    """When the first of these attempts was made; null if the last attempt succeeded."""
    fetched: LocalTime | None
    """When it was last read; null before the first time."""
    next_fetch: LocalTime
    """When it will be read next."""


@view
class HouseCalendarsView:
    """The calendars of a house."""

    export_url: ExportUrl
    """The house's own calendar, for other platforms: whoever knows the address can read it."""
    feeds: list[FeedView]
    """The calendars that it imports, the oldest first."""


@view
class ExportUrlView:
    """The house's own calendar."""

    export_url: ExportUrl
    """Its new address; the old one no longer works."""


@view
class FeedIdView:
    """Which calendar is now imported."""

    feed_id: Number
    """The calendar's id."""


@view
class FeedHealthView:
    """An imported calendar that keeps failing, or works again."""

    feed_id: Number
    """The calendar's id."""
    house_id: Number
    """The house that imports it."""
    title: Text
    """The house's title."""
    state: Literal["failing", "recovered"]
    """Whether it still fails, or works again."""
    error: Text | None
    """Why the last attempt failed; null if it succeeded."""
    failures: Count
    """How many attempts have failed in a row."""
    time: LocalTime | None
    """When it began to fail, or worked again."""


def calendar(found: HouseCalendar) -> CalendarView:
    """The calendar of a house."""
    blocked = [night for night in found.taken if night.is_blocked_by_host]
    imported = [night for night in found.taken if night.feed_id is not None]
    first, last = found.now.date(), found.rules.last_departure(found.now.date())
    days = [
        (first + timedelta(days=number), day)
        for number, day in enumerate(found.rules.days(first, (last - first).days + 1))
    ]
    return CalendarView(
        taken=_days(found.taken),
        blocked=_days(blocked),
        imported=_days(imported),
        arrivals=_arrivals(days[:-1], found.rules.first_arrival(found.now)),
        no_departure=[day.isoformat() for day, rule in days if not rule.departure],
        last_departure=last.isoformat(),
        fills_gaps=found.rules.fills_gaps,
    )


def _arrivals(days: Iterable[tuple[date, DayRule]], first: date) -> list[ArrivalsView]:
    """The days from `first` on that allow arrivals, as runs of days with the same bounds."""
    runs: list[tuple[date, date, DayRule]] = []
    for day, rule in days:
        if day < first or not rule.longest:
            continue
        begin, last, before = runs[-1] if runs else (day, date.min, rule)
        same = last == day - _DAY and (before.shortest, before.longest) == (rule.shortest, rule.longest)
        runs[-1 if same else len(runs) :] = [(begin if same else day, day, rule)]
    return [
        ArrivalsView(begin.isoformat(), last.isoformat(), rule.shortest, rule.longest) for begin, last, rule in runs
    ]


def _days(nights: Iterable[Night]) -> list[str]:
    return [each.night.isoformat() for each in nights]


def house_calendars(calendars: HouseCalendars, translate: Translate) -> HouseCalendarsView:
    """A house's own calendar and the imported ones."""
    return HouseCalendarsView(calendars.export_url, [_feed(feed, translate) for feed in calendars.feeds])


def feed_health(feed: FeedHealth, translate: Translate) -> FeedHealthView:
    """The notice about a calendar that keeps failing, or works again."""
    failing = feed.failures >= FAILURES_REPORTED
    time = feed.failed_since if failing else feed.recovered_at
    return FeedHealthView(
        feed_id=feed.id,
        house_id=feed.house_id,
        title=feed.title,
        state="failing" if failing else "recovered",
        error=translate(feed.error) if feed.error else None,
        failures=feed.failures,
        time=local_time(time) if time else None,
    )


def _feed(feed: Feed, translate: Translate) -> FeedView:
    return FeedView(
        feed_id=feed.id,
        url=feed.url,
        nights=len(feed.nights),
        conflicts=feed.conflicts,
        error=translate(feed.error) if feed.error else None,
        failures=feed.failures if feed.error else 0,
        failing_since=local_time(feed.failed_since) if feed.error and feed.failed_since else None,
        fetched=local_time(feed.fetched_at) if feed.fetched_at else None,
        next_fetch=local_time(feed.next_at),
    )
