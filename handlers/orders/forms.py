"""What the endpoints about orders ask for. Money is in fen."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, ValidationInfo, field_validator

from handlers.api.form_types import field, matching, text, whole
from handlers.api.forms import Form, Ruled
from handlers.houses.form_fields import Day, Id, YesOrNo, check_stay, story
from handlers.houses.forms import HouseIdForm
from models.stay import Stay
from models.types import HouseId
from services.deps import Deps
from services.errors import Message
from services.orders import stay_rules
from services.orders.stay_rules import BookingRequest, PartialBooking

Story = Annotated[str, story(1, "应为 1 到 2000 字的文本")]
Guests = Annotated[int, whole(1, 100)]


class Booking(Ruled, HouseIdForm):
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

    @property
    def request(self) -> BookingRequest:
        return BookingRequest(HouseId(self.house_id), self.stay, self.guests)

    @staticmethod
    async def rules(deps: Deps, values: Mapping[str, Any]) -> dict[str, Message]:
        house_id, guests = values.get("house_id"), values.get("guests")
        booking = PartialBooking(house_id, values.get("start_date"), values.get("end_date"), guests)
        return await stay_rules.wrong_fields(deps, booking)


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
