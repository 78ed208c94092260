"""Endpoints for orders: booking, and the actions of guest and host."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import arrival_views
from handlers.houses.arrival_views import ArrivalGuideView
from handlers.orders import rendering
from handlers.orders.forms import (
    BookingForm,
    OrderActionForm,
    OrderIdForm,
    OrdersForm,
    PageForm,
    RejectionForm,
    VersionedOrderForm,
)
from handlers.orders.views import (
    BookedOrderView,
    ChangedOrderView,
    NoticesView,
    OrderPageView,
    OrdersView,
    PayUrlView,
    QuoteView,
)
from services.errors import (
    Conflict,
    HouseBusy,
    InsufficientScope,
    NoSuchUser,
    QuotaExceeded,
    RealNameRequired,
    TooOften,
    WrongRole,
)
from services.houses import calendar_sync
from services.houses.access import NoSuchHouse
from services.orders import actions, booking, orders
from services.orders.booking import DatesTaken
from services.orders.orders import NoArrivalGuide
from services.orders.transitions import NoSuchOrder, StaleOrder

_OF_PARTIES = (NoSuchOrder, WrongRole, StaleOrder)
"""The refusals of an action that only the guest or only the host may take."""


@refuses(NoSuchHouse, DatesTaken)
async def quote(api: ApiHandler, form: BookingForm) -> QuoteView:
    """Show what a stay would cost."""
    return rendering.quote(await booking.quote(api.deps, form.request))


@refuses(NoSuchHouse, WrongRole, RealNameRequired, NoSuchUser, DatesTaken, QuotaExceeded, Conflict, HouseBusy, TooOften)
async def book(api: ApiHandler, form: BookingForm) -> BookedOrderView:
    """Book a stay.

    The guest needs a real name on file; else the answer is USERERR (4104). The order waits for the host's answer, or
    for the payment where the house can be booked instantly.
    """
    return rendering.booked(await booking.book(api.deps, api.context, form.request, api.idempotency_key))


async def list_orders(api: ApiHandler, form: OrdersForm) -> OrdersView:
    """List one's orders as guest or as host.

    The newest first; with `tab` `upcoming` or `current`, the earliest stay first.
    """
    page = await orders.list_orders(api.deps, api.signed_in, form.role, form.tab, after=form.after, size=form.size)
    return rendering.orders(page, api.url)


@refuses(NoSuchOrder)
async def show(api: ApiHandler, form: OrderIdForm) -> OrderPageView:
    """Show an order.

    Only its guest and its host see it.
    """
    found = await orders.show(api.deps, api.signed_in, form.order_id)
    return OrderPageView(rendering.details(found, api.url))


@refuses(NoSuchOrder, NoArrivalGuide)
async def show_arrival(api: ApiHandler, form: OrderIdForm) -> ArrivalGuideView:
    """Show how to get into the house of an order.

    Only its guest reads this, from the payment until the day after the check-out date.
    """
    return arrival_views.guide(await orders.arrival_guide(api.deps, api.signed_in, form.order_id))


@refuses(*_OF_PARTIES, Conflict)
async def act(api: ApiHandler, form: OrderActionForm) -> ChangedOrderView | PayUrlView:
    """Change the state of an order, or begin to pay it.

    The order's `actions` say what the viewer may do now. `pay` answers where to pay, the others answer the order.
    """
    if form.action == "pay":
        if api.api_key:
            raise InsufficientScope
        return PayUrlView(
            await actions.pay(api.deps, api.context, form.order_id, phone=form.phone, version=form.version)
        )
    reason = form.reason or ""
    seen = await actions.act(
        api.deps,
        api.context,
        form.order_id,
        form.action,
        reason=reason,
        version=form.version,
        refund=form.refund,
    )
    return ChangedOrderView(rendering.order(seen, api.url))


@refuses(*_OF_PARTIES)
async def accept(api: ApiHandler, form: VersionedOrderForm) -> None:
    """Accept an order as its host."""
    await actions.act(api.deps, api.context, form.order_id, "accept", version=form.version)


@refuses(*_OF_PARTIES)
async def reject(api: ApiHandler, form: RejectionForm) -> None:
    """Reject an order as its host.

    The guest reads the reason.
    """
    await actions.act(api.deps, api.context, form.order_id, "reject", reason=form.reason, version=form.version)


async def list_notices(api: ApiHandler, form: PageForm) -> NoticesView:
    """List one's notices.

    The first page also has one's imported calendars that keep failing or work again.
    """
    page = await orders.list_notices(api.deps, api.signed_in, after=form.after, size=form.size)
    calendars = [] if form.after else await calendar_sync.feed_health(api.deps, api.signed_in)
    return rendering.notices(page, calendars, api.locale.translate)
