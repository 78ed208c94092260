"""What a host asks for a house."""

from handlers import house_forms, order_forms, order_payloads
from handlers.base import ApiHandler
from services import prices


async def show(api: ApiHandler, form: house_forms.HouseId) -> None:
    api.reply(order_payloads.prices(await prices.show(api.deps, await api.viewer(), form.house_id)))


async def change(api: ApiHandler, form: order_forms.Prices) -> None:
    await prices.change(api.deps, api.signed_in, form.house_id, form.terms, form.price_ranges)
    api.reply()
