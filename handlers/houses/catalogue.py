"""Finding and showing houses."""

import orjson

from handlers.api.handler import ApiHandler
from handlers.api.legacy import Payload
from handlers.houses import calendar_views
from handlers.houses import forms as house_forms
from handlers.houses import views as house_views
from models.types import HouseId
from services.houses import catalogue
from services.houses import search as search_service
from services.houses.search import SearchPage
from utils.sessions import Session

_HOUR = 3600


async def areas(api: ApiHandler) -> None:
    api.reply_cacheable(house_views.areas(await catalogue.all_areas(api.deps)), _HOUR)


async def facilities(api: ApiHandler) -> None:
    api.reply_cacheable(house_views.facilities(await catalogue.all_facilities(api.deps)), _HOUR)


async def index(api: ApiHandler) -> None:
    api.reply(house_views.houses(await catalogue.popular(api.deps, house_views.card(api.url))))


async def search(api: ApiHandler, form: house_forms.SearchForm) -> None:
    api.reply(house_views.search(await find(api, form)))


async def find(api: ApiHandler, form: house_forms.SearchForm) -> SearchPage:
    return await search_service.search(
        api.deps,
        form.search_filter,
        form.q or "",
        form.sk,
        house_views.card(api.url),
        page=form.p,
        size=form.size,
        after=form.cursor,
        visitor=api.visitor,
    )


async def show(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    api.reply(Payload(orjson.Fragment(await page(api, form.house_id, await api.viewer()))))


async def page(api: ApiHandler, house_id: HouseId, viewer: Session | None) -> str:
    """A house's page, as JSON."""
    return await catalogue.rendered_page(api.deps, house_id, viewer, house_views.shown(api.url))


async def calendar(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    api.reply(calendar_views.calendar(await catalogue.calendar(api.deps, form.house_id, await api.viewer())))
