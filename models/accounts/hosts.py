"""What everybody may read of a host: a part of the table `users`, and how fast the host answers requests."""

from dataclasses import dataclass
from datetime import datetime

from models.types import HouseId, UserId
from utils.mysql import Queries

_MAX_ANSWERS = 200


@dataclass(frozen=True)
class Host:
    """A host. `name` is None while it is still the mobile number. `avatar` is the name of a stored object."""

    id: UserId
    name: str | None
    avatar: str | None
    verified: bool
    """Whether the real name is known to the platform."""
    created_at: datetime
    """In UTC."""


@dataclass(frozen=True)
class HostedHouse:
    """A listed house of a host, and its ratings."""

    id: HouseId
    review_count: int
    rating_count: int
    rating_total: int


async def get(queries: Queries, user_id: UserId) -> Host | None:
    """The user with this id; None if there is none."""
    sql = """SELECT id, NULLIF(name, mobile) AS name, avatar, real_name IS NOT NULL AS verified, created_at
             FROM users WHERE id = %s"""
    row = await queries.one(sql, user_id)
    return Host(**row | {"verified": bool(row["verified"])}) if row else None


async def houses(queries: Queries, user_id: UserId, limit: int) -> list[HostedHouse]:
    """Up to `limit` listed houses of a user, the newest first."""
    sql = """SELECT id, review_count, rating_count, rating_total FROM houses
             WHERE user_id = %s AND listed ORDER BY id DESC LIMIT %s"""
    return [HostedHouse(**row) for row in await queries.all(sql, user_id, limit)]


async def answer_seconds(queries: Queries, user_id: UserId, since: datetime) -> list[int]:
    """How many seconds the host took to accept or reject orders that were made since then, in UTC; not in order.

    Among the last _MAX_ANSWERS orders of the host.
    """
    sql = """SELECT TIMESTAMPDIFF(SECOND, recent.created_at, order_events.created_at) AS seconds
             FROM (SELECT id, created_at FROM orders WHERE host_id = %s ORDER BY id DESC LIMIT %s) AS recent
             JOIN order_events ON order_id = recent.id
             WHERE recent.created_at >= %s AND actor = 'landlord' AND action IN ('accept', 'reject')"""
    return [row["seconds"] for row in await queries.all(sql, user_id, _MAX_ANSWERS, since)]
