"""What the endpoints about calendars ask for."""

from typing import Annotated

from pydantic import Field

from handlers.accounts.forms import Form, matching
from handlers.houses.forms import Day, HouseId, Id

_MAX_NIGHTS = 366


class BlockedNights(HouseId):
    blocked: Annotated[list[Day], Field(max_length=_MAX_NIGHTS, fail_fast=True)]


class FeedUrl(HouseId):
    url: Annotated[str, matching(r"(?:https?|webcal)://[!-~]{3,900}", "应为 http、https 或 webcal 网址")]


class FeedId(HouseId):
    feed_id: Id


class FeedToken(Form):
    token: Annotated[str, matching(r"[0-9a-f]{64}", "日历地址不正确")]
