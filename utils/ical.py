"""iCalendar (RFC 5545): calendars of other platforms, which are fetched and parsed, and our own, which are written.

Calendars of others are parsed in a sandbox (utils/sandbox.py). Only the properties of events that say which nights are
taken reach the parser. Definitions of time zones do not: their rules may recur endlessly, and icalendar stores them
under names that another calendar may use.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar.error import GloballyUniqueTZIDGuessed
from icalendar.parser import Contentlines

from utils.public_http import HttpAnswer, NotPublicAddress, PublicHttpClient, Unreachable
from utils.sandbox import Sandbox, SandboxLimitExceeded

_USABLE = frozenset({*range(200, 300), HTTPStatus.NOT_MODIFIED})
_MAX_NIGHTS = 1000
"""Nights further ahead are ignored: some platforms block until the year 2100."""

_BRACKETS = frozenset({"BEGIN", "END"})
_READ_PROPERTIES = {
    ("VCALENDAR",): _BRACKETS,
    ("VCALENDAR", "VEVENT"): _BRACKETS | {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "STATUS", "TRANSP"},
}
"""The properties that reach the parser, by the components that contain them."""


class BadCalendar(Exception):
    """A calendar that cannot be used. `kind` is unreachable, no_calendar, repeating, unknown_zone or too_costly."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True)
class FetchedCalendar:
    """The nights that a calendar takes, and its ETag (RFC 9110, 8.8.3)."""

    nights: frozenset[date]
    etag: str | None


@dataclass(frozen=True)
class CalendarEvent:
    """An event to export: the nights from `start` to `end`, half-open. `uid` is permanent."""

    uid: str
    start: date
    end: date


class CalendarClient:
    """Fetches calendars through `http`, and parses them in `sandbox`. `zone` is the time zone of the houses."""

    def __init__(self, zone: ZoneInfo, sandbox: Sandbox, http: PublicHttpClient) -> None:
        self._zone = zone
        self._sandbox = sandbox
        self._http = http

    def check(self, url: str) -> None:
        """Check a URL without resolving its name. Raises NotPublicAddress."""
        self._http.check(_as_https(url))

    async def fetch(self, url: str, etag: str | None, today: date) -> FetchedCalendar | None:
        """The nights from `today` on; None if the calendar has not changed since `etag`. Raises BadCalendar."""
        answer = await self._get(_as_https(url), etag)
        if answer.status == HTTPStatus.NOT_MODIFIED:
            return None
        try:
            nights = await self._sandbox.run(nights_of, answer.body, today, self._zone)
        except SandboxLimitExceeded:
            raise BadCalendar("too_costly") from None
        return FetchedCalendar(nights, answer.headers.get("ETag", "")[:255] or None)

    async def close(self) -> None:
        """End the processes of the sandbox, and the client."""
        await self._sandbox.close()
        self._http.close()

    async def _get(self, url: str, etag: str | None) -> HttpAnswer:
        try:
            answer = await self._http.request("GET", url, headers={"If-None-Match": etag} if etag else {})
        except (NotPublicAddress, Unreachable):
            raise BadCalendar("unreachable") from None
        if answer.status not in _USABLE:
            raise BadCalendar("unreachable")
        return answer


def _as_https(url: str) -> str:
    return re.sub(r"^webcal://", "https://", url, flags=re.IGNORECASE)


def nights_of(content: bytes, today: date, zone: ZoneInfo) -> frozenset[date]:
    """The nights from `today` on that a calendar's events take: DTEND is exclusive. Raises BadCalendar."""
    try:
        with warnings.catch_warnings(action="ignore", category=GloballyUniqueTZIDGuessed):
            events = Calendar.from_ical("\r\n".join(_relevant_lines(content))).walk("VEVENT")
        spans = sorted(_span(event, zone) for event in events if _takes_nights(event))
    except (BadCalendar, MemoryError):
        raise
    except Exception:  # the parser raises many kinds of errors
        raise BadCalendar("no_calendar") from None
    nights: list[date] = []
    free, last = today, today + timedelta(days=_MAX_NIGHTS)
    for start, end in spans:
        free = max(free, start)
        while free < min(end, last):
            nights.append(free)
            free += timedelta(days=1)
    return frozenset(nights)


def _relevant_lines(content: bytes) -> Iterator[str]:
    """The lines of _READ_PROPERTIES. Raises BadCalendar for components that do not nest."""
    inside: list[str] = []
    for line in Contentlines.from_ical(content):  # type: ignore[no-untyped-call]
        name = re.split("[:;]", line, maxsplit=1)[0].strip().upper()
        value = line.partition(":")[2].strip().upper()
        if name == "BEGIN":
            inside.append(value)
        if name in _READ_PROPERTIES.get(tuple(inside[:3]), ()):
            yield line
        if name == "END" and (not inside or inside.pop() != value):
            raise BadCalendar("no_calendar")
    if inside:
        raise BadCalendar("no_calendar")


def _takes_nights(event: Any) -> bool:
    """Whether an event takes nights. Raises BadCalendar for a repeating event."""
    if "RRULE" in event or "RDATE" in event:
        raise BadCalendar("repeating")
    return str(event.get("STATUS", "")).upper() != "CANCELLED" and str(event.get("TRANSP", "")).upper() != "TRANSPARENT"


def _span(event: Any, zone: ZoneInfo) -> tuple[date, date]:
    """The first night, and the day after the last night. A date without an end takes one night (RFC 5545, 3.6.1)."""
    start = _moment(event, "DTSTART")
    if "DTEND" in event:
        end = _moment(event, "DTEND")
    elif "DURATION" in event:
        end = _later(start, event["DURATION"].dt)
    else:
        end = start if isinstance(start, datetime) else _later(start, timedelta(days=1))
    return _local(start, zone), _local(end, zone)


def _moment(event: Any, name: str) -> date:
    """A date or time of an event. Raises BadCalendar, also for an unknown zone: a guess could sell a night twice."""
    found = event[name].dt
    if not isinstance(found, date):
        raise BadCalendar("no_calendar")
    if isinstance(found, datetime) and found.tzinfo is None and event[name].params.get("TZID"):
        raise BadCalendar("unknown_zone")
    return found


def _later(moment: date, duration: timedelta) -> date:
    """The sum, limited to the years 1 to 9999."""
    try:
        return moment + duration
    except OverflowError:
        return date.max if duration > timedelta() else date.min


def _local(moment: date, zone: ZoneInfo) -> date:
    """The date in `zone`."""
    if not isinstance(moment, datetime):
        return moment
    try:
        return (moment.astimezone(zone) if moment.tzinfo else moment).date()
    except OverflowError:  # at the limits of the years 1 and 9999
        return moment.date()


def write(name: str, stays: Iterable[CalendarEvent], now: datetime) -> bytes:
    """A calendar of whole days without personal data. `now` has a time zone."""
    calendar = Calendar()
    calendar.add("prodid", "-//ihome//calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for stay in stays:
        event = Event()
        event.add("uid", stay.uid)
        event.add("dtstamp", now)
        event.add("dtstart", stay.start)
        event.add("dtend", stay.end)
        event.add("summary", "不可预订")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
