"""The customary AJAX routes about houses (FACTS.md), thin over the use cases of the REST surface."""

from handlers import customary_payloads, house_forms
from handlers.base import ApiHandler
from handlers.houses import find
from services import hosting, houses


async def areas(api: ApiHandler) -> None:
    api.reply(customary_payloads.areas(await houses.all_areas(api.deps)))


async def index(api: ApiHandler) -> None:
    api.reply(customary_payloads.index(await houses.popular(api.deps), await houses.all_areas(api.deps), api.url))


async def search(api: ApiHandler, form: house_forms.Search) -> None:
    api.reply(customary_payloads.search(await find(api, form), api.url))


async def show(api: ApiHandler, form: house_forms.HouseId) -> None:
    viewer = await api.viewer()
    page = await houses.page(api.deps, form.house_id, viewer)
    api.reply(customary_payloads.page(page, viewer.user_id if viewer else -1, api.url))


async def mine(api: ApiHandler) -> None:
    api.reply(customary_payloads.own_houses(await hosting.mine(api.deps, api.signed_in), api.url))
