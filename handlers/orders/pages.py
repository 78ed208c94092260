"""Pages about orders, for guests and hosts."""

from contextlib import suppress

import orjson

from handlers.accounts import forms as account_forms
from handlers.api.answers import Page, Redirect
from handlers.api.handler import ApiHandler
from handlers.houses import arrival_views
from handlers.houses import forms as house_forms
from handlers.houses import rendering as house_rendering
from handlers.houses.catalogue import page_as_json
from handlers.orders import change_views, forms, page_texts, rendering
from handlers.reviews.forms import GuestReviewForm, StayReviewForm
from handlers.reviews.texts import CATEGORY
from handlers.site import page_limits
from handlers.site.pages import render
from models.orders.orders import OrderCounts, Role
from services.accounts import auth
from services.accounts import profile as profiles
from services.errors import BadParameters, Refusal
from services.orders import booking, stay_changes
from services.orders import orders as order_service
from services.orders.deadlines import time_left
from services.orders.orders import NoArrivalGuide
from services.orders.tabs import Tab

_PAGE_SIZE = 20
_TABS: dict[Role, tuple[Tab, ...]] = {
    "custom": ("upcoming", "current", "past"),
    "landlord": ("pending", "upcoming", "current", "past"),
}


async def book(api: ApiHandler) -> Page | Redirect:
    """A stay with its bill, to be confirmed; or why it cannot be booked.

    A malformed stay leads to the house's page, which says what is wrong.
    """
    try:
        form = await api.read(forms.BookingForm)
    except BadParameters:
        house = await api.read(house_forms.HouseIdForm)
        return Redirect(f"/houses/{house.house_id}?{api.request.query}")
    else:
        return await _confirm(api, form)


async def _confirm(api: ApiHandler, form: forms.BookingForm) -> Page:
    house = orjson.loads(await page_as_json(api, form.house_id, api.signed_in))["house"]
    user = await auth.current_user(api.deps, api.signed_in)
    real_name, _ = await profiles.real_name(api.deps, api.signed_in)
    offer, refusal = None, None
    try:
        offer = rendering.quote(await booking.quote(api.deps, form.request))
    except Refusal as why:
        refusal = why
    rules, now = api.deps.order_rules, api.deps.now()
    return await render(
        api,
        "book.html",
        form=form,
        house=house,
        user=user,
        avatar=api.url(user.avatar),
        real_name=profiles.masked_name(real_name) if real_name else None,
        limits=page_limits.of_form(account_forms.RealNameForm),
        offer=offer,
        why_not=_why(api, refusal) if refusal else "",
        sizes=house_rendering.cover_sizes(house["image_url"]),
        accept_hours=page_limits.hours(time_left(rules.accept, form.stay, now)),
        pay_hours=page_limits.hours(time_left(rules.pay, form.stay, now)),
        texts=page_texts,
    )


def _why(api: ApiHandler, refusal: Refusal) -> str:
    """What a refusal says: of its wrong fields, or else of the whole."""
    return "；".join(api.translate(said) for said in refusal.fields.values()) or api.translate(refusal.text)


async def orders(api: ApiHandler, form: forms.OrderTabForm) -> Page:
    """A guest's orders, by tab."""
    return await _orders(api, form, "custom")


async def host_orders(api: ApiHandler, form: forms.OrderTabForm) -> Page:
    """A host's orders, by tab."""
    return await _orders(api, form, "landlord")


async def _orders(api: ApiHandler, form: forms.OrderTabForm, role: Role) -> Page:
    tab = form.tab or _first_tab(role, await order_service.counts(api.deps, api.signed_in, role))
    page = await order_service.list_orders(api.deps, api.signed_in, role, tab, after=form.after, size=_PAGE_SIZE)
    shown = rendering.orders(page, api.url)
    return await render(
        api,
        "orders.html",
        role=role,
        tab=tab,
        tabs=[(each, getattr(shown.counts, each, None)) for each in _TABS[role]],
        page=shown,
        sizes=house_rendering.cover_sizes,
        texts=page_texts,
    )


def _first_tab(role: Role, counts: OrderCounts) -> Tab:
    """The first tab with an order in it; the first of all where only past orders may be left."""
    return next((tab for tab in _TABS[role] if getattr(counts, tab, 0)), _TABS[role][0])


async def order(api: ApiHandler, form: forms.OrderIdForm) -> Page:
    """An order. Raises NoSuchOrder unless the user is its guest or its host."""
    found = await order_service.show(api.deps, api.signed_in, form.order_id)
    shown = rendering.details(found, api.url)
    changes = await stay_changes.list_changes(api.deps, api.signed_in, form.order_id)
    guide = None
    with suppress(NoArrivalGuide):
        guide = arrival_views.guide(await order_service.arrival_guide(api.deps, api.signed_in, form.order_id))
    sent = (forms.RejectionForm, StayReviewForm, GuestReviewForm, forms.ReplyForm)
    limits = {name: limit for each in sent for name, limit in page_limits.of_form(each).items()}
    return await render(
        api,
        "order.html",
        order=shown,
        guide=guide,
        change=next((change_views.change(each) for each in changes if each.change.due_at), None),
        changeable=stay_changes.is_changeable(api.deps, found.order.order),
        steps=page_texts.timeline(shown),
        sizes=house_rendering.cover_sizes(shown.image_url),
        limits=limits,
        categories=CATEGORY,
        texts=page_texts,
    )
