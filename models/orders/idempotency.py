"""The table `idempotency_keys`: which order a request with an Idempotency-Key made."""

from dataclasses import dataclass
from datetime import datetime

from models.types import OrderId, UserId
from utils.mysql import Queries


@dataclass(frozen=True)
class IdempotencyKey:
    """SHA-256 of a request's Idempotency-Key and of its body: such a request has one effect however often it comes."""

    key_hash: bytes
    body_hash: bytes


@dataclass(frozen=True)
class StoredKey:
    """What an earlier request with the key made, and the SHA-256 of its body."""

    body_hash: bytes
    order_id: OrderId


async def find(queries: Queries, user_id: int, key_hash: bytes, since: datetime) -> StoredKey | None:
    """A key that this user has used after `since` (UTC)."""
    sql = """SELECT body_hash, order_id FROM idempotency_keys
             WHERE user_id = %s AND key_hash = %s AND created_at > %s"""
    row = await queries.one(sql, user_id, key_hash, since)
    return StoredKey(**row) if row else None


async def save(queries: Queries, user_id: UserId, key: IdempotencyKey, order_id: OrderId, now: datetime) -> None:
    """Store a key with the order that its request made; replaces an expired key of the same name."""
    sql = """REPLACE INTO idempotency_keys (user_id, key_hash, body_hash, order_id, created_at)
             VALUES (%s, %s, %s, %s, %s)"""
    await queries.run(sql, user_id, key.key_hash, key.body_hash, order_id, now)


async def delete_expired(queries: Queries, before: datetime, limit: int) -> int:
    """Delete up to `limit` keys that were stored at `before` (UTC) or earlier; returns how many."""
    sql = "DELETE FROM idempotency_keys WHERE created_at <= %s LIMIT %s"
    return (await queries.run(sql, before, limit)).affected
