"""Forms of the endpoints about orders. Money is in fen."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, ValidationInfo, field_validator

from handlers.api.form_types import field, matching, whole_number
from handlers.api.forms import Form, Ruled
from handlers.houses.form_fields import (
    Amount,
    Day,
    EndDay,
    GuestCount,
    Id,
    OrderIdField,
    PageNumber,
    PageSize,
    Reason,
    YesOrNo,
    check_stay,
    story,
)
from handlers.houses.forms import HouseIdForm
from models.orders.orders import Role
from models.stay import Stay
from services.deps import Deps
from services.errors import Message
from services.orders import stay_rules
from services.orders.stay_rules import BookingRequest, PartialBooking
from services.orders.tabs import Tab

Story = Annotated[str, story(1, "应为 1 到 2000 字的文本"), Field(examples=["房间干净，位置很好。"])]
Version = Annotated[int, whole_number(1, 2**32 - 1), Field(examples=[1])]
Rating = Annotated[int, whole_number(1, 5), Field(examples=[5])]
TradeNumber = Annotated[str, matching(r"[A-Za-z0-9-]{1,64}", "支付单号不正确"), Field(examples=["7-0123456789abcdef"])]


class BookingForm(Ruled, HouseIdForm):
    """A stay from one date to the other; the night of the check-out date is not booked."""

    start_date: Day = field("start_date", "sd")
    """The check-in date."""
    end_date: EndDay = field("end_date", "ed")
    """The check-out date, at most 90 nights later."""
    guests: GuestCount = 1
    """How many guests there are."""

    @field_validator("end_date")
    @classmethod
    def _after_the_start(cls, value: date, info: ValidationInfo) -> date:
        return check_stay(value, info.data.get("start_date"))

    @property
    def stay(self) -> Stay:
        return Stay(self.start_date, self.end_date)

    @property
    def request(self) -> BookingRequest:
        return BookingRequest(self.house_id, self.stay, self.guests)

    @staticmethod
    async def broken_rules(deps: Deps, values: Mapping[str, Any]) -> dict[str, Message]:
        house_id, guests = values.get("house_id"), values.get("guests")
        booking = PartialBooking(house_id, values.get("start_date"), values.get("end_date"), guests)
        return await stay_rules.wrong_fields(deps, booking)


class PageForm(Form):
    """One page of a list."""

    after: Id | None = None
    """The `next` of the page before."""
    size: PageSize = 20
    """How many entries a page has."""


class RoleForm(Form):
    """The role of the user in the orders of a list."""

    role: Role = "custom"
    """As guest (`custom`) or as host (`landlord`)."""


class OrdersForm(PageForm, RoleForm):
    """One page of a user's orders."""

    tab: Tab | None = None
    """Only the orders that await the user (`pending`), that have yet to begin (`upcoming`), that are under way
    (`current`), or that have ended (`past`)."""


class OrderTabForm(Form):
    """A page of orders for browsers."""

    tab: Tab | None = None
    """The tab; without it, the first one that holds orders."""
    after: Id | None = None
    """The last order of the page before."""


class NumberedPageForm(RoleForm):
    """One page of a user's orders, by its number."""

    p: PageNumber | None = None
    """The number of the page, from 1; without it, the answer holds the latest 100 orders."""
    size: PageSize = 10
    """How many orders a page has."""


class OrderIdForm(Form):
    """Names one order."""

    order_id: OrderIdField
    """The order's id."""


class VersionedOrderForm(OrderIdForm):
    """Names one order, and the version that the client has seen."""

    version: Version | None = None
    """The `version` of the order as the client has seen it: the request is refused if the order has changed since."""


class OrderActionForm(VersionedOrderForm):
    """An action on an order."""

    action: Literal["accept", "reject", "cancel", "pay", "check_in", "complete"]
    """One of the order's `actions`."""
    reason: Reason | None = field("reason", "reject_reason", default=None)
    """Why the host rejects the order; required for `reject`."""
    refund: Amount | None = None
    """For `cancel`: the `refund_today` that the client has shown, 0 for null; the request is refused if it has changed
    since."""
    phone: YesOrNo = False
    """For `pay`: whether to answer the address of the payment page for phones."""


class RejectionForm(VersionedOrderForm):
    """A rejection by the host."""

    reason: Reason = field("reject_reason", "reason")
    """Why the host rejects the order; the guest reads it."""


class CommentForm(VersionedOrderForm):
    """A guest's comment."""

    comment: Story
    """How the stay was."""


class RatedCommentForm(CommentForm):
    """A guest's comment with a rating."""

    rating: Rating
    """1 to 5, where 5 is best."""


class ReplyForm(VersionedOrderForm):
    """A host's reply to a comment."""

    reply: Annotated[Story, Field(examples=["谢谢，欢迎再来。"])]
    """The host's text."""


class TradeNumberForm(Form):
    """Names one payment."""

    number: TradeNumber
    """ihome's number for the payment."""


class PaymentNoticeForm(Form):
    """The fields that the payment service sends; the signature covers all of them."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str]
    sign: Annotated[str, Field(examples=["AAAA"])]
    """The payment service's signature, in base64."""

    @property
    def fields(self) -> dict[str, str]:
        return {**self.__pydantic_extra__, "sign": self.sign}
