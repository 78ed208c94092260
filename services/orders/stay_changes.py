"""Changing a stay: one party offers other dates or guests, the other accepts or declines (docs/changes.md).

What makes the stay cheaper or leaves its price takes effect with the acceptance, and the difference goes back. What
makes it dearer holds the new nights until the guest has paid the difference; services/orders/change_payments.py then
carries it out. The house is locked in each step, so that a night is sold once and one of racing answers wins.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from models.houses import nights, prices
from models.orders import orders, stay_changes
from models.orders.orders import ChangedStay, Order
from models.orders.stay_changes import Change, ChangeStatus, NewChange
from models.stay import Stay
from models.types import ChangeId, Fen, OrderId, UserId
from services import limits
from services.deps import Deps
from services.errors import BadParameters, Conflict, DataExists, NoData, WrongRole
from services.houses.prices import require_terms
from services.local_time import midnight, today
from services.orders import change_endings, change_rules, deadlines, pricing, refunds, transitions
from services.orders.booking import DatesTaken
from services.orders.orders import role_of
from services.orders.pricing import Bill
from services.orders.states import Actor
from services.orders.transitions import RequestContext, StaleOrder, TransitionBy
from utils.mysql import DuplicateKey, Queries
from utils.sessions import Session

Answer = Literal["accept", "decline", "withdraw"]
Action = Literal["accept", "decline", "withdraw", "pay"]
_TIME = timedelta(hours=24)
_SHOWN = 20


class NoSuchChange(NoData):
    text = "没有这个更改"


class StaleChange(Conflict):
    """The change is not open any more, or can no longer be carried out."""

    text = "这个更改已失效，请刷新后重试"


class DifferenceChanged(Conflict):
    """The difference in price is another one than the client has shown."""

    text = "价格已变化，请重新确认"


@dataclass(frozen=True)
class ChangeQuote:
    """What a stay would cost with other dates or guests, at today's prices."""

    stay: Stay
    guests: int
    bill: Bill
    difference: Fen
    """What the guest would pay more; below 0, what the guest would get back."""


@dataclass(frozen=True)
class ChangeForParty:
    """A change as the guest or the host sees it, and what this party may do now."""

    change: Change
    actions: list[Action]


def is_changeable(deps: Deps, order: Order) -> bool:
    """Whether the order is paid and its stay has not ended."""
    return order.status in change_rules.CHANGEABLE and (order.due_at is None or order.due_at > deps.now())


async def quote(deps: Deps, session: Session, order_id: OrderId, stay: Stay, guests: int) -> ChangeQuote:
    """What a change would cost. Raises NoSuchOrder, StaleOrder, BadParameters with wrong fields, DatesTaken."""
    async with deps.db.connection() as queries:
        order = await transitions.require_order(queries, order_id)
        role_of(order, session.user_id)
        return await _quote(deps, queries, order, stay, guests)


async def list_changes(deps: Deps, session: Session, order_id: OrderId) -> list[ChangeForParty]:
    """The changes of an order, the newest first. Raises NoSuchOrder for everybody but its guest and its host."""
    async with deps.db.connection() as queries:
        order = await transitions.require_order(queries, order_id)
        role = role_of(order, session.user_id)
        found = await stay_changes.of_order(queries, order_id, _SHOWN)
    return [_for_party(deps, each, role) for each in found]


async def offer(
    deps: Deps,
    context: RequestContext,
    order_id: OrderId,
    stay: Stay,
    guests: int,
    *,
    version: int | None = None,
    difference: Fen | None = None,
) -> ChangeForParty:
    """Offer a change to the other party; `difference` is the one that the user has seen.

    Raises NoSuchOrder, StaleOrder where the order is not paid or has changed, BadParameters with wrong fields,
    DatesTaken, DifferenceChanged, DataExists where a change is open, and TooOften.
    """
    before = await transitions.load_order(deps, order_id)
    role = role_of(before, context.user_id)
    await limits.acquire(deps, ("change_per_user", str(context.user_id)))

    async def work(queries: Queries, order: Order) -> ChangeForParty:
        if version not in (None, order.version):
            raise StaleOrder
        quoted = await _quote(deps, queries, order, stay, guests)
        if difference not in (None, quoted.difference):
            raise DifferenceChanged
        change = await _create(deps, queries, order, role, quoted)
        await change_endings.record(
            deps, queries, "change.offered", order, change, [transitions.party(order, _other(role))]
        )
        return _for_party(deps, change, role)

    return await transitions.change_order(deps, before, work)


async def answer(
    deps: Deps, context: RequestContext, order_id: OrderId, change_id: ChangeId, action: Answer
) -> ChangeForParty:
    """Accept or decline the other party's change, or withdraw one's own.

    A guest may also withdraw a change while its payment is awaited. Raises NoSuchOrder, NoSuchChange, WrongRole,
    StaleChange where it is not open or can no longer be carried out, and DatesTaken; then everything is as before.
    """
    before = await transitions.load_order(deps, order_id)
    role = role_of(before, context.user_id)

    async def work(queries: Queries, order: Order) -> ChangeForParty:
        change = await stay_changes.get(queries, order_id, change_id)
        if change is None:
            raise NoSuchChange
        _check_answer(deps, change, role, action)
        by = TransitionBy(role, context.user_id, context.request_id)
        if action == "accept":
            await _accept(deps, queries, order, change, by)
        else:
            status: ChangeStatus = "DECLINED" if action == "decline" else "WITHDRAWN"
            await _end(deps, queries, order, change, status, [transitions.party(order, _other(role))])
        return _for_party(deps, await _reread(queries, change), role)

    return await transitions.change_order(deps, before, work)


async def expire(deps: Deps, change: Change) -> bool:
    """End a change whose time is over; False where it is not open any more."""

    async def work(queries: Queries, order: Order) -> bool:
        now = await stay_changes.get(queries, order.id, change.id)
        if now is None or now.due_at is None or now.due_at > deps.now():
            return False
        return await change_endings.end(deps, queries, order, now, "EXPIRED", (order.guest_id, order.host_id))

    return await transitions.change_order(deps, await transitions.load_order(deps, change.order_id), work)


async def carry_out(deps: Deps, queries: Queries, order: Order, change: Change, by: TransitionBy) -> None:
    """Give the order the stay of the change, whose new nights it has. Raises StaleOrder and StaleChange.

    The nights that stay are never free in between.
    """
    now = deps.now()
    await nights.free_some(queries, order.house_id, set(order.stay.nights) - set(change.stay.nights), order.id)
    due_at = deadlines.due_at(order.status, change.stay, now, deps.order_rules)
    # nobody is reminded twice of the same arrival
    same_start = change.stay.start == order.stay.start
    remind_at = order.remind_at if same_start else deadlines.remind_at(order.status, change.stay, now, due_at)
    changed = ChangedStay(
        stay=change.stay,
        guests=change.guests,
        items=change.items,
        amount=change.amount,
        refunds_from=change_rules.refunds_from(order, change),
        due_at=due_at,
        remind_at=remind_at,
    )
    if not await orders.change_stay(queries, order, changed):
        raise StaleOrder
    if not await stay_changes.close(queries, change, "ACCEPTED"):
        raise StaleChange
    if change.difference < 0:
        await refunds.schedule_part(deps, queries, order, Fen(-change.difference), f"change-{change.id}")
    event = by.event(order.id, "change", order.status, order.status, now)
    state = transitions.state_of(await transitions.require_order(queries, order.id), by.actor)
    # both have heard of an acceptance; a payment is news to both
    told = (order.guest_id, order.host_id) if by.actor is Actor.PAYMENTS else ()
    await transitions.record_event(deps, queries, event, "order.changed", state, told)


async def _accept(deps: Deps, queries: Queries, order: Order, change: Change, by: TransitionBy) -> None:
    """Take the new nights; then carry the change out, or await the difference. Raises DatesTaken and StaleChange."""
    if change_rules.wrong_fields(order, change.stay, today(deps)) or order.amount != change.amount_before:
        raise StaleChange
    try:
        await nights.sell(queries, order.house_id, change_endings.added_nights(order, change), order.id)
    except DuplicateKey:
        raise DatesTaken from None
    told = [transitions.party(order, _other(by.actor))]
    if change.difference <= 0:
        await change_endings.record(deps, queries, "change.accepted", order, replace(change, due_at=None), told)
        await carry_out(deps, queries, order, change, by)
        return
    due_at = _due_at(deps, order, change.stay)
    if not await stay_changes.await_payment(queries, change, due_at):
        raise StaleChange
    await change_endings.record(deps, queries, "change.accepted", order, replace(change, due_at=due_at), told)


async def _quote(deps: Deps, queries: Queries, order: Order, stay: Stay, guests: int) -> ChangeQuote:
    """The quote of a change that can be carried out now. Raises StaleOrder, BadParameters, Conflict, DatesTaken."""
    if not is_changeable(deps, order):
        raise StaleOrder("支付后、住宿结束前才能更改")
    terms, taken, ranges = await queries.gather(
        require_terms(queries, order.house_id),
        nights.between(queries, order.house_id, stay.start, stay.last_night),
        prices.ranges(queries, order.house_id, stay.start, stay.last_night),
    )
    wrong = change_rules.wrong_fields(order, stay, today(deps), guests=guests, capacity=terms.capacity)
    if wrong:
        raise BadParameters(fields=wrong)
    if (stay, guests) == (order.stay, order.guests):
        raise Conflict("日期和人数都没有改变")
    if any(each.order_id != order.id for each in taken):
        raise DatesTaken
    bill = pricing.quote(terms, ranges, stay, guests)
    return ChangeQuote(stay, guests, bill, Fen(bill.amount - order.amount))


async def _create(deps: Deps, queries: Queries, order: Order, role: Actor, quoted: ChangeQuote) -> Change:
    """Store an offer. Raises DataExists where the order has an open change."""
    new = NewChange(
        order_id=order.id,
        offered_by="custom" if role is Actor.CUSTOM else "landlord",
        stay=quoted.stay,
        guests=quoted.guests,
        items=quoted.bill.items,
        amount=quoted.bill.amount,
        amount_before=order.amount,
        due_at=_due_at(deps, order, quoted.stay),
        created_at=deps.now(),
    )
    try:
        change_id = await stay_changes.create(queries, new)
    except DuplicateKey:
        raise DataExists("这个订单已有待处理的更改") from None
    change = await stay_changes.get(queries, order.id, change_id)
    if change is None:
        raise NoSuchChange
    return change


def _due_at(deps: Deps, order: Order, stay: Stay) -> datetime:
    """Until when a change is answered, or its difference paid, in UTC: 24 hours, at most until the check-in."""
    first, day = min(order.stay.start, stay.start), today(deps)
    end = min(order.stay.end, stay.end) if order.stay.start <= day else max(first, day + timedelta(days=1))
    return min(deps.now() + _TIME, midnight(end))


def _check_answer(deps: Deps, change: Change, role: Actor, action: Answer) -> None:
    """Raises WrongRole for the other party's action, and StaleChange where the change is not open."""
    if change.due_at is None or change.due_at <= deps.now():
        raise StaleChange
    if action in _actions(deps, change, role):
        return
    if change.status == "WAIT_PAYMENT" and action != "withdraw":
        raise StaleChange
    raise WrongRole("您不能进行此操作")


def _for_party(deps: Deps, change: Change, role: Actor) -> ChangeForParty:
    return ChangeForParty(change, _actions(deps, change, role))


def _actions(deps: Deps, change: Change, role: Actor) -> list[Action]:
    """What the guest or the host may do with a change now."""
    if change.due_at is None or change.due_at <= deps.now():
        return []
    if change.status == "WAIT_PAYMENT":
        return ["pay", "withdraw"] if role is Actor.CUSTOM else []
    return ["withdraw"] if change.offered_by == role else ["accept", "decline"]


async def _reread(queries: Queries, change: Change) -> Change:
    found = await stay_changes.get(queries, change.order_id, change.id)
    if found is None:
        raise NoSuchChange
    return found


async def _end(
    deps: Deps, queries: Queries, order: Order, change: Change, status: ChangeStatus, notified: list[UserId]
) -> None:
    if not await change_endings.end(deps, queries, order, change, status, notified):
        raise StaleChange


def _other(role: Actor) -> Actor:
    return Actor.LANDLORD if role is Actor.CUSTOM else Actor.CUSTOM
