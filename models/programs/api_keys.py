"""The table `api_keys`. Times are in UTC."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.types import ApiKeyId, UserId
from utils.mysql import Queries, Row


@dataclass(frozen=True)
class ApiKey:
    """A key of a user's program. `ending` is the last characters of the key; `used_at` is exact to a minute."""

    id: ApiKeyId
    user_id: UserId
    name: str
    scopes: frozenset[str]
    ending: str
    created_at: datetime
    expires_at: datetime | None
    used_at: datetime | None


@dataclass(frozen=True)
class NewApiKey:
    """A key to store: `digest` is what is stored of its secret."""

    name: str
    scopes: frozenset[str]
    digest: bytes
    ending: str
    created_at: datetime
    expires_at: datetime | None


_SESSION_PREFIX = "key-"
_SELECT = "SELECT id, user_id, name, scopes, ending, created_at, expires_at, used_at FROM api_keys"


def session_id(key_id: ApiKeyId) -> str:
    """What a key's requests have in place of the id of a session."""
    return f"{_SESSION_PREFIX}{key_id}"


def of_session(session_id: str) -> ApiKeyId | None:
    """The key with this id of a session; None for the session of a device."""
    if not session_id.startswith(_SESSION_PREFIX):
        return None
    return ApiKeyId(int(session_id.removeprefix(_SESSION_PREFIX)))


async def add(queries: Queries, user_id: UserId, key: NewApiKey) -> ApiKeyId:
    """Store a key; returns its id."""
    sql = """INSERT INTO api_keys (user_id, name, scopes, digest, ending, created_at, expires_at)
             VALUES (%s, %s, %s, %s, %s, %s, %s)"""
    scopes = " ".join(sorted(key.scopes))
    result = await queries.run(sql, user_id, key.name, scopes, key.digest, key.ending, key.created_at, key.expires_at)
    return ApiKeyId(result.last_id)


async def of_user(queries: Queries, user_id: UserId) -> list[ApiKey]:
    """All keys of a user, the newest first."""
    return [_key(row) for row in await queries.all(_SELECT + " WHERE user_id = %s ORDER BY id DESC", user_id)]


async def count(queries: Queries, user_id: UserId) -> int:
    """How many keys a user has."""
    return int((await queries.one("SELECT COUNT(*) AS n FROM api_keys WHERE user_id = %s", user_id) or {})["n"])


async def by_digest(queries: Queries, digest: bytes) -> ApiKey | None:
    """The key with this digest, which may have expired."""
    row = await queries.one(_SELECT + " WHERE digest = %s", digest)
    return _key(row) if row else None


async def valid(queries: Queries, key_ids: Sequence[ApiKeyId]) -> set[ApiKeyId]:
    """Those of these keys, of which there is at least one, that have neither been removed nor expired."""
    sql = "SELECT id FROM api_keys WHERE id IN %s AND (expires_at IS NULL OR expires_at > UTC_TIMESTAMP(6))"
    return {ApiKeyId(row["id"]) for row in await queries.all(sql, tuple(key_ids))}


async def note_use(queries: Queries, key_id: ApiKeyId, now: datetime) -> None:
    """Note when a key was used."""
    await queries.run("UPDATE api_keys SET used_at = %s WHERE id = %s", now, key_id)


async def remove(queries: Queries, user_id: UserId, key_id: ApiKeyId) -> bool:
    """Remove a key of this user; returns whether there was one."""
    sql = "DELETE FROM api_keys WHERE id = %s AND user_id = %s"
    return (await queries.run(sql, key_id, user_id)).affected == 1


async def remove_all(queries: Queries, user_id: UserId) -> None:
    """Remove every key of a user."""
    await queries.run("DELETE FROM api_keys WHERE user_id = %s", user_id)


def _key(row: Row) -> ApiKey:
    return ApiKey(**{**row, "scopes": frozenset(row["scopes"].split())})
