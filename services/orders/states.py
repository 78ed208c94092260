"""The states of an order and the transitions between them, as one table; docs/orders.md draws it."""

from dataclasses import dataclass
from enum import StrEnum


class OrderStatus(StrEnum):
    """The states, under the names of the REST surface (docs/api-contract.md)."""

    WAIT_ACCEPT = "WAIT_ACCEPT"
    WAIT_PAYMENT = "WAIT_PAYMENT"
    PAID = "PAID"
    IN_STAY = "IN_STAY"
    WAIT_COMMENT = "WAIT_COMMENT"
    COMPLETE = "COMPLETE"
    CANCELED = "CANCELED"
    REJECTED = "REJECTED"
    EXPIRED = "EXPIRED"


class Actor(StrEnum):
    """Who changes an order. The first two are the roles of the API."""

    CUSTOM = "custom"
    LANDLORD = "landlord"
    CLOCK = "clock"
    """A worker, once the order is due."""
    PAYMENTS = "payments"
    """The payment service, by a signed notice or its answer to a query."""


ACTIVE = (OrderStatus.WAIT_ACCEPT, OrderStatus.WAIT_PAYMENT, OrderStatus.PAID, OrderStatus.IN_STAY)
"""The stay has not ended: a house with such an order cannot be deleted."""

NIGHTS_FREED = (OrderStatus.CANCELED, OrderStatus.REJECTED, OrderStatus.EXPIRED)
"""An order in one of these states holds no nights; in any other state it holds all of its nights."""

CUSTOM, LANDLORD, CLOCK, PAYMENTS = Actor.CUSTOM, Actor.LANDLORD, Actor.CLOCK, Actor.PAYMENTS


@dataclass(frozen=True)
class Transition:
    """A transition: its name, who may make it, from which states, to which state, its event, and who is notified."""

    action: str
    by: tuple[Actor, ...]
    sources: tuple[OrderStatus, ...]
    target: OrderStatus
    event: str
    """The type of the event that is recorded (services/events/types.py)."""
    notifies: tuple[Actor, ...]
    not_before_start: bool = False
    """Possible from the first day of the stay on."""

    @property
    def frees_nights(self) -> bool:
        """Whether the nights of the order can be booked again afterwards."""
        return self.target in NIGHTS_FREED


_S = OrderStatus
BOOK = Transition("book", (CUSTOM,), (), _S.WAIT_ACCEPT, "order.booked", (LANDLORD,))
BOOK_INSTANTLY = Transition("book", (CUSTOM,), (), _S.WAIT_PAYMENT, "order.booked", (LANDLORD,))
"""A booking of a house whose host answers no requests: the guest pays at once."""
TRANSITIONS = (
    Transition("accept", (LANDLORD,), (_S.WAIT_ACCEPT,), _S.WAIT_PAYMENT, "order.accepted", (CUSTOM,)),
    Transition("reject", (LANDLORD,), (_S.WAIT_ACCEPT,), _S.REJECTED, "order.rejected", (CUSTOM,)),
    Transition(
        "cancel", (CUSTOM,), (_S.WAIT_ACCEPT, _S.WAIT_PAYMENT, _S.PAID), _S.CANCELED, "order.cancelled", (LANDLORD,)
    ),
    Transition("cancel", (LANDLORD,), (_S.WAIT_PAYMENT, _S.PAID), _S.CANCELED, "order.cancelled", (CUSTOM,)),
    Transition("expire", (CLOCK,), (_S.WAIT_ACCEPT, _S.WAIT_PAYMENT), _S.EXPIRED, "order.expired", (CUSTOM, LANDLORD)),
    Transition("receive", (PAYMENTS,), (_S.WAIT_PAYMENT,), _S.PAID, "order.paid", (CUSTOM, LANDLORD)),
    Transition("check_in", (CUSTOM, LANDLORD), (_S.PAID,), _S.IN_STAY, "order.checked_in", (), not_before_start=True),
    Transition("complete", (CUSTOM, LANDLORD), (_S.IN_STAY,), _S.WAIT_COMMENT, "order.completed", (CUSTOM,)),
    Transition("complete", (CLOCK,), (_S.PAID, _S.IN_STAY), _S.WAIT_COMMENT, "order.completed", (CUSTOM,)),
    Transition("comment", (CUSTOM,), (_S.WAIT_COMMENT,), _S.COMPLETE, "order.reviewed", (LANDLORD,)),
)


def find_transition(action: str, actor: Actor, status: str) -> Transition | None:
    """The transition of that name that the actor may make from this state."""
    return next((t for t in TRANSITIONS if t.action == action and actor in t.by and status in t.sources), None)


def find_due_transition(status: str) -> Transition | None:
    """The transition that a worker makes from this state when the order is due."""
    return next((t for t in TRANSITIONS if CLOCK in t.by and status in t.sources), None)


def may_ever(actor: Actor, action: str) -> bool:
    """Whether the actor may make a transition of that name from any state."""
    return any(t.action == action and actor in t.by for t in TRANSITIONS)


def available_actions(actor: Actor, status: str, *, started: bool) -> list[str]:
    """The actor's transitions from this state, by name; `started` says that the first day of the stay has come."""
    transitions = (t for t in TRANSITIONS if actor in t.by and status in t.sources)
    return [t.action for t in transitions if started or not t.not_before_start]
