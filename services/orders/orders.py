"""Reading orders: lists, one order, notices. An order is shown to its guest and its host only."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from models.orders import events, orders
from models.orders.events import Notice, OrderEvent
from models.orders.orders import Order, OrderCounts, Role
from models.reviews.reviews import GuestRecord
from models.types import Fen, OrderId
from services.deps import Deps
from services.errors import NoData
from services.houses import arrival
from services.houses.arrival import ArrivalGuide
from services.local_time import today
from services.orders import pricing, states, tabs, transitions
from services.orders.states import Actor, OrderStatus
from services.orders.tabs import Tab
from services.orders.transitions import NoSuchOrder
from services.reviews import reading, windows
from services.reviews.reading import ReviewsForParty
from utils.sessions import Session

_PLACE_SHOWN = (OrderStatus.PAID, OrderStatus.IN_STAY, OrderStatus.WAIT_COMMENT, OrderStatus.COMPLETE)
_PLACE_SHOWN_AFTER = timedelta(days=1)
"""The guest reads the exact place until so long after the check-out date."""
_CONTACT_SHOWN = (OrderStatus.PAID, OrderStatus.IN_STAY)
NOTICE_ACTIONS = {each.event: each.action for each in (states.BOOK, *states.TRANSITIONS)} | {
    "order.paid_late": "late_payment",
    "order.refunded": "refund",
}
"""The names that notices have for the types of events."""


class NoArrivalGuide(NoData):
    """The guide is for the guest, from the payment until the day after the stay."""

    text = "入住指引从支付后到退房次日可以查看"


@dataclass(frozen=True)
class Place:
    """Where exactly a house is: its door, and its position, GCJ-02."""

    address_detail: str
    lat: Decimal | None
    lng: Decimal | None


@dataclass(frozen=True)
class OrderForParty:
    """An order as its guest or its host sees it, and what this party may do now."""

    order: Order
    role: Actor
    actions: list[str]
    place: Place | None
    """None where this party must not know it: before the payment, and from two days after the stay on."""

    @property
    def contact(self) -> str | None:
        """The other party's mobile: from the payment until the stay has ended, else None."""
        if self.order.status not in _CONTACT_SHOWN:
            return None
        return self.order.host_mobile if self.role is Actor.CUSTOM else self.order.guest_mobile

    @property
    def comment(self) -> str | None:
        """The guest's review: once it is published, and always for the guest."""
        return self.order.guest_wrote if self.role is Actor.CUSTOM else self.order.comment

    @property
    def rating(self) -> int | None:
        """The rating of that review."""
        return self.order.guest_rated if self.role is Actor.CUSTOM else self.order.rating


@dataclass(frozen=True)
class OrderPage:
    """A page of orders; `next_after` is the `after` of the next page, None on the last one."""

    orders: list[OrderForParty]
    next_after: OrderId | None
    counts: OrderCounts


@dataclass(frozen=True)
class NumberedOrderPage:
    """A page of orders by its number; `total` counts the orders of all pages."""

    orders: list[OrderForParty]
    total: int


@dataclass(frozen=True)
class OrderDetails:
    """An order with its history."""

    order: OrderForParty
    events: list[OrderEvent]
    refund_today: Fen | None
    """The refund where this party cancels today; None where nothing is paid."""
    reviews: ReviewsForParty
    guest_record: GuestRecord | None
    """What hosts say of the guest; None for the guest."""


@dataclass(frozen=True)
class NoticePage:
    """A page of notices; `next_after` is the `after` of the next page, None on the last one."""

    notices: list[Notice]
    next_after: int | None


async def list_orders(
    deps: Deps, session: Session, role: Role, tab: Tab | None = None, *, after: int | None, size: int
) -> OrderPage:
    """The user's orders in that role, all or those of a tab; `after` is the last id of the page before.

    The newest come first; in the tabs of upcoming and current orders, the earliest stays.
    """
    first, user_id = today(deps), session.user_id
    async with deps.db.connection() as queries:
        if tab is None:
            reading = orders.of_user(queries, user_id, role, after=after, limit=size + 1)
        else:
            wanted = tabs.filter_of(tab, role)
            reading = orders.filtered(queries, user_id, role, wanted, today=first, after=after, limit=size + 1)
        found, counts = await queries.gather(reading, tabs.counts(queries, user_id, role, first))
    shown = [for_party(deps, order, Actor(role)) for order in found[:size]]
    return OrderPage(shown, shown[-1].order.id if len(found) > size else None, counts)


async def counts(deps: Deps, session: Session, role: Role) -> OrderCounts:
    """How many orders of the user, in that role, the tabs hold."""
    async with deps.db.connection() as queries:
        return await tabs.counts(queries, session.user_id, role, today(deps))


async def list_orders_by_number(deps: Deps, session: Session, role: Role, *, page: int, size: int) -> NumberedOrderPage:
    """The user's orders in that role, the newest first; pages are numbered from 1."""
    async with deps.db.connection() as queries:
        found, total = await queries.gather(
            orders.of_user(queries, session.user_id, role, limit=size, offset=(page - 1) * size),
            orders.count(queries, session.user_id, role),
        )
    return NumberedOrderPage([for_party(deps, order, Actor(role)) for order in found], total)


async def show(deps: Deps, session: Session, order_id: OrderId) -> OrderDetails:
    """An order with its history. Raises NoSuchOrder for everybody but its guest and its host."""
    async with deps.db.connection() as queries:
        order = await transitions.require_order(queries, order_id)
        role = role_of(order, session.user_id)
        history, said, record = await queries.gather(
            events.of_order(queries, order_id),
            reading.for_party(queries, order, role),
            reading.guest_record(queries, order, role),
        )
        return OrderDetails(for_party(deps, order, role), history, refund_by(deps, order, role), said, record)


async def list_notices(deps: Deps, session: Session, *, after: int | None, size: int) -> NoticePage:
    """What the user is notified of, the newest first; `after` is the last id of the page before."""
    async with deps.db.connection() as queries:
        found = await events.notices(queries, session.user_id, tuple(NOTICE_ACTIONS), after=after, limit=size + 1)
    return NoticePage(found[:size], found[size - 1].id if len(found) > size else None)


def for_party(deps: Deps, order: Order, role: Actor) -> OrderForParty:
    """The order with what the guest or the host may do now."""
    return OrderForParty(order, role, _actions(deps, order, role), _place(deps, order, role))


def _actions(deps: Deps, order: Order, role: Actor) -> list[str]:
    """The actions that would succeed now. None changes the state of an order that is due: a worker is about to."""
    due = order.due_at is not None and order.due_at <= deps.now()
    actions = [] if due else states.available_actions(role, order.status, started=order.stay.start <= today(deps))
    if role is Actor.CUSTOM and order.status == OrderStatus.WAIT_PAYMENT and not due:
        actions.append("pay")
    if role is Actor.LANDLORD and order.commented_at and order.reply is None:
        actions.append("reply")
    if role is Actor.LANDLORD and windows.may_write(deps, order, role):
        actions.append("review")
    if "comment" in actions and not windows.may_write(deps, order, role):
        actions.remove("comment")
    return actions


def _place(deps: Deps, order: Order, role: Actor) -> Place | None:
    """The exact place: always for the host, for the guest from the payment until the day after the stay."""
    shown = role is Actor.LANDLORD or _guest_may_enter(deps, order)
    return Place(order.address_detail, order.lat, order.lng) if shown else None


def _guest_may_enter(deps: Deps, order: Order) -> bool:
    """Whether the guest reads the exact place: from the payment until the day after the stay."""
    return order.status in _PLACE_SHOWN and today(deps) <= order.stay.end + _PLACE_SHOWN_AFTER


async def arrival_guide(deps: Deps, session: Session, order_id: OrderId) -> ArrivalGuide:
    """How the guest of an order gets into the house, from the payment until the day after the stay.

    Raises NoSuchOrder for strangers, and NoArrivalGuide at other times and for the host.
    """
    async with deps.db.connection() as queries:
        order = await transitions.require_order(queries, order_id)
        role = role_of(order, session.user_id)
        if role is not Actor.CUSTOM or not _guest_may_enter(deps, order):
            raise NoArrivalGuide
        return await arrival.read(deps, queries, order.house_id)


def role_of(order: Order, user_id: int) -> Actor:
    """The user's role in the order. Raises NoSuchOrder for others, who do not learn that the order exists."""
    if user_id == order.guest_id:
        return Actor.CUSTOM
    if user_id == order.host_id:
        return Actor.LANDLORD
    raise NoSuchOrder


def refund_by(deps: Deps, order: Order, role: Actor) -> Fen | None:
    """What a guest gets back where this party cancels today: from a host everything. None where nothing is paid."""
    if order.status != OrderStatus.PAID:
        return None
    if role is Actor.LANDLORD:
        return order.amount
    return pricing.refund_on(order.refund_tiers, order.amount, order.refund_start, today(deps))
