"""The table of an order's states against a model of it, without any server."""

import itertools
from dataclasses import replace

import pytest

from services.orders.states import (
    ACTIVE,
    BOOK,
    BOOK_INSTANTLY,
    NIGHTS_FREED,
    TRANSITIONS,
    Actor,
    OrderStatus,
    available_actions,
    find_due_transition,
    find_transition,
    may_ever,
)

S = OrderStatus
GUEST, HOST, CLOCK, PAYMENTS = Actor.CUSTOM, Actor.LANDLORD, Actor.CLOCK, Actor.PAYMENTS
MODEL: dict[tuple[str, Actor], dict[OrderStatus, OrderStatus]] = {
    ("accept", HOST): {S.WAIT_ACCEPT: S.WAIT_PAYMENT},
    ("reject", HOST): {S.WAIT_ACCEPT: S.REJECTED},
    ("cancel", GUEST): {S.WAIT_ACCEPT: S.CANCELED, S.WAIT_PAYMENT: S.CANCELED, S.PAID: S.CANCELED},
    ("cancel", HOST): {S.WAIT_PAYMENT: S.CANCELED, S.PAID: S.CANCELED},
    ("expire", CLOCK): {S.WAIT_ACCEPT: S.EXPIRED, S.WAIT_PAYMENT: S.EXPIRED},
    ("receive", PAYMENTS): {S.WAIT_PAYMENT: S.PAID},
    ("check_in", GUEST): {S.PAID: S.IN_STAY},
    ("check_in", HOST): {S.PAID: S.IN_STAY},
    ("complete", GUEST): {S.IN_STAY: S.WAIT_COMMENT},
    ("complete", HOST): {S.IN_STAY: S.WAIT_COMMENT},
    ("complete", CLOCK): {S.PAID: S.WAIT_COMMENT, S.IN_STAY: S.WAIT_COMMENT},
    ("comment", GUEST): {S.WAIT_COMMENT: S.COMPLETE},
}
"""What each actor may do, and which state it leads to."""

TERMINAL = {S.COMPLETE, S.CANCELED, S.REJECTED, S.EXPIRED}
HOLDS_NIGHTS = {S.WAIT_ACCEPT, S.WAIT_PAYMENT, S.PAID, S.IN_STAY, S.WAIT_COMMENT, S.COMPLETE}
NOTIFIED = {
    "book": {HOST},
    "accept": {GUEST},
    "reject": {GUEST},
    "cancel": {GUEST, HOST},
    "expire": {GUEST, HOST},
    "receive": {GUEST, HOST},
    "check_in": set(),
    "complete": {GUEST},
    "comment": {HOST},
}
"""Who hears of an action; a cancellation is news to the other party."""

ACTIONS = sorted({action for action, _ in MODEL})


def reachable(start: OrderStatus) -> set[OrderStatus]:
    found, queue = set(), [start]
    while queue:
        status = queue.pop()
        if status not in found:
            found.add(status)
            queue += [targets[status] for targets in MODEL.values() if status in targets]
    return found


@pytest.mark.parametrize(("action", "actor"), list(itertools.product([*ACTIONS, "pay", "book"], Actor)))
def test_each_action_has_its_actors_and_its_states(action: str, actor: Actor) -> None:
    targets = MODEL.get((action, actor), {})
    assert may_ever(actor, action) == bool(targets)
    for status in OrderStatus:
        transition = find_transition(action, actor, status)
        assert (transition and transition.target) == targets.get(status), status
        if transition:
            assert (transition.action, actor in transition.by, status in transition.sources) == (action, True, True)


def test_an_order_begins_by_waiting_for_its_host() -> None:
    assert (BOOK.action, BOOK.by, BOOK.sources, BOOK.target) == ("book", (GUEST,), (), S.WAIT_ACCEPT)
    assert replace(BOOK_INSTANTLY, target=S.WAIT_ACCEPT) == BOOK
    assert BOOK_INSTANTLY.target == S.WAIT_PAYMENT


def test_every_state_is_reached_and_leads_to_an_end() -> None:
    assert reachable(BOOK.target) == set(OrderStatus)
    for status in OrderStatus:
        assert reachable(status) & TERMINAL, status


def test_nothing_leaves_an_end_and_something_leaves_every_other_state() -> None:
    assert {source for each in TRANSITIONS for source in each.sources} == set(OrderStatus) - TERMINAL


def test_nobody_has_two_transitions_of_one_name_from_one_state() -> None:
    found = [(each.action, actor, source) for each in TRANSITIONS for actor in each.by for source in each.sources]
    assert len(found) == len(set(found))


def test_nights_are_held_in_every_state_but_those_that_free_them() -> None:
    assert set(NIGHTS_FREED) == set(OrderStatus) - HOLDS_NIGHTS
    assert not BOOK.frees_nights
    for each in TRANSITIONS:
        assert each.frees_nights == (each.target not in HOLDS_NIGHTS), each.action


def test_no_order_takes_its_nights_back() -> None:
    for each in TRANSITIONS:
        assert set(each.sources) <= HOLDS_NIGHTS, each.action


def test_a_worker_ends_every_state_before_the_end_of_the_stay() -> None:
    due = {S.WAIT_ACCEPT: "expire", S.WAIT_PAYMENT: "expire", S.PAID: "complete", S.IN_STAY: "complete"}
    assert set(ACTIVE) == set(due)
    for status in OrderStatus:
        transition = find_due_transition(status)
        assert (transition and transition.action) == due.get(status), status


def test_the_parties_are_notified_of_what_they_did_not_do() -> None:
    for action, notified in NOTIFIED.items():
        found = [each for each in (BOOK, *TRANSITIONS) if each.action == action]
        assert set().union(*(each.notifies for each in found)) == notified, action
    for each in TRANSITIONS:
        if each.action == "cancel":
            assert not set(each.notifies) & set(each.by)


@pytest.mark.parametrize("started", [False, True])
@pytest.mark.parametrize("actor", [GUEST, HOST])
@pytest.mark.parametrize("status", OrderStatus)
def test_the_available_actions_are_those_that_succeed(status: OrderStatus, actor: Actor, started: bool) -> None:
    possible = {action for (action, who), targets in MODEL.items() if who is actor and status in targets}
    assert set(available_actions(actor, status, started=started)) == possible - (set() if started else {"check_in"})


def test_available_actions_come_in_the_order_of_the_table() -> None:
    assert available_actions(HOST, S.WAIT_ACCEPT, started=False) == ["accept", "reject"]
    assert available_actions(GUEST, S.PAID, started=True) == ["cancel", "check_in"]


def test_states_and_actors_have_the_names_that_clients_and_the_database_know() -> None:
    assert " ".join(OrderStatus) == (
        "WAIT_ACCEPT WAIT_PAYMENT PAID IN_STAY WAIT_COMMENT COMPLETE CANCELED REJECTED EXPIRED"
    )
    assert " ".join(Actor) == "custom landlord clock payments"
