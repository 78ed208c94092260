"""The table `favourites`."""

from dataclasses import dataclass

from models.types import HouseId, UserId
from utils.mysql import Queries


@dataclass(frozen=True)
class Favourite:
    """A house that a user has saved. Later favourites have higher ids."""

    id: int
    house_id: HouseId


async def add(queries: Queries, user_id: UserId, house_id: HouseId) -> None:
    """Save a house; a house that is saved already stays where it is in the list."""
    sql = """INSERT INTO favourites (user_id, house_id) VALUES (%s, %s)
             ON DUPLICATE KEY UPDATE favourites.id = favourites.id"""
    await queries.run(sql, user_id, house_id)


async def remove(queries: Queries, user_id: UserId, house_id: HouseId) -> None:
    """Remove a favourite, if there is one."""
    await queries.run("DELETE FROM favourites WHERE user_id = %s AND house_id = %s", user_id, house_id)


async def includes(queries: Queries, user_id: UserId, house_id: HouseId) -> bool:
    """Whether the user has saved the house."""
    sql = "SELECT 1 FROM favourites WHERE user_id = %s AND house_id = %s"
    return await queries.one(sql, user_id, house_id) is not None


async def count(queries: Queries, user_id: UserId) -> int:
    """How many houses the user has saved, listed or not."""
    return int((await queries.one("SELECT COUNT(*) AS n FROM favourites WHERE user_id = %s", user_id) or {})["n"])


async def of_user(queries: Queries, user_id: UserId, *, after: int | None, limit: int) -> list[Favourite]:
    """Favourites whose house is listed, the latest first: those with ids below `after`, or all."""
    sql = """SELECT favourites.id, house_id FROM favourites JOIN houses ON houses.id = house_id
             WHERE favourites.user_id = %s AND favourites.id < %s AND listed ORDER BY favourites.id DESC LIMIT %s"""
    return [Favourite(**row) for row in await queries.all(sql, user_id, after or 2**63, limit)]
