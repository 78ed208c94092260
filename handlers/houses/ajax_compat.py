"""Endpoints of AJAX routes about houses whose content no REST endpoint has (docs/api-contract.md)."""

from handlers.api.answers import Ajax, Empty
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import ajax_compat_views as views
from handlers.houses import rendering
from handlers.houses.catalogue import find, page_as_json
from handlers.houses.forms import HouseIdForm, SearchForm
from services.errors import TooOftenFromAddress
from services.houses import catalogue
from services.houses.access import NoSuchHouse


async def index(api: ApiHandler) -> Ajax[Empty, views.IndexFields]:
    """List the houses that are booked most, and all districts."""
    popular = await catalogue.popular(api.deps, rendering.card_as_json(api.url))
    return views.index(popular, rendering.areas(await catalogue.all_areas(api.deps)))


@refuses(TooOftenFromAddress)
async def search(api: ApiHandler, form: SearchForm) -> Ajax[list[views.FoundHouse], views.TotalPageField]:
    """Search houses."""
    return views.search(await find(api, form))


@refuses(NoSuchHouse)
async def show(api: ApiHandler, form: HouseIdForm) -> Ajax[views.HouseFields, views.ViewerField]:
    """Show a house."""
    viewer = await api.viewer()
    page = await page_as_json(api, form.house_id, viewer)
    return views.house(page, viewer.user_id if viewer else views.STRANGER)
