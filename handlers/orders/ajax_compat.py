"""Answers about orders with the field names of the AJAX documents (docs/api-contract.md)."""

from typing import Annotated

from pydantic import Field

from handlers.api.answers import Ajax, view
from handlers.api.fields import Amount, Count, LegacyTime, LocalDate, Number, Text, Url, UrlOf, legacy_time
from handlers.api.handler import ApiHandler
from handlers.houses.rendering import cover_url
from handlers.orders.forms import NumberedPageForm
from handlers.orders.views import BookedOrderView
from services.orders import orders
from services.orders.orders import OrderForParty
from services.orders.states import OrderStatus

_MAX_ORDERS = 100
"""How many orders a request without a page number gets."""

_NUMBERS = {
    OrderStatus.WAIT_ACCEPT: 0,
    OrderStatus.WAIT_PAYMENT: 1,
    OrderStatus.PAID: 2,
    OrderStatus.IN_STAY: 2,
    OrderStatus.WAIT_COMMENT: 3,
    OrderStatus.COMPLETE: 4,
    OrderStatus.CANCELED: 5,
    OrderStatus.EXPIRED: 5,
    OrderStatus.REJECTED: 6,
}
"""The numbers of the states; IN_STAY and EXPIRED, which the documents do not have, get the nearest state's."""


@view
class OrderIdField:
    """The new order, beside `errno`."""

    order_id: Number
    """The order's id."""


@view
class LegacyOrder:
    """An order in a list."""

    order_id: Number
    """The order's id."""
    title: Text
    """The house's title."""
    img_url: Url | None
    """The cover of the house; null without pictures."""
    start_date: LocalDate
    """The check-in date."""
    end_date: LocalDate
    """The check-out date."""
    ctime: LegacyTime
    """When the guest booked."""
    days: Count
    """The number of nights."""
    amount: Amount
    """What the guest pays, in fen."""
    status: Annotated[int, Field(examples=[0], ge=0, le=6)]
    """0 awaits the host, 1 awaits payment, 2 is paid, 3 awaits a comment, 4 complete, 5 canceled or expired, 6
    rejected."""
    comment: Text | None
    """The guest's comment, or the reason of a rejection; null without either."""


@view
class LegacyOrderPage:
    """A page of orders."""

    orders: list[LegacyOrder]
    """The newest first."""
    current_page: Count
    """The number of this page, from 1."""
    total_page: Count
    """How many pages there are."""
    next: Count | None
    """The number of the next page; null on the last one."""


@view
class OrdersField:
    """The orders, beside `errno`."""

    orders: list[LegacyOrder]
    """The newest first."""


def booked(order: BookedOrderView) -> Ajax[BookedOrderView, OrderIdField]:
    """The id of the new order stands beside `errno` too."""
    return Ajax(order, OrderIdField(order.order_id))


async def list_orders(api: ApiHandler, form: NumberedPageForm) -> Ajax[LegacyOrderPage, OrdersField]:
    """List one's orders as guest or as host.

    Without `p`, the latest 100.
    """
    number, size = (form.p, form.size) if form.p else (1, _MAX_ORDERS)
    page = await orders.list_orders_by_number(api.deps, api.signed_in, form.role, page=number, size=size)
    shown = [_order(seen, api.url) for seen in page.orders]
    # pages are counted by `size` also where this one holds the latest 100
    following = number * size // form.size + 1 if number * size < page.total else None
    return Ajax(LegacyOrderPage(shown, number, -(-page.total // form.size), following), OrdersField(shown))


def _order(seen: OrderForParty, url: UrlOf) -> LegacyOrder:
    order = seen.order
    return LegacyOrder(
        order_id=order.id,
        title=order.title,
        img_url=cover_url(order.cover, url),
        start_date=order.stay.start.isoformat(),
        end_date=order.stay.end.isoformat(),
        ctime=legacy_time(order.created_at),
        days=order.stay.days,
        amount=order.amount,
        status=_NUMBERS[OrderStatus(order.status)],
        comment=seen.comment or order.reject_reason,
    )
