"""Reading orders: lists, one order, notices. An order is shown to its guest and its host only."""

from dataclasses import dataclass

from models.orders import events, orders
from models.orders.events import Notice, OrderEvent
from models.orders.orders import Order, Role
from models.types import Fen, OrderId
from services.deps import Deps
from services.local_time import today
from services.orders import pricing, states, transitions
from services.orders.states import Actor, OrderStatus
from services.orders.transitions import NoSuchOrder
from utils.sessions import Session

_ADDRESS_SHOWN = (OrderStatus.PAID, OrderStatus.IN_STAY, OrderStatus.WAIT_COMMENT, OrderStatus.COMPLETE)
_CONTACT_SHOWN = (OrderStatus.PAID, OrderStatus.IN_STAY)


@dataclass(frozen=True)
class OrderForParty:
    """An order as its guest or its host sees it, and what this party may do now."""

    order: Order
    role: Actor
    actions: list[str]

    @property
    def arrival(self) -> tuple[str | None, str | None]:
        """District and address: from the payment on, else None."""
        if self.order.status not in _ADDRESS_SHOWN:
            return None, None
        return self.order.area_name, self.order.address

    @property
    def contact(self) -> str | None:
        """The other party's mobile: from the payment until the stay has ended, else None."""
        if self.order.status not in _CONTACT_SHOWN:
            return None
        return self.order.host_mobile if self.role is Actor.CUSTOM else self.order.guest_mobile


@dataclass(frozen=True)
class OrderPage:
    """A page of orders; `next_after` is the `after` of the next page, None on the last one."""

    orders: list[OrderForParty]
    next_after: OrderId | None


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
    """The refund of a guest who cancels today; None where nothing is paid."""


@dataclass(frozen=True)
class NoticePage:
    """A page of notices; `next_after` is the `after` of the next page, None on the last one."""

    notices: list[Notice]
    next_after: int | None


async def list_orders(deps: Deps, session: Session, role: Role, *, after: int | None, size: int) -> OrderPage:
    """The user's orders in that role, the newest first; `after` is the last id of the page before."""
    async with deps.db.connection() as queries:
        found = await orders.of_user(queries, session.user_id, role, after=after, limit=size + 1)
    shown = [for_party(deps, order, Actor(role)) for order in found[:size]]
    return OrderPage(shown, shown[-1].order.id if len(found) > size else None)


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
        seen = for_party(deps, order, role_of(order, session.user_id))
        refund_today = refund_by_guest(deps, order) if order.status == OrderStatus.PAID else None
        return OrderDetails(seen, await events.of_order(queries, order_id), refund_today)


async def list_notices(deps: Deps, session: Session, *, after: int | None, size: int) -> NoticePage:
    """What the user is notified of, the newest first; `after` is the last id of the page before."""
    async with deps.db.connection() as queries:
        found = await events.notices(queries, session.user_id, after=after, limit=size + 1)
    return NoticePage(found[:size], found[size - 1].id if len(found) > size else None)


def for_party(deps: Deps, order: Order, role: Actor) -> OrderForParty:
    """The order with what the guest or the host may do now."""
    actions = states.available_actions(role, order.status, started=order.stay.start <= today(deps))
    if role is Actor.CUSTOM and order.status == OrderStatus.WAIT_PAYMENT:
        actions.append("pay")
    if role is Actor.LANDLORD and order.commented_at and order.reply is None:
        actions.append("reply")
    return OrderForParty(order, role, actions)


def role_of(order: Order, user_id: int) -> Actor:
    """The user's role in the order. Raises NoSuchOrder for others, who do not learn that the order exists."""
    if user_id == order.guest_id:
        return Actor.CUSTOM
    if user_id == order.host_id:
        return Actor.LANDLORD
    raise NoSuchOrder


def refund_by_guest(deps: Deps, order: Order) -> Fen:
    """The refund of a paid order whose guest cancels today."""
    return pricing.refund_on(order.refund_tiers, order.amount, order.stay.start, today(deps))
