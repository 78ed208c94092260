"""The table `idempotency_keys`: which order a request with an Idempotency-Key made."""

from dataclasses import dataclass
from datetime import datetime

from utils.mysql import Queries


@dataclass(frozen=True)
class StoredKey:
    body_hash: bytes
    order_id: int


async def find(queries: Queries, user_id: int, key_hash: bytes, since: datetime) -> StoredKey | None:
    sql = """SELECT body_hash, order_id FROM idempotency_keys
             WHERE user_id = %s AND key_hash = %s AND created_at > %s"""
    row = await queries.one(sql, user_id, key_hash, since)
    return StoredKey(**row) if row else None


async def keep(queries: Queries, user_id: int, key_hash: bytes, body_hash: bytes, order_id: int, now: datetime) -> None:
    """In place of one that is too old to count."""
    sql = """REPLACE INTO idempotency_keys (user_id, key_hash, body_hash, order_id, created_at)
             VALUES (%s, %s, %s, %s, %s)"""
    await queries.run(sql, user_id, key_hash, body_hash, order_id, now)


async def forget(queries: Queries, before: datetime, limit: int) -> int:
    """Remove old ones; returns how many."""
    sql = "DELETE FROM idempotency_keys WHERE created_at <= %s LIMIT %s"
    return (await queries.run(sql, before, limit)).affected
