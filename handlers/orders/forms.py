"""What the endpoints about orders, prices and calendars ask for. Money is in fen."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from handlers.accounts.forms import EMPTY_IS_NONE, Form, Ruled, field, matching, text, whole, wrong
from handlers.houses.forms import Day, Fen, HouseId, Id, Price, YesOrNo, check_stay, story
from models.houses.prices import PriceRange
from models.stay import Stay
from services.deps import Deps
from services.errors import Message
from services.orders import booking

_MAX_RANGES = 100

Story = Annotated[str, story(1, "应为 1 到 2000 字的文本")]
Percent = Annotated[int, whole(0, 90)]
Guests = Annotated[int, whole(1, 100)]


class Booking(Ruled, HouseId):
    """Nights from the one date to the other, half-open: the day of leaving is free for the next guest."""

    start_date: Day = field("start_date", "sd")
    end_date: Day = field("end_date", "ed")
    guests: Guests = 1

    @field_validator("end_date")
    @classmethod
    def _after_the_start(cls, value: date, info: ValidationInfo) -> date:
        return check_stay(value, info.data.get("start_date"))

    @property
    def stay(self) -> Stay:
        return Stay(self.start_date, self.end_date)

    @staticmethod
    async def rules(deps: Deps, values: Mapping[str, Any]) -> dict[str, Message]:
        return await booking.wrong_fields(deps, values)


class Page(Form):
    """Pages by place: `after` is the last id of the page before."""

    after: Id | None = None
    size: Annotated[int, whole(1, 50)] = 20


class Role(Form):
    role: Literal["custom", "landlord"] = "custom"


class RolePage(Page, Role):
    pass


class OrderId(Form):
    order_id: Id


class SeenOrder(OrderId):
    """`version` is that of the order as the client has seen it: once it has moved, the request is refused."""

    version: Annotated[int, whole(1, 2**32 - 1)] | None = None


class OldPage(Role):
    """Pages by number; without one the latest 100."""

    p: Annotated[int, whole(1, 1000)] | None = None
    size: Annotated[int, whole(1, 50)] = 10


class OrderAction(SeenOrder):
    action: Literal["accept", "reject", "cancel", "pay", "check_in", "complete"]
    reason: Annotated[str, text(255)] | None = field("reason", "reject_reason", default=None)
    phone: YesOrNo = False


class Rejection(SeenOrder):
    reason: Annotated[str, text(255)] = field("reject_reason", "reason")


class Comment(SeenOrder):
    comment: Story


class RatedComment(Comment):
    rating: Annotated[int, whole(1, 5)]


class Reply(SeenOrder):
    reply: Story


class Range(BaseModel):
    """The price of the nights from the one date to the other, half-open."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")
    start_date: Day
    end_date: Day
    price: Price


class Prices(HouseId):
    """What is not given stays as it is; `weekend_price` null is none, `ranges` are all there are."""

    weekend_price: Annotated[Price | None, EMPTY_IS_NONE] = None
    cleaning_fee: Fen | None = None
    weekly_discount: Percent | None = None
    monthly_discount: Percent | None = None
    cancellation: Literal["flexible", "moderate", "strict"] | None = None
    ranges: Annotated[list[Range], Field(max_length=_MAX_RANGES, fail_fast=True)] | None = None

    @field_validator("cleaning_fee", "weekly_discount", "monthly_discount", "cancellation", "ranges")
    @classmethod
    def _not_null(cls, value: Any) -> Any:
        if value is None:
            raise wrong("必填")
        return value

    @field_validator("ranges")
    @classmethod
    def _apart(cls, value: list[Range]) -> list[Range]:
        ordered = sorted(value, key=lambda each: each.start_date)
        if any(each.end_date <= each.start_date for each in ordered):
            raise wrong("每段的结束日期应晚于开始日期")
        if any(before.end_date > each.start_date for before, each in pairwise(ordered)):
            raise wrong("各段日期不能重叠")
        return ordered

    @model_validator(mode="after")
    def _something(self) -> "Prices":
        if not self.terms and self.ranges is None:
            raise wrong("请至少填写一项")
        return self

    @property
    def terms(self) -> dict[str, Any]:
        """What is written to the house itself."""
        return self.model_dump(include=self.model_fields_set - {"ranges", "house_id"})

    @property
    def price_ranges(self) -> list[PriceRange] | None:
        if self.ranges is None:
            return None
        return [PriceRange(r.start_date, r.end_date - timedelta(days=1), r.price) for r in self.ranges]


class FeedUrl(HouseId):
    url: Annotated[str, matching(r"(?:https?|webcal)://[!-~]{3,900}", "应为 http、https 或 webcal 网址")]


class FeedId(HouseId):
    feed_id: Id


class FeedToken(Form):
    token: Annotated[str, matching(r"[0-9a-f]{64}", "日历地址不正确")]


class TradeNumber(Form):
    number: Annotated[str, matching(r"[A-Za-z0-9-]{1,64}", "支付单号不正确")]


class Notice(Form):
    """Whatever the payment service sends: all of it is signed."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str]
    sign: str

    @property
    def fields(self) -> dict[str, str]:
        return {**self.__pydantic_extra__, "sign": self.sign}
