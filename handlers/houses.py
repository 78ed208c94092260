"""Finding and showing houses."""

import orjson

from handlers import house_forms, house_payloads
from handlers.base import ApiHandler
from handlers.surfaces import Payload
from services import houses
from services.houses import Found
from utils.sessions import Session

_HOUR = 3600


async def areas(api: ApiHandler) -> None:
    api.reply_cacheable(house_payloads.areas(await houses.all_areas(api.deps)), _HOUR)


async def facilities(api: ApiHandler) -> None:
    api.reply_cacheable(house_payloads.facilities(await houses.all_facilities(api.deps)), _HOUR)


async def index(api: ApiHandler) -> None:
    api.reply(house_payloads.houses(await houses.popular(api.deps, house_payloads.card(api.url))))


async def search(api: ApiHandler, form: house_forms.Search) -> None:
    api.reply(house_payloads.search(await find(api, form)))


async def find(api: ApiHandler, form: house_forms.Search) -> Found:
    return await houses.search(
        api.deps,
        form.wanted,
        form.q or "",
        form.sk,
        house_payloads.card(api.url),
        page=form.p,
        size=form.size,
        after=form.after,
        visitor=api.visitor,
    )


async def show(api: ApiHandler, form: house_forms.HouseId) -> None:
    api.reply(Payload(orjson.Fragment(await page(api, form.house_id, await api.viewer()))))


async def page(api: ApiHandler, house_id: int, viewer: Session | None) -> str:
    """A house's page, as JSON."""
    return await houses.shown(api.deps, house_id, viewer, house_payloads.shown(api.url))


async def calendar(api: ApiHandler, form: house_forms.HouseId) -> None:
    api.reply(house_payloads.calendar(await houses.calendar(api.deps, form.house_id, await api.viewer())))
