"""Pages about houses, for guests, hosts and admins."""

from collections.abc import Iterable
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlencode

import orjson

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.houses import forms, price_forms, rendering
from handlers.houses.catalogue import find, page_as_json
from handlers.site import page_limits
from handlers.site.pages import render
from models.types import HouseId
from services.accounts import profile as profiles
from services.errors import BadParameters
from services.houses import catalogue, hosting, house_images, moderation
from services.houses.access import NoSuchHouse
from services.orders import pricing


async def index(api: ApiHandler) -> Page:
    """The first page."""
    card = rendering.card_as_json(api.url)
    popular, newest = await catalogue.popular(api.deps, card), await catalogue.newest(api.deps, card)
    lists = {"popular": {"houses": _read(popular)}, "newest": {"houses": _read(newest)}}
    limits = page_limits.of_form(forms.SearchForm)
    return await render(api, "index.html", areas=await catalogue.all_areas(api.deps), limits=limits, **lists)


async def search(api: ApiHandler) -> Page:
    """A search.

    Errors are shown beside their filters, and all filters stay as they were sent.
    """
    status = HTTPStatus.OK
    known = {"areas": await catalogue.all_areas(api.deps), "facilities": await catalogue.all_facilities(api.deps)}
    try:
        shown = await _found(api, await api.read(forms.SearchForm))
    except BadParameters as refusal:
        if not refusal.fields:
            raise
        status = HTTPStatus.BAD_REQUEST
        shown = _NOTHING_FOUND | {"wrong": {name: api.translate(said) for name, said in refusal.fields.items()}}
    limits = page_limits.of_form(forms.SearchForm)
    sent = dict(parse_qsl(api.request.query))
    shown_page = await render(api, "search.html", sent=sent, limits=limits, **shown, **known)
    return replace(shown_page, status=status)


_NOTHING_FOUND: dict[str, Any] = {"found": {"houses": [], "next": ""}, "more": "", "stay": "", "wrong": {}}


async def _found(api: ApiHandler, form: forms.SearchForm) -> dict[str, Any]:
    """The values of the search page: `stay` is the query for links to houses, `more` the query of the next page."""
    found = await find(api, form)
    after = "-".join(map(str, found.next)) if found.next else ""
    kept = [(name, value) for name, value in parse_qsl(api.request.query) if name not in ("p", "after")]
    asked = {"sd": form.sd, "ed": form.ed, "guests": form.capacity}
    stay = urlencode({name: value for name, value in asked.items() if value})
    shown = {"found": {"houses": _read(found.cards), "next": after}, "more": urlencode([*kept, ("after", after)])}
    return _NOTHING_FOUND | shown | {"stay": stay and f"?{stay}"}


async def house(api: ApiHandler, form: forms.HouseIdForm) -> Page:
    """A house's page."""
    return await render(api, "house.html", **orjson.loads(await page_as_json(api, form.house_id, await api.viewer())))


async def favourites(api: ApiHandler) -> Page:
    """One's favourites."""
    return await render(api, "favourites.html")


async def own_houses(api: ApiHandler) -> Page:
    """A host's houses."""
    real_name, _ = await profiles.real_name(api.deps, api.signed_in)
    found = rendering.own_houses(await hosting.own_houses(api.deps, api.signed_in), api.url)
    return await render(api, "hosting.html", real_name=real_name, found=_as_json(found))


async def new_house(api: ApiHandler) -> Page:
    """The page for publishing a house."""
    real_name, _ = await profiles.real_name(api.deps, api.signed_in)
    return await _edit(api, house=None, real_name=real_name)


async def edit_house(api: ApiHandler, form: forms.HouseIdForm) -> Page:
    """The page for changing a house."""
    return await _edit(api, real_name="", **await _own(api, form.house_id))


async def house_calendar(api: ApiHandler, form: forms.HouseIdForm) -> Page:
    """The page of a house's calendar and prices."""
    known = {
        "limits": page_limits.of_form(price_forms.PricesForm),
        "range_price": page_limits.of_form(price_forms.PriceRangeForm)["price"],
        "in_yuan": page_limits.in_yuan,
        "policies": page_limits.cancellation_policies(api.locale.translate),
        "week": pricing.WEEK,
        "month": pricing.MONTH,
    }
    return await render(api, "calendar.html", **known, **await _own(api, form.house_id))


async def admin(api: ApiHandler) -> Page:
    """The page for reviewing houses. Raises WrongRole unless the user is an admin."""
    await moderation.require_admin(api.deps, api.signed_in)
    known = {
        "areas": await catalogue.all_areas(api.deps),
        "limits": page_limits.of_form(forms.HouseReviewForm),
        "policies": page_limits.cancellation_policies(api.locale.translate),
    }
    return await render(api, "admin.html", **known)


async def _edit(api: ApiHandler, **values: Any) -> Page:
    known = {
        "areas": await catalogue.all_areas(api.deps),
        "facilities": await catalogue.all_facilities(api.deps),
        "limits": page_limits.of_form(forms.HouseForm),
        "in_yuan": page_limits.in_yuan,
        "max_pictures": house_images.MAX_PICTURES,
        "max_size": page_limits.megabytes(api.http.house_image_bytes),
    }
    return await render(api, "edit.html", **known, **values)


async def _own(api: ApiHandler, house_id: HouseId) -> dict[str, Any]:
    """A house of the user who is signed in. Raises NoSuchHouse for the house of another host."""
    found = await catalogue.page(api.deps, house_id, api.signed_in)
    if not found.is_owner:
        raise NoSuchHouse
    return _as_json(rendering.page(found, api.url))


def _read(cards: Iterable[str]) -> list[Any]:
    return [orjson.loads(card) for card in cards]


def _as_json(view: object) -> dict[str, Any]:
    """A view as scripts read it from the API."""
    read: dict[str, Any] = orjson.loads(orjson.dumps(view))
    return read
