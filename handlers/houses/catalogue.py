"""Endpoints that anybody may use: searching and showing houses."""

import orjson

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import calendar_views, rendering, search_views
from handlers.houses.calendar_views import CalendarView
from handlers.houses.forms import HouseIdForm, SearchForm, SuggestionsForm
from handlers.houses.search_views import FacetsView, PinsView, SuggestionsView
from handlers.houses.views import AreasView, FacilitiesView, HousePageJson, PopularHousesView, SearchPageView
from models.types import HouseId
from services.errors import TooOftenFromAddress
from services.houses import catalogue, search_facets, search_pins
from services.houses import search as search_service
from services.houses import suggestions as suggestion_service
from services.houses.access import NoSuchHouse
from services.houses.search import SearchPage
from utils.sessions import Session


async def list_areas(api: ApiHandler) -> AreasView:
    """List all districts."""
    return rendering.areas(await catalogue.all_areas(api.deps))


async def list_facilities(api: ApiHandler) -> FacilitiesView:
    """List all facilities that a house may offer."""
    return rendering.facilities(await catalogue.all_facilities(api.deps))


async def list_popular(api: ApiHandler) -> PopularHousesView:
    """List the houses that are booked most.

    Up to five of them, all with pictures.
    """
    return rendering.popular(await catalogue.popular(api.deps, rendering.card_as_json(api.url)))


@refuses(TooOftenFromAddress)
async def search(api: ApiHandler, form: SearchForm) -> SearchPageView:
    """Search houses.

    With `sd` or `ed`, only houses that are free on every night. Page by `p`, or faster by `after`.
    """
    return rendering.search_page(await find(api, form))


@refuses(TooOftenFromAddress)
async def show_facets(api: ApiHandler, form: SearchForm) -> FacetsView:
    """Count what a search finds, for its filters.

    How many houses, at which prices, and if there are none, which filter to drop.
    """
    return search_views.facets(await search_facets.facets(api.deps, form.request, api.visitor))


@refuses(TooOftenFromAddress)
async def list_pins(api: ApiHandler, form: SearchForm) -> PinsView:
    """Show the houses of a search on a map.

    Up to 200 houses, at their public positions; `bounds` is the part of the map that is seen.
    """
    return search_views.pins(await search_pins.pins(api.deps, form.request, api.visitor))


@refuses(TooOftenFromAddress)
async def suggest(api: ApiHandler, form: SuggestionsForm) -> SuggestionsView:
    """Suggest districts, landmarks and houses while a guest types.

    By the beginning of a name, its pinyin, its initials, or its English name.
    """
    found = await suggestion_service.suggestions(api.deps, form.q, api.visitor)
    return search_views.suggestions(found, in_english=api.locale.code == "en")


async def find(api: ApiHandler, form: SearchForm) -> SearchPage:
    """The houses that match a search. Raises TooOftenFromAddress."""
    return await search_service.search(api.deps, form.request, rendering.card_as_json(api.url), api.visitor)


@refuses(NoSuchHouse)
async def show(api: ApiHandler, form: HouseIdForm) -> HousePageJson:
    """Show a house.

    Only its host sees a house that is not listed.
    """
    return orjson.Fragment(await page_as_json(api, form.house_id, await api.viewer()))


async def page_as_json(api: ApiHandler, house_id: HouseId, viewer: Session | None) -> str:
    """A house's page as JSON. Raises NoSuchHouse unless it is listed or the viewer's own."""
    return await catalogue.rendered_page(api.deps, house_id, viewer, rendering.page_as_json(api.url))


@refuses(NoSuchHouse)
async def show_calendar(api: ApiHandler, form: HouseIdForm) -> CalendarView:
    """Show which nights of a house cannot be booked."""
    return calendar_views.calendar(await catalogue.calendar(api.deps, form.house_id, await api.viewer()))
