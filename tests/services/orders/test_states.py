"""The table of an order's states, without any server."""

import pytest

from services.orders.states import ACTIVE, BOOKED, FREED, STEPS, Actor, Status, find, knows, open_to

ENDS = {Status.COMPLETE, *FREED}
"""Nothing happens after one of these."""


def reachable(start: Status) -> set[Status]:
    found, queue = set(), [start]
    while queue:
        status = queue.pop()
        if status not in found:
            found.add(status)
            queue += [step.target for step in STEPS if status in step.sources]
    return found


def test_every_state_is_reached_and_leads_to_an_end() -> None:
    assert reachable(BOOKED.target) == set(Status)
    for status in Status:
        assert reachable(status) & ENDS, status


def test_nothing_leaves_an_end_and_something_leaves_every_other_state() -> None:
    assert {source for step in STEPS for source in step.sources} == set(Status) - ENDS


def test_every_order_that_waits_is_ended_by_the_clock_or_by_its_guest() -> None:
    for status in ACTIVE:
        assert find("expire", Actor.CLOCK, status) or find("complete", Actor.CLOCK, status), status


def test_nobody_has_two_steps_of_one_name_from_one_state() -> None:
    steps = [(step.action, actor, source) for step in STEPS for actor in step.by for source in step.sources]
    assert len(steps) == len(set(steps))


def test_only_the_payment_service_makes_an_order_paid() -> None:
    assert [step.by for step in STEPS if step.target is Status.PAID] == [(Actor.PAYMENTS,)]


def test_nights_are_freed_by_cancelling_rejecting_and_expiring_alone() -> None:
    assert {step.action for step in STEPS if step.frees_nights} == {"cancel", "reject", "expire"}
    assert not BOOKED.frees_nights


@pytest.mark.parametrize(
    ("actor", "status", "started", "actions"),
    [
        (Actor.CUSTOM, Status.WAIT_ACCEPT, False, ["cancel"]),
        (Actor.LANDLORD, Status.WAIT_ACCEPT, False, ["accept", "reject"]),
        (Actor.CUSTOM, Status.WAIT_PAYMENT, True, ["cancel"]),
        (Actor.LANDLORD, Status.WAIT_PAYMENT, True, ["cancel"]),
        (Actor.CUSTOM, Status.PAID, False, ["cancel"]),
        (Actor.CUSTOM, Status.PAID, True, ["cancel", "check_in"]),
        (Actor.LANDLORD, Status.PAID, True, ["cancel", "check_in"]),
        (Actor.CUSTOM, Status.IN_STAY, True, ["complete"]),
        (Actor.CUSTOM, Status.WAIT_COMMENT, True, ["comment"]),
        (Actor.LANDLORD, Status.WAIT_COMMENT, True, []),
        (Actor.CUSTOM, Status.COMPLETE, True, []),
        (Actor.CUSTOM, Status.CANCELED, True, []),
    ],
)
def test_what_somebody_may_do_now(actor: Actor, status: Status, started: bool, actions: list[str]) -> None:
    assert open_to(actor, status, started=started) == actions
    for action in actions:
        step = find(action, actor, status)
        assert step is not None
        assert (step.action, actor in step.by) == (action, True)


def test_what_somebody_may_never_do() -> None:
    assert knows("accept", Actor.LANDLORD)
    assert not knows("accept", Actor.CUSTOM)
    assert not knows("pay", Actor.CUSTOM)
    assert find("accept", Actor.CUSTOM, Status.WAIT_ACCEPT) is None
    assert find("accept", Actor.LANDLORD, Status.PAID) is None
