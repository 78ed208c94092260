"""Booking: a night is sold once, whatever happens."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from models.accounts.users import User
from models.houses import listings, nights, prices
from models.houses.prices import Terms
from models.orders import idempotency, orders
from models.stay import Stay
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps
from services.errors import (
    BadParameters,
    Conflict,
    HouseBusy,
    Message,
    QuotaExceeded,
    RealNameRequired,
    WrongRole,
)
from services.houses.access import NoSuchHouse
from services.houses.prices import found
from services.local_time import BOOKING_WINDOW_DAYS, today
from services.orders import pricing, transitions
from services.orders.pricing import Bill, Refund
from services.orders.states import BOOK, Actor
from services.orders.transitions import RequestContext, TransitionBy
from utils.mysql import DuplicateKey, Queries


class DatesTaken(Conflict):
    text = "所选日期已被预订"


@dataclass(frozen=True)
class IdempotencyKey:
    """A request that is to have one effect however often it is sent: SHA-256 of its Idempotency-Key and of its body."""

    key_hash: bytes
    body_hash: bytes


@dataclass(frozen=True)
class BookedOrder:
    """What was fixed at booking; the same for every retry."""

    order_id: int
    days: int
    amount: int
    deposit: int
    items: list[dict[str, Any]]


@dataclass(frozen=True)
class Quote:
    """What a stay would cost, and what its guest would get back."""

    days: int
    quote: Bill
    deposit: int
    cancellation: str
    refunds: list[Refund]


async def quote(deps: Deps, house_id: int, stay: Stay, guests: int) -> Quote:
    """What a stay costs. Raises what `book` raises about the house and the dates."""
    async with deps.db.connection() as queries:
        terms, taken, ranges = await queries.gather(
            found(prices.terms(queries, house_id)),
            nights.between(queries, house_id, stay.start, stay.last_night),
            prices.ranges(queries, house_id, stay.start, stay.last_night),
        )
    _check_stay(deps, terms, stay, guests)
    if taken:
        raise DatesTaken
    bill = pricing.quote(terms, ranges, stay)
    refunds = pricing.refunds(pricing.POLICIES[terms.cancellation], bill.amount, stay.start)
    given_back = [refund for refund in refunds if refund.until >= today(deps)]
    return Quote(stay.days, bill, terms.deposit, terms.cancellation, given_back)


async def book(
    deps: Deps, asked: RequestContext, house_id: int, stay: Stay, guests: int, once: IdempotencyKey | None
) -> BookedOrder:
    """Order a stay.

    Raises BadParameters for dates and guests outside the rules, NoSuchHouse where the house is not public, WrongRole
    for one's own house, RealNameRequired, DatesTaken, QuotaExceeded where too many orders wait, Conflict where the
    Idempotency-Key was used for another request, HouseBusy and TooOften.
    """
    if once and (before := await _before(deps, asked, once)):
        return before
    await _check_dates(deps, house_id, stay, guests)
    mark = once.key_hash.hex() if once else None
    await limits.acquire(deps, ("order_per_user", str(asked.user_id)), mark=mark)
    try:
        async with asyncio.timeout(deps.order_rules.booking), deps.booking_locks.hold(house_id) as waited:
            if waited and (made := await _come_too_late(deps, asked, house_id, stay, once)):
                return made
            return await _in_turn(deps, asked, house_id, stay, guests, once)
    except TimeoutError:
        raise HouseBusy from None


async def _come_too_late(
    deps: Deps, asked: RequestContext, house_id: int, stay: Stay, once: IdempotencyKey | None
) -> BookedOrder | None:
    """Look before the transaction, after a wait. Raises DatesTaken, unless this very key has booked the dates."""
    async with deps.db.connection() as queries:
        try:
            await _check_free(queries, house_id, stay)
        except DatesTaken:
            # in another process, perhaps: who sees its nights sees the key as well
            if once and (made := await _made(deps, queries, asked, once)):
                return made
            raise
    return None


async def _in_turn(
    deps: Deps, asked: RequestContext, house_id: int, stay: Stay, guests: int, once: IdempotencyKey | None
) -> BookedOrder:
    async def work(queries: Queries) -> BookedOrder:
        # the locks come first: whatever is read behind them is as the last one to hold them left it
        terms, guest, made, waiting, ranges = await queries.gather(
            found(prices.lock_terms(queries, house_id)),
            lock_user(queries, asked.user_id),
            _made(deps, queries, asked, once),
            orders.pending(queries, asked.user_id),
            prices.ranges(queries, house_id, stay.start, stay.last_night),
        )
        if made is not None:
            return made
        _check(deps, terms, guest, stay, guests, waiting)
        return await _write(deps, queries, asked, terms, stay, guests, pricing.quote(terms, ranges, stay), once)

    return await deps.db.transact(work)


def _check(deps: Deps, terms: Terms, guest: User, stay: Stay, guests: int, waiting: int) -> None:
    """`waiting` is how many orders of the guest wait for an answer."""
    _check_stay(deps, terms, stay, guests)
    if terms.host_id == guest.id:
        raise WrongRole("不能预订自己的房屋")
    if guest.id_card is None:
        raise RealNameRequired
    if waiting >= deps.order_rules.pending:
        raise QuotaExceeded("待接单的订单已达上限")


async def _write(
    deps: Deps,
    queries: Queries,
    asked: RequestContext,
    terms: Terms,
    stay: Stay,
    guests: int,
    bill: Bill,
    once: IdempotencyKey | None,
) -> BookedOrder:
    now = deps.now()
    booked = BookedOrder(0, stay.days, bill.amount, terms.deposit, [vars(item) for item in bill.items])
    values: dict[str, object] = {
        "user_id": asked.user_id,
        "house_id": terms.house_id,
        "host_id": terms.host_id,
        "start_date": stay.start,
        "end_date": stay.end,
        "days": booked.days,
        "guests": guests,
        "amount": booked.amount,
        "deposit": booked.deposit,
        "items": booked.items,
        "cancellation": terms.cancellation,
        "refund_tiers": pricing.POLICIES[terms.cancellation],
        "status": BOOK.target,
        "status_at": now,
        "due_at": transitions.due(BOOK.target, stay, now, deps.order_rules),
        "created_at": now,
    }
    order_id = await orders.create(queries, values)
    mover = TransitionBy(Actor.CUSTOM, asked.user_id, asked.request_id)
    kept = [idempotency.keep(queries, asked.user_id, once.key_hash, once.body_hash, order_id, now)] if once else []
    try:
        await queries.gather_all(
            [
                nights.sell(queries, terms.house_id, stay.nights, order_id),
                listings.take(queries, terms.house_id, stay.nights, today(deps)),
                transitions.record(queries, order_id, BOOK.action, None, BOOK.target, mover, [terms.host_id], now),
                *kept,
            ]
        )
    except DuplicateKey:
        raise DatesTaken from None
    return replace(booked, order_id=order_id)


async def wrong_fields(deps: Deps, values: Mapping[str, Any]) -> dict[str, Message]:
    """What the rules have against `values`, some of a booking's fields. Nothing of a house that is not listed."""
    start, end, house_id = values.get("start_date"), values.get("end_date"), values.get("house_id")
    wrong = _wrong_dates(deps, start, end)
    if house_id is None:
        return wrong
    async with deps.db.connection() as queries:
        try:
            terms = await prices.terms(queries, house_id)
        except prices.TermsNotFound:
            return wrong
    days = (end - start).days if start and end and start < end else None
    return _wrong_terms(terms, days, values.get("guests")) | wrong if terms.listed else wrong


async def _check_dates(deps: Deps, house_id: int, stay: Stay, guests: int) -> None:
    """Refuse wrong dates, with all else that is wrong, before anything is counted or locked."""
    if _wrong_dates(deps, stay.start, stay.end):
        async with deps.db.connection() as queries:
            _check_stay(deps, await found(prices.terms(queries, house_id)), stay, guests)


def _check_stay(deps: Deps, terms: Terms, stay: Stay, guests: int) -> None:
    """Raises NoSuchHouse, and BadParameters with every wrong field. The form has seen to the longest stay."""
    if not terms.listed:
        raise NoSuchHouse
    if wrong := _wrong_terms(terms, stay.days, guests) | _wrong_dates(deps, stay.start, stay.end):
        raise BadParameters(fields=wrong)


def _wrong_dates(deps: Deps, start: date | None, end: date | None) -> dict[str, Message]:
    """What is the same for every house."""
    first = today(deps)
    wrong: dict[str, Message] = {}
    if start and start < first:
        wrong["start_date"] = "入住日期不能早于今天"
    if end and end > first + timedelta(days=BOOKING_WINDOW_DAYS):
        wrong["end_date"] = "离店日期应在今天起一年之内"
    return wrong


def _wrong_terms(terms: Terms, days: int | None, guests: int | None) -> dict[str, Message]:
    """What this house has against a stay of so many days and guests, where they are known."""
    wrong: dict[str, Message] = {}
    if days is not None and days < terms.min_days:
        wrong["end_date"] = "至少入住 {days} 晚", {"days": terms.min_days}
    if days is not None and 0 < terms.max_days < days:
        wrong["end_date"] = "最多入住 {days} 晚", {"days": terms.max_days}
    if guests is not None and guests > terms.capacity:
        wrong["guests"] = "最多入住 {guests} 人", {"guests": terms.capacity}
    return wrong


async def _check_free(queries: Queries, house_id: int, stay: Stay) -> None:
    """Spares a transaction; what guarantees that a night is sold once is the key of the table."""
    if await nights.between(queries, house_id, stay.start, stay.last_night):
        raise DatesTaken


# -- retries


async def _before(deps: Deps, asked: RequestContext, once: IdempotencyKey) -> BookedOrder | None:
    async with deps.db.connection() as queries:
        return await _made(deps, queries, asked, once)


async def _made(deps: Deps, queries: Queries, asked: RequestContext, once: IdempotencyKey | None) -> BookedOrder | None:
    """What this key has booked before. Raises Conflict where it was for another body."""
    if once is None:
        return None
    since = deps.now() - timedelta(seconds=deps.order_rules.key)
    made = await idempotency.find(queries, asked.user_id, once.key_hash, since)
    if made is None:
        return None
    if made.body_hash != once.body_hash:
        raise Conflict("该 Idempotency-Key 已用于另一个请求")
    order = await transitions.get(queries, made.order_id)
    return BookedOrder(order.id, order.days, order.amount, order.deposit, order.items)
