"""The table `objects`: what is in the storage."""

from collections.abc import Sequence

from utils.mysql import Queries


async def add(queries: Queries, name: str) -> None:
    """Note an object that is about to be put."""
    await queries.run("INSERT INTO objects (name) VALUES (%s)", name)


async def add_all(queries: Queries, names: Sequence[str]) -> None:
    """As `add`, for many objects at once."""
    places = ", ".join(["(%s)"] * len(names))
    await queries.run(f"INSERT INTO objects (name) VALUES {places}", *names)  # noqa: S608  only places


async def remove(queries: Queries, name: str) -> None:
    """Forget an object that the storage has deleted."""
    await queries.run("DELETE FROM objects WHERE name = %s", name)


async def unnamed(queries: Queries, older_than: int, limit: int) -> list[str]:
    """Up to `limit` objects, put at least `older_than` seconds ago, that no row names."""
    sql = """SELECT name FROM objects
             WHERE created_at < NOW(6) - INTERVAL %s SECOND
               AND NOT EXISTS (SELECT 1 FROM users WHERE users.avatar = objects.name)
               AND NOT EXISTS (SELECT 1 FROM house_images WHERE stem = SUBSTRING_INDEX(objects.name, '-', 1))
               AND NOT EXISTS (SELECT 1 FROM message_images WHERE stem = SUBSTRING_INDEX(objects.name, '-', 1))
             ORDER BY created_at LIMIT %s"""
    return [row["name"] for row in await queries.all(sql, older_than, limit)]
