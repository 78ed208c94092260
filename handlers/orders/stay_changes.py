"""Endpoints and the page that change a stay: offering other dates or guests, and answering."""

from datetime import timedelta

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.orders import change_views, rendering
from handlers.orders.change_forms import ChangeAnswerForm, ChangeOfferForm, ChangeQuoteForm
from handlers.orders.change_views import ChangedStayView, ChangeQuoteView, ChangesView
from handlers.orders.forms import OrderIdForm
from handlers.orders.views import PayUrlView
from handlers.site.pages import render
from services.errors import Conflict, DataExists, TooOften, WrongRole
from services.local_time import BOOKING_WINDOW_DAYS, today
from services.orders import change_payments, orders, stay_changes
from services.orders.booking import DatesTaken
from services.orders.stay_changes import NoSuchChange, StaleChange
from services.orders.transitions import NoSuchOrder, StaleOrder


@refuses(NoSuchOrder)
async def list_changes(api: ApiHandler, form: OrderIdForm) -> ChangesView:
    """List the changes of an order.

    Only its guest and its host see them.
    """
    found = await stay_changes.list_changes(api.deps, api.signed_in, form.order_id)
    return ChangesView([change_views.change(each) for each in found])


@refuses(NoSuchOrder, StaleOrder, DatesTaken, Conflict)
async def quote(api: ApiHandler, form: ChangeQuoteForm) -> ChangeQuoteView:
    """Show what another stay would cost.

    At today's prices; the nights of the order itself count as free.
    """
    found = await stay_changes.quote(api.deps, api.signed_in, form.order_id, form.stay, form.guests)
    return change_views.quote(found)


@refuses(NoSuchOrder, StaleOrder, DatesTaken, Conflict, DataExists, TooOften)
async def offer(api: ApiHandler, form: ChangeOfferForm) -> ChangedStayView:
    """Offer another stay to the other party.

    From the payment until the stay has ended. An order has one open change at a time.
    """
    seen = await stay_changes.offer(
        api.deps,
        api.context,
        form.order_id,
        form.stay,
        form.guests,
        version=form.version,
        difference=form.seen_difference,
    )
    return ChangedStayView(change_views.change(seen))


@refuses(NoSuchOrder, NoSuchChange, WrongRole, StaleChange, StaleOrder, DatesTaken)
async def answer(api: ApiHandler, form: ChangeAnswerForm) -> ChangedStayView | PayUrlView:
    """Accept, decline, withdraw or pay a change.

    An accepted change takes effect at once, and what the guest has paid too much goes back. If it makes the stay
    dearer, its nights are held until the guest has paid the difference. `pay` answers where to pay.
    """
    context = api.context
    if form.action == "pay":
        return PayUrlView(await change_payments.begin(api.deps, context, form.order_id, form.id, phone=form.phone))
    seen = await stay_changes.answer(api.deps, context, form.order_id, form.id, form.action)
    return ChangedStayView(change_views.change(seen))


async def page(api: ApiHandler, form: OrderIdForm) -> Page:
    """Choosing another stay. Raises NoSuchOrder unless the user is its guest or its host."""
    found = await orders.show(api.deps, api.signed_in, form.order_id)
    shown = rendering.details(found, api.url)
    first = today(api.deps)
    return await render(
        api,
        "change.html",
        order=shown,
        possible=stay_changes.is_changeable(api.deps, found.order.order),
        today=f"{first}",
        last_day=f"{first + timedelta(days=BOOKING_WINDOW_DAYS)}",
    )
