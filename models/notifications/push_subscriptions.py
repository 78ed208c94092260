"""The table `push_subscriptions`: the browsers that show a user's notifications."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from models.types import UserId
from utils.mysql import Queries


@dataclass(frozen=True)
class Subscription:
    """What a browser handed out: the address at its push service, and the keys with which to encrypt for it."""

    endpoint: str = field(repr=False)
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)


@dataclass(frozen=True)
class StoredSubscription(Subscription):
    """A subscription of a user; it ends with the session `session_id`."""

    id: int
    user_id: UserId
    session_id: str = field(repr=False)


_SELECT = "SELECT id, user_id, session_id, endpoint, p256dh, auth FROM push_subscriptions"


async def of_user(queries: Queries, user_id: UserId) -> list[StoredSubscription]:
    """A user's subscriptions, the oldest first."""
    rows = await queries.all(_SELECT + " WHERE user_id = %s ORDER BY id", user_id)
    return [StoredSubscription(**row) for row in rows]


async def put(queries: Queries, user_id: UserId, session_id: str, new: Subscription, now: datetime) -> int:
    """Store a subscription, in place of one with its endpoint; returns its id."""
    # LAST_INSERT_ID: an UPDATE would answer no id otherwise
    sql = """INSERT INTO push_subscriptions (user_id, endpoint_hash, endpoint, p256dh, auth, session_id, created_at)
             VALUES (%s, %s, %s, %s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), user_id = VALUES(user_id), p256dh = VALUES(p256dh),
             auth = VALUES(auth), session_id = VALUES(session_id), created_at = VALUES(created_at)"""
    digest = hashlib.sha256(new.endpoint.encode()).digest()
    result = await queries.run(sql, user_id, digest, new.endpoint, new.p256dh, new.auth, session_id, now)
    return result.last_id


async def delete(queries: Queries, user_id: UserId, subscription_id: int) -> bool:
    """Delete a subscription of this user; False where there is none."""
    sql = "DELETE FROM push_subscriptions WHERE id = %s AND user_id = %s"
    return (await queries.run(sql, subscription_id, user_id)).affected == 1
