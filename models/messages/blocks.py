"""The table `user_blocks`: who wants to hear nothing from whom."""

from datetime import datetime

from models.types import UserId
from utils.mysql import Queries


async def add(queries: Queries, user_id: UserId, blocked_id: UserId, now: datetime) -> None:
    """Block a user; one who is blocked stays so."""
    sql = "INSERT IGNORE INTO user_blocks (user_id, blocked_id, created_at) VALUES (%s, %s, %s)"
    await queries.run(sql, user_id, blocked_id, now)


async def remove(queries: Queries, user_id: UserId, blocked_id: UserId) -> None:
    """End a block, if there is one."""
    await queries.run("DELETE FROM user_blocks WHERE user_id = %s AND blocked_id = %s", user_id, blocked_id)


async def includes(queries: Queries, user_id: UserId, blocked_id: UserId) -> bool:
    """Whether the user has blocked the other one."""
    sql = "SELECT 1 FROM user_blocks WHERE user_id = %s AND blocked_id = %s"
    return await queries.one(sql, user_id, blocked_id) is not None


async def count(queries: Queries, user_id: UserId) -> int:
    """How many others the user has blocked."""
    return int((await queries.one("SELECT COUNT(*) AS n FROM user_blocks WHERE user_id = %s", user_id) or {})["n"])


async def has_met(queries: Queries, user_id: UserId, other_id: UserId) -> bool:
    """Whether the two have a thread."""
    sql = """SELECT 1 FROM thread_members AS mine JOIN thread_members AS theirs USING (thread_id)
             WHERE mine.user_id = %s AND theirs.user_id = %s LIMIT 1"""
    return user_id != other_id and await queries.one(sql, user_id, other_id) is not None
