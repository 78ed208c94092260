"""Houses that a user keeps in mind."""

from handlers.api.handler import ApiHandler
from handlers.api.legacy import Payload
from handlers.houses import forms as house_forms
from handlers.houses import views as house_views
from handlers.orders import forms as order_forms
from services.houses import favourites


async def mine(api: ApiHandler, form: order_forms.Page) -> None:
    page = await favourites.page(api.deps, api.signed_in, after=form.after, size=form.size)
    api.reply(house_views.favourites(page.houses, page.next, api.url))


async def show(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    kept = await favourites.includes(api.deps, api.signed_in, form.house_id)
    api.reply(Payload({"favourite": kept}))


async def add(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    await favourites.add(api.deps, api.signed_in, form.house_id)
    api.reply()


async def remove(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    await favourites.remove(api.deps, api.signed_in, form.house_id)
    api.reply()
