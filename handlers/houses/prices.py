"""What a host asks for a house."""

from handlers.api.handler import ApiHandler
from handlers.houses import forms as house_forms
from handlers.houses import price_forms, price_views
from services.houses import prices


async def show(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    api.reply(price_views.prices(await prices.show(api.deps, await api.viewer(), form.house_id)))


async def change(api: ApiHandler, form: price_forms.PricesForm) -> None:
    await prices.change(api.deps, api.signed_in, form.house_id, form.change)
    api.reply()
