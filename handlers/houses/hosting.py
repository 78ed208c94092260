"""Endpoints for hosts: publishing and changing their houses, pictures and blocked nights."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import rendering
from handlers.houses.calendar_forms import BlockedNightsForm
from handlers.houses.forms import (
    HouseChangeForm,
    HouseForm,
    HouseIdForm,
    HouseInYuanForm,
    HouseStatusForm,
    ImageIdForm,
    ImageOrderForm,
    InstantBookingForm,
)
from handlers.houses.views import HouseIdView, ImageView, OwnHousesView
from services.errors import (
    Conflict,
    FileError,
    NoData,
    NoSuchUser,
    OutboundServiceError,
    Overloaded,
    QuotaExceeded,
    RealNameRequired,
    TooOften,
    WrongRole,
)
from services.houses import hosting, house_images
from services.houses.access import NoSuchHouse
from services.houses.changes import ChangedMeanwhile
from services.houses.moderation import TooFewPictures

_NOT_OWN = (NoSuchHouse, WrongRole)
"""The refusals of a house that does not exist, or belongs to another host."""


async def list_houses(api: ApiHandler) -> OwnHousesView:
    """List one's own houses."""
    return rendering.own_houses(await hosting.own_houses(api.deps, api.signed_in), api.url)


@refuses(RealNameRequired, NoSuchUser, TooOften)
async def publish(api: ApiHandler, form: HouseForm) -> HouseIdView:
    """Publish a house.

    The host needs a real name on file. Where the platform reviews houses, an admin has to approve it first.
    """
    return await _publish(api, form)


@refuses(RealNameRequired, NoSuchUser, TooOften)
async def publish_in_yuan(api: ApiHandler, form: HouseInYuanForm) -> HouseIdView:
    """Publish a house whose price and deposit are in yuan.

    The host needs a real name on file.
    """
    return await _publish(api, form)


async def _publish(api: ApiHandler, form: HouseForm) -> HouseIdView:
    return HouseIdView(await hosting.publish(api.deps, api.signed_in, form.draft))


@refuses(*_NOT_OWN, TooOften)
async def change(api: ApiHandler, form: HouseChangeForm) -> None:
    """Replace the content of a house.

    An optional field that is left out becomes empty; door, rules, times and bedrooms stay as they are.
    """
    await hosting.change(api.deps, api.signed_in, form.house_id, form.draft, form.unsent_details)


@refuses(*_NOT_OWN)
async def set_online(api: ApiHandler, form: HouseStatusForm) -> None:
    """Show a house to the public, or hide it."""
    await hosting.set_online(api.deps, api.signed_in, form.house_id, form.online)


@refuses(*_NOT_OWN, TooOften)
async def set_instant(api: ApiHandler, form: InstantBookingForm) -> None:
    """Say whether a house can be booked without an answer of its host.

    Orders that exist stay as they are.
    """
    await hosting.set_instant(api.deps, api.signed_in, form.house_id, form.instant)


@refuses(*_NOT_OWN, Conflict)
async def delete(api: ApiHandler, form: HouseIdForm) -> None:
    """Delete a house.

    Refused while one of its orders is active.
    """
    await hosting.delete(api.deps, api.signed_in, form.house_id)


@refuses(*_NOT_OWN, NoSuchUser, QuotaExceeded, TooOften, OutboundServiceError, FileError, Overloaded)
async def add_image(api: ApiHandler, form: HouseIdForm) -> ImageView:
    """Upload a picture of a house.

    JPEG, PNG or WebP. It is added after the other pictures.
    """
    return rendering.image(await house_images.add(api.deps, api.signed_in, form.house_id, api.read_file()), api.url)


@refuses(*_NOT_OWN)
async def order_images(api: ApiHandler, form: ImageOrderForm) -> None:
    """Put the pictures of a house in order.

    The first one becomes the cover.
    """
    await house_images.reorder(api.deps, api.signed_in, form.house_id, form.images)


@refuses(*_NOT_OWN, NoData, TooFewPictures)
async def remove_image(api: ApiHandler, form: ImageIdForm) -> None:
    """Remove a picture of a house.

    Refused where the platform reviews houses, guests see this one, and fewer than three pictures would remain.
    """
    await house_images.remove(api.deps, api.signed_in, form.house_id, form.image_id)


@refuses(*_NOT_OWN, Conflict, ChangedMeanwhile)
async def block_nights(api: ApiHandler, form: BlockedNightsForm) -> None:
    """Block nights of a house.

    These nights replace all nights that the host had blocked before.
    """
    await hosting.block_nights(api.deps, api.signed_in, form.house_id, form.blocked, form.expected)
