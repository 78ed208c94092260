"""The table of an order's states, without any server."""

import pytest

from services.orders.states import (
    ACTIVE,
    BOOK,
    NIGHTS_FREED,
    TRANSITIONS,
    Actor,
    OrderStatus,
    available_actions,
    find_transition,
    may_ever,
)

ENDS = {OrderStatus.COMPLETE, *NIGHTS_FREED}
"""Nothing happens after one of these."""


def reachable(start: OrderStatus) -> set[OrderStatus]:
    found, queue = set(), [start]
    while queue:
        status = queue.pop()
        if status not in found:
            found.add(status)
            queue += [step.target for step in TRANSITIONS if status in step.sources]
    return found


def test_every_state_is_reached_and_leads_to_an_end() -> None:
    assert reachable(BOOK.target) == set(OrderStatus)
    for status in OrderStatus:
        assert reachable(status) & ENDS, status


def test_nothing_leaves_an_end_and_something_leaves_every_other_state() -> None:
    assert {source for step in TRANSITIONS for source in step.sources} == set(OrderStatus) - ENDS


def test_every_order_that_waits_is_ended_by_the_clock_or_by_its_guest() -> None:
    for status in ACTIVE:
        assert find_transition("expire", Actor.CLOCK, status) or find_transition("complete", Actor.CLOCK, status), (
            status
        )


def test_nobody_has_two_steps_of_one_name_from_one_state() -> None:
    steps = [(step.action, actor, source) for step in TRANSITIONS for actor in step.by for source in step.sources]
    assert len(steps) == len(set(steps))


def test_only_the_payment_service_makes_an_order_paid() -> None:
    assert [step.by for step in TRANSITIONS if step.target is OrderStatus.PAID] == [(Actor.PAYMENTS,)]


def test_nights_are_freed_by_cancelling_rejecting_and_expiring_alone() -> None:
    assert {step.action for step in TRANSITIONS if step.frees_nights} == {"cancel", "reject", "expire"}
    assert not BOOK.frees_nights


@pytest.mark.parametrize(
    ("actor", "status", "started", "actions"),
    [
        (Actor.CUSTOM, OrderStatus.WAIT_ACCEPT, False, ["cancel"]),
        (Actor.LANDLORD, OrderStatus.WAIT_ACCEPT, False, ["accept", "reject"]),
        (Actor.CUSTOM, OrderStatus.WAIT_PAYMENT, True, ["cancel"]),
        (Actor.LANDLORD, OrderStatus.WAIT_PAYMENT, True, ["cancel"]),
        (Actor.CUSTOM, OrderStatus.PAID, False, ["cancel"]),
        (Actor.CUSTOM, OrderStatus.PAID, True, ["cancel", "check_in"]),
        (Actor.LANDLORD, OrderStatus.PAID, True, ["cancel", "check_in"]),
        (Actor.CUSTOM, OrderStatus.IN_STAY, True, ["complete"]),
        (Actor.CUSTOM, OrderStatus.WAIT_COMMENT, True, ["comment"]),
        (Actor.LANDLORD, OrderStatus.WAIT_COMMENT, True, []),
        (Actor.CUSTOM, OrderStatus.COMPLETE, True, []),
        (Actor.CUSTOM, OrderStatus.CANCELED, True, []),
    ],
)
def test_what_somebody_may_do_now(actor: Actor, status: OrderStatus, started: bool, actions: list[str]) -> None:
    assert available_actions(actor, status, started=started) == actions
    for action in actions:
        step = find_transition(action, actor, status)
        assert step is not None
        assert (step.action, actor in step.by) == (action, True)


def test_what_somebody_may_never_do() -> None:
    assert may_ever(Actor.LANDLORD, "accept")
    assert not may_ever(Actor.CUSTOM, "accept")
    assert not may_ever(Actor.CUSTOM, "pay")
    assert find_transition("accept", Actor.CUSTOM, OrderStatus.WAIT_ACCEPT) is None
    assert find_transition("accept", Actor.LANDLORD, OrderStatus.PAID) is None
