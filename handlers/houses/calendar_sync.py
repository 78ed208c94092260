"""Calendars of other platforms, and our own for them."""

from handlers.api.handler import ApiHandler
from handlers.houses import calendar_forms, calendar_views
from handlers.houses import forms as house_forms
from services.houses import calendar_sync


async def of_house(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    connected = await calendar_sync.of_house(api.deps, api.signed_in, form.house_id)
    api.reply(calendar_views.connected(connected, api.locale.translate))


async def connect(api: ApiHandler, form: calendar_forms.FeedUrlForm) -> None:
    api.reply(calendar_views.feed_id(await calendar_sync.connect(api.deps, api.signed_in, form.house_id, form.url)))
    api.set_status(201)


async def disconnect(api: ApiHandler, form: calendar_forms.FeedIdForm) -> None:
    await calendar_sync.disconnect(api.deps, api.signed_in, form.house_id, form.feed_id)
    api.reply()


async def renew(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    api.reply(calendar_views.export_url(await calendar_sync.renew(api.deps, api.signed_in, form.house_id)))


async def export(api: ApiHandler, form: calendar_forms.FeedTokenForm) -> None:
    api.reply_bytes(await calendar_sync.export(api.deps, form.token))
