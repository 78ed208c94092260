"""Calendars as clients read them."""

from collections.abc import Callable, Iterable
from typing import Annotated, Literal

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Count, LocalDate, LocalTime, Number, Text, local_time
from models.houses.calendar_sync import Feed, FeedHealth
from models.houses.nights import Night
from services.houses.calendar_sync import FAILURES_REPORTED, HouseCalendars

Translate = Callable[[str], str]
"""Writes a text in the reader's language."""

ExportUrl = Annotated[str, Field(examples=["https://ihome.example/ical/" + "0" * 64 + ".ics"])]
FeedUrl = Annotated[str, Field(examples=["https://calendar.example/house.ics"])]


@view
class CalendarView:
    """The nights of the coming year that cannot be booked."""

    taken: list[LocalDate]
    """All of these nights, in order."""
    blocked: list[LocalDate]
    """The nights among them that the host has blocked."""
    imported: list[LocalDate]
    """The nights among them that are taken on another platform."""


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


def calendar(nights: Iterable[Night]) -> CalendarView:
    """The calendar of a house, from its taken nights in order."""
    taken = list(nights)
    blocked = [night for night in taken if night.order_id is None and night.feed_id is None]
    imported = [night for night in taken if night.feed_id is not None]
    return CalendarView(_days(taken), _days(blocked), _days(imported))


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
