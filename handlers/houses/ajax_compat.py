"""The AJAX compatibility routes about houses (docs/api-contract.md), thin over the use cases of the REST surface."""

from handlers.api.handler import ApiHandler
from handlers.houses import ajax_compat_views
from handlers.houses import forms as house_forms
from handlers.houses import views as house_views
from handlers.houses.catalogue import find, page
from services.houses import catalogue, hosting


async def areas(api: ApiHandler) -> None:
    api.reply(ajax_compat_views.areas(await catalogue.all_areas(api.deps)))


async def index(api: ApiHandler) -> None:
    popular = await catalogue.popular(api.deps, house_views.card(api.url))
    api.reply(ajax_compat_views.index(popular, await catalogue.all_areas(api.deps)))


async def search(api: ApiHandler, form: house_forms.SearchForm) -> None:
    api.reply(ajax_compat_views.search(await find(api, form)))


async def show(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    viewer = await api.viewer()
    shown = await page(api, form.house_id, viewer)
    api.reply(ajax_compat_views.page(shown, viewer.user_id if viewer else -1))


async def mine(api: ApiHandler) -> None:
    api.reply(ajax_compat_views.own_houses(await hosting.own_houses(api.deps, api.signed_in), api.url))
