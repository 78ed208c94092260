"""Pages about houses, for guests, hosts and admins."""

from typing import Any

import orjson

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.houses import forms, price_forms, rendering
from handlers.site import page_limits
from handlers.site.pages import render
from models.types import HouseId
from services.accounts import profile as profiles
from services.houses import catalogue, hosting, house_images, moderation
from services.houses.access import NoSuchHouse
from services.orders import pricing


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


def _as_json(view: object) -> dict[str, Any]:
    """A view as scripts read it from the API."""
    read: dict[str, Any] = orjson.loads(orjson.dumps(view))
    return read
