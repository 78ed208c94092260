"""The table `order_events`, the history of orders, and what users are told of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson

from models.types import OrderId, UserId
from utils.mysql import Queries, Row


@dataclass(frozen=True)
class NewEvent:
    """An event to record. `user_id` is None where no user caused it; `source` is None for the booking."""

    order_id: OrderId
    action: str
    actor: str
    user_id: UserId | None
    source: str | None
    target: str
    request_id: str
    created_at: datetime
    """In UTC."""


@dataclass(frozen=True)
class OrderEvent:
    """An event of an order. `source` is None for the booking; `target` equals it where the status stays the same."""

    action: str
    actor: str
    source: str | None
    target: str
    created_at: datetime


@dataclass(frozen=True)
class Notice:
    """An event of an order that a user is told of; `id` is its number in the user's stream."""

    id: int
    order_id: OrderId
    type: str
    actor: str
    target: str
    title: str
    created_at: datetime


async def add(queries: Queries, event: NewEvent) -> int:
    """Record an event; returns its id."""
    sql = """INSERT INTO order_events (order_id, action, actor, user_id, source, target, request_id, created_at)
             VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"""
    result = await queries.run(
        sql,
        event.order_id,
        event.action,
        event.actor,
        event.user_id,
        event.source,
        event.target,
        event.request_id,
        event.created_at,
    )
    return result.last_id


async def of_order(queries: Queries, order_id: OrderId) -> list[OrderEvent]:
    """The oldest first."""
    sql = "SELECT action, actor, source, target, created_at FROM order_events WHERE order_id = %s ORDER BY id"
    return [OrderEvent(**row) for row in await queries.all(sql, order_id)]


async def notices(
    queries: Queries, user_id: int, types: Sequence[str], *, after: int | None, limit: int
) -> list[Notice]:
    """The events of these types that the user is told of, the newest first.

    `after` is the last id of the page before.
    """
    sql = """SELECT seq AS id, subject_id AS order_id, events.type, payload, title, events.created_at
             FROM stream_events JOIN events ON events.id = event_id
                  JOIN orders ON orders.id = subject_id JOIN houses ON houses.id = orders.house_id
             WHERE stream_events.user_id = %s AND notified AND events.type IN %s AND seq < %s
             ORDER BY seq DESC LIMIT %s"""
    found = await queries.all(sql, user_id, tuple(types), after or 2**63, limit)
    return [_notice(row) for row in found]


def _notice(row: Row) -> Notice:
    payload = orjson.loads(row.pop("payload"))
    return Notice(**row, actor=payload["actor"], target=payload["status"])
