"""Every transition of a connection and of an exchange happens as its table says, and no other one does."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPInputError,
    HTTPMessageDelegate,
    HTTPServerConnectionDelegate,
    ResponseStartLine,
)

from tests.utils.readers import BOUNDS, Wire
from tools.http_states import document
from utils.http import Connection, Server, states
from utils.http.states import CONNECTION, EXCHANGE, NoTransition, Row

C, CE, X, XE = states.ConnectionState, states.ConnectionEvent, states.ExchangeState, states.ExchangeEvent
ROOT = Path(__file__).parents[2]
TABLES: tuple[Any, ...] = (CONNECTION, EXCHANGE)
GET, CLOSING_GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n"
MALFORMED = b"\x16\x03\x01"


class Application(HTTPServerConnectionDelegate):
    """Does with each part of a request what the test says: nothing, unless it says more."""

    def __init__(self) -> None:
        self.requests: list[HTTPConnection] = []
        self.head: Callable[[], Awaitable[None] | None] = lambda: None
        self.piece: Callable[[], Awaitable[None] | None] = lambda: None
        self.end: Callable[[], None] = lambda: None

    def start_request(self, _: object, request_conn: HTTPConnection) -> HTTPMessageDelegate:
        self.requests.append(request_conn)
        return Message(self)


class Message(HTTPMessageDelegate):
    def __init__(self, application: Application) -> None:
        self._application = application

    def headers_received(self, *_: object) -> Awaitable[None] | None:
        return self._application.head()

    def data_received(self, _: bytes) -> Awaitable[None] | None:
        return self._application.piece()

    def finish(self) -> None:
        self._application.end()


class Drive:
    """A connection without a network, whose events are the test's."""

    def __init__(self) -> None:
        self.application = Application()
        self.server = Server(self.application, replace(BOUNDS, connections=1), lambda _: "1")
        self.wire = Wire()
        self.connection = Connection(self.server)
        self.work: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """What the application waits for while it works on a part of a request."""


Step = Callable[[Drive], object]


def admit(drive: Drive) -> None:
    drive.connection.connection_made(drive.wire)


def turn_away(drive: Drive) -> None:
    Connection(drive.server).connection_made(Wire())
    admit(drive)


def send(*sent: bytes) -> Step:
    return lambda drive: drive.connection.data_received(b"".join(sent))


def end(drive: Drive) -> None:
    drive.connection.eof_received()


def close(drive: Drive) -> None:
    drive.connection.close()


def lose(drive: Drive) -> None:
    drive.wire.close()
    drive.connection.connection_lost(None)


def answer(drive: Drive) -> None:
    """The latest request of which the application knows."""
    request = drive.application.requests[-1]
    request.write_headers(ResponseStartLine("", 200, "OK"), HTTPHeaders({"Content-Length": "0"}))
    request.finish()


async def done(drive: Drive) -> None:
    """The application has done its work."""
    drive.work.set_result(None)
    await asyncio.sleep(0)


def work(drive: Drive) -> Awaitable[None]:
    return drive.work


def misunderstand(_: Drive) -> None:
    raise HTTPInputError


def answer_and_work(drive: Drive) -> Awaitable[None]:
    answer(drive)
    return drive.work


def answer_and_misunderstand(drive: Drive) -> None:
    answer(drive)
    raise HTTPInputError


def abort_and_misunderstand(drive: Drive) -> None:
    drive.connection.abort()
    raise HTTPInputError


def application(part: str, does: Step) -> Step:
    """From here on the application does that with the head, a piece or the end of a request."""
    return lambda drive: setattr(drive.application, part, partial(does, drive))


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
