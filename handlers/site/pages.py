"""Pages for browsers. Index, search and house arrive with their content; the others are shells that ask the API."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlencode

import orjson

from handlers.accounts import forms as account_forms
from handlers.api.handler import ApiHandler
from handlers.houses import forms as house_forms
from handlers.houses import price_forms, rendering
from handlers.houses.catalogue import find, page_as_json
from handlers.houses.views import PictureUrlsView, Width
from handlers.orders import forms as order_forms
from handlers.site import page_limits
from models.types import HouseId
from services.accounts import auth
from services.accounts import profile as profiles
from services.errors import BadParameters, Refusal
from services.houses import catalogue, hosting, house_images, moderation
from services.houses.access import NoSuchHouse
from services.local_time import BOOKING_WINDOW_DAYS, today
from services.orders import booking, pricing
from services.orders import orders as order_service


async def index(api: ApiHandler) -> None:
    await api.viewer()
    card = rendering.card_as_json(api.url)
    popular, newest = await catalogue.popular(api.deps, card), await catalogue.newest(api.deps, card)
    lists = {"popular": {"houses": _read(popular)}, "newest": {"houses": _read(newest)}}
    limits = page_limits.of_form(house_forms.SearchForm)
    await _reply(api, "index.html", areas=await catalogue.all_areas(api.deps), limits=limits, **lists)


async def search(api: ApiHandler) -> None:
    """What is wrong with a filter is said beside its field, and all filters stay as they were sent."""
    await api.viewer()
    known = {"areas": await catalogue.all_areas(api.deps), "facilities": await catalogue.all_facilities(api.deps)}
    try:
        shown = await _found(api, await api.read(house_forms.SearchForm))
    except BadParameters as refusal:
        if not refusal.fields:
            raise
        api.set_status(HTTPStatus.BAD_REQUEST)
        shown = _NOTHING_FOUND | {"wrong": {name: api.translate(said) for name, said in refusal.fields.items()}}
    limits = page_limits.of_form(house_forms.SearchForm)
    await _reply(api, "search.html", sent=dict(parse_qsl(api.request.query)), limits=limits, **shown, **known)


_NOTHING_FOUND: dict[str, Any] = {"found": {"houses": [], "next": ""}, "more": "", "stay": "", "wrong": {}}


async def _found(api: ApiHandler, form: house_forms.SearchForm) -> dict[str, Any]:
    """What the page of a search shows. `stay` is the query with which a house's page opens, `more` that of the next
    page."""
    found = await find(api, form)
    after = "-".join(map(str, found.next)) if found.next else ""
    kept = [(name, value) for name, value in parse_qsl(api.request.query) if name not in ("p", "after")]
    asked = {"sd": form.sd, "ed": form.ed, "guests": form.capacity}
    stay = urlencode({name: value for name, value in asked.items() if value})
    shown = {"found": {"houses": _read(found.cards), "next": after}, "more": urlencode([*kept, ("after", after)])}
    return _NOTHING_FOUND | shown | {"stay": stay and f"?{stay}"}


async def house(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    await _reply(api, "house.html", **orjson.loads(await page_as_json(api, form.house_id, await api.viewer())))


async def book(api: ApiHandler) -> None:
    """A stay with its bill, to be confirmed; or why it cannot be booked. A malformed stay leads to the house's page,
    which says what is wrong."""
    try:
        form = await api.read(order_forms.Booking)
    except BadParameters:
        house = await api.read(house_forms.HouseIdForm)
        api.redirect(f"/houses/{house.house_id}?{api.request.query}", status=int(HTTPStatus.SEE_OTHER))
    else:
        await _confirm(api, form)


async def _confirm(api: ApiHandler, form: order_forms.Booking) -> None:
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
    await _reply(api, "book.html", form=form, offer=offer, why_not=why_not, real_name=real_name, **shown)


async def login(api: ApiHandler) -> None:
    await _shell(api, "login.html", resend_seconds=_resend_seconds(api))


async def register(api: ApiHandler) -> None:
    limits = page_limits.of_form(account_forms.RegistrationForm)
    await _shell(api, "register.html", resend_seconds=_resend_seconds(api), limits=limits)


async def reset(api: ApiHandler) -> None:
    limits = page_limits.of_form(account_forms.PasswordResetForm)
    await _shell(api, "reset.html", resend_seconds=_resend_seconds(api), limits=limits)


def _resend_seconds(api: ApiHandler) -> int:
    return page_limits.wait_seconds(api.deps.limiter.windows("sms_per_mobile"))


async def me(api: ApiHandler) -> None:
    user = await auth.current_user(api.deps, api.signed_in)
    await _reply(api, "me.html", user=user, avatar=api.url(user.avatar))


async def profile(api: ApiHandler) -> None:
    user = await auth.current_user(api.deps, api.signed_in)
    limits = {**page_limits.of_form(account_forms.NameForm), **page_limits.of_form(account_forms.PasswordChangeForm)}
    max_size = page_limits.megabytes(api.http.avatar_bytes)
    await _reply(api, "profile.html", user=user, avatar=api.url(user.avatar), limits=limits, max_size=max_size)


async def identity(api: ApiHandler) -> None:
    real_name, id_card = await profiles.real_name(api.deps, api.signed_in)
    limits = page_limits.of_form(account_forms.RealNameForm)
    await _reply(api, "identity.html", real_name=real_name, id_card=id_card, limits=limits)


async def devices(api: ApiHandler) -> None:
    await _shell(api, "devices.html")


async def favourites(api: ApiHandler) -> None:
    await _shell(api, "favourites.html")


async def orders(api: ApiHandler) -> None:
    await _shell(api, "orders.html", role="custom")


async def host_orders(api: ApiHandler) -> None:
    await _shell(api, "orders.html", role="landlord")


async def order(api: ApiHandler, form: order_forms.OrderId) -> None:
    """Raises NoSuchOrder for everybody but its guest and its host."""
    found = (await order_service.show(api.deps, api.signed_in, form.order_id)).order.order
    forms = (order_forms.Rejection, order_forms.RatedComment, order_forms.Reply)
    limits = {name: limit for each in forms for name, limit in page_limits.of_form(each).items()}
    house = {"house_id": found.house_id, "title": found.title}
    await _shell(api, "order.html", order_id=form.order_id, house=house, limits=limits)


async def own_houses(api: ApiHandler) -> None:
    real_name, _ = await profiles.real_name(api.deps, api.signed_in)
    found = rendering.own_houses(await hosting.own_houses(api.deps, api.signed_in), api.url)
    await _reply(api, "hosting.html", real_name=real_name, found=_as_json(found))


async def new_house(api: ApiHandler) -> None:
    real_name, _ = await profiles.real_name(api.deps, api.signed_in)
    await _edit(api, house=None, real_name=real_name)


async def edit_house(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    await _edit(api, real_name="", **await _own(api, form.house_id))


async def house_calendar(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    known = {
        "limits": page_limits.of_form(price_forms.PricesForm),
        "range_price": page_limits.of_form(price_forms.PriceRangeForm)["price"],
        "in_yuan": page_limits.in_yuan,
        "policies": page_limits.cancellation_policies(api.locale.translate),
        "week": pricing.WEEK,
        "month": pricing.MONTH,
    }
    await _reply(api, "calendar.html", **known, **await _own(api, form.house_id))


async def admin(api: ApiHandler) -> None:
    """Raises WrongRole for everybody but admins."""
    await moderation.require_admin(api.deps, api.signed_in)
    known = {
        "areas": await catalogue.all_areas(api.deps),
        "limits": page_limits.of_form(house_forms.HouseReviewForm),
        "policies": page_limits.cancellation_policies(api.locale.translate),
    }
    await _shell(api, "admin.html", **known)


async def not_sent(api: ApiHandler) -> None:
    """A form that was sent before its script ran. Scripts send forms to the API; here nothing is read, and the page is
    shown again with a note."""
    query = f"?{api.request.query}" if api.request.query else ""
    api.redirect(f"{api.request.path}{query}#unsent", status=int(HTTPStatus.SEE_OTHER))


async def _edit(api: ApiHandler, **values: Any) -> None:
    known = {
        "areas": await catalogue.all_areas(api.deps),
        "facilities": await catalogue.all_facilities(api.deps),
        "limits": page_limits.of_form(house_forms.HouseForm),
        "in_yuan": page_limits.in_yuan,
        "max_pictures": house_images.MAX_PICTURES,
        "max_size": page_limits.megabytes(api.http.house_image_bytes),
    }
    await _reply(api, "edit.html", **known, **values)


async def _own(api: ApiHandler, house_id: HouseId) -> dict[str, Any]:
    """A house of whoever is signed in. Raises NoSuchHouse for anybody else's."""
    found = await catalogue.page(api.deps, house_id, api.signed_in)
    if not found.is_owner:
        raise NoSuchHouse
    return _as_json(rendering.page(found, api.url))


async def _shell(api: ApiHandler, template: str, **values: Any) -> None:
    await api.viewer()
    await _reply(api, template, **values)


def _read(cards: Iterable[str]) -> list[Any]:
    return [orjson.loads(card) for card in cards]


def _as_json(view: object) -> dict[str, Any]:
    """A view as scripts read it from the API."""
    read: dict[str, Any] = orjson.loads(orjson.dumps(view))
    return read


async def _reply(api: ApiHandler, template: str, **values: Any) -> None:
    first = today(api.deps)
    last = first + timedelta(days=BOOKING_WINDOW_DAYS)
    api.reply_page(template, today=first, last_day=last, cover_sizes=_cover_sizes, **values)


def _cover_sizes(house: Mapping[str, Any]) -> dict[Width, PictureUrlsView]:
    """Every size of the picture of a house in a list."""
    return rendering.cover_sizes(house["image_url"])
