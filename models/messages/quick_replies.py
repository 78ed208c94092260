"""The table `quick_replies`: texts that a user sends often."""

from collections.abc import Sequence

import orjson

from models.types import UserId
from utils.mysql import Queries


async def of_user(queries: Queries, user_id: UserId) -> list[str]:
    """The user's texts, in their order."""
    row = await queries.one("SELECT texts FROM quick_replies WHERE user_id = %s", user_id)
    return list(orjson.loads(row["texts"])) if row else []


async def replace(queries: Queries, user_id: UserId, texts: Sequence[str]) -> None:
    """Store the user's texts in place of the earlier ones."""
    sql = "INSERT INTO quick_replies (user_id, texts) VALUES (%s, %s) ON DUPLICATE KEY UPDATE texts = VALUES(texts)"
    await queries.run(sql, user_id, orjson.dumps(list(texts)).decode())
