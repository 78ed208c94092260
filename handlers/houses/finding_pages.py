"""Pages on which guests find houses: the first page, the search, and their favourites."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import orjson

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.houses import rendering
from handlers.houses.catalogue import find
from handlers.houses.search_chips import Hint, Known, active_filters, without_one_filter
from handlers.houses.search_filters import SearchFilters, SearchPageForm
from handlers.site import page_limits
from handlers.site.pages import as_json, render
from models.houses.areas import NamedId
from services.errors import BadParameters, TooOftenFromAddress
from services.houses import catalogue, search_facets


async def index(api: ApiHandler) -> Page:
    """The first page."""
    card = rendering.card_as_json(api.url)
    popular = _read(await catalogue.popular(api.deps, card))
    shown = {house["house_id"] for house in popular}
    newest = [house for house in _read(await catalogue.newest(api.deps, card)) if house["house_id"] not in shown]
    values = {"popular": popular, "newest": newest, "limits": page_limits.of_form(SearchPageForm)}
    return await render(api, "index.html", areas=await catalogue.all_areas(api.deps), **values)


async def search(api: ApiHandler) -> Page:
    """A search.

    Errors are shown beside their filters, and all filters stay as they were sent.
    """
    filters = SearchFilters.of_query(api.request.query)
    known = {"areas": await catalogue.all_areas(api.deps), "facilities": await catalogue.all_facilities(api.deps)}
    status = HTTPStatus.OK
    try:
        found = await _found(api, filters, await api.read(SearchPageForm), known)
    except BadParameters as refusal:
        if not refusal.fields:
            raise
        status = HTTPStatus.BAD_REQUEST
        found = {"wrong": {name: api.translate(said) for name, said in refusal.fields.items()}}
    values = {"filters": filters, "stay": _stay(filters), "limits": page_limits.of_form(SearchPageForm)}
    names = _names(api, filters, known["areas"])
    return replace(await render(api, "search.html", **_NOTHING | found | values | names | known), status=status)


_NOTHING: dict[str, Any] = {
    "found": {"houses": [], "next": None, "house_count": 0, "stay_totals": None, "understood_as": None},
    "form": None,
    "wrong": {},
    "chips": [],
    "hints": [],
}


async def _found(api: ApiHandler, filters: SearchFilters, form: SearchPageForm, known: Known) -> dict[str, Any]:
    found = as_json(rendering.search_page(await find(api, form)))
    chips = active_filters(filters, form, known, api.locale)
    hints = [] if found["houses"] else await _hints(api, filters, form)
    return {"found": found, "form": form, "chips": chips, "hints": hints}


def _names(api: ApiHandler, filters: SearchFilters, areas: Sequence[NamedId]) -> dict[str, str]:
    """The `area` and the `place` of a search in the reader's language; empty texts without one."""
    area = next((api.locale.translate(each.name) for each in areas if str(each.id) == filters["aid"]), "")
    return {"area": area, "place": " · ".join(each for each in (area, filters["q"]) if each)}


async def _hints(api: ApiHandler, filters: SearchFilters, form: SearchPageForm) -> list[Hint]:
    """Which filter to drop, where nothing was found. None from an address that searches too often."""
    with suppress(TooOftenFromAddress):
        found = await search_facets.facets(api.deps, form.request, api.visitor)
        return without_one_filter(filters, found.drop, api.locale)
    return []


def _stay(filters: SearchFilters) -> str:
    """The query for links to houses: their pages and booking start with these dates and guests."""
    asked = {"sd": filters["sd"], "ed": filters["ed"], "guests": filters["capacity"]}
    query = urlencode({name: value for name, value in asked.items() if value})
    return query and f"?{query}"


async def favourites(api: ApiHandler) -> Page:
    """One's favourites."""
    return await render(api, "favourites.html")


def _read(cards: Iterable[str]) -> list[Any]:
    return [orjson.loads(card) for card in cards]
