"""The table `house_images`."""

from collections.abc import Sequence
from dataclasses import dataclass

from utils.mysql import Queries


@dataclass(frozen=True)
class Image:
    """A picture of a house: `stem` begins the names of its objects, `width` and `height` are of the widest one."""

    id: int
    stem: str
    width: int
    height: int
    blurhash: str


async def add(queries: Queries, house_id: int, stem: str, width: int, height: int, size: int, blurhash: str) -> int:
    """Behind the others; `size` is in bytes, all sizes together. Returns the id."""
    sql = """INSERT INTO house_images (house_id, position, stem, width, height, bytes, blurhash)
             SELECT %s, COALESCE(MAX(position) + 1, 0), %s, %s, %s, %s, %s FROM house_images WHERE house_id = %s"""
    return (await queries.run(sql, house_id, stem, width, height, size, blurhash, house_id)).last_id


async def of_house(queries: Queries, house_id: int) -> list[Image]:
    """In the host's order, the cover first."""
    sql = "SELECT id, stem, width, height, blurhash FROM house_images WHERE house_id = %s ORDER BY position, id"
    return [Image(**row) for row in await queries.all(sql, house_id)]


async def of_houses(queries: Queries, house_ids: Sequence[int]) -> dict[int, list[Image]]:
    """As `of_house`, by house."""
    if not house_ids:
        return {}
    sql = """SELECT house_id, id, stem, width, height, blurhash FROM house_images
             WHERE house_id IN %s ORDER BY position, id"""
    found: dict[int, list[Image]] = {}
    for row in await queries.all(sql, tuple(house_ids)):
        found.setdefault(row.pop("house_id"), []).append(Image(**row))
    return found


async def bytes_of_user(queries: Queries, user_id: int) -> int:
    sql = """SELECT COALESCE(SUM(bytes), 0) AS n FROM house_images JOIN houses ON houses.id = house_id
             WHERE user_id = %s"""
    return int((await queries.one(sql, user_id) or {})["n"])


async def set_position(queries: Queries, image_id: int, position: int) -> None:
    await queries.run("UPDATE house_images SET position = %s WHERE id = %s", position, image_id)


async def remove(queries: Queries, image_id: int) -> None:
    await queries.run("DELETE FROM house_images WHERE id = %s", image_id)
