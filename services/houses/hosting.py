"""What a host does with their houses. Only who has a real name on file may publish."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from models.houses import areas, houses, images, listings, nights
from models.houses.houses import House
from models.houses.images import Image
from models.orders import orders
from services import limits
from services.accounts.auth import current_user, lock_user
from services.deps import Deps
from services.errors import (
    BadParameters,
    Conflict,
    Message,
    NoData,
    QuotaExceeded,
    RealNameRequired,
    Refusal,
)
from services.houses import moderation, pictures
from services.houses.access import lock_owned_house, require_owned_house
from services.houses.changes import change_house, invalidating
from services.local_time import BOOKING_WINDOW_DAYS, today
from services.orders.states import ACTIVE
from utils import tokenizer
from utils.images import ResizedImage
from utils.mysql import DuplicateKey, Queries
from utils.sessions import Session
from utils.storage import new_stem

MAX_PICTURES = 20


async def mine(deps: Deps, session: Session) -> list[House]:
    """Every house of that user, the newest first."""
    async with deps.db.connection() as queries:
        return await houses.of_user(queries, session.user_id)


async def publish(deps: Deps, session: Session, values: Mapping[str, object], facilities: Sequence[int]) -> int:
    """Raises NoSuchUser where no real name is on file, BadParameters for an unknown area or facility."""
    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    user = await current_user(deps, session)
    if user.id_card is None:
        raise RealNameRequired

    async def create(queries: Queries) -> int:
        await _check_references(queries, values, facilities)
        house_id = await _create(deps, queries, user.id, values)
        await _equip(queries, house_id, facilities)
        await listings.write(queries, house_id, today(deps))
        return house_id

    async with invalidating(deps, []):
        return await deps.db.transact(create)


async def change(
    deps: Deps, session: Session, house_id: int, values: Mapping[str, object], facilities: Sequence[int]
) -> None:
    """Write a house anew. Raises NoSuchHouse, WrongRole and what `publish` raises."""

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        await _check_references(queries, values, facilities)
        async with moderation.reviewing(deps, queries, house_id):
            await houses.change(queries, house_id, _complete(values))
        await houses.clear_facilities(queries, house_id)
        await _equip(queries, house_id, facilities)

    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    await change_house(deps, house_id, work)


async def set_online(deps: Deps, session: Session, house_id: int, online: bool) -> None:
    """Raises NoSuchHouse and WrongRole."""

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        await houses.set_online(queries, house_id, online)

    await change_house(deps, house_id, work)


async def delete(deps: Deps, session: Session, house_id: int) -> None:
    """Take a house away for good. Raises NoSuchHouse, WrongRole, and Conflict while an order has yet to end."""

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        if await orders.live(queries, house_id, ACTIVE):
            raise Conflict("该房屋还有未结束的订单")
        await houses.delete(queries, house_id)

    await change_house(deps, house_id, work)


async def add_image(deps: Deps, session: Session, house_id: int, content: bytes) -> Image:
    """Raises NoSuchHouse, WrongRole, Conflict beyond the limits, and what services.pictures raises."""
    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    async with deps.db.connection() as queries:
        await require_owned_house(queries, session, house_id)
    picture = await pictures.rendered("house_image", deps.image_workers.sized(content, pictures.HOUSE_WIDTHS))
    stem = new_stem("houses")
    widest, kept = picture.renditions[0], objects_of(stem, picture)
    size = sum(len(part) for part, _ in kept.values())
    await pictures.keep(deps, kept)

    async def add(queries: Queries) -> Image:
        await lock_owned_house(queries, session, house_id)
        await lock_user(queries, session.user_id)
        if len(await images.of_house(queries, house_id)) >= MAX_PICTURES:
            raise QuotaExceeded("每套房屋最多 20 张图片")
        if await images.bytes_of_user(queries, session.user_id) + size > deps.house_pictures_bytes:
            raise QuotaExceeded("图片总量已达上限")
        args = (house_id, stem, widest.width, widest.height, size, picture.blurhash)
        async with moderation.reviewing(deps, queries, house_id):
            image_id = await images.add(queries, *args)
        return Image(image_id, stem, widest.width, widest.height, picture.blurhash)

    try:
        return await change_house(deps, house_id, add)
    except Refusal:
        await _drop_image(deps, stem)
        raise


async def order_images(deps: Deps, session: Session, house_id: int, order: Sequence[int]) -> None:
    """The first becomes the cover. Raises BadParameters unless `order` has every picture once."""

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        found = {image.id for image in await images.of_house(queries, house_id)}
        if len(order) != len(found) or set(order) != found:
            raise BadParameters(fields={"images": "应包含该房屋的全部图片，且不重复"})
        for position, image_id in enumerate(order):
            await images.set_position(queries, image_id, position)

    await change_house(deps, house_id, work)


async def remove_image(deps: Deps, session: Session, house_id: int, image_id: int) -> None:
    """Raises NoSuchHouse, WrongRole, NoData."""

    async def work(queries: Queries) -> str:
        await lock_owned_house(queries, session, house_id)
        stems = {image.id: image.stem for image in await images.of_house(queries, house_id)}
        if image_id not in stems:
            raise NoData
        async with moderation.reviewing(deps, queries, house_id):
            await images.remove(queries, image_id)
        return stems[image_id]

    await _drop_image(deps, await change_house(deps, house_id, work))


async def block_nights(deps: Deps, session: Session, house_id: int, blocked: Sequence[date]) -> None:
    """Block these nights, and free all others that the host had blocked. Raises Conflict where one is sold."""
    first = today(deps)
    if any(not first <= night <= first + timedelta(days=BOOKING_WINDOW_DAYS) for night in blocked):
        raise BadParameters(fields={"blocked": "日期应在今天起一年之内"})

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        await nights.unblock(queries, house_id, first)
        await nights.block(queries, house_id, set(blocked))

    try:
        await change_house(deps, house_id, work)
    except DuplicateKey:
        raise Conflict("所选日期中有已预订的夜晚") from None


async def _equip(queries: Queries, house_id: int, facilities: Sequence[int]) -> None:
    for facility in dict.fromkeys(facilities):
        await houses.add_facility(queries, house_id, facility)


async def wrong_fields(deps: Deps, values: Mapping[str, Any]) -> dict[str, Message]:
    """What the rules have against `values`, some of a house's fields."""
    async with deps.db.connection() as queries:
        return await _unknown(queries, values.get("area_id"), values.get("facility", ()))


async def _check_references(queries: Queries, values: Mapping[str, Any], facilities: Sequence[int]) -> None:
    """Raises BadParameters for an unknown area or facility."""
    if unknown := await _unknown(queries, values["area_id"], facilities):
        raise BadParameters(fields=unknown)


async def _unknown(queries: Queries, area_id: int | None, facilities: Sequence[int]) -> dict[str, Message]:
    known_areas, known_facilities = await queries.gather(areas.areas(queries), areas.facilities(queries))
    unknown: dict[str, Message] = {}
    if area_id is not None and area_id not in {area.id for area in known_areas}:
        unknown["area_id"] = "没有这个区域"
    if not set(facilities) <= {facility.id for facility in known_facilities}:
        unknown["facility"] = "没有这种设施"
    return unknown


def objects_of(stem: str, picture: ResizedImage) -> dict[str, tuple[bytes, str]]:
    """What is put into the storage: every size in both formats."""
    kept = {}
    for name, rendition in zip(pictures.names(stem), picture.renditions, strict=True):
        kept[f"{name}.webp"] = (rendition.webp, pictures.WEBP)
        kept[f"{name}.jpg"] = (rendition.jpeg, pictures.JPEG)
    return kept


async def _drop_image(deps: Deps, stem: str) -> None:
    for name in pictures.names(stem):
        await pictures.drop(deps, f"{name}.webp")
        await pictures.drop(deps, f"{name}.jpg")


async def _create(deps: Deps, queries: Queries, user_id: int, values: Mapping[str, object]) -> int:
    review = "approved" if deps.house_review == "auto" else "pending"
    return await houses.create(queries, user_id, _complete(values), review)


def _complete(values: Mapping[str, object]) -> dict[str, object]:
    indexed = tokenizer.tokens(f"{values['title']} {values['address']}")
    return {**values, "search_words": " ".join(indexed)}
