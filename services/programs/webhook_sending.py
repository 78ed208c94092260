"""Sending webhooks: a job of the workers.

A worker leases an endpoint, sends the oldest waiting message of up to BATCH_SIZE subjects, records what came of it, and
releases the endpoint. So the messages of one subject arrive in order, and a slow endpoint delays only its own. A worker
that is killed leaves its lease to end: the message is then sent again, under the same id.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import structlog

from models.programs import webhook_deliveries, webhook_endpoints
from models.programs.webhook_deliveries import Delivery, Outcome
from models.programs.webhook_endpoints import Disabled, Endpoint
from models.types import EndpointId, UserId
from services.deps import Deps
from services.events.recording import record
from services.events.types import EndpointDisabled
from services.programs.webhooks import signing_secrets
from utils import mysql, webhook_signatures
from utils.crypto import UNREADABLE
from utils.mysql import Queries
from utils.public_http import NotPublicAddress, Unreachable

log = structlog.get_logger()

PAUSES = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 300, 1800, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600)
)
"""The pauses between the attempts to deliver a message: three days and three hours, then it is given up."""
JITTER = 0.1
"""A pause is longer or shorter by up to this share, so that a crowd does not come back at once."""
DISABLED_AFTER = timedelta(days=7)
BATCH_SIZE = 4
"""How many messages of one endpoint, each of another subject, are on their way at a time."""
MAX_PARALLEL, MAX_PARALLEL_OF_USER = 32, 2
"""How many endpoints a worker serves at a time."""
_LEASE = timedelta(seconds=15)
_MAX_PAUSE = 60
"""An endpoint that fails is tried at most once in so many seconds, whatever waits for it."""
_RECOVERED_AFTER = 3
"""After so many rounds without a success, a success brings forward all that waits."""
_RUN_SECONDS, _POLL_SECONDS, _DUE = 30, 0.5, 200


@dataclass(frozen=True)
class _Round:
    """A lease of an endpoint, and the attempts that begin within it."""

    endpoint: Endpoint
    until: datetime
    attempts: Sequence[tuple[int, Delivery]]


async def send_due(deps: Deps) -> int:
    """Send what is due, until nothing is, or for _RUN_SECONDS. Returns how many messages were attempted."""
    running: dict[asyncio.Task[int | None], Endpoint] = {}
    failed: set[EndpointId] = set()
    done, ends = 0, time.monotonic() + _RUN_SECONDS
    try:
        while True:
            if time.monotonic() < ends:
                for endpoint in await _startable(deps, running.values(), failed):
                    running[asyncio.create_task(_serve(deps, endpoint.id))] = endpoint
            if not running:
                return done
            finished, _ = await asyncio.wait(running, timeout=_POLL_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            for task in finished:
                endpoint, count = running.pop(task), task.result()
                if count is None:
                    failed.add(endpoint.id)
                done += count or 0
    finally:
        for task in running:
            task.cancel()


async def _startable(deps: Deps, running: Iterable[Endpoint], failed: Collection[EndpointId]) -> list[Endpoint]:
    """The due endpoints that may be served now, the earliest first. Those that failed wait for the next run."""
    busy = list(running)
    ids, of_user = {each.id for each in busy}, Counter(each.user_id for each in busy)
    async with deps.db.connection() as queries:
        due = await webhook_endpoints.due(queries, deps.now(), _DUE)
    startable: list[Endpoint] = []
    for endpoint in due:
        if len(busy) + len(startable) >= MAX_PARALLEL:
            break
        if endpoint.id not in ids and endpoint.id not in failed and of_user[endpoint.user_id] < MAX_PARALLEL_OF_USER:
            of_user[endpoint.user_id] += 1
            startable.append(endpoint)
    return startable


async def _serve(deps: Deps, endpoint_id: EndpointId) -> int | None:
    """One round for an endpoint. Returns how many messages were attempted; None where the round failed."""
    try:
        begun = await deps.db.transact(lambda queries: _begin(deps, queries, endpoint_id))
        if begun is None:
            return 0
        outcomes = await asyncio.gather(*(_send(deps, begun.endpoint, each) for _, each in begun.attempts))
        await deps.db.transact(lambda queries: _finish(deps, queries, begun, outcomes))
    except (mysql.DatabaseUnavailable, mysql.StatementFailed) as error:
        log.warning("job_failed", work="webhooks", error=f"{type(error).__name__}: {error}")
        return None
    except Exception:  # a fault that one endpoint's data meets must not stop the others
        log.exception("job_crashed", work="webhooks")
        return None
    return len(outcomes)


async def _begin(deps: Deps, queries: Queries, endpoint_id: EndpointId) -> _Round | None:
    now = deps.now()
    until = now + _LEASE
    endpoint = await webhook_endpoints.lease(queries, endpoint_id, now, until)
    if endpoint is None:
        return None
    size = 1 if endpoint.failures else BATCH_SIZE
    due = await webhook_deliveries.due(queries, endpoint_id, now, size)
    begun = [await webhook_deliveries.begin_attempt(queries, each.id, now, until) for each in due]
    return _Round(endpoint, until, list(zip(begun, due, strict=True)))


async def _send(deps: Deps, endpoint: Endpoint, delivery: Delivery) -> Outcome:
    """One attempt."""
    started = time.monotonic()

    def after(status: int | None = None, error: str | None = None, answer: str | None = None) -> Outcome:
        return Outcome(int((time.monotonic() - started) * 1000), status, error, answer)

    try:
        now = deps.now().replace(tzinfo=UTC)
        headers = webhook_signatures.headers(delivery.message_id, delivery.body, now, signing_secrets(deps, endpoint))
        answer = await deps.webhook_http.request("POST", endpoint.url, headers=headers, body=delivery.body.encode())
    except UNREADABLE:
        return after(error="secret")
    except NotPublicAddress:
        return after(error="not_public")
    except Unreachable as error:
        return after(error=error.reason)
    return after(answer.status, answer=answer.body.decode("utf-8", "replace"))


async def _finish(deps: Deps, queries: Queries, begun: _Round, outcomes: Sequence[Outcome]) -> None:
    """Record the outcomes, unless the lease is lost, or the endpoint has changed meanwhile: then only log them."""
    for (attempt_id, _), outcome in zip(begun.attempts, outcomes, strict=True):
        await webhook_deliveries.record_attempt(queries, attempt_id, outcome)
    endpoint = await webhook_endpoints.lock_leased(queries, begun.endpoint.id, begun.until)
    if endpoint is None:
        return
    now = deps.now()
    for (_, delivery), outcome in zip(begun.attempts, outcomes, strict=True):
        state, next_at = _after(delivery, outcome, now)
        await webhook_deliveries.set_state(queries, delivery.id, state, next_at)
    await _release(deps, queries, endpoint, outcomes, now)


def _after(delivery: Delivery, outcome: Outcome, now: datetime) -> tuple[webhook_deliveries.State, datetime | None]:
    """The state of a delivery after an attempt, and when the next one is due."""
    if outcome.delivered:
        return "delivered", None
    if delivery.attempts >= len(PAUSES):
        return "failed", None
    jitter = random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311  no secret
    return "waiting", now + PAUSES[delivery.attempts] * jitter


async def _release(
    deps: Deps, queries: Queries, endpoint: Endpoint, outcomes: Sequence[Outcome], now: datetime
) -> None:
    """End the lease, and note how the endpoint does."""
    failures, since = endpoint.failures, endpoint.failing_since
    if any(outcome.delivered for outcome in outcomes):
        if failures >= _RECOVERED_AFTER:
            await webhook_deliveries.bring_forward(queries, endpoint.id, now)
        failures, since = 0, None
    elif outcomes:
        failures, since = failures + 1, since or now
    disabled = _reason_to_disable(outcomes, since, now)
    paused_until = now + timedelta(seconds=min(2 ** min(failures, 6), _MAX_PAUSE)) if failures else None
    if disabled:
        await webhook_deliveries.drop_waiting(queries, endpoint.id)
    next_at = await webhook_deliveries.next_due(queries, endpoint.id)
    await webhook_endpoints.release(
        queries,
        endpoint.id,
        next_at=max(next_at, paused_until) if next_at and paused_until else next_at,
        failures=failures,
        failing_since=since,
        paused_until=paused_until,
        disabled=disabled,
    )
    if disabled:
        owner = [UserId(endpoint.user_id)]
        payload = EndpointDisabled(owner[0], endpoint.id, disabled)
        await record(deps, queries, "webhook.disabled", payload, owner, owner)


def _reason_to_disable(outcomes: Sequence[Outcome], since: datetime | None, now: datetime) -> Disabled | None:
    if any(outcome.status == HTTPStatus.GONE for outcome in outcomes):
        return "gone"
    return "failing" if since is not None and now - since >= DISABLED_AFTER else None
