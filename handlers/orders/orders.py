"""Booking, and what becomes of it."""

from handlers.api.handler import ApiHandler
from handlers.orders import forms as order_forms
from handlers.orders import views as order_views
from services.houses import calendar_sync
from services.orders import actions, booking, orders

_MAX_OLD_ORDERS = 100


async def quote(api: ApiHandler, form: order_forms.Booking) -> None:
    api.reply(order_views.offer(await booking.quote(api.deps, form.request)))


async def book(api: ApiHandler, form: order_forms.Booking) -> None:
    """Order a stay. The guest needs a real name on file, or else gets USERERR (4104, HTTP 403)."""
    await _book(api, form)
    api.set_status(201)


async def book_as_before(api: ApiHandler, form: order_forms.Booking) -> None:
    """Order a stay. The guest needs a real name on file, or else gets USERERR (4104)."""
    await _book(api, form)


async def _book(api: ApiHandler, form: order_forms.Booking) -> None:
    booked = await booking.book(api.deps, api.context, form.request, api.idempotency_key)
    api.reply(order_views.booked(booked))


async def mine(api: ApiHandler, form: order_forms.RolePage) -> None:
    page = await orders.list_orders(api.deps, api.signed_in, form.role, after=form.after, size=form.size)
    api.reply(order_views.orders(page.orders, page.next_after, api.url))


async def mine_as_before(api: ApiHandler, form: order_forms.OldPage) -> None:
    number, size = (form.p, form.size) if form.p else (1, _MAX_OLD_ORDERS)
    page = await orders.list_orders_by_number(api.deps, api.signed_in, form.role, page=number, size=size)
    after = number * size // form.size + 1 if number * size < page.total else None
    api.reply(order_views.old_orders(page.orders, number, -(-page.total // form.size), after, api.url))


async def show(api: ApiHandler, form: order_forms.OrderId) -> None:
    api.reply(order_views.details(await orders.show(api.deps, api.signed_in, form.order_id), api.url))


async def act(api: ApiHandler, form: order_forms.OrderAction) -> None:
    if form.action == "pay":
        url = await actions.pay(api.deps, api.context, form.order_id, phone=form.phone, version=form.version)
        api.reply(order_views.pay_url(url))
    else:
        reason = form.reason or ""
        seen = await actions.act(api.deps, api.context, form.order_id, form.action, reason=reason, version=form.version)
        api.reply(order_views.order(seen, api.url))


async def accept(api: ApiHandler, form: order_forms.SeenOrder) -> None:
    await actions.act(api.deps, api.context, form.order_id, "accept", version=form.version)
    api.reply()


async def reject(api: ApiHandler, form: order_forms.Rejection) -> None:
    await actions.act(api.deps, api.context, form.order_id, "reject", reason=form.reason, version=form.version)
    api.reply()


async def comment(api: ApiHandler, form: order_forms.RatedComment) -> None:
    await actions.comment(api.deps, api.context, form.order_id, form.comment, form.rating, version=form.version)
    api.reply()


async def comment_without_rating(api: ApiHandler, form: order_forms.Comment) -> None:
    await actions.comment(api.deps, api.context, form.order_id, form.comment, None, version=form.version)
    api.reply()


async def reply(api: ApiHandler, form: order_forms.Reply) -> None:
    await actions.reply(api.deps, api.context, form.order_id, form.reply, version=form.version)
    api.reply()


async def notices(api: ApiHandler, form: order_forms.Page) -> None:
    """What happened to one's orders; the first page has one's failing and recovered calendars beside it."""
    page = await orders.list_notices(api.deps, api.signed_in, after=form.after, size=form.size)
    calendars = [] if form.after else await calendar_sync.feed_health(api.deps, api.signed_in)
    api.reply(order_views.notices(page.notices, page.next_after, calendars, api.locale.translate))
