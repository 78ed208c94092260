"""The table `favourites`."""

from utils.mysql import Queries


async def add(queries: Queries, user_id: int, house_id: int) -> None:
    """Nothing happens where it is one already."""
    sql = """INSERT INTO favourites (user_id, house_id) VALUES (%s, %s)
             ON DUPLICATE KEY UPDATE favourites.id = favourites.id"""
    await queries.run(sql, user_id, house_id)


async def remove(queries: Queries, user_id: int, house_id: int) -> None:
    """Nothing happens where it is none."""
    await queries.run("DELETE FROM favourites WHERE user_id = %s AND house_id = %s", user_id, house_id)


async def includes(queries: Queries, user_id: int, house_id: int) -> bool:
    sql = "SELECT 1 FROM favourites WHERE user_id = %s AND house_id = %s"
    return await queries.one(sql, user_id, house_id) is not None


async def count(queries: Queries, user_id: int) -> int:
    return int((await queries.one("SELECT COUNT(*) AS n FROM favourites WHERE user_id = %s", user_id) or {})["n"])


async def of_user(queries: Queries, user_id: int, *, after: int | None, limit: int) -> list[tuple[int, int]]:
    """(favourite id, house id) of houses that are listed, the latest first, from behind the favourite `after`."""
    sql = """SELECT favourites.id, house_id FROM favourites JOIN houses ON houses.id = house_id
             WHERE favourites.user_id = %s AND favourites.id < %s AND listed ORDER BY favourites.id DESC LIMIT %s"""
    return [(row["id"], row["house_id"]) for row in await queries.all(sql, user_id, after or 2**63, limit)]
