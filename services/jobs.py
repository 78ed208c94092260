"""What is to be done when its time has come, whoever is there to see: the rounds of a worker.

Any number of workers may go their rounds side by side, and each may be killed at any moment: what one begins is done
in one transaction, or leased for a minute and then taken up by the next.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from typing import TypeVar

import structlog

from models.orders import idempotency, orders
from services import heartbeat
from services.deps import Deps
from services.errors import Refusal
from services.houses import calendar_sync
from services.orders import payments, transitions
from services.orders.states import Actor
from services.orders.transitions import TransitionBy
from utils import mysql
from utils.mysql import Queries
from utils.payments import PaymentServiceUnavailable

log = structlog.get_logger()

_BATCH_SIZE, MAX_PARALLEL_CALENDARS = 100, 10
_KEY_BATCH_SIZE = 1000
T = TypeVar("T")


async def expire_orders(deps: Deps) -> int:
    """Orders that nobody answered or paid expire, stays end. Returns how many moved."""
    async with deps.db.connection() as queries:
        found = await orders.due(queries, deps.now(), _BATCH_SIZE)

    async def one(order_id: int) -> bool:
        request_id = _request_id()
        await payments.ask_before_expiring(deps, order_id, request_id)
        return await transitions.expire_due(deps, order_id, TransitionBy(Actor.CLOCK, None, request_id))

    return await _each(found, one)


async def settle_payments(deps: Deps) -> int:
    """Ask after money that should have come, and give back what is owed. Returns how many were asked about."""
    return await _each(await payments.due(deps, _BATCH_SIZE), lambda each: payments.settle(deps, each, _request_id()))


async def fetch_feeds(deps: Deps) -> int:
    """Read other platforms' calendars. Returns how many."""
    return await _each(
        await calendar_sync.due(deps, _BATCH_SIZE),
        lambda each: calendar_sync.fetch(deps, each),
        parallel=MAX_PARALLEL_CALENDARS,
    )


async def forget_keys(deps: Deps) -> int:
    """Remove Idempotency-Keys that are too old to count. Returns how many."""
    before = deps.now() - timedelta(seconds=deps.order_rules.key)

    async def work(queries: Queries) -> int:
        return await idempotency.forget(queries, before, _KEY_BATCH_SIZE)

    return await deps.db.transact(work)


async def everything(deps: Deps) -> int:
    """One round of all of it. Returns how much was done."""
    return sum([await work(deps) for work in JOBS.values()])


JOBS: dict[str, Callable[[Deps], Awaitable[int]]] = {
    "orders": expire_orders,
    "payments": settle_payments,
    "feeds": fetch_feeds,
    "keys": forget_keys,
    "heartbeat": heartbeat.beat,
}


async def _each(found: Iterable[T], work: Callable[[T], Awaitable[bool]], parallel: int = 1) -> int:
    """What fails is left for the next round, and keeps nothing else waiting."""
    slots = asyncio.Semaphore(parallel)

    async def one(each: T) -> bool:
        async with slots:
            try:
                return await work(each)
            except (mysql.DatabaseUnavailable, mysql.StatementFailed, PaymentServiceUnavailable, Refusal) as error:
                log.warning("job_failed", error=f"{type(error).__name__}: {error}")
                return False
            except Exception:  # what a stranger sent may hit a fault of ours: it must not end the rounds of the others
                log.exception("job_crashed")
                return False

    return sum(await asyncio.gather(*(one(each) for each in found)))


def _request_id() -> str:
    return f"worker-{secrets.token_hex(8)}"
