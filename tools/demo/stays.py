"""Past stays with their reviews, and the orders of the README's guest in several states."""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.houses import houses, nights, prices, review_counts
from models.orders import events, orders, payments
from models.orders.events import NewEvent
from models.orders.orders import NewOrder
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


async def add_reviewed(queries: Queries, booked: Booked, review: Review) -> None:
    """A past stay with its review."""
    order_id = await add(queries, booked, S.COMPLETE)
    then = midnight(booked.stay.end) + timedelta(hours=34)
    await orders.set_comment(queries, order_id, review.text, review.rating, then)
    if review.reply:
        await orders.set_reply(queries, order_id, review.reply, then + timedelta(hours=7))
    await review_counts.add(queries, booked.house, review.rating)


async def add(queries: Queries, booked: Booked, status: OrderStatus) -> OrderId:
    """An order in that state, with its bill, events and payment; it holds its nights."""
    terms = await prices.terms(queries, booked.house)
    bill = pricing.quote(terms, (), booked.stay)
    due = midnight(booked.stay.end) if status is S.PAID else None
    order = NewOrder(
        guest_id=booked.guest,
        house_id=booked.house,
        host_id=booked.host,
        stay=booked.stay,
        guests=min(2, terms.capacity),
        items=bill.items,
        deposit=terms.deposit,
        cancellation=terms.cancellation,
        refund_tiers=POLICIES[terms.cancellation],
        status=status,
        due_at=due,
        created_at=booked.at,
    )
    order_id = await orders.create(queries, order)
    await _add_events(queries, order_id, booked, status)
    if status is not S.REJECTED:
        await _add_payment(queries, order_id, order)
    if status in (S.COMPLETE, S.WAIT_COMMENT):
        await houses.count_stay(queries, booked.house)
    if status not in (S.CANCELED, S.REJECTED):
        await nights.sell(queries, booked.house, booked.stay.nights, order_id)
    return order_id


async def _add_events(queries: Queries, order_id: OrderId, booked: Booked, status: OrderStatus) -> None:
    """Each step half an hour after the one before; what the clock and the review do comes after the stay."""
    for number, (action, actor, source, target) in enumerate(_STEPS[status]):
        at = booked.at + timedelta(minutes=30 * number)
        if action in ("complete", "comment"):
            at = midnight(booked.stay.end) + timedelta(hours=34 if action == "comment" else 0)
        user = {"custom": booked.guest, "landlord": booked.host}.get(actor)
        await events.add(queries, NewEvent(order_id, action, actor, user, source, target, "demo", at))


async def _add_payment(queries: Queries, order_id: OrderId, order: NewOrder) -> None:
    then = order.created_at + timedelta(hours=1)
    number = f"demo{order_id}"
    await payments.create(queries, NewPayment(order_id, number, order.amount, then, then))
    payment = await payments.of_order(queries, order_id)
    if payment is None:
        raise LookupError(number)
    await payments.mark_paid(queries, payment.id, number, then)
    if order.status == S.CANCELED:
        await payments.schedule_refund(queries, order_id, order.amount, then)
        await payments.mark_refunded(queries, payment.id, then + timedelta(hours=26))
