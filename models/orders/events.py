"""The tables `order_events` and `notices`: what happened to orders, and who is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.types import OrderId, UserId
from utils.mysql import Queries


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
    """An event that a user is told of; `id` is the event's."""

    id: int
    order_id: OrderId
    action: str
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


async def notify(queries: Queries, event_id: int, user_ids: Sequence[UserId]) -> None:
    """Tell these users of an event; `user_ids` may be empty."""
    if not user_ids:
        return
    places = ", ".join(["(%s, %s)"] * len(user_ids))
    values = [value for user_id in user_ids for value in (user_id, event_id)]
    await queries.run(f"INSERT INTO notices (user_id, event_id) VALUES {places}", *values)  # noqa: S608


async def notices(queries: Queries, user_id: int, *, after: int | None, limit: int) -> list[Notice]:
    """The newest first; `after` is the last id of the page before."""
    sql = """SELECT event_id AS id, order_id, action, actor, target, title, order_events.created_at
             FROM notices JOIN order_events ON order_events.id = event_id
                          JOIN orders ON orders.id = order_id JOIN houses ON houses.id = orders.house_id
             WHERE notices.user_id = %s AND event_id < %s ORDER BY event_id DESC LIMIT %s"""
    return [Notice(**row) for row in await queries.all(sql, user_id, after or 2**63, limit)]
