"""The pages about one house, and about a host: what their templates show."""

import asyncio
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin

import orjson

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.houses import rendering, review_views
from handlers.houses.catalogue import page_as_json
from handlers.houses.facility_groups import grouped
from handlers.houses.forms import HouseIdForm
from handlers.houses.house_words import house_words
from handlers.houses.review_forms import HostForm, ReviewsForm
from handlers.houses.stay_rule_words import stay_rule_words
from handlers.houses.structured_data import vacation_rental
from handlers.reviews.texts import CATEGORY
from handlers.site.pages import as_json, render
from models.types import HouseId, UserId
from services.houses import hosts, reviews, similar
from services.houses.access import NoSuchHouse
from services.local_time import today
from services.orders.pricing import POLICIES
from utils.money import yuan

_SHOWN_REVIEWS = 6
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


async def house(api: ApiHandler, form: HouseIdForm) -> Page:
    """A house's page."""
    found = orjson.loads(await page_as_json(api, form.house_id, await api.viewer()))
    shown = found["house"]
    url = f"{api.http.site.url}{api.request.path}"
    host, others = await asyncio.gather(_host(api, shown["user_id"]), _similar(api, form.house_id))
    values = {
        "host": host,
        "similar": others,
        "categories": CATEGORY,
        "shown_reviews": shown["reviews"][:_SHOWN_REVIEWS],
        "groups": grouped(each["name"] for each in shown["facilities"]),
        "stay_rules": stay_rule_words(api.locale)(shown["stay_rules"], today(api.deps)),
        "tiers": POLICIES[shown["cancellation"]],
        "stay": _stay(api, shown["capacity"]),
        "url": url,
        "data": _in_script(vacation_rental(shown, api.http.site.url, url, api.locale.translate)),
        "summary": _summary(api, shown),
        "absolute": lambda path: urljoin(api.http.site.url, path),
    }
    return await render(api, "house.html", **found, **values, **house_words(api.locale))


async def house_reviews(api: ApiHandler, form: ReviewsForm) -> Page:
    """The reviews of a house, page by page, for browsers without script."""
    page = await reviews.page(api.deps, await api.viewer(), form.request)
    found = as_json(review_views.reviews_page(page, api.url))
    stars = {"rating": form.rating} if form.rating else {}
    more = found["next"] and urlencode({**stars, "after": found["next"]})
    house = {"house_id": page.house.id, "title": page.house.title}
    return await render(api, "reviews.html", house=house, found=found, rating=form.rating, more=more)


async def host(api: ApiHandler, form: HostForm) -> Page:
    """A host's page."""
    page = await hosts.page(api.deps, form.user_id, rendering.card_as_json(api.url))
    said = [as_json(review_views.host_review(each, api.url)) for each in page.reviews]
    shown = as_json(review_views.host(page, api.url))
    return await render(api, "host_profile.html", host=shown, reviews=said, **house_words(api.locale))


async def _host(api: ApiHandler, user_id: UserId) -> Mapping[str, Any]:
    shown: Mapping[str, Any] = as_json(review_views.host_profile(await hosts.profile(api.deps, user_id), api.url))
    return shown


async def _similar(api: ApiHandler, house_id: HouseId) -> list[Any]:
    """The cards of similar houses; none for a house that is not listed."""
    with suppress(NoSuchHouse):
        found = await similar.cards(api.deps, house_id, rendering.card_as_json(api.url))
        return [orjson.loads(card) for card in found]
    return []


def _stay(api: ApiHandler, capacity: int) -> dict[str, Any]:
    """The stay that the address names; what is odd in it is left out. `query` is for links."""
    sent = dict(parse_qsl(api.request.query))
    days = {name: day for name in ("sd", "ed") if (day := _read_day(api, sent.get(name, "")))}
    number = sent.get("guests", "")
    guests = {"guests": int(number)} if re.fullmatch("[0-9]{1,3}", number) and 0 < int(number) <= capacity else {}
    query = urlencode(days | guests)
    return {"sd": "", "ed": "", "guests": 1, "query": query and f"?{query}"} | days | guests


def _read_day(api: ApiHandler, text: str) -> str:
    with suppress(ValueError):
        if _DAY.fullmatch(text) and date.fromisoformat(text) >= today(api.deps):
            return text
    return ""


def _in_script(data: Mapping[str, Any]) -> str:
    """JSON for a <script>, in which < begins no tag."""
    return orjson.dumps(data).decode().replace("<", "\\u003c")


def _summary(api: ApiHandler, shown: Mapping[str, Any]) -> str:
    """A house in one line, for search engines and messengers."""
    translate = api.locale.translate
    area, night = translate(shown["area_name"]), translate("/ 晚")
    return f"{shown['title']} · {area} · {shown['acreage']} m² · ¥{yuan(shown['price'])} {night}"
