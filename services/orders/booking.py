"""Booking a stay: a night is sold once, whatever happens."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from models.accounts.users import User
from models.houses import listings, nights, prices
from models.houses.prices import CancellationPolicy, Terms
from models.orders import idempotency, orders
from models.orders.bill import BillItem
from models.orders.idempotency import IdempotencyKey
from models.orders.orders import NewOrder
from models.types import Fen, OrderId, UserId
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps
from services.errors import Conflict, HouseBusy, QuotaExceeded, RealNameRequired, WrongRole
from services.events.types import OrderState
from services.houses.prices import lock_terms, require_terms
from services.local_time import today
from services.orders import deadlines, pricing, transitions
from services.orders.pricing import Bill, Refund
from services.orders.states import BOOK, BOOK_INSTANTLY, Actor
from services.orders.stay_rules import BookingRequest, check_stay, taken_beside, wrong_dates
from services.orders.transitions import RequestContext, TransitionBy
from utils.mysql import DuplicateKey, Queries


class DatesTaken(Conflict):
    text = "所选日期已被预订"


@dataclass(frozen=True)
class BookedOrder:
    """What booking has fixed; a retry gets the same."""

    order_id: OrderId
    days: int
    amount: Fen
    deposit: Fen
    items: tuple[BillItem, ...]


@dataclass(frozen=True)
class Quote:
    """What a stay would cost, and which refunds a cancellation could still get."""

    days: int
    bill: Bill
    deposit: Fen
    cancellation: CancellationPolicy
    refunds: list[Refund]


async def quote(deps: Deps, request: BookingRequest) -> Quote:
    """What a stay would cost today.

    Raises NoSuchHouse where the house is not listed, BadParameters with every wrong field, DatesTaken.
    """
    house_id, stay = request.house_id, request.stay
    async with deps.db.connection() as queries:
        terms, taken, ranges = await queries.gather(
            require_terms(queries, house_id),
            nights.between(queries, house_id, stay.start, stay.last_night),
            prices.ranges(queries, house_id, stay.start, stay.last_night),
        )
        beside = await taken_beside(queries, terms, stay)
    check_stay(deps, terms, request, beside)
    if taken:
        raise DatesTaken
    bill = pricing.quote(terms, ranges, stay, request.guests)
    refunds = pricing.refunds(pricing.POLICIES[terms.cancellation], bill.amount, stay.start)
    still_possible = [refund for refund in refunds if refund.until >= today(deps)]
    return Quote(stay.days, bill, terms.deposit, terms.cancellation, still_possible)


async def book(deps: Deps, context: RequestContext, request: BookingRequest, key: IdempotencyKey | None) -> BookedOrder:
    """Book a stay. A second request with the same key and body gets the order of the first.

    Raises BadParameters with every wrong field, NoSuchHouse where the house is not listed, WrongRole for one's own
    house, RealNameRequired, DatesTaken, QuotaExceeded where too many orders of the guest are not paid yet, Conflict
    where the key belongs to another request, HouseBusy, and TooOften.
    """
    if key and (booked := await _find_booked_before(deps, context, key)):
        return booked
    await _check_dates(deps, request)
    mark = key.key_hash.hex() if key else None
    await limits.acquire(deps, ("order_per_user", str(context.user_id)), mark=mark)
    try:
        async with asyncio.timeout(deps.order_rules.booking), deps.booking_locks.hold(request.house_id) as waited:
            if waited and (booked := await _check_free_after_wait(deps, context, request, key)):
                return booked
            return await _book_locked(deps, context, request, key)
    except TimeoutError:
        raise HouseBusy from None


async def _check_dates(deps: Deps, request: BookingRequest) -> None:
    """Refuse dates outside the booking window, with all other wrong fields, before anything is counted or locked."""
    if wrong_dates(today(deps), request.stay.start, request.stay.end):
        async with deps.db.connection() as queries:
            terms = await require_terms(queries, request.house_id)
            check_stay(deps, terms, request, await taken_beside(queries, terms, request.stay))


async def _check_free_after_wait(
    deps: Deps, context: RequestContext, request: BookingRequest, key: IdempotencyKey | None
) -> BookedOrder | None:
    """Raise DatesTaken where another booking took the nights during the wait, which saves a transaction.

    Returns the order where that booking has this very key. The primary key of `house_nights` is what guarantees that a
    night is sold once.
    """
    stay = request.stay
    async with deps.db.connection() as queries:
        if not await nights.between(queries, request.house_id, stay.start, stay.last_night):
            return None
        # another process may have booked with this key; its nights and its key became visible together
        if key and (booked := await _find_booked(deps, queries, context, key)):
            return booked
        raise DatesTaken


async def _book_locked(
    deps: Deps, context: RequestContext, request: BookingRequest, key: IdempotencyKey | None
) -> BookedOrder:
    """Check and write the order in one transaction, which locks first the house, then the guest."""
    stay = request.stay

    async def work(queries: Queries) -> BookedOrder:
        # the locks come first: the statements behind them read what the last holder of the locks has written
        terms, guest, booked, waiting, ranges = await queries.gather(
            lock_terms(queries, request.house_id),
            lock_user(queries, context.user_id),
            _find_booked(deps, queries, context, key),
            orders.pending(queries, context.user_id),
            prices.ranges(queries, request.house_id, stay.start, stay.last_night),
        )
        if booked is not None:
            return booked
        check_stay(deps, terms, request, await taken_beside(queries, terms, stay))
        _check_guest(deps, terms, guest, waiting)
        order = _new_order(deps, terms, guest, request, pricing.quote(terms, ranges, stay, request.guests))
        return await _save(deps, queries, order, context, key)

    return await deps.db.transact(work)


def _check_guest(deps: Deps, terms: Terms, guest: User, waiting: int) -> None:
    """Raises WrongRole, RealNameRequired, and QuotaExceeded; `waiting` counts the guest's orders that are not paid."""
    if terms.host_id == guest.id:
        raise WrongRole("不能预订自己的房屋")
    if guest.id_card is None:
        raise RealNameRequired
    if waiting >= deps.order_rules.pending:
        raise QuotaExceeded("待接单和待支付的订单已达上限")


def _new_order(deps: Deps, terms: Terms, guest: User, request: BookingRequest, bill: Bill) -> NewOrder:
    now, transition = deps.now(), BOOK_INSTANTLY if terms.instant else BOOK
    due_at = deadlines.due_at(transition.target, request.stay, now, deps.order_rules)
    return NewOrder(
        guest_id=UserId(guest.id),
        house_id=terms.house_id,
        host_id=terms.host_id,
        stay=request.stay,
        guests=request.guests,
        items=bill.items,
        deposit=terms.deposit,
        cancellation=terms.cancellation,
        refund_tiers=pricing.POLICIES[terms.cancellation],
        status=transition.target,
        due_at=due_at,
        remind_at=deadlines.remind_at(transition.target, request.stay, now, due_at),
        created_at=now,
    )


async def _save(
    deps: Deps, queries: Queries, order: NewOrder, context: RequestContext, key: IdempotencyKey | None
) -> BookedOrder:
    """Write the order with its nights, its event and its key. Raises DatesTaken."""
    order_id = await orders.create(queries, order)
    by = TransitionBy(Actor.CUSTOM, context.user_id, context.request_id)
    event = by.event(order_id, BOOK.action, None, order.status, order.created_at)
    saved = [idempotency.save(queries, context.user_id, key, order_id, order.created_at)] if key else []
    try:
        await queries.gather_all(
            [
                nights.sell(queries, order.house_id, order.stay.nights, order_id),
                listings.take(queries, order.house_id, order.stay.nights, today(deps)),
                transitions.record_event(deps, queries, event, BOOK.event, _state(order, order_id), [order.host_id]),
                *saved,
            ]
        )
    except DuplicateKey:
        raise DatesTaken from None
    return BookedOrder(order_id, order.stay.days, order.amount, order.deposit, order.items)


def _state(order: NewOrder, order_id: OrderId) -> OrderState:
    """The new order as its event tells it."""
    return OrderState(
        order_id=order_id,
        house_id=order.house_id,
        guest_id=order.guest_id,
        host_id=order.host_id,
        status=order.status,
        order_version=1,
        start_date=order.stay.start,
        end_date=order.stay.end,
        guests=order.guests,
        amount=order.amount,
        deposit=order.deposit,
        due_at=order.due_at,
        actor=Actor.CUSTOM,
    )


async def _find_booked_before(deps: Deps, context: RequestContext, key: IdempotencyKey) -> BookedOrder | None:
    """As `_find_booked`, on a connection of its own."""
    async with deps.db.connection() as queries:
        return await _find_booked(deps, queries, context, key)


async def _find_booked(
    deps: Deps, queries: Queries, context: RequestContext, key: IdempotencyKey | None
) -> BookedOrder | None:
    """The order that an earlier request with this key has made. Raises Conflict where its body was another one."""
    if key is None:
        return None
    since = deps.now() - timedelta(seconds=deps.order_rules.key)
    stored = await idempotency.find(queries, context.user_id, key.key_hash, since)
    if stored is None:
        return None
    if stored.body_hash != key.body_hash:
        raise Conflict("该 Idempotency-Key 已用于另一个请求")
    order = await transitions.require_order(queries, stored.order_id)
    return BookedOrder(order.id, order.stay.days, order.amount, order.deposit, order.items)
