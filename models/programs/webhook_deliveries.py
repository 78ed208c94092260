"""The tables `webhook_deliveries` and `webhook_attempts`. Times are in UTC."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from models.types import DeliveryId, EndpointId
from utils.mysql import Queries, Row

State = Literal["waiting", "delivered", "failed", "dropped"]


@dataclass(frozen=True)
class NewDelivery:
    """A message to deliver. `message_id` is the header webhook-id."""

    endpoint_id: EndpointId
    message_id: str
    type: str
    subject: str
    subject_id: int
    body: str


@dataclass(frozen=True)
class Delivery:
    """A message for an endpoint. `attempts` counts those of this round of attempts."""

    id: DeliveryId
    endpoint_id: EndpointId
    message_id: str
    type: str
    subject: str
    subject_id: int
    body: str
    state: State
    attempts: int
    next_at: datetime | None
    created_at: datetime


@dataclass(frozen=True)
class Attempt:
    """An attempt to deliver. `error` says why there is no status; `answer` is the beginning of the answer's body."""

    begun_at: datetime
    milliseconds: int | None
    status: int | None
    error: str | None
    answer: str | None


@dataclass(frozen=True)
class Outcome:
    """What came of an attempt: a status with an answer, or an error."""

    milliseconds: int
    status: int | None = None
    error: str | None = None
    answer: str | None = None

    @property
    def delivered(self) -> bool:
        """Whether the endpoint has taken the message."""
        return self.status is not None and 200 <= self.status < 300


_SELECT = """SELECT id, endpoint_id, message_id, type, subject, subject_id, body, state, attempts, next_at, created_at
             FROM webhook_deliveries"""
_HEADS = """SELECT MIN(id) AS head FROM webhook_deliveries WHERE endpoint_id = %s AND state = 'waiting'
            GROUP BY subject, subject_id"""
"""The oldest waiting delivery of each subject: the others of the subject wait for it."""


async def add(queries: Queries, new: Sequence[NewDelivery], now: datetime) -> None:
    """Store deliveries, of which there is at least one, that are due now. Those that are stored already stay."""
    columns = "endpoint_id, message_id, type, subject, subject_id, body, state, next_at, created_at"
    places = ", ".join(["(%s, %s, %s, %s, %s, %s, 'waiting', %s, %s)"] * len(new))
    values = [value for each in new for value in (*vars(each).values(), now, now)]
    sql = f"INSERT IGNORE INTO webhook_deliveries ({columns}) VALUES {places}"  # noqa: S608  placeholders
    await queries.run(sql, *values)


async def of_endpoint(queries: Queries, endpoint_id: EndpointId, before: int | None, limit: int) -> list[Delivery]:
    """Up to `limit` deliveries with ids below `before`, the newest first."""
    sql = _SELECT + " WHERE endpoint_id = %s AND id < %s ORDER BY id DESC LIMIT %s"
    rows = await queries.all(sql, endpoint_id, before if before is not None else 2**63, limit)
    return [Delivery(**row) for row in rows]


async def find(queries: Queries, endpoint_id: EndpointId, delivery_id: DeliveryId) -> Delivery | None:
    """A delivery of this endpoint."""
    row = await queries.one(_SELECT + " WHERE id = %s AND endpoint_id = %s", delivery_id, endpoint_id)
    return Delivery(**row) if row else None


async def attempts(queries: Queries, delivery_id: DeliveryId, limit: int) -> list[Attempt]:
    """Up to `limit` attempts of a delivery, the newest first."""
    sql = """SELECT begun_at, milliseconds, status, error, answer FROM webhook_attempts
             WHERE delivery_id = %s ORDER BY id DESC LIMIT %s"""
    return [Attempt(**row) for row in await queries.all(sql, delivery_id, limit)]


async def due(queries: Queries, endpoint_id: EndpointId, now: datetime, limit: int) -> list[Delivery]:
    """Up to `limit` deliveries of an endpoint to attempt now: at most one of each subject, its oldest."""
    sql = f"{_SELECT} JOIN ({_HEADS}) AS heads ON head = id WHERE next_at <= %s ORDER BY id LIMIT %s"
    return [Delivery(**row) for row in await queries.all(sql, endpoint_id, now, limit)]


async def next_due(queries: Queries, endpoint_id: EndpointId) -> datetime | None:
    """When the next delivery of an endpoint is due."""
    sql = f"SELECT MIN(next_at) AS next_at FROM webhook_deliveries JOIN ({_HEADS}) AS heads ON head = id"  # noqa: S608
    row: Row = await queries.one(sql, endpoint_id) or {"next_at": None}
    found: datetime | None = row["next_at"]
    return found


async def begin_attempt(queries: Queries, delivery_id: DeliveryId, now: datetime, until: datetime) -> int:
    """Count an attempt, which ends by `until`, and log it as interrupted for now; returns its id."""
    sql = "UPDATE webhook_deliveries SET attempts = attempts + 1, next_at = %s WHERE id = %s AND state = 'waiting'"
    await queries.run(sql, until, delivery_id)
    sql = "INSERT INTO webhook_attempts (delivery_id, begun_at, error) VALUES (%s, %s, 'interrupted')"
    return (await queries.run(sql, delivery_id, now)).last_id


async def record_attempt(queries: Queries, attempt_id: int, outcome: Outcome) -> None:
    """Log what came of an attempt."""
    sql = "UPDATE webhook_attempts SET milliseconds = %s, status = %s, error = %s, answer = %s WHERE id = %s"
    await queries.run(sql, outcome.milliseconds, outcome.status, outcome.error, outcome.answer, attempt_id)


async def set_state(queries: Queries, delivery_id: DeliveryId, state: State, next_at: datetime | None) -> None:
    """Set the state of a delivery that is waiting."""
    sql = "UPDATE webhook_deliveries SET state = %s, next_at = %s WHERE id = %s AND state = 'waiting'"
    await queries.run(sql, state, next_at, delivery_id)


async def bring_forward(queries: Queries, endpoint_id: EndpointId, now: datetime) -> None:
    """Make all that waits for an endpoint due now."""
    sql = "UPDATE webhook_deliveries SET next_at = %s WHERE endpoint_id = %s AND state = 'waiting'"
    await queries.run(sql, now, endpoint_id)


async def drop_waiting(queries: Queries, endpoint_id: EndpointId) -> None:
    """Drop what waits for an endpoint."""
    sql = """UPDATE webhook_deliveries SET state = 'dropped', next_at = NULL
             WHERE endpoint_id = %s AND state = 'waiting'"""
    await queries.run(sql, endpoint_id)


async def send_again(queries: Queries, delivery_id: DeliveryId, now: datetime) -> None:
    """Begin a new round of attempts."""
    sql = "UPDATE webhook_deliveries SET state = 'waiting', attempts = 0, next_at = %s WHERE id = %s"
    await queries.run(sql, now, delivery_id)


async def delete_old(queries: Queries, before: datetime, limit: int) -> int:
    """Delete up to `limit` deliveries of `before` or earlier that do not wait; returns how many."""
    sql = "DELETE FROM webhook_deliveries WHERE created_at <= %s AND state <> 'waiting' ORDER BY created_at LIMIT %s"
    return (await queries.run(sql, before, limit)).affected
