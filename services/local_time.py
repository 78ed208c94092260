"""Dates at the houses: all of them lie in one time zone, while the database stores times in UTC."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from services.deps import Deps

LOCAL = ZoneInfo("Asia/Shanghai")
BOOKING_WINDOW_DAYS = 365
"""A night can be booked from today on, up to this many days ahead."""


def local_now(deps: Deps) -> datetime:
    """The local time now."""
    return deps.clock().astimezone(LOCAL)


def today(deps: Deps) -> date:
    """The local date now."""
    return local_now(deps).date()


def local_date(utc: datetime) -> date:
    """The local date at a naive UTC time of the database."""
    return utc.replace(tzinfo=UTC).astimezone(LOCAL).date()


def midnight(day: date) -> datetime:
    """The beginning of a local day, as a naive UTC time of the database."""
    return datetime.combine(day, time(), LOCAL).astimezone(UTC).replace(tzinfo=None)
