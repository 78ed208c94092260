"""Every transition of a connection and of an exchange happens as its table says, and no other one does."""

import asyncio
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from tests.utils.http_drive import (
    CLOSING_GET,
    GET,
    MALFORMED,
    POST,
    Drive,
    Step,
    abort_and_misunderstand,
    admit,
    answer,
    answer_and_misunderstand,
    answer_and_work,
    application,
    close,
    done,
    end,
    lose,
    misunderstand,
    send,
    turn_away,
    work,
)
from tools.http_states import document
from utils.http import states
from utils.http.states import CONNECTION, EXCHANGE, NoTransition, Row

C, CE, X, XE = states.ConnectionState, states.ConnectionEvent, states.ExchangeState, states.ExchangeEvent
ROOT = Path(__file__).parents[2]
TABLES: tuple[Any, ...] = (CONNECTION, EXCHANGE)
TO: dict[StrEnum, tuple[Step, ...]] = {
    C.NEW: (),
    C.READING: (admit,),
    C.PAUSED: (admit, send(GET, GET, GET)),
    C.LAST_REQUEST: (admit, send(CLOSING_GET)),
    C.HALF_CLOSED: (admit, send(GET), end),
    C.REFUSING: (admit, send(GET, MALFORMED)),
    C.REFUSING_HALF_CLOSED: (admit, send(GET, MALFORMED), end),
    C.LINGERING: (admit, send(MALFORMED)),
    C.CLOSING: (admit, send(GET), close),
    C.CLOSED: (admit, lose),
    X.QUEUED: (admit, send(GET, GET)),
    X.PREPARING: (admit, application("head", work), send(POST)),
    X.TAKING: (admit, send(POST)),
    X.BUSY: (admit, application("piece", work), send(POST, b"a")),
    X.HANDED_OVER: (admit, send(GET)),
    X.CUT: (admit, send(GET), lose),
}
"""How a connection, or an exchange on it, comes to a state in which it can wait."""

BY: dict[StrEnum, tuple[Step, ...]] = {
    CE.ADMIT: (admit,),
    CE.TURN_AWAY: (turn_away,),
    CE.PAUSE: (send(GET, GET, GET),),
    CE.RESUME: (answer,),
    CE.LAST: (send(CLOSING_GET),),
    CE.END: (end,),
    CE.MALFORMED: (application("head", misunderstand), answer),
    CE.ANSWERED: (answer,),
    CE.CLOSE: (close,),
    CE.LOSE: (lose,),
    XE.DONE: (done,),
    XE.ANSWER: (answer,),
    XE.CUT: (lose,),
}
"""How an event comes about."""

REFUSED_AT_WORK: tuple[Step, ...] = (
    admit,
    application("head", work),
    application("piece", misunderstand),
    send(POST, b"abcd", MALFORMED),
)
DRIVES: dict[tuple[StrEnum, StrEnum], tuple[Step, ...]] = {
    (C.READING, CE.MALFORMED): (admit, send(MALFORMED)),
    (C.PAUSED, CE.LAST): (admit, send(GET, GET, CLOSING_GET), answer),
    (C.LAST_REQUEST, CE.MALFORMED): (admit, application("head", misunderstand), send(CLOSING_GET)),
    (C.HALF_CLOSED, CE.LAST): (admit, send(GET, GET, CLOSING_GET), end, answer),
    (C.HALF_CLOSED, CE.MALFORMED): (admit, send(GET, GET), end, application("head", misunderstand), answer),
    (C.REFUSING, CE.MALFORMED): (*REFUSED_AT_WORK, done),
    (C.REFUSING_HALF_CLOSED, CE.MALFORMED): (*REFUSED_AT_WORK, end, done),
    (C.CLOSING, CE.MALFORMED): (admit, application("head", abort_and_misunderstand), send(GET)),
    (X.QUEUED, XE.START): (admit, send(GET)),
    (X.STARTING, XE.DONE): (admit, send(GET)),
    (X.STARTING, XE.WAIT): (admit, application("head", work), send(POST)),
    (X.STARTING, XE.ANSWER): (admit, application("head", answer), send(POST)),
    (X.STARTING, XE.CUT): (admit, application("head", misunderstand), send(GET)),
    (X.TAKING, XE.PIECE): (admit, send(POST, b"a")),
    (X.TAKING, XE.FINISH): (admit, send(GET)),
    (X.DELIVERING, XE.DONE): (admit, send(POST, b"a")),
    (X.DELIVERING, XE.WAIT): (admit, application("piece", work), send(POST, b"a")),
    (X.DELIVERING, XE.ANSWER): (admit, application("piece", answer), send(POST, b"a")),
    (X.DELIVERING, XE.CUT): (admit, application("piece", misunderstand), send(POST, b"a")),
    (X.FINISHING, XE.DONE): (admit, send(GET)),
    (X.FINISHING, XE.ANSWER): (admit, application("end", answer), send(GET)),
    (X.FINISHING, XE.CUT): (admit, application("end", misunderstand), send(GET)),
    (X.ANSWERED, XE.DONE): (admit, application("end", answer), send(GET)),
    (X.ANSWERED, XE.WAIT): (admit, application("head", answer_and_work), send(POST)),
    (X.ANSWERED, XE.CUT): (admit, application("end", answer_and_misunderstand), send(GET)),
    (X.CUT, XE.DONE): (*TO[X.PREPARING], lose, done),
}
"""Transitions that come about otherwise than from their state by their event."""


class Recorded(Row[Any, Any]):
    """A row of a table that notes its transitions as they happen."""

    def __init__(self, state: StrEnum, row: Row[Any, Any], seen: set[tuple[StrEnum, StrEnum]]) -> None:
        super().__init__(state, row)
        self._seen = seen

    def __getitem__(self, event: StrEnum) -> StrEnum:
        self._seen.add((self._state, event))
        return super().__getitem__(event)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> set[tuple[StrEnum, StrEnum]]:
    """All transitions so far."""
    noted: set[tuple[StrEnum, StrEnum]] = set()
    for table in TABLES:
        for state, row in table.items():
            monkeypatch.setitem(table, state, Recorded(state, row, noted))
    return noted


def name(value: object) -> str:
    return value.name if isinstance(value, StrEnum) else ""


TRANSITIONS = [(state, event) for table in TABLES for state, row in table.items() for event in row]
IMPOSSIBLE = [
    (table, state, event)
    for table, events in ((CONNECTION, CE), (EXCHANGE, XE))
    for state, row in table.items()
    for event in events
    if event not in row
]


@pytest.mark.parametrize(("state", "event"), TRANSITIONS, ids=name)
async def test_a_transition_of_the_table_happens(
    seen: set[tuple[StrEnum, StrEnum]], caplog: pytest.LogCaptureFixture, state: StrEnum, event: StrEnum
) -> None:
    drive = Drive()
    *before, last = DRIVES[state, event] if (state, event) in DRIVES else (*TO[state], *BY[event])
    for step in before:
        await perform(step, drive)
    assert (state, event) not in seen
    await perform(last, drive)
    assert (state, event) in seen
    assert caplog.records == []


async def perform(step: Step, drive: Drive) -> None:
    result = step(drive)
    if asyncio.iscoroutine(result):
        await result


@pytest.mark.parametrize(("table", "state", "event"), IMPOSSIBLE, ids=name)
def test_an_event_that_the_table_does_not_have_raises(table: Any, state: StrEnum, event: StrEnum) -> None:
    with pytest.raises(NoTransition, match=f"^{event.name} in {state.name}$"):
        table[state][event]


def test_every_state_has_a_row_and_can_be_reached() -> None:
    for table, names, first in ((CONNECTION, C, C.NEW), (EXCHANGE, X, X.QUEUED)):
        targets = {target for row in table.values() for target in row.values()}
        assert set(table) == set(names) == targets | {first}


def test_the_document_shows_the_tables() -> None:
    print(document())
    assert (ROOT / "docs" / "http-connection.md").read_text() == document()
