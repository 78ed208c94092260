"""What a host does with their houses."""

from handlers import house_forms, house_payloads
from handlers.base import ApiHandler
from services import hosting


async def mine(api: ApiHandler) -> None:
    api.reply(house_payloads.own_houses(await hosting.mine(api.deps, api.signed_in), api.url))


async def publish(api: ApiHandler) -> None:
    await _publish(api, api.read(house_forms.House))
    api.set_status(201)


async def publish_in_yuan(api: ApiHandler) -> None:
    await _publish(api, api.read(house_forms.HouseInYuan))


async def _publish(api: ApiHandler, form: house_forms.House) -> None:
    house_id = await hosting.publish(api.deps, api.signed_in, form.columns, form.facility)
    api.reply(house_payloads.house_id(house_id))


async def change(api: ApiHandler) -> None:
    form = api.read(house_forms.HouseChange)
    await hosting.change(api.deps, api.signed_in, form.house_id, form.columns, form.facility)
    api.reply()


async def set_online(api: ApiHandler) -> None:
    form = api.read(house_forms.HouseStatus)
    await hosting.set_online(api.deps, api.signed_in, form.house_id, form.online)
    api.reply()


async def delete(api: ApiHandler) -> None:
    form = api.read(house_forms.HouseId)
    await hosting.delete(api.deps, api.signed_in, form.house_id)
    api.reply()


async def add_image(api: ApiHandler) -> None:
    form = api.read(house_forms.HouseId)
    image = await hosting.add_image(api.deps, api.signed_in, form.house_id, api.read_file("house_image"))
    api.reply(house_payloads.image(image, api.url))
    api.set_status(201)


async def order_images(api: ApiHandler) -> None:
    form = api.read(house_forms.ImageOrder)
    await hosting.order_images(api.deps, api.signed_in, form.house_id, form.images)
    api.reply()


async def remove_image(api: ApiHandler) -> None:
    form = api.read(house_forms.ImageId)
    await hosting.remove_image(api.deps, api.signed_in, form.house_id, form.image_id)
    api.reply()


async def block_nights(api: ApiHandler) -> None:
    form = api.read(house_forms.BlockedNights)
    await hosting.block_nights(api.deps, api.signed_in, form.house_id, form.blocked)
    api.reply()
