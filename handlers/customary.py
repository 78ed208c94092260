"""The customary AJAX routes about houses (FACTS.md), thin over the use cases of the REST surface."""

from handlers import customary_payloads, house_forms, house_payloads
from handlers.base import ApiHandler
from handlers.houses import find, page
from services import hosting, houses


async def areas(api: ApiHandler) -> None:
    api.reply(customary_payloads.areas(await houses.all_areas(api.deps)))


async def index(api: ApiHandler) -> None:
    popular = await houses.popular(api.deps, house_payloads.card(api.url))
    api.reply(customary_payloads.index(popular, await houses.all_areas(api.deps)))


async def search(api: ApiHandler, form: house_forms.Search) -> None:
    api.reply(customary_payloads.search(await find(api, form)))


async def show(api: ApiHandler, form: house_forms.HouseId) -> None:
    viewer = await api.viewer()
    shown = await page(api, form.house_id, viewer)
    api.reply(customary_payloads.page(shown, viewer.user_id if viewer else -1))


async def mine(api: ApiHandler) -> None:
    api.reply(customary_payloads.own_houses(await hosting.mine(api.deps, api.signed_in), api.url))
