"""Pages about orders, for guests and hosts."""

import orjson

from handlers.api.answers import Page, Redirect
from handlers.api.handler import ApiHandler
from handlers.houses import forms as house_forms
from handlers.houses.catalogue import page_as_json
from handlers.orders import forms
from handlers.site import page_limits
from handlers.site.pages import render
from services.accounts import profile as profiles
from services.errors import BadParameters, Refusal
from services.orders import booking
from services.orders import orders as order_service


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
    house = await page_as_json(api, form.house_id, api.signed_in)
    real_name, _ = await profiles.real_name(api.deps, api.signed_in)
    offer, refusal = None, None
    try:
        offer = await booking.quote(api.deps, form.request)
    except Refusal as why:
        refusal = why
    texts = [api.translate(said) for said in refusal.fields.values()] if refusal and refusal.fields else []
    why_not = "；".join(texts) or (api.translate(refusal.text) if refusal else "")
    shown = orjson.loads(house)
    rules = api.deps.order_rules
    shown |= {"accept_hours": page_limits.max_hours(rules.accept), "pay_hours": page_limits.max_hours(rules.pay)}
    return await render(api, "book.html", form=form, offer=offer, why_not=why_not, real_name=real_name, **shown)


async def orders(api: ApiHandler) -> Page:
    """A guest's orders."""
    return await render(api, "orders.html", role="custom")


async def host_orders(api: ApiHandler) -> Page:
    """A host's orders."""
    return await render(api, "orders.html", role="landlord")


async def order(api: ApiHandler, form: forms.OrderIdForm) -> Page:
    """An order. Raises NoSuchOrder unless the user is its guest or its host."""
    found = (await order_service.show(api.deps, api.signed_in, form.order_id)).order.order
    sent = (forms.RejectionForm, forms.RatedCommentForm, forms.ReplyForm)
    limits = {name: limit for each in sent for name, limit in page_limits.of_form(each).items()}
    house = {"house_id": found.house_id, "title": found.title}
    return await render(api, "order.html", order_id=form.order_id, house=house, limits=limits)
