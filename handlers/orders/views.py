"""Orders, quotes and notices, as clients read them. Money is in fen."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from handlers.api.answers import view
from handlers.api.fields import Amount, Count, LocalDate, LocalTime, MobileNumber, Number, Text, Url
from handlers.houses.calendar_views import FeedHealthView
from handlers.houses.views import TimeOfDay
from handlers.reviews.views import GuestRecordView, OrderReviewsView
from models.houses.prices import CancellationPolicy
from models.orders.bill import ItemKind
from models.orders.orders import Role
from services.orders.states import Actor, OrderStatus

Version = Annotated[int, Field(examples=[1], ge=1)]
Percent = Annotated[int, Field(examples=[50], ge=0, le=100)]
Rating = Annotated[int, Field(examples=[5], ge=1, le=5)]
Coordinate = Annotated[float, Field(examples=[39.936])]
Action = Annotated[str, Field(examples=["accept"])]
PayUrl = Annotated[str, Field(examples=["https://openapi.alipay.com/gateway.do?app_id=2021000000000001"])]


@view
class BillItemView:
    """A line of a bill."""

    item: ItemKind
    """What the line is for."""
    amount: Amount
    """The sum of the line, in fen; a discount is negative."""
    price: Amount | None
    """One night, in fen; null for fees and discounts."""
    count: Count | None
    """How many nights; null for fees and discounts."""


@view
class NightView:
    """A night of a stay."""

    date: LocalDate
    """The evening on which it begins."""
    price: Amount
    """Its price, in fen."""


@view
class RefundView:
    """What a cancellation by the guest refunds."""

    until: LocalDate
    """The last day on which it applies."""
    percent: Percent
    """The share of the amount."""
    amount: Amount
    """The refund, in fen."""


@view
class QuoteView:
    """What a stay would cost today."""

    days: Count
    """The number of nights."""
    nights: list[NightView]
    """Each night with its price, in order."""
    items: list[BillItemView]
    """The lines of the bill."""
    deposit: Amount
    """To be settled with the host at the house, in fen; not part of the total."""
    total: Amount
    """What the guest would pay, in fen."""
    cancellation: CancellationPolicy
    """The name of the cancellation policy."""
    refunds: list[RefundView]
    """What a cancellation would still refund, the earliest day first; nothing after the last day."""


@view
class BookedOrderView:
    """A new order. A repeated request with the same Idempotency-Key gets the same answer."""

    order_id: Number
    """The order's id."""
    days: Count
    """The number of nights."""
    amount: Amount
    """What the guest pays, in fen."""
    deposit: Amount
    """To be settled with the host at the house, in fen; not part of the amount."""
    items: list[BillItemView]
    """The lines of the bill."""


@view
class OrderView:
    """An order as one of its two parties sees it."""

    order_id: Number
    """The order's id."""
    version: Version
    """Counts the order's changes; a request may name it, and is then refused if the order has changed since."""
    role: Role
    """Whether the viewer is the guest (`custom`) or the host (`landlord`)."""
    status: OrderStatus
    """The state of the order."""
    actions: Annotated[list[Action], Field(examples=[["cancel", "pay"]])]
    """What the viewer may do now."""
    house_id: Number
    """The house's id."""
    title: Text
    """The house's title."""
    area_name: Text
    """The district."""
    address: Text
    """The street or the compound, as everybody reads it."""
    address_detail: Text | None
    """The door and the floor, empty where the host gave none: always for the host; for the guest from the payment until
    the day after the check-out date, otherwise null."""
    lat: Coordinate | None
    """The exact latitude, GCJ-02, shown when the door is; also null where the host gave none."""
    lng: Coordinate | None
    """The exact longitude, as the latitude."""
    check_in_from: TimeOfDay
    """From when on the guest may arrive, local time."""
    check_out_until: TimeOfDay
    """Until when the guest leaves, local time."""
    rules: Text
    """The rules of the house; may be empty."""
    guest_name: Text
    """The guest's name."""
    host_name: Text
    """The host's name."""
    contact: MobileNumber | None
    """The other party's mobile number, from the payment to the end of the stay; otherwise null."""
    image_url: Url | None
    """The cover of the house, 800 pixels wide; null without pictures."""
    start_date: LocalDate
    """The check-in date."""
    end_date: LocalDate
    """The check-out date, whose night is not booked."""
    days: Count
    """The number of nights."""
    guests: Count
    """The number of guests."""
    amount: Amount
    """What the guest pays, in fen."""
    deposit: Amount
    """To be settled with the host at the house, in fen; not part of the amount."""
    items: list[BillItemView]
    """The lines of the bill, as of booking."""
    cancellation: CancellationPolicy
    """The name of the cancellation policy, as of booking."""
    refunds: list[RefundView]
    """What a cancellation by the guest refunds, the earliest day first; nothing after the last day."""
    refund: Amount | None
    """The refund that is scheduled or made, in fen; null without one."""
    due: LocalTime | None
    """When the order expires, or its stay ends, if nobody acts before; null if nothing is due."""
    reject_reason: Text | None
    """Why the host rejected the order; otherwise null."""
    comment: Text | None
    """The guest's comment; null before there is one. The host reads it when it is published."""
    rating: Rating | None
    """The guest's rating, 1 to 5; null without one. The host reads it when it is published."""
    reply: Text | None
    """The host's reply to the comment; null before there is one."""
    create_time: LocalTime
    """When the guest booked."""


OrderEventView = TypedDict(
    "OrderEventView",
    {
        "action": Annotated[Action, Field(description="What happened.")],
        "actor": Annotated[Actor, Field(description="Who did it; `clock` is a deadline.")],
        "from": Annotated[OrderStatus | None, Field(description="The state before; null for the booking.")],
        "to": Annotated[OrderStatus, Field(description="The state afterwards.")],
        "time": Annotated[LocalTime, Field(description="When it happened.")],
    },
)
"""Something that happened to an order."""


@view
class OrderDetailsView(OrderView):
    """An order with its history."""

    refund_today: Amount | None
    """What the guest gets back if the viewer cancels today, in fen; null unless the order is paid."""
    events: list[OrderEventView]
    """What happened to the order, the oldest first."""
    reviews: OrderReviewsView
    """What guest and host write about each other."""
    guest_record: GuestRecordView | None
    """What hosts say of the guest; null for the guest."""


@view
class ChangedOrderView:
    """The order after a change."""

    order: OrderView
    """The order as it is now."""


@view
class OrderPageView:
    """One order."""

    order: OrderDetailsView
    """The order with its history."""


@view
class PayUrlView:
    """Where to pay."""

    pay_url: PayUrl
    """The payment service's page for this order."""


@view
class OrderCountsView:
    """How many orders the tabs hold."""

    pending: Count
    """They await the user: the guest's payment, the host's answer. They are also counted below."""
    upcoming: Count
    """Their first day has not come."""
    current: Count
    """Their first day has come, and they have not ended."""


@view
class OrdersView:
    """A page of orders."""

    orders: list[OrderView]
    """The newest first; in the tabs `upcoming` and `current`, the earliest stay first."""
    next: Number | None
    """The `after` of the next page; null on the last one."""
    counts: OrderCountsView
    """How many orders in this role await the user, are to come, and are under way."""


@view
class NoticeView:
    """An event of an order that the user is notified of."""

    notice_id: Number
    """The notice's id."""
    order_id: Number
    """The order's id."""
    title: Text
    """The title of the order's house."""
    action: Action
    """What happened."""
    actor: Actor
    """Who did it; `clock` is a deadline."""
    status: OrderStatus
    """The state of the order afterwards."""
    time: LocalTime
    """When it happened."""


@view
class NoticesView:
    """A page of notices."""

    notices: list[NoticeView]
    """The newest first."""
    next: Number | None
    """The `after` of the next page; null on the last one."""
    calendars: list[FeedHealthView]
    """On the first page: the user's imported calendars that keep failing or work again. Otherwise empty."""
