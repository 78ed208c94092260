"""The table `house_images`."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.types import HouseId, ImageId, UserId
from utils.mysql import Queries


@dataclass(frozen=True)
class NewImage:
    """A picture to be added: as Image, and `size` is in bytes, all its objects together."""

    stem: str
    width: int
    height: int
    size: int
    blurhash: str


@dataclass(frozen=True)
class Image:
    """A picture of a house: `stem` begins the names of its objects, `width` and `height` are of the widest one."""

    id: ImageId
    stem: str
    width: int
    height: int
    blurhash: str


async def add(queries: Queries, house_id: HouseId, image: NewImage) -> Image:
    """Append a picture to those of a house."""
    sql = """INSERT INTO house_images (house_id, position, stem, width, height, bytes, blurhash)
             SELECT %s, COALESCE(MAX(position) + 1, 0), %s, %s, %s, %s, %s FROM house_images WHERE house_id = %s"""
    values = (image.stem, image.width, image.height, image.size, image.blurhash)
    result = await queries.run(sql, house_id, *values, house_id)
    return Image(ImageId(result.last_id), image.stem, image.width, image.height, image.blurhash)


async def of_house(queries: Queries, house_id: HouseId) -> list[Image]:
    """The pictures of a house in the host's order, the cover first."""
    sql = "SELECT id, stem, width, height, blurhash FROM house_images WHERE house_id = %s ORDER BY position, id"
    return [Image(**row) for row in await queries.all(sql, house_id)]


async def of_houses(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, list[Image]]:
    """As `of_house`, by house; a house without pictures is left out."""
    if not house_ids:
        return {}
    sql = """SELECT house_id, id, stem, width, height, blurhash FROM house_images
             WHERE house_id IN %s ORDER BY position, id"""
    by_house: dict[HouseId, list[Image]] = {}
    for row in await queries.all(sql, tuple(house_ids)):
        by_house.setdefault(row.pop("house_id"), []).append(Image(**row))
    return by_house


async def counts(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, int]:
    """How many pictures these houses have; a house without pictures is left out."""
    if not house_ids:
        return {}
    sql = "SELECT house_id, COUNT(*) AS n FROM house_images WHERE house_id IN %s GROUP BY house_id"
    return {row["house_id"]: row["n"] for row in await queries.all(sql, tuple(house_ids))}


async def bytes_of_user(queries: Queries, user_id: UserId) -> int:
    """How many bytes all pictures of a host's houses take, deleted houses included."""
    sql = """SELECT COALESCE(SUM(bytes), 0) AS n FROM house_images JOIN houses ON houses.id = house_id
             WHERE user_id = %s"""
    return int((await queries.one(sql, user_id) or {})["n"])


async def set_position(queries: Queries, image_id: ImageId, position: int) -> None:
    """Move a picture; 0 is the cover."""
    await queries.run("UPDATE house_images SET position = %s WHERE id = %s", position, image_id)


async def remove(queries: Queries, image_id: ImageId) -> None:
    """Remove a picture's row; its objects stay in the storage."""
    await queries.run("DELETE FROM house_images WHERE id = %s", image_id)
