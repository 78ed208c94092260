"""What a host does with their houses."""

from handlers.api.handler import ApiHandler
from handlers.houses import calendar_forms
from handlers.houses import forms as house_forms
from handlers.houses import views as house_views
from services.houses import hosting, house_images


async def mine(api: ApiHandler) -> None:
    api.reply(house_views.own_houses(await hosting.own_houses(api.deps, api.signed_in), api.url))


async def publish(api: ApiHandler, form: house_forms.HouseForm) -> None:
    """Publish a house. The host needs a real name on file, or else gets USERERR (4104, HTTP 403)."""
    await _publish(api, form)
    api.set_status(201)


async def publish_in_yuan(api: ApiHandler, form: house_forms.HouseInYuanForm) -> None:
    """Publish a house. The host needs a real name on file, or else gets USERERR (4104)."""
    await _publish(api, form)


async def _publish(api: ApiHandler, form: house_forms.HouseForm) -> None:
    house_id = await hosting.publish(api.deps, api.signed_in, form.draft)
    api.reply(house_views.house_id(house_id))


async def change(api: ApiHandler, form: house_forms.HouseChangeForm) -> None:
    await hosting.change(api.deps, api.signed_in, form.house_id, form.draft)
    api.reply()


async def set_online(api: ApiHandler, form: house_forms.HouseStatusForm) -> None:
    await hosting.set_online(api.deps, api.signed_in, form.house_id, form.online)
    api.reply()


async def delete(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    await hosting.delete(api.deps, api.signed_in, form.house_id)
    api.reply()


async def add_image(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    await _add_image(api, form)
    api.set_status(201)


async def add_image_as_before(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    await _add_image(api, form)


async def _add_image(api: ApiHandler, form: house_forms.HouseIdForm) -> None:
    image = await house_images.add(api.deps, api.signed_in, form.house_id, api.read_file())
    api.reply(house_views.image(image, api.url))


async def order_images(api: ApiHandler, form: house_forms.ImageOrderForm) -> None:
    await house_images.reorder(api.deps, api.signed_in, form.house_id, form.images)
    api.reply()


async def remove_image(api: ApiHandler, form: house_forms.ImageIdForm) -> None:
    await house_images.remove(api.deps, api.signed_in, form.house_id, form.image_id)
    api.reply()


async def block_nights(api: ApiHandler, form: calendar_forms.BlockedNightsForm) -> None:
    await hosting.block_nights(api.deps, api.signed_in, form.house_id, form.blocked)
    api.reply()
