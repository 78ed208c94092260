"""Calendars of other platforms, and our own for them."""

from handlers import house_forms, order_forms, order_payloads
from handlers.base import ApiHandler
from services import feeds


async def of_house(api: ApiHandler, form: house_forms.HouseId) -> None:
    connected = await feeds.of_house(api.deps, api.signed_in, form.house_id)
    api.reply(order_payloads.connected(connected, api.locale.translate))


async def connect(api: ApiHandler, form: order_forms.FeedUrl) -> None:
    api.reply(order_payloads.feed_id(await feeds.connect(api.deps, api.signed_in, form.house_id, form.url)))
    api.set_status(201)


async def disconnect(api: ApiHandler, form: order_forms.FeedId) -> None:
    await feeds.disconnect(api.deps, api.signed_in, form.house_id, form.feed_id)
    api.reply()


async def renew(api: ApiHandler, form: house_forms.HouseId) -> None:
    api.reply(order_payloads.export_url(await feeds.renew(api.deps, api.signed_in, form.house_id)))


async def export(api: ApiHandler, form: order_forms.FeedToken) -> None:
    api.reply_bytes(await feeds.export(api.deps, form.token))
