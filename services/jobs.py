"""The periodic jobs of a worker: due orders, payments, calendars, old Idempotency-Keys and drafts, the heartbeat.

Any number of workers may run the jobs side by side, and each may be killed at any moment: a piece of work is one
transaction, or is leased for a minute and then left to the next worker.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from typing import TypeVar

import structlog

from models.orders import idempotency, orders, stay_changes
from models.orders.change_payments import ChangePayment
from models.orders.payments import Payment
from models.orders.refunds import PartialRefund
from models.orders.stay_changes import Change
from models.orders.stray_payments import StrayPayment
from models.reviews import reviews
from models.types import OrderId
from services import heartbeat
from services.deps import Deps
from services.errors import Refusal
from services.events import planning
from services.houses import calendar_sync, drafts, listings
from services.messages import pictures as message_pictures
from services.notifications import delivering
from services.orders import change_payments, payments, refunds, reminders, stray_payments, transitions
from services.orders import stay_changes as changes
from services.orders.states import Actor
from services.orders.transitions import TransitionBy
from services.programs import webhook_sending, webhooks
from services.reviews import writing
from utils import mysql
from utils.mysql import Queries
from utils.payments import PaymentServiceUnavailable

log = structlog.get_logger()

_BATCH_SIZE, MAX_PARALLEL_CALENDARS = 100, 10
_KEY_BATCH_SIZE, _PARALLEL_DELIVERIES = 1000, 8
T = TypeVar("T")


async def expire_orders(deps: Deps) -> int:
    """Expire the orders that nobody answered or paid in time, and end stays. Returns how many orders changed."""
    async with deps.db.connection() as queries:
        due = await orders.due(queries, deps.now(), _BATCH_SIZE)

    async def expire(order_id: OrderId) -> bool:
        request_id = _request_id()
        await payments.check_before_expiry(deps, order_id, request_id)
        return await transitions.expire_due(deps, order_id, TransitionBy(Actor.CLOCK, None, request_id))

    return await _run_each(due, expire)


async def remind(deps: Deps) -> int:
    """Make the reminders of orders that are due. Returns how many."""
    due = await reminders.due(deps, _BATCH_SIZE)
    return await _run_each(due, lambda order_id: reminders.remind(deps, order_id))


async def reconcile_payments(deps: Deps) -> int:
    """Poll the payments that have not come, and make the refunds that are scheduled. Returns how many."""

    async def reconcile(payment: Payment) -> bool:
        return await payments.reconcile(deps, payment, _request_id())

    return await _run_each(await payments.due(deps, _BATCH_SIZE), reconcile)


async def reconcile_stray_payments(deps: Deps) -> int:
    """Give money for lost orders back. Returns for how many."""

    async def reconcile(stray: StrayPayment) -> bool:
        return await payments.reconcile_stray(deps, stray, _request_id())

    return await _run_each(await stray_payments.due(deps, _BATCH_SIZE), reconcile)


async def fetch_feeds(deps: Deps) -> int:
    """Fetch other platforms' calendars. Returns how many."""
    return await _run_each(
        await calendar_sync.due(deps, _BATCH_SIZE),
        lambda each: calendar_sync.fetch(deps, each),
        parallel=MAX_PARALLEL_CALENDARS,
    )


async def deliver_notifications(deps: Deps) -> int:
    """Send the notifications that are due. Returns how many were sent."""
    return await _run_each(
        await delivering.due(deps, _BATCH_SIZE),
        lambda each: delivering.deliver(deps, each),
        parallel=_PARALLEL_DELIVERIES,
    )


async def expire_changes(deps: Deps) -> int:
    """End the changes of stays that nobody answered or paid in time. Returns how many."""
    async with deps.db.connection() as queries:
        due = await stay_changes.due(queries, deps.now(), _BATCH_SIZE)

    async def expire(change: Change) -> bool:
        await change_payments.check_before_expiry(deps, change, _request_id())
        return await changes.expire(deps, change)

    return await _run_each(due, expire)


async def reconcile_change_payments(deps: Deps) -> int:
    """Poll the payments of changes that have not come. Returns how many."""

    async def reconcile(payment: ChangePayment) -> bool:
        return await change_payments.reconcile(deps, payment, _request_id())

    return await _run_each(await change_payments.due(deps, _BATCH_SIZE), reconcile)


async def make_refunds(deps: Deps) -> int:
    """Make the refunds of parts of payments that are scheduled. Returns how many."""

    async def make(refund: PartialRefund) -> bool:
        return await refunds.make(deps, refund, _request_id())

    return await _run_each(await refunds.due(deps, _BATCH_SIZE), make)


async def publish_reviews(deps: Deps) -> int:
    """Publish the reviews whose time to wait for the other one is over. Returns of how many stays."""
    async with deps.db.connection() as queries:
        due = await reviews.due(queries, deps.now(), _BATCH_SIZE)
    return await _run_each(due, lambda order_id: writing.publish_due(deps, order_id))


async def delete_expired_keys(deps: Deps) -> int:
    """Delete Idempotency-Keys that have expired. Returns how many."""
    before = deps.now() - timedelta(seconds=deps.order_rules.key)

    async def work(queries: Queries) -> int:
        return await idempotency.delete_expired(queries, before, _KEY_BATCH_SIZE)

    return await deps.db.transact(work)


async def run_all(deps: Deps) -> int:
    """Run every job once. Returns how many pieces of work were done."""
    return sum([await work(deps) for work in JOBS.values()])


JOBS: dict[str, Callable[[Deps], Awaitable[int]]] = {
    "events": planning.plan,
    "notifications": deliver_notifications,
    "old notifications": delivering.delete_old,
    "webhooks": webhook_sending.send_due,
    "orders": expire_orders,
    "reminders": remind,
    "payments": reconcile_payments,
    "stray payments": reconcile_stray_payments,
    "feeds": fetch_feeds,
    "changes": expire_changes,
    "change payments": reconcile_change_payments,
    "refunds": make_refunds,
    "reviews": publish_reviews,
    "keys": delete_expired_keys,
    "drafts": drafts.delete_old,
    "pictures of messages": message_pictures.forget_unsent,
    "listing rules": listings.renew_rules,
    "webhook log": webhooks.delete_old,
    "heartbeat": heartbeat.beat,
}


async def _run_each(due: Iterable[T], work: Callable[[T], Awaitable[bool]], parallel: int = 1) -> int:
    """Run `work` on each, and count those that it returns True for. A failure is logged, and is due again later."""
    slots = asyncio.Semaphore(parallel)

    async def run(each: T) -> bool:
        async with slots:
            try:
                return await work(each)
            except (mysql.DatabaseUnavailable, mysql.StatementFailed, PaymentServiceUnavailable, Refusal) as error:
                log.warning("job_failed", error=f"{type(error).__name__}: {error}")
                return False
            except Exception:  # data from outside may hit a fault of ours, which must not stop the other work
                log.exception("job_crashed")
                return False

    return sum(await asyncio.gather(*(run(each) for each in due)))


def _request_id() -> str:
    return f"worker-{secrets.token_hex(8)}"
