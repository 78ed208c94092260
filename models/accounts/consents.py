"""The table `consents`: which versions of the documents a user has agreed to."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from utils.mysql import Queries

Document = Literal["terms", "privacy"]


async def add(queries: Queries, user_id: int, versions: Mapping[Document, str], language: str, now: datetime) -> None:
    """Record that the user agrees to these versions, by document; `now` is naive UTC. A repetition changes nothing."""
    sql = "INSERT IGNORE INTO consents (user_id, document, version, language, created_at) VALUES (%s, %s, %s, %s, %s)"
    for document, version in versions.items():
        await queries.run(sql, user_id, document, version, language, now)


async def versions(queries: Queries, user_id: int) -> set[tuple[str, str]]:
    """Every document and version that the user has agreed to."""
    rows = await queries.all("SELECT document, version FROM consents WHERE user_id = %s", user_id)
    return {(row["document"], row["version"]) for row in rows}
