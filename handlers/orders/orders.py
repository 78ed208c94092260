"""Booking, and what becomes of it."""

from handlers.api.handler import ApiHandler
from handlers.orders import forms as order_forms
from handlers.orders import views as order_views
from services.houses import calendar_sync
from services.orders import booking, orders

_MAX_OLD_ORDERS = 100


async def quote(api: ApiHandler, form: order_forms.Booking) -> None:
    api.reply(order_views.offer(await booking.quote(api.deps, form.house_id, form.stay, form.guests)))


async def book(api: ApiHandler, form: order_forms.Booking) -> None:
    """Order a stay. The guest needs a real name on file, or else gets USERERR (4104, HTTP 403)."""
    await _book(api, form)
    api.set_status(201)


async def book_as_before(api: ApiHandler, form: order_forms.Booking) -> None:
    """Order a stay. The guest needs a real name on file, or else gets USERERR (4104)."""
    await _book(api, form)


async def _book(api: ApiHandler, form: order_forms.Booking) -> None:
    booked = await booking.book(api.deps, api.asked, form.house_id, form.stay, form.guests, api.once)
    api.reply(order_views.booked(booked))


async def mine(api: ApiHandler, form: order_forms.RolePage) -> None:
    found, after = await orders.mine(api.deps, api.signed_in, form.role, after=form.after, size=form.size)
    api.reply(order_views.orders(found, after, api.url))


async def mine_as_before(api: ApiHandler, form: order_forms.OldPage) -> None:
    page, size = (form.p, form.size) if form.p else (1, _MAX_OLD_ORDERS)
    found, total = await orders.page(api.deps, api.signed_in, form.role, page=page, size=size)
    after = page * size // form.size + 1 if page * size < total else None
    api.reply(order_views.old_orders(found, page, -(-total // form.size), after, api.url))


async def show(api: ApiHandler, form: order_forms.OrderId) -> None:
    api.reply(order_views.details(await orders.show(api.deps, api.signed_in, form.order_id), api.url))


async def act(api: ApiHandler, form: order_forms.OrderAction) -> None:
    if form.action == "pay":
        url = await orders.pay(api.deps, api.asked, form.order_id, phone=form.phone, version=form.version)
        api.reply(order_views.pay_url(url))
    else:
        reason = form.reason or ""
        seen = await orders.act(api.deps, api.asked, form.order_id, form.action, reason=reason, version=form.version)
        api.reply(order_views.order(seen, api.url))


async def accept(api: ApiHandler, form: order_forms.SeenOrder) -> None:
    await orders.act(api.deps, api.asked, form.order_id, "accept", version=form.version)
    api.reply()


async def reject(api: ApiHandler, form: order_forms.Rejection) -> None:
    await orders.act(api.deps, api.asked, form.order_id, "reject", reason=form.reason, version=form.version)
    api.reply()


async def comment(api: ApiHandler, form: order_forms.RatedComment) -> None:
    await orders.comment(api.deps, api.asked, form.order_id, form.comment, form.rating, version=form.version)
    api.reply()


async def comment_without_rating(api: ApiHandler, form: order_forms.Comment) -> None:
    await orders.comment(api.deps, api.asked, form.order_id, form.comment, None, version=form.version)
    api.reply()


async def reply(api: ApiHandler, form: order_forms.Reply) -> None:
    await orders.reply(api.deps, api.asked, form.order_id, form.reply, version=form.version)
    api.reply()


async def notices(api: ApiHandler, form: order_forms.Page) -> None:
    """What happened to one's orders; the first page has one's failing and recovered calendars beside it."""
    found, after = await orders.notices(api.deps, api.signed_in, after=form.after, size=form.size)
    calendars = [] if form.after else await calendar_sync.health(api.deps, api.signed_in)
    api.reply(order_views.notices(found, after, calendars, api.locale.translate))
