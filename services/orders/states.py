"""What may happen to an order: every state and every transition, as one table. docs/orders.md is a picture of it."""

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
    """Who moves an order. The first two are the roles of the API."""

    CUSTOM = "custom"
    LANDLORD = "landlord"
    CLOCK = "clock"
    """A worker, when the order's time has come."""
    PAYMENTS = "payments"
    """The payment service, by a signed word."""


ACTIVE = (OrderStatus.WAIT_ACCEPT, OrderStatus.WAIT_PAYMENT, OrderStatus.PAID, OrderStatus.IN_STAY)
"""Something is still to happen at the house."""

NIGHTS_FREED = (OrderStatus.CANCELED, OrderStatus.REJECTED, OrderStatus.EXPIRED)
"""An order in one of these holds no nights; in any other it holds all of its nights."""

CUSTOM, LANDLORD, CLOCK, PAYMENTS = Actor.CUSTOM, Actor.LANDLORD, Actor.CLOCK, Actor.PAYMENTS


@dataclass(frozen=True)
class Transition:
    """A transition: what it is called, who may do it, from where, to where, and to whom it is news."""

    action: str
    by: tuple[Actor, ...]
    sources: tuple[OrderStatus, ...]
    target: OrderStatus
    notifies: tuple[Actor, ...]
    not_before_start: bool = False
    """Only from the first day of the stay on."""

    @property
    def frees_nights(self) -> bool:
        return self.target in NIGHTS_FREED


_S = OrderStatus
BOOK = Transition("book", (CUSTOM,), (), _S.WAIT_ACCEPT, (LANDLORD,))
TRANSITIONS = (
    Transition("accept", (LANDLORD,), (_S.WAIT_ACCEPT,), _S.WAIT_PAYMENT, (CUSTOM,)),
    Transition("reject", (LANDLORD,), (_S.WAIT_ACCEPT,), _S.REJECTED, (CUSTOM,)),
    Transition("cancel", (CUSTOM,), (_S.WAIT_ACCEPT, _S.WAIT_PAYMENT, _S.PAID), _S.CANCELED, (LANDLORD,)),
    Transition("cancel", (LANDLORD,), (_S.WAIT_PAYMENT, _S.PAID), _S.CANCELED, (CUSTOM,)),
    Transition("expire", (CLOCK,), (_S.WAIT_ACCEPT, _S.WAIT_PAYMENT), _S.EXPIRED, (CUSTOM, LANDLORD)),
    Transition("receive", (PAYMENTS,), (_S.WAIT_PAYMENT,), _S.PAID, (CUSTOM, LANDLORD)),
    Transition("check_in", (CUSTOM, LANDLORD), (_S.PAID,), _S.IN_STAY, (), not_before_start=True),
    Transition("complete", (CUSTOM, LANDLORD), (_S.IN_STAY,), _S.WAIT_COMMENT, (CUSTOM,)),
    Transition("complete", (CLOCK,), (_S.PAID, _S.IN_STAY), _S.WAIT_COMMENT, (CUSTOM,)),
    Transition("comment", (CUSTOM,), (_S.WAIT_COMMENT,), _S.COMPLETE, (LANDLORD,)),
)


def find(action: str, actor: Actor, status: str) -> Transition | None:
    """The transition that this actor may make from this state."""
    return next((s for s in TRANSITIONS if s.action == action and actor in s.by and status in s.sources), None)


def knows(action: str, actor: Actor) -> bool:
    """Whether the actor may ever do that."""
    return any(step.action == action and actor in step.by for step in TRANSITIONS)


def open_to(actor: Actor, status: str, *, started: bool) -> list[str]:
    """What the actor may do now, by name; `started` says that the first day of the stay has come."""
    open_steps = (step for step in TRANSITIONS if actor in step.by and status in step.sources)
    return [step.action for step in open_steps if started or not step.not_before_start]
