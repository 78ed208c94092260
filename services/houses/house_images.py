"""The pictures of a house: adding, ordering and removing them."""

from collections.abc import Sequence

from models.houses import images
from models.houses.images import Image, NewImage
from models.types import HouseId, ImageId, UserId
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps
from services.errors import BadParameters, NoData, QuotaExceeded, Refusal
from services.houses import moderation, pictures
from services.houses.access import lock_owned_house, require_house, require_owned_house
from services.houses.changes import change_house
from services.houses.moderation import MIN_PICTURES, TooFewPictures
from utils.images import ResizedImage
from utils.mysql import Queries
from utils.sessions import Session
from utils.storage import new_stem

MAX_PICTURES = 20
"""How many pictures a house may have."""


async def add(deps: Deps, session: Session, house_id: HouseId, content: bytes) -> Image:
    """Append a picture in every size that pages use.

    Raises NoSuchHouse, WrongRole for somebody else's house, QuotaExceeded, TooOften, BadParameters for a file that is
    no picture, Overloaded, and OutboundServiceError or FileError where it cannot be stored.
    """
    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    async with deps.db.connection() as queries:
        await require_owned_house(queries, session, house_id)
    picture = await pictures.render("house_image", deps.image_workers.sized(content, pictures.HOUSE_WIDTHS))
    stem = new_stem("houses")
    await pictures.store(deps, objects_of(stem, picture))
    image = new_image(stem, picture)

    async def work(queries: Queries) -> Image:
        await lock_owned_house(queries, session, house_id)
        await lock_user(queries, session.user_id)
        if len(await images.of_house(queries, house_id)) >= MAX_PICTURES:
            raise QuotaExceeded(("每套房屋最多 {max} 张图片", {"max": MAX_PICTURES}))
        if await images.bytes_of_user(queries, UserId(session.user_id)) + image.size > deps.house_pictures_bytes:
            raise QuotaExceeded("图片总量已达上限")
        async with moderation.reviewing(deps, queries, house_id):
            return await images.add(queries, house_id, image)

    try:
        return await change_house(deps, house_id, work)
    except Refusal:
        await _remove_objects(deps, stem)
        raise


async def reorder(deps: Deps, session: Session, house_id: HouseId, order: Sequence[ImageId]) -> None:
    """Put the pictures of a house into this order; the first is the cover.

    Raises NoSuchHouse, WrongRole for somebody else's house, and BadParameters unless `order` has every picture once.
    """

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        known = {image.id for image in await images.of_house(queries, house_id)}
        if len(order) != len(known) or set(order) != known:
            raise BadParameters(fields={"images": "应包含该房屋的全部图片，且不重复"})
        for position, image_id in enumerate(order):
            await images.set_position(queries, image_id, position)

    await change_house(deps, house_id, work)


async def remove(deps: Deps, session: Session, house_id: HouseId, image_id: ImageId) -> None:
    """Remove a picture and its objects.

    Raises NoSuchHouse, WrongRole for somebody else's house, NoData where the house has no such picture, and
    TooFewPictures where an admin approved the house, guests see it, and fewer than MIN_PICTURES would remain.
    """

    async def work(queries: Queries) -> str:
        await lock_owned_house(queries, session, house_id)
        stems = {image.id: image.stem for image in await images.of_house(queries, house_id)}
        if image_id not in stems:
            raise NoData
        if deps.house_review == "manual" and len(stems) <= MIN_PICTURES:
            await _require_unlisted(queries, house_id)
        async with moderation.reviewing(deps, queries, house_id):
            await images.remove(queries, image_id)
        return stems[image_id]

    await _remove_objects(deps, await change_house(deps, house_id, work))


async def _require_unlisted(queries: Queries, house_id: HouseId) -> None:
    if (await require_house(queries, house_id)).listed:
        raise TooFewPictures


def objects_of(stem: str, picture: ResizedImage) -> dict[str, tuple[bytes, str]]:
    """The objects of a picture, every size in both formats: content and media type by name."""
    objects = {}
    for name, rendition in zip(pictures.names(stem), picture.renditions, strict=True):
        objects[f"{name}.webp"] = (rendition.webp, pictures.WEBP)
        objects[f"{name}.jpg"] = (rendition.jpeg, pictures.JPEG)
    return objects


def new_image(stem: str, picture: ResizedImage) -> NewImage:
    """The row of a picture whose objects begin with `stem`."""
    widest = picture.renditions[0]
    size = sum(len(each.webp) + len(each.jpeg) for each in picture.renditions)
    return NewImage(stem, widest.width, widest.height, size, picture.blurhash)


async def _remove_objects(deps: Deps, stem: str) -> None:
    for name in pictures.names(stem):
        await pictures.drop(deps, f"{name}.webp")
        await pictures.drop(deps, f"{name}.jpg")
