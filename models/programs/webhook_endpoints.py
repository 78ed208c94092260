"""The table `webhook_endpoints`. Times are in UTC."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from models.types import EndpointId, UserId
from utils.mysql import Queries, Row

Disabled = Literal["owner", "gone", "failing"]
"""Why an endpoint is called no more: its owner says so, it has answered 410, or it has failed for a week."""


@dataclass(frozen=True)
class Endpoint:
    """Where a user's program is told of events: of `types`, or of all if there are none.

    `secret` and `previous_secret` are sealed; both sign until `previous_until`. `failures` counts the rounds without a
    success since `failing_since`.
    """

    id: EndpointId
    user_id: UserId
    url: str
    types: frozenset[str]
    secret: bytes
    previous_secret: bytes | None
    previous_until: datetime | None
    disabled: Disabled | None
    failures: int
    failing_since: datetime | None
    created_at: datetime

    def takes(self, type_: str) -> bool:
        """Whether events of this type are sent to the endpoint."""
        return not self.types or type_ in self.types


_COLUMNS = """id, user_id, url, types, secret, previous_secret, previous_until, disabled, failures, failing_since,
              created_at"""
_SELECT = f"SELECT {_COLUMNS} FROM webhook_endpoints"  # noqa: S608  constants


async def add(
    queries: Queries, user_id: UserId, url: str, types: Collection[str], secret: bytes, now: datetime
) -> EndpointId:
    """Store an endpoint; returns its id."""
    sql = "INSERT INTO webhook_endpoints (user_id, url, types, secret, created_at) VALUES (%s, %s, %s, %s, %s)"
    return EndpointId((await queries.run(sql, user_id, url, " ".join(sorted(set(types))), secret, now)).last_id)


async def of_user(queries: Queries, user_id: UserId) -> list[Endpoint]:
    """All endpoints of a user, the oldest first."""
    return [_endpoint(row) for row in await queries.all(_SELECT + " WHERE user_id = %s ORDER BY id", user_id)]


async def enabled_of(queries: Queries, user_ids: Sequence[UserId]) -> list[Endpoint]:
    """The endpoints of these users, of which there is at least one, that are not disabled."""
    sql = _SELECT + " WHERE user_id IN %s AND disabled IS NULL"
    return [_endpoint(row) for row in await queries.all(sql, tuple(user_ids))]


async def find(queries: Queries, user_id: UserId, endpoint_id: EndpointId) -> Endpoint | None:
    """An endpoint of this user; None where the user has none of that id."""
    row = await queries.one(_SELECT + " WHERE id = %s AND user_id = %s", endpoint_id, user_id)
    return _endpoint(row) if row else None


async def lock(queries: Queries, user_id: UserId, endpoint_id: EndpointId) -> Endpoint | None:
    """As `find`, and hold the endpoint until the transaction ends."""
    row = await queries.one(_SELECT + " WHERE id = %s AND user_id = %s FOR UPDATE", endpoint_id, user_id)
    return _endpoint(row) if row else None


async def change(
    queries: Queries, endpoint_id: EndpointId, url: str, types: Collection[str], disabled: Disabled | None
) -> None:
    """Change an endpoint. Its failures are forgotten, and a round of deliveries that is running records nothing."""
    sql = """UPDATE webhook_endpoints SET url = %s, types = %s, disabled = %s, failures = 0, failing_since = NULL,
                                          paused_until = NULL, lease_until = NULL WHERE id = %s"""
    await queries.run(sql, url, " ".join(sorted(set(types))), disabled, endpoint_id)


async def set_secret(queries: Queries, endpoint: Endpoint, secret: bytes, previous_until: datetime) -> None:
    """Sign with a new secret, and until `previous_until` also with the one before."""
    sql = "UPDATE webhook_endpoints SET secret = %s, previous_secret = %s, previous_until = %s WHERE id = %s"
    await queries.run(sql, secret, endpoint.secret, previous_until, endpoint.id)


async def remove(queries: Queries, user_id: UserId, endpoint_id: EndpointId) -> bool:
    """Remove an endpoint of this user with its deliveries; returns whether there was one."""
    sql = "DELETE FROM webhook_endpoints WHERE id = %s AND user_id = %s"
    return (await queries.run(sql, endpoint_id, user_id)).affected == 1


async def disable_all(queries: Queries, user_id: UserId) -> None:
    """Call no endpoint of a user any more, until its owner enables it again."""
    sql = "UPDATE webhook_endpoints SET disabled = 'owner', lease_until = NULL WHERE user_id = %s AND disabled IS NULL"
    await queries.run(sql, user_id)


async def wake(queries: Queries, endpoint_ids: Sequence[EndpointId], now: datetime) -> None:
    """Let a worker look at these endpoints, of which there is at least one, as soon as their pause is over."""
    soon = "GREATEST(%s, COALESCE(paused_until, %s))"
    sql = f"UPDATE webhook_endpoints SET next_at = LEAST(COALESCE(next_at, {soon}), {soon}) WHERE id IN %s"  # noqa: S608
    await queries.run(sql, now, now, now, now, tuple(endpoint_ids))


async def wake_now(queries: Queries, endpoint_id: EndpointId, now: datetime) -> None:
    """Let a worker look at an endpoint now, though it may be paused."""
    await queries.run("UPDATE webhook_endpoints SET next_at = %s, paused_until = NULL WHERE id = %s", now, endpoint_id)


async def due(queries: Queries, now: datetime, limit: int) -> list[Endpoint]:
    """Up to `limit` endpoints that a worker may look at now, the earliest first."""
    sql = """ WHERE next_at <= %s AND (lease_until IS NULL OR lease_until <= %s) AND disabled IS NULL
              ORDER BY next_at LIMIT %s"""
    return [_endpoint(row) for row in await queries.all(_SELECT + sql, now, now, limit)]


async def lease(queries: Queries, endpoint_id: EndpointId, now: datetime, until: datetime) -> Endpoint | None:
    """Hold an endpoint until `until`, which names the lease; None where another worker holds it, or it is gone."""
    sql = """UPDATE webhook_endpoints SET lease_until = %s
             WHERE id = %s AND (lease_until IS NULL OR lease_until <= %s) AND disabled IS NULL"""
    if (await queries.run(sql, until, endpoint_id, now)).affected != 1:
        return None
    row = await queries.one(_SELECT + " WHERE id = %s", endpoint_id)
    return _endpoint(row) if row else None


async def lock_leased(queries: Queries, endpoint_id: EndpointId, until: datetime) -> Endpoint | None:
    """Hold an endpoint until the transaction ends; None where the lease has been lost or the endpoint has changed."""
    row = await queries.one(_SELECT + " WHERE id = %s AND lease_until = %s FOR UPDATE", endpoint_id, until)
    return _endpoint(row) if row else None


async def release(
    queries: Queries,
    endpoint_id: EndpointId,
    *,
    next_at: datetime | None,
    failures: int,
    failing_since: datetime | None,
    paused_until: datetime | None,
    disabled: Disabled | None,
) -> None:
    """End a lease. A worker looks at the endpoint again at `next_at`; for None, when the next event comes."""
    sql = """UPDATE webhook_endpoints SET lease_until = NULL, next_at = %s, failures = %s, failing_since = %s,
                                          paused_until = %s, disabled = %s WHERE id = %s"""
    await queries.run(sql, next_at, failures, failing_since, paused_until, disabled, endpoint_id)


def _endpoint(row: Row) -> Endpoint:
    return Endpoint(**{**row, "types": frozenset(row["types"].split())})
