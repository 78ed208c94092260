"""Fields of answers: types with formats and examples for the API's document, and functions that write their values.

What a field means is said where a view declares it.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

_LOCAL = ZoneInfo("Asia/Shanghai")
ANONYMOUS = "匿名用户"
"""Shown in place of a name that is still the user's mobile number, which is private."""

UrlOf = Callable[[str | None], str | None]
"""Maps the name of a stored object to its URL; None stays None."""

Number = Annotated[int, Field(examples=[7], ge=1)]
"""An id."""
MobileNumber = Annotated[str, Field(examples=["13800000000"])]
Text = Annotated[str, Field(examples=["小院"])]
Count = Annotated[int, Field(examples=[3], ge=0)]
Url = Annotated[str, Field(examples=["https://ihome.example/media/houses/0a1b-800.jpg"])]
LocalTime = Annotated[str, Field(examples=["2026-11-21T14:30:00+08:00"], json_schema_extra={"format": "date-time"})]
"""RFC 3339, with China's offset."""
LegacyTime = Annotated[str, Field(examples=["2026-11-21 14:30:00"])]
"""Local time, as the AJAX documents write it."""
LocalDate = Annotated[str, Field(examples=["2026-12-24"], json_schema_extra={"format": "date"})]
"""A date at the house."""
Amount = Annotated[int, Field(examples=[39900])]
"""Money in fen: 39900 is 399.00 yuan."""


def local_time(utc: datetime) -> str:
    """A naive UTC time of the database, in RFC 3339 with China's offset."""
    return utc.replace(tzinfo=UTC).astimezone(_LOCAL).isoformat(timespec="seconds")


def legacy_time(utc: datetime) -> str:
    """A naive UTC time of the database, as the AJAX documents write it: 2026-11-21 14:30:00."""
    return utc.replace(tzinfo=UTC).astimezone(_LOCAL).strftime("%Y-%m-%d %H:%M:%S")


def position(lat: Decimal | None, lng: Decimal | None) -> tuple[float, float] | tuple[None, None]:
    """Latitude and longitude; a half of a position, which older clients may have sent, is none."""
    return (None, None) if lat is None or lng is None else (float(lat), float(lng))
