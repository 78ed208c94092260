"""Calendars in iCalendar form (RFC 5545): the ones of other platforms, fetched with care, and our own, written.

A stranger's calendar is parsed in a sandbox (utils/sandbox.py). Only the lines of its events that say which nights are
taken reach the parser: definitions of time zones do not, since their rules may recur without end and stay in memory
under a name that another calendar may use.
"""

import asyncio
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar.error import GloballyUniqueTZIDGuessed
from icalendar.parser import Contentlines
from tornado.httpclient import HTTPError, HTTPResponse
from tornado.netutil import DefaultLoopResolver, Resolver
from tornado.simple_httpclient import SimpleAsyncHTTPClient

from utils.client_ip import is_public, numeric_host
from utils.sandbox import Sandbox, SandboxLimitExceeded

_NOT_MODIFIED = 304
_MAX_NIGHTS = 1000
"""How many days ahead an event is followed: some platforms block until the year 2100."""

_PORTS = frozenset({80, 443, 8080, 8443})
_HOST_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+")
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".home.arpa")
_BRACKETS = frozenset({"BEGIN", "END"})
_KEPT_AT = {
    ("VCALENDAR",): _BRACKETS,
    ("VCALENDAR", "VEVENT"): _BRACKETS | {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "STATUS", "TRANSP"},
}
"""The properties that are read, by the components around them."""


class BadCalendar(Exception):
    """A calendar that cannot be read. `kind` is unreachable, no_calendar, repeating, unknown_zone or too_costly."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class NotPublicAddress(Exception):
    """An address that no public web server has."""


@dataclass(frozen=True)
class FetchedCalendar:
    """The nights that a calendar takes, and its ETag (RFC 9110, 8.8.3)."""

    nights: frozenset[date]
    etag: str | None


@dataclass(frozen=True)
class CalendarEvent:
    """Something to be exported: nights from `start` to `end`, half-open, under an id that stays the same."""

    uid: str
    start: date
    end: date


class CalendarClient:
    """Fetches calendars. `seconds`, `max_bytes` and `max_header_bytes` bound one fetch, redirects included.

    `zone` is where the houses are. Addresses that are not public are refused after resolving, for every redirect as
    well, unless `allow_private`.
    """

    def __init__(
        self,
        zone: ZoneInfo,
        sandbox: Sandbox,
        *,
        seconds: float,
        connect: float,
        max_bytes: int,
        max_header_bytes: int,
        allow_private: bool,
    ) -> None:
        self._zone = zone
        self._sandbox = sandbox
        self._seconds = seconds
        self._connect = connect
        self._max_bytes = max_bytes
        self._max_header_bytes = max_header_bytes
        self._allow_private = allow_private

    def check(self, url: str) -> None:
        """Without asking anybody: whether a calendar may be fetched from there. Raises NotPublicAddress."""
        if not self._allow_private:
            _check_public(_as_https(url))

    async def fetch(self, url: str, etag: str | None, today: date) -> FetchedCalendar | None:
        """The nights from `today` on; None where nothing changed since `etag`. Raises BadCalendar."""
        answer = await self._get(_as_https(url), etag)
        if answer.code == _NOT_MODIFIED:
            return None
        try:
            nights = await self._sandbox.run(nights_of, answer.body, today, self._zone)
        except SandboxLimitExceeded:
            raise BadCalendar("too_costly") from None
        return FetchedCalendar(nights, answer.headers.get("ETag", "")[:255] or None)

    async def close(self) -> None:
        await self._sandbox.close()

    async def _get(self, url: str, etag: str | None) -> HTTPResponse:
        client = SimpleAsyncHTTPClient(
            force_instance=True,
            resolver=None if self._allow_private else _PublicResolver(),
            max_body_size=self._max_bytes,
            max_header_size=self._max_header_bytes,
        )
        try:
            async with asyncio.timeout(self._seconds):  # the client's own time-out begins anew with each redirect
                return await client.fetch(
                    url,
                    headers={"If-None-Match": etag} if etag else None,
                    connect_timeout=self._connect,
                    request_timeout=self._seconds,
                    max_redirects=3,
                    decompress_response=False,
                    user_agent="ihome",
                )
        except HTTPError as error:
            if error.code == _NOT_MODIFIED and error.response is not None:
                return error.response
            raise BadCalendar("unreachable") from None
        except Exception:  # whatever a stranger's address and server bring about
            raise BadCalendar("unreachable") from None
        finally:
            client.close()


class _PublicResolver(Resolver):
    """Refuses addresses of this machine and of private networks, by whatever name they go.

    The client connects to the addresses that this returns, so a name that is resolved anew gains nothing.
    """

    def initialize(self) -> None:
        self._resolver = DefaultLoopResolver()

    async def resolve(self, host: str, port: int, family: Any = 0) -> list[tuple[int, Any]]:
        if port not in _PORTS:
            raise OSError("not a port of the web")
        found: list[tuple[int, Any]] = await self._resolver.resolve(host, port, family)
        if not all(is_public(address[0]) for _, address in found):
            raise OSError("not a public address")
        return found

    def close(self) -> None:
        self._resolver.close()


def _as_https(url: str) -> str:
    return re.sub(r"^webcal://", "https://", url, flags=re.IGNORECASE)


def _check_public(url: str) -> None:
    """Raises NotPublicAddress. A name is resolved when the calendar is fetched, and checked again then."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:
        raise NotPublicAddress from None
    if port not in _PORTS | {None} or "@" in parts.netloc:
        raise NotPublicAddress
    address = numeric_host(host)
    if address is not None:
        public = is_public(address)
    else:
        public = bool(_HOST_NAME.fullmatch(host)) and not host.endswith(_LOCAL_NAMES)
    if not public:
        raise NotPublicAddress


def nights_of(content: bytes, today: date, zone: ZoneInfo) -> frozenset[date]:
    """The nights from `today` on that a calendar's events take: DTEND is exclusive. Raises BadCalendar."""
    try:
        with warnings.catch_warnings(action="ignore", category=GloballyUniqueTZIDGuessed):
            events = Calendar.from_ical("\r\n".join(_kept_lines(content))).walk("VEVENT")
        spans = sorted(_span(event, zone) for event in events if _counts(event))
    except (BadCalendar, MemoryError):
        raise
    except Exception:  # a parser that meets anything
        raise BadCalendar("no_calendar") from None
    nights: list[date] = []
    free, last = today, today + timedelta(days=_MAX_NIGHTS)
    for start, end in spans:
        free = max(free, start)
        while free < min(end, last):
            nights.append(free)
            free += timedelta(days=1)
    return frozenset(nights)


def _kept_lines(content: bytes) -> Iterator[str]:
    """Of a calendar and its events, and of nothing within these, the lines that say which nights are taken."""
    inside: list[str] = []
    for line in Contentlines.from_ical(content):  # type: ignore[no-untyped-call]
        name = re.split("[:;]", line, maxsplit=1)[0].strip().upper()
        value = line.partition(":")[2].strip().upper()
        if name == "BEGIN":
            inside.append(value)
        if name in _KEPT_AT.get(tuple(inside[:3]), ()):
            yield line
        if name == "END" and (not inside or inside.pop() != value):
            raise BadCalendar("no_calendar")
    if inside:
        raise BadCalendar("no_calendar")


def _counts(event: Any) -> bool:
    if "RRULE" in event or "RDATE" in event:
        raise BadCalendar("repeating")
    return str(event.get("STATUS", "")).upper() != "CANCELLED" and str(event.get("TRANSP", "")).upper() != "TRANSPARENT"


def _span(event: Any, zone: ZoneInfo) -> tuple[date, date]:
    """First night, and the day after the last one. A day without an end takes one night (RFC 5545, 3.6.1)."""
    start = _moment(event, "DTSTART")
    if "DTEND" in event:
        end = _moment(event, "DTEND")
    elif "DURATION" in event:
        end = _later(start, event["DURATION"].dt)
    else:
        end = start if isinstance(start, datetime) else _later(start, timedelta(days=1))
    return _local(start, zone), _local(end, zone)


def _moment(event: Any, name: str) -> date:
    """Raises BadCalendar, also where its time zone is unknown: a guess would sell a night twice."""
    found = event[name].dt
    if not isinstance(found, date):
        raise BadCalendar("no_calendar")
    if isinstance(found, datetime) and found.tzinfo is None and event[name].params.get("TZID"):
        raise BadCalendar("unknown_zone")
    return found


def _later(moment: date, duration: timedelta) -> date:
    """At most the last day that there is, in the year 9999."""
    try:
        return moment + duration
    except OverflowError:
        return date.max if duration > timedelta() else date.min


def _local(moment: date, zone: ZoneInfo) -> date:
    if not isinstance(moment, datetime):
        return moment
    try:
        return (moment.astimezone(zone) if moment.tzinfo else moment).date()
    except OverflowError:  # in the first or the last hours of the years 1 and 9999
        return moment.date()


def write(name: str, stays: Iterable[CalendarEvent], now: datetime) -> bytes:
    """A calendar of whole days, which says nothing of who comes. `now` has a zone."""
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
