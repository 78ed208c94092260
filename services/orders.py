"""Booking, and what becomes of it: a night is sold once, whatever happens."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from models import idempotency, nights, orders, prices, users
from models.orders import Event, Notice, Order
from models.prices import Terms
from services import limits, moves, payments, pricing, states
from services.deps import Deps
from services.errors import BadParameters, DataExists, MovedOn, NoSuchUser, WrongRole
from services.houses import FARTHEST_DAYS, NoSuchHouse, today
from services.moves import Mover, NoSuchOrder, Stale
from services.pricing import Quote, Refund
from services.states import BOOKED, Actor, Status
from utils.mysql import Duplicate, Queries
from utils.sessions import Session


@dataclass(frozen=True)
class Asked:
    """Who asks for a change: the user, the request, and when it arrived (UTC)."""

    user_id: int
    request_id: str
    at: datetime


@dataclass(frozen=True)
class Once:
    """A request that is to have one effect however often it is sent: SHA-256 of its Idempotency-Key and of its body."""

    key_hash: bytes
    body_hash: bytes


@dataclass(frozen=True)
class Booked:
    """What was fixed at booking; the same for every retry."""

    order_id: int
    days: int
    amount: int
    deposit: int
    items: list[dict[str, Any]]


@dataclass(frozen=True)
class Offer:
    """What a stay would cost, and what its guest would get back."""

    days: int
    quote: Quote
    deposit: int
    cancellation: str
    refunds: list[Refund]


@dataclass(frozen=True)
class Seen:
    """An order as one of its two sides sees it, and what this side may do now."""

    order: Order
    role: Actor
    actions: list[str]


@dataclass(frozen=True)
class Details:
    seen: Seen
    events: list[Event]
    refund_today: int | None
    """What the guest would get back who cancels today; None where nothing is paid."""


# -- booking


async def quote(deps: Deps, house_id: int, start: date, end: date, guests: int) -> Offer:
    """What a stay costs. Raises what `book` raises about the house and the dates."""
    _check_dates(deps, start, end)
    async with deps.db.connection() as queries:
        try:
            terms = await prices.terms(queries, house_id)
        except prices.NotFound:
            raise NoSuchHouse from None
        _check_terms(terms, start, end, guests)
        if await nights.between(queries, house_id, start, end - timedelta(days=1)):
            raise _taken()
        bill = await _bill(queries, terms, start, end)
    given_back = pricing.refunds(terms.cancellation, bill.amount, start)
    return Offer((end - start).days, bill, terms.deposit, terms.cancellation, given_back)


async def book(
    deps: Deps, asked: Asked, house_id: int, start: date, end: date, guests: int, once: Once | None
) -> Booked:
    """Order the nights of [start, end).

    Raises BadParameters for dates and guests outside the rules, NoSuchHouse where the house is not public, WrongRole
    for one's own house, NoSuchUser without a real name on file, MovedOn where a night is taken, too many orders
    wait, or the Idempotency-Key was used for something else, and TooOften.
    """
    if once and (before := await _replay(deps, asked, once)):
        return before
    _check_dates(deps, start, end)
    mark = once.key_hash.hex() if once else None
    await limits.take(deps, ("order_per_user", str(asked.user_id)), mark=mark)
    return await deps.db.transact(lambda q: _book(deps, q, asked, house_id, start, end, guests, once))


async def _book(
    deps: Deps, queries: Queries, asked: Asked, house_id: int, start: date, end: date, guests: int, once: Once | None
) -> Booked:
    # the lock comes first: whatever is read behind it is as the last one to hold it left it
    try:
        terms = await prices.lock_terms(queries, house_id)
    except prices.NotFound:
        raise NoSuchHouse from None
    guest = await users.lock(queries, asked.user_id)
    now = deps.now()
    if once and (made := await _made(deps, queries, asked, once)):
        return _booked(await moves.get(queries, made))
    _check_terms(terms, start, end, guests)
    if terms.host_id == guest.id:
        raise WrongRole("不能预订自己的房屋")
    if guest.id_card is None:
        raise NoSuchUser("请先完成实名认证")
    if await orders.pending(queries, guest.id) >= deps.order_rules.pending:
        raise MovedOn("待接单的订单已达上限")
    bill = await _bill(queries, terms, start, end)
    values = {
        "user_id": guest.id,
        "house_id": house_id,
        "host_id": terms.host_id,
        "start_date": start,
        "end_date": end,
        "days": (end - start).days,
        "guests": guests,
        "amount": bill.amount,
        "deposit": terms.deposit,
        "items": [asdict(item) for item in bill.items],
        "cancellation": terms.cancellation,
        "status": BOOKED.target,
        "status_at": now,
        "due_at": moves.due(BOOKED.target, end, now, deps.order_rules),
        "created_at": now,
    }
    order_id = await orders.create(queries, values)
    try:
        await nights.sell(queries, house_id, nights.of_stay(start, end), order_id)
    except Duplicate:
        raise _taken() from None
    order = await moves.get(queries, order_id)
    await moves.note(queries, order, BOOKED, Mover(Actor.CUSTOM, guest.id, asked.request_id), now)
    if once:
        await idempotency.keep(queries, guest.id, once.key_hash, once.body_hash, order_id, now)
    return _booked(order)


async def _bill(queries: Queries, terms: Terms, start: date, end: date) -> Quote:
    ranges = await prices.ranges(queries, terms.house_id, start, end - timedelta(days=1))
    return pricing.quote(terms, ranges, start, end)


def _check_dates(deps: Deps, start: date, end: date) -> None:
    """What is the same for every house. The form has seen to the length of the stay."""
    first = today(deps)
    if start < first:
        raise BadParameters(fields={"start_date": "入住日期不能早于今天"})
    if end > first + timedelta(days=FARTHEST_DAYS):
        raise BadParameters(fields={"end_date": "离店日期应在今天起一年之内"})


def _check_terms(terms: Terms, start: date, end: date, guests: int) -> None:
    days = (end - start).days
    if not terms.listed:
        raise NoSuchHouse
    if days < terms.min_days:
        raise BadParameters(fields={"end_date": ("至少入住 {days} 晚", {"days": terms.min_days})})
    if 0 < terms.max_days < days:
        raise BadParameters(fields={"end_date": ("最多入住 {days} 晚", {"days": terms.max_days})})
    if guests > terms.capacity:
        raise BadParameters(fields={"guests": ("最多入住 {guests} 人", {"guests": terms.capacity})})


def _taken() -> MovedOn:
    return MovedOn("所选日期已被预订")


def _booked(order: Order) -> Booked:
    return Booked(order.id, order.days, order.amount, order.deposit, order.items)


async def _replay(deps: Deps, asked: Asked, once: Once) -> Booked | None:
    async with deps.db.connection() as queries:
        made = await _made(deps, queries, asked, once)
        return _booked(await moves.get(queries, made)) if made else None


async def _made(deps: Deps, queries: Queries, asked: Asked, once: Once) -> int | None:
    """The order that this key made. Raises MovedOn where it was for another body."""
    since = deps.now() - timedelta(seconds=deps.order_rules.key)
    made = await idempotency.find(queries, asked.user_id, once.key_hash, since)
    if made is None:
        return None
    if made.body_hash != once.body_hash:
        raise MovedOn("该 Idempotency-Key 已用于另一个请求")
    return made.order_id


# -- seeing


async def mine(
    deps: Deps, session: Session, role: str, *, after: int | None, size: int
) -> tuple[list[Seen], int | None]:
    """The user's orders as guest or as host, the newest first, and where the next page goes on."""
    async with deps.db.connection() as queries:
        found = await orders.of_user(queries, session.user_id, role, after=after, limit=size + 1)
    shown = [_seen(order, Actor(role)) for order in found[:size]]
    return shown, shown[-1].order.id if len(found) > size else None


async def show(deps: Deps, session: Session, order_id: int) -> Details:
    """Raises NoSuchOrder for everybody but its guest and its host."""
    async with deps.db.connection() as queries:
        order = await moves.get(queries, order_id)
        seen = _seen(order, _role(order, session.user_id))
        return Details(seen, await orders.events(queries, order_id), _refund_today(deps, order))


async def notices(deps: Deps, session: Session, *, after: int | None, size: int) -> tuple[list[Notice], int | None]:
    """What is news to the user, the newest first, and where the next page goes on."""
    async with deps.db.connection() as queries:
        found = await orders.notices(queries, session.user_id, after=after, limit=size + 1)
    return found[:size], found[size - 1].id if len(found) > size else None


def _refund_today(deps: Deps, order: Order) -> int | None:
    if order.status != Status.PAID:
        return None
    return pricing.refund(order.cancellation, order.amount, order.start_date, today(deps))


def _role(order: Order, user_id: int) -> Actor:
    """Raises NoSuchOrder for who is neither: that there is such an order is nobody else's business."""
    if user_id == order.user_id:
        return Actor.CUSTOM
    if user_id == order.host_id:
        return Actor.LANDLORD
    raise NoSuchOrder


def _seen(order: Order, role: Actor) -> Seen:
    actions = states.open_to(role, order.status)
    if role is Actor.CUSTOM and order.status == Status.WAIT_PAYMENT:
        actions.append("pay")
    if role is Actor.LANDLORD and order.commented_at and order.reply is None:
        actions.append("reply")
    return Seen(order, role, actions)


# -- moving on


async def act(deps: Deps, asked: Asked, order_id: int, action: str, reason: str = "") -> Seen:
    """Take a step of services.states in the user's role. Raises NoSuchOrder, WrongRole, Stale, and BadParameters."""
    if action == "reject" and not reason:
        raise BadParameters(fields={"reason": "请填写拒单原因"})

    async def work(queries: Queries, order: Order) -> Seen:
        role = await _step(deps, queries, asked, order, action)
        if action == "reject":
            await orders.set_reject_reason(queries, order_id, reason)
        if action == "cancel" and order.status == Status.PAID:
            await _give_back(deps, queries, order, role)
        return _seen(await moves.get(queries, order_id), role)

    return await moves.with_order(deps, order_id, work)


async def comment(deps: Deps, asked: Asked, order_id: int, text: str, rating: int | None) -> None:
    """Say how the stay was, once. Raises what `act` raises."""

    async def work(queries: Queries, order: Order) -> None:
        await _step(deps, queries, asked, order, "comment")
        await orders.set_comment(queries, order_id, text, rating, deps.now())

    await moves.with_order(deps, order_id, work)


async def reply(deps: Deps, asked: Asked, order_id: int, text: str) -> None:
    """Answer a comment, once. Raises NoSuchOrder, WrongRole, DataExists, and Stale before there is a comment."""

    async def work(queries: Queries, order: Order) -> None:
        if _role(order, asked.user_id) is not Actor.LANDLORD:
            raise WrongRole("只有房东可以回复评价")
        if order.commented_at is None:
            raise Stale("还没有评价")
        if not await orders.set_reply(queries, order_id, text, deps.now()):
            raise DataExists("已经回复过")

    await moves.with_order(deps, order_id, work)


async def _step(deps: Deps, queries: Queries, asked: Asked, order: Order, action: str) -> Actor:
    """Returns the role in which the user took the step."""
    role, now = _role(order, asked.user_id), deps.now()
    if not states.knows(action, role):
        raise WrongRole("您不能进行此操作")
    step = states.find(action, role, order.status)
    # who asked before the order last moved could not know where it is now: of requests that race, one wins
    if step is None or order.status_at > asked.at or (order.due_at and order.due_at <= now):
        raise Stale
    if step.not_before_start and today(deps) < order.start_date:
        raise MovedOn("还没有到入住日期")
    await moves.move(queries, order, step, Mover(role, asked.user_id, asked.request_id), now, deps.order_rules)
    return role


async def _give_back(deps: Deps, queries: Queries, order: Order, role: Actor) -> None:
    """A host who cancels gives back everything, a guest gets what the policy says."""
    amount = order.amount if role is Actor.LANDLORD else _refund_today(deps, order)
    await payments.owe(deps, queries, order, amount or 0)


async def pay(deps: Deps, asked: Asked, order_id: int, *, phone: bool) -> str:
    """Where the guest goes to pay. Raises NoSuchOrder, WrongRole, Stale, OutsideServiceError."""
    async with deps.db.connection() as queries:
        order = await moves.get(queries, order_id)
    if _role(order, asked.user_id) is not Actor.CUSTOM:
        raise WrongRole("只有房客可以支付")
    if order.status != Status.WAIT_PAYMENT or order.due_at is None or order.due_at <= deps.now():
        raise Stale
    return await payments.begin(deps, order, phone=phone)
