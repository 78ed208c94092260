"""Forms of the endpoints about calendars."""

from typing import Annotated

from pydantic import Field

from handlers.api.form_types import matching
from handlers.api.forms import Form
from handlers.houses.form_fields import Day, FeedIdField
from handlers.houses.forms import HouseIdForm

_MAX_NIGHTS = 366
_URL_EXAMPLE = Field(examples=["https://calendar.example/house.ics"])


class BlockedNightsForm(HouseIdForm):
    """Every night that the host blocks."""

    blocked: Annotated[list[Day], Field(max_length=_MAX_NIGHTS, fail_fast=True)]
    """All nights to block; the host's other nights become free."""
    expected: Annotated[list[Day], Field(max_length=_MAX_NIGHTS, fail_fast=True, examples=[[]])] | None = None
    """The nights that the caller knows as blocked: if others are blocked now, nothing is changed (4004)."""


class FeedUrlForm(HouseIdForm):
    """The address of another platform's calendar."""

    url: Annotated[str, matching(r"(?:https?|webcal)://[!-~]{3,900}", "应为 http、https 或 webcal 网址"), _URL_EXAMPLE]
    """A public address of an iCalendar file (RFC 5545)."""


class FeedIdForm(HouseIdForm):
    """Names one imported calendar of a house."""

    feed_id: FeedIdField
    """The calendar's id."""


class FeedTokenForm(Form):
    """The secret in the address of an exported calendar."""

    token: Annotated[str, matching(r"[0-9a-f]{64}", "日历地址不正确"), Field(examples=["0" * 64])]
    """The secret."""
