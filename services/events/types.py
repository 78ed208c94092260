"""The types of events, with the version and the fields of their payloads; docs/events.md is made from this module.

A payload holds ids, states, dates and amounts, and what a receiver needs to rebuild its subject. It never holds a
mobile, an identity number, a code or a message's text: events reach webhooks, files and logs of others.

A new optional field keeps the version. Any other change is a new version of the type.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import ClassVar

from models.events.events import Subject
from models.types import Fen, HouseId, OrderId, ThreadId, UserId


@dataclass(frozen=True)
class Payload:
    """The facts of an event. The first field of each payload is the id of its subject."""

    subject: ClassVar[Subject]
    version: ClassVar[int] = 1

    @property
    def subject_id(self) -> int:
        """The id of what the event is about."""
        first: int = getattr(self, fields(self)[0].name)
        return first


@dataclass(frozen=True)
class OrderState(Payload):
    """An order after the event: whoever has the newest one has the whole order."""

    subject = "order"
    order_id: OrderId
    house_id: HouseId
    guest_id: UserId
    host_id: UserId
    status: str
    """WAIT_ACCEPT, WAIT_PAYMENT, PAID …: docs/orders.md."""
    order_version: int
    """Counts the changes of the order from 1."""
    start_date: date
    """The check-in date."""
    end_date: date
    """The check-out date."""
    guests: int
    amount: Fen
    """What the guest pays."""
    deposit: Fen
    """What guest and host settle at the house."""
    due_at: datetime | None
    """When the order ends, or the stay does, if nobody acts before; UTC."""
    actor: str
    """custom (the guest), landlord (the host), clock or payments."""
    refund: Fen | None = None
    """The refund that is scheduled or made."""
    reason: str | None = None
    """Why the host has rejected the order."""
    part: Fen | None = None
    """How much `order.refunded` gives back, or `order.paid_late` will, of an order that goes on or was changed."""


@dataclass(frozen=True)
class StayChange(Payload):
    """A change of dates or guests that one party of an order offers to the other."""

    subject = "order"
    order_id: OrderId
    house_id: HouseId
    change_id: int
    offered_by: str
    """custom (the guest) or landlord (the host)."""
    start_date: date
    end_date: date
    guests: int
    difference: Fen
    """What the guest pays more; below 0, what the guest gets back."""
    due_at: datetime | None = None
    """Until when the other party answers, or the guest pays the difference; null where neither is awaited; UTC."""


@dataclass(frozen=True)
class ReviewState(Payload):
    """A review of a stay: whose, and whether everybody may read it."""

    subject = "order"
    order_id: OrderId
    house_id: HouseId
    author: str
    """custom (the guest) or landlord (the host)."""
    published: bool
    rating: int | None
    """1 to 5; None before publication, and from clients that send none."""


@dataclass(frozen=True)
class MessageSent(Payload):
    """A message in a thread. Its text is read through the API."""

    subject = "thread"
    thread_id: ThreadId
    house_id: HouseId
    message_id: int
    sender_id: UserId
    pictures: int
    """How many pictures the message has."""


@dataclass(frozen=True)
class ThreadRead(Payload):
    """A user has read a thread up to a message."""

    subject = "thread"
    thread_id: ThreadId
    reader_id: UserId
    message_id: int


@dataclass(frozen=True)
class HouseReviewed(Payload):
    """An admin has decided about a house's texts and pictures."""

    subject = "house"
    house_id: HouseId
    host_id: UserId
    reason: str | None = None
    """Why the house was rejected."""


@dataclass(frozen=True)
class CalendarHealth(Payload):
    """An imported calendar keeps failing, or works again."""

    subject = "calendar"
    feed_id: int
    house_id: HouseId
    host_id: UserId
    error: str | None = None
    """The kind of failure."""


@dataclass(frozen=True)
class AccountChange(Payload):
    """Something happened to an account that its owner should know of."""

    subject = "user"
    user_id: UserId
    device: str | None = None
    """The new device in words: Chrome on Linux."""


@dataclass(frozen=True)
class EndpointDisabled(Payload):
    """A webhook endpoint is called no more."""

    subject = "user"
    user_id: UserId
    endpoint_id: int
    reason: str = "failing"
    """failing (for a week) or gone (it has answered 410)."""


TYPES: dict[str, tuple[type[Payload], str]] = {
    "order.booked": (OrderState, "A guest has booked a stay. It awaits the host's answer, or the payment."),
    "order.accepted": (OrderState, "The host has accepted; the guest pays until `due_at`."),
    "order.rejected": (OrderState, "The host has rejected the order."),
    "order.payment_due": (OrderState, "Half of the time to pay is over."),
    "order.answer_due": (OrderState, "Half of the host's time to answer is over."),
    "order.expired": (OrderState, "Nobody answered or paid in time."),
    "order.paid": (OrderState, "The guest has paid."),
    "order.paid_late": (OrderState, "Money came for an order that had ended; it is refunded."),
    "order.cancelled": (OrderState, "The guest or the host has cancelled."),
    "order.refunded": (OrderState, "The refund is made."),
    "order.arrival_near": (OrderState, "The stay begins tomorrow, or today where it was paid later."),
    "order.checked_in": (OrderState, "The stay has begun."),
    "order.completed": (OrderState, "The stay has ended."),
    "order.reviewed": (OrderState, "The guest has written the review: nothing is left to do."),
    "order.review_due": (OrderState, "The time to write a review soon ends."),
    "order.changed": (OrderState, "Dates or guests have changed, as both parties agreed."),
    "change.offered": (StayChange, "One party offers other dates or guests."),
    "change.accepted": (StayChange, "The other party has accepted the change."),
    "change.declined": (StayChange, "The other party has declined the change."),
    "change.ended": (StayChange, "The offer was withdrawn, or its time has ended."),
    "review.written": (ReviewState, "One party has written its review, which the other cannot read yet."),
    "review.published": (ReviewState, "Everybody may read the review."),
    "review.replied": (ReviewState, "The host has replied to the guest's review."),
    "message.sent": (MessageSent, "A message has come."),
    "message.read": (ThreadRead, "A user has read a thread."),
    "house.approved": (HouseReviewed, "An admin has approved the house."),
    "house.rejected": (HouseReviewed, "An admin has rejected the house."),
    "calendar.feed_failed": (CalendarHealth, "An imported calendar has failed several times in a row."),
    "calendar.feed_healed": (CalendarHealth, "An imported calendar that had failed works again."),
    "user.device_signed_in": (AccountChange, "A device that the account does not know has signed in."),
    "user.password_changed": (AccountChange, "The password was changed or reset."),
    "webhook.disabled": (
        EndpointDisabled,
        "A webhook endpoint is disabled: it has failed for a week, or has answered 410.",
    ),
}
"""Each type with its payload and its meaning."""
