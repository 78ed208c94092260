"""Houses that a user keeps in mind."""

from handlers import house_forms, house_payloads, order_forms
from handlers.base import ApiHandler
from handlers.surfaces import Payload
from services import favourites


async def mine(api: ApiHandler, form: order_forms.Page) -> None:
    found, after = await favourites.mine(api.deps, api.signed_in, after=form.after, size=form.size)
    api.reply(house_payloads.favourites(found, after, api.url))


async def show(api: ApiHandler, form: house_forms.HouseId) -> None:
    kept = await favourites.includes(api.deps, api.signed_in, form.house_id)
    api.reply(Payload({"favourite": kept}))


async def add(api: ApiHandler, form: house_forms.HouseId) -> None:
    await favourites.add(api.deps, api.signed_in, form.house_id)
    api.reply()


async def remove(api: ApiHandler, form: house_forms.HouseId) -> None:
    await favourites.remove(api.deps, api.signed_in, form.house_id)
    api.reply()
