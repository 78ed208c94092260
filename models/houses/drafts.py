"""The table `house_drafts`: houses that a host describes and has not published yet. Times are in UTC."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import orjson

from models.types import DraftId, UserId
from utils.mysql import Queries, Row


@dataclass(frozen=True)
class Draft:
    """A draft. `content` has the fields of the form as the host typed them; `version` counts the changes, from 1."""

    id: DraftId
    content: Mapping[str, str]
    version: int
    updated_at: datetime


_SELECT = "SELECT id, content, version, updated_at FROM house_drafts"


async def add(queries: Queries, user_id: UserId, content: Mapping[str, str], now: datetime) -> DraftId:
    """Store a new draft; returns its id."""
    sql = "INSERT INTO house_drafts (user_id, content, updated_at) VALUES (%s, %s, %s)"
    return DraftId((await queries.run(sql, user_id, as_json(content), now)).last_id)


async def of_user(queries: Queries, user_id: UserId, limit: int) -> list[Draft]:
    """Up to `limit` drafts of a user, the newest first."""
    rows = await queries.all(_SELECT + " WHERE user_id = %s ORDER BY id DESC LIMIT %s", user_id, limit)
    return [_draft(row) for row in rows]


async def count(queries: Queries, user_id: UserId) -> int:
    """How many drafts a user has."""
    return int((await queries.one("SELECT COUNT(*) AS n FROM house_drafts WHERE user_id = %s", user_id) or {})["n"])


async def find(queries: Queries, user_id: UserId, draft_id: DraftId) -> Draft | None:
    """A draft of this user; None where the user has none of that id."""
    row = await queries.one(_SELECT + " WHERE id = %s AND user_id = %s", draft_id, user_id)
    return _draft(row) if row else None


async def change(
    queries: Queries, user_id: UserId, draft_id: DraftId, content: Mapping[str, str], version: int, now: datetime
) -> bool:
    """Replace the content, if the user has a draft of that id and version; returns whether there was one."""
    sql = """UPDATE house_drafts SET content = %s, version = version + 1, updated_at = %s
             WHERE id = %s AND user_id = %s AND version = %s"""
    return (await queries.run(sql, as_json(content), now, draft_id, user_id, version)).affected == 1


async def remove(queries: Queries, user_id: UserId, draft_id: DraftId) -> bool:
    """Remove a draft of this user; returns whether there was one."""
    sql = "DELETE FROM house_drafts WHERE id = %s AND user_id = %s"
    return (await queries.run(sql, draft_id, user_id)).affected == 1


async def delete_old(queries: Queries, before: datetime, limit: int) -> int:
    """Delete up to `limit` drafts that were last changed at `before` or earlier; returns how many."""
    sql = "DELETE FROM house_drafts WHERE updated_at <= %s ORDER BY updated_at LIMIT %s"
    return (await queries.run(sql, before, limit)).affected


def as_json(content: Mapping[str, str]) -> str:
    """The content as it is stored."""
    return orjson.dumps(content).decode()


def _draft(row: Row) -> Draft:
    return Draft(row["id"], orjson.loads(row["content"]), row["version"], row["updated_at"])
