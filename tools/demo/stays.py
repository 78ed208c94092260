"""Past stays with their reviews, and the orders of the README's guest in several states."""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.houses import houses, nights, prices
from models.houses.prices import Terms
from models.orders import events, orders, payments
from models.orders.events import NewEvent
from models.orders.orders import NewOrder, Order
from models.orders.payments import NewPayment
from models.stay import Stay
from models.types import HouseId, OrderId, UserId
from services.local_time import midnight
from services.orders import pricing
from services.orders.pricing import POLICIES
from services.orders.states import OrderStatus
from tools.demo.reviews import Review
from utils.mysql import Queries

S = OrderStatus
_PAID = (("book", "custom", None, S.WAIT_ACCEPT), ("accept", "landlord", S.WAIT_ACCEPT, S.WAIT_PAYMENT),
         ("receive", "payments", S.WAIT_PAYMENT, S.PAID))  # fmt: skip
_STEPS = {
    S.PAID: _PAID,
    S.WAIT_COMMENT: (*_PAID, ("complete", "clock", S.PAID, S.WAIT_COMMENT)),
    S.COMPLETE: (
        *_PAID,
        ("complete", "clock", S.PAID, S.WAIT_COMMENT),
        ("comment", "custom", S.WAIT_COMMENT, S.COMPLETE),
    ),
    S.CANCELED: (*_PAID, ("cancel", "custom", S.PAID, S.CANCELED)),
    S.REJECTED: (_PAID[0], ("reject", "landlord", S.WAIT_ACCEPT, S.REJECTED)),
}
"""What has happened to an order that is in this state: action, actor, and the states before and after."""


@dataclass(frozen=True)
class Booked:
    """Who stays where, and when they booked; the time is in UTC."""

    house: HouseId
    host: UserId
    guest: UserId
    stay: Stay
    at: datetime


class Calendar:
    """Past stays of one house that do not overlap, from yesterday backwards."""

    def __init__(self, chance: random.Random, today: date, count: int) -> None:
        self._chance = chance
        self._end = today - timedelta(days=chance.randint(2, 20))
        self._gap = max(2, min(330 // max(count, 1) - 5, 45))

    def next(self) -> Stay:
        """The stay before the last one."""
        stay = Stay(self._end - timedelta(days=self._chance.randint(1, 4)), self._end)
        self._end = stay.start - timedelta(days=self._chance.randint(1, self._gap))
        return stay


async def add_reviewed(queries: Queries, booked: Booked, review: Review, terms: Terms) -> OrderId:
    """A past stay with its review; the caller counts it with models.houses.review_counts."""
    order_id = await _create(queries, _order(booked, S.COMPLETE, terms))
    then = midnight(booked.stay.end) + timedelta(hours=34)
    await orders.set_comment(queries, order_id, review.text, review.rating, then)
    if review.reply:
        await orders.set_reply(queries, order_id, review.reply, then + timedelta(hours=7))
    return order_id


async def add(queries: Queries, booked: Booked, status: OrderStatus) -> OrderId:
    """An order in that state; it holds its nights."""
    return await _create(queries, _order(booked, status, await prices.terms(queries, booked.house)))


async def add_story(queries: Queries, order_id: OrderId, booked: Booked, status: OrderStatus) -> None:
    """The events of an order, and its payment, as its page shows them."""
    await _add_events(queries, order_id, booked, status)
    if status is not S.REJECTED:
        await _add_payment(queries, await orders.get(queries, order_id))


async def _create(queries: Queries, order: NewOrder) -> OrderId:
    order_id = await orders.create(queries, order)
    if order.status in (S.COMPLETE, S.WAIT_COMMENT):
        await houses.count_stay(queries, order.house_id)
    if order.status not in (S.CANCELED, S.REJECTED):
        await nights.sell(queries, order.house_id, order.stay.nights, order_id)
    return order_id


def _order(booked: Booked, status: OrderStatus, terms: Terms) -> NewOrder:
    guests = min(2, terms.capacity)
    bill = pricing.quote(terms, (), booked.stay, guests)
    due = midnight(booked.stay.end) if status is S.PAID else None
    return NewOrder(
        guest_id=booked.guest,
        house_id=booked.house,
        host_id=booked.host,
        stay=booked.stay,
        guests=guests,
        items=bill.items,
        deposit=terms.deposit,
        cancellation=terms.cancellation,
        refund_tiers=POLICIES[terms.cancellation],
        status=status,
        due_at=due,
        remind_at=None,
        created_at=booked.at,
    )


async def _add_events(queries: Queries, order_id: OrderId, booked: Booked, status: OrderStatus) -> None:
    """Each step half an hour after the one before; what the clock and the review do comes after the stay."""
    for number, (action, actor, source, target) in enumerate(_STEPS[status]):
        at = booked.at + timedelta(minutes=30 * number)
        if action in ("complete", "comment"):
            at = midnight(booked.stay.end) + timedelta(hours=34 if action == "comment" else 0)
        user = {"custom": booked.guest, "landlord": booked.host}.get(actor)
        await events.add(queries, NewEvent(order_id, action, actor, user, source, target, "demo", at))


async def _add_payment(queries: Queries, order: Order) -> None:
    then, number = order.created_at + timedelta(hours=1), f"demo{order.id}"
    await payments.create(queries, NewPayment(order.id, number, order.amount, then, then))
    payment = await payments.of_order(queries, order.id)
    if payment is None:
        raise LookupError(number)
    await payments.mark_paid(queries, payment.id, number, then)
    if order.status == S.CANCELED:
        await payments.schedule_refund(queries, order.id, order.amount, then)
        await payments.mark_refunded(queries, payment.id, then + timedelta(hours=26))
