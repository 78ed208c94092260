"""Calendars in iCalendar form (RFC 5545): the ones of other platforms, fetched with care, and our own, written."""

import asyncio
import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from tornado.httpclient import HTTPError, HTTPResponse
from tornado.netutil import DefaultLoopResolver, Resolver
from tornado.simple_httpclient import SimpleAsyncHTTPClient

_NOT_MODIFIED = 304
_MOST_NIGHTS = 1000
"""How many days ahead an event is followed: some platforms block until the year 2100."""


class BadCalendar(Exception):
    """It could not be had, or is not to be used. `kind` is unreachable, no_calendar or repeating."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True)
class Fetched:
    """The nights that a calendar takes, and its ETag (RFC 9110, 8.8.3)."""

    nights: frozenset[date]
    etag: str | None


@dataclass(frozen=True)
class Stay:
    """Something to be exported: nights from `start` to `end`, half-open, under an id that stays the same."""

    uid: str
    start: date
    end: date


class Calendars:
    """Fetches calendars. `seconds` and `most_bytes` bound one fetch; `zone` is where the houses are.

    Addresses that are not public are refused after resolving, for every redirect as well, unless `allow_private`.
    """

    def __init__(self, zone: ZoneInfo, *, seconds: float, connect: float, most_bytes: int, allow_private: bool) -> None:
        self._zone = zone
        self._seconds = seconds
        self._connect = connect
        self._most_bytes = most_bytes
        self._allow_private = allow_private

    async def fetch(self, url: str, etag: str | None, today: date) -> Fetched | None:
        """The nights from `today` on; None where nothing changed since `etag`. Raises BadCalendar."""
        answer = await self._get(url.replace("webcal://", "https://", 1), etag)
        if answer.code == _NOT_MODIFIED:
            return None
        # a large one takes seconds to parse
        nights = await asyncio.to_thread(nights_of, answer.body, today, self._zone)
        return Fetched(nights, answer.headers.get("ETag", "")[:255] or None)

    async def _get(self, url: str, etag: str | None) -> HTTPResponse:
        client = SimpleAsyncHTTPClient(
            force_instance=True,
            resolver=None if self._allow_private else _PublicResolver(),
            max_body_size=self._most_bytes,
            max_header_size=32 * 1024,
        )
        try:
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
    """Refuses addresses of this machine and of private networks, by whatever name they go."""

    def initialize(self) -> None:
        self._resolver = DefaultLoopResolver()

    async def resolve(self, host: str, port: int, family: Any = 0) -> list[tuple[int, Any]]:
        found: list[tuple[int, Any]] = await self._resolver.resolve(host, port, family)
        if not all(ipaddress.ip_address(address[0].partition("%")[0]).is_global for _, address in found):
            raise OSError("not a public address")
        return found

    def close(self) -> None:
        self._resolver.close()


def nights_of(content: bytes, today: date, zone: ZoneInfo) -> frozenset[date]:
    """The nights from `today` on that a calendar's events take: DTEND is exclusive. Raises BadCalendar."""
    try:
        calendar = Calendar.from_ical(content)
        if calendar.name != "VCALENDAR":
            raise BadCalendar("no_calendar")
        spans = sorted(_span(event, zone) for event in calendar.walk("VEVENT") if _counts(event))
    except BadCalendar:
        raise
    except Exception:  # a parser that meets anything
        raise BadCalendar("no_calendar") from None
    nights: list[date] = []
    free, last = today, today + timedelta(days=_MOST_NIGHTS)
    for start, end in spans:
        free = max(free, start)
        while free < min(end, last):
            nights.append(free)
            free += timedelta(days=1)
    return frozenset(nights)


def _counts(event: Any) -> bool:
    if "RRULE" in event or "RDATE" in event:
        raise BadCalendar("repeating")
    return str(event.get("STATUS", "")).upper() != "CANCELLED" and str(event.get("TRANSP", "")).upper() != "TRANSPARENT"


def _span(event: Any, zone: ZoneInfo) -> tuple[date, date]:
    """First night, and the day after the last one. A day without an end takes one night (RFC 5545, 3.6.1)."""
    start = event["DTSTART"].dt
    if "DTEND" in event:
        end = event["DTEND"].dt
    elif "DURATION" in event:
        end = start + event["DURATION"].dt
    else:
        end = start if isinstance(start, datetime) else start + timedelta(days=1)
    return _local(start, zone), _local(end, zone)


def _local(moment: date, zone: ZoneInfo) -> date:
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(zone) if moment.tzinfo else moment).date()


def write(name: str, stays: Iterable[Stay]) -> bytes:
    """A calendar of whole days, which says nothing of who comes."""
    calendar = Calendar()
    calendar.add("prodid", "-//ihome//calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    stamp = datetime.now(UTC)
    for stay in stays:
        event = Event()
        event.add("uid", stay.uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", stay.start)
        event.add("dtend", stay.end)
        event.add("summary", "不可预订")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
