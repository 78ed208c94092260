"""One connection: flow control, deadlines, 100-continue, its end, and events in any order."""

import asyncio
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tornado.httputil import HTTPHeaders, HTTPOutputError, ResponseStartLine
from tornado.ioloop import IOLoop
from tornado.iostream import StreamClosedError

from tests.utils.http_drive import (
    CLOSING_GET,
    GET,
    MALFORMED,
    POST,
    Drive,
    admit,
    answer,
    application,
    done,
    end,
    lose,
    misunderstand,
    send,
    work,
)
from tests.utils.readers import Wire
from utils.http import Connection, Exchange
from utils.http.deadline import Deadline
from utils.http.states import ConnectionState, ExchangeState
from utils.http.writer import CONTINUE

EXPECTING = POST.replace(b"\r\n\r\n", b"\r\nExpect: 100-Continue\r\n\r\n")
OK = ResponseStartLine("", 200, "OK")


def opened() -> Drive:
    drive = Drive()
    admit(drive)
    return drive


# -- 100-continue


async def test_a_client_that_waits_for_it_is_asked_for_its_body_once_the_application_takes_it() -> None:
    drive = opened()
    application("head", work)(drive)
    send(EXPECTING)(drive)
    assert drive.wire.written == b""
    await done(drive)
    assert drive.wire.written == CONTINUE
    send(b"ab")(drive)
    send(b"cd")(drive)
    assert drive.wire.written == CONTINUE
    assert drive.application.messages[0].told == ["head", "piece", "piece", "end"]


@pytest.mark.parametrize("sent", [EXPECTING + b"abcd", POST, GET])
async def test_nobody_else_is_asked(sent: bytes) -> None:
    drive = opened()
    application("head", work)(drive)
    send(sent)(drive)
    await done(drive)
    assert drive.wire.written == b""


@pytest.mark.parametrize("works", [False, True])
async def test_a_client_that_has_its_answer_is_not_asked_for_its_body(works: bool) -> None:
    drive = opened()
    application("head", work if works else answer)(drive)
    send(EXPECTING)(drive)
    if works:
        answer(drive)
        await done(drive)
    assert drive.wire.written.startswith(b"HTTP/1.1 200 OK")
    assert CONTINUE not in drive.wire.written
    assert drive.wire.closed


# -- an answer that stays open


def held() -> tuple[Drive, Exchange]:
    """A server of one connection, whose answer stays open, and the request."""
    drive = opened()
    send(GET)(drive)
    [request] = drive.application.requests
    assert isinstance(request, Exchange)
    request.write_headers(OK, HTTPHeaders({"Connection": "close"}), b"first")
    request.hold()
    return drive, request


async def test_an_answer_that_stays_open_leaves_its_place_to_another_connection() -> None:
    drive, request = held()
    for _ in range(2):
        another, wire = Connection(drive.server), Wire()
        another.connection_made(wire)
        assert not wire.closed
        another.connection_lost(None)
    request.finish()
    assert drive.wire.closed
    drive.connection.connection_lost(None)
    assert not drive.server.connections


async def test_what_a_client_sends_behind_a_request_whose_answer_stays_open_is_thrown_away() -> None:
    drive = opened()
    send(GET, GET, GET[:10])(drive)
    request = drive.application.requests[0]
    assert isinstance(request, Exchange)
    request.hold()
    send(b"x" * 100_000)(drive)
    assert (len(drive.application.requests), drive.wire.paused, drive.wire.closed) == (1, False, False)
    request.write_headers(OK, HTTPHeaders({"Connection": "close"}))
    request.finish()
    assert (drive.wire.closed, drive.wire.written.count(b"HTTP/1.1")) == (True, 1)


async def test_a_client_that_ends_its_half_reads_no_answer_that_stays_open() -> None:
    drive, request = held()
    gone: list[bool] = []
    request.set_close_callback(lambda: gone.append(True))
    assert not drive.connection.eof_received()
    drive.connection.connection_lost(None)
    assert (drive.wire.closed, gone) == (True, [True])


# -- flow control


async def test_a_client_that_does_not_read_gets_no_further_answer_and_is_not_read() -> None:
    drive = opened()
    send(GET)(drive)
    drive.connection.pause_writing()
    request = drive.application.requests[0]
    sent = request.write_headers(OK, HTTPHeaders({"Content-Length": "0"}))
    request.finish()
    send(GET)(drive)
    assert (sent.done(), len(drive.application.requests), drive.wire.paused) == (False, 1, True)
    drive.connection.resume_writing()
    assert (sent.done(), len(drive.application.requests), drive.wire.paused) == (True, 2, False)


async def test_at_most_one_request_is_read_ahead() -> None:
    drive = opened()
    send(GET, GET)(drive)
    assert not drive.wire.paused
    send(GET)(drive)
    assert drive.wire.paused
    answer(drive)
    assert (len(drive.application.requests), drive.wire.paused) == (2, False)


async def test_a_body_is_read_ahead_up_to_64_kib() -> None:
    drive = opened()
    application("head", work)(drive)
    send(POST.replace(b"4", b"70000"), b"a" * 65_535)(drive)
    send(b"a")(drive)
    assert not drive.wire.paused
    send(b"a")(drive)
    assert drive.wire.paused
    await done(drive)
    assert not drive.wire.paused
    assert drive.application.messages[0].told == ["head", *["piece"] * 6]


@pytest.mark.parametrize("third", [CLOSING_GET, MALFORMED])
async def test_a_connection_that_reads_no_more_is_not_paused(third: bytes) -> None:
    """Its end would not be noticed."""
    drive = opened()
    send(GET, GET, third, GET)(drive)
    assert drive.wire.paused
    answer(drive)
    assert not drive.wire.paused


async def test_a_half_closed_connection_stays_paused() -> None:
    """Nothing comes any more, and its end would be read a second time."""
    drive = opened()
    send(GET, GET, GET)(drive)
    end(drive)
    for _ in range(3):
        assert drive.wire.paused
        assert not drive.wire.closed
        answer(drive)
    assert drive.wire.closed


# -- the end


def write(drive: Drive, headers: HTTPHeaders, body: bytes) -> None:
    request = drive.application.requests[0]
    request.write_headers(OK, headers, body)
    request.finish()


async def test_an_answer_that_does_not_fit_its_length_ends_the_connection() -> None:
    for length, chunk in (("1", b"ab"), ("3", b"ab")):
        drive = opened()
        send(GET)(drive)
        with pytest.raises(HTTPOutputError):
            write(drive, HTTPHeaders({"Content-Length": length}), chunk)
        assert drive.wire.closed


async def test_what_is_written_to_a_lost_connection_fails_and_its_end_is_told_once() -> None:
    drive, ends = opened(), list[str]()
    send(GET)(drive)
    request = drive.application.requests[0]
    request.set_close_callback(lambda: ends.append("closed"))  # type: ignore[attr-defined]
    lose(drive)
    assert ends == ["closed"]
    with pytest.raises(StreamClosedError):
        await request.write(b"a")
    request.finish()
    assert (ends, drive.wire.written) == (["closed"], b"")
    assert drive.application.messages[0].told == ["head", "end"]


async def test_the_application_hears_of_the_end_of_a_request_that_has_not_come_whole() -> None:
    drive = opened()
    send(POST, b"a")(drive)
    end(drive)
    assert drive.application.messages[0].told == ["head", "piece", "close"]
    assert drive.wire.closed


async def test_a_request_that_the_application_cannot_read_is_refused_and_no_later_one_is_answered() -> None:
    drive = opened()
    application("head", misunderstand)(drive)
    send(GET, GET)(drive)
    assert drive.wire.written.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert len(drive.application.requests) == 1


async def test_an_error_of_the_application_ends_the_connection(caplog: pytest.LogCaptureFixture) -> None:
    drive = opened()
    application("head", lambda _: 1 / 0)(drive)
    send(GET)(drive)
    assert drive.wire.closed
    assert [record.message for record in caplog.records] == ["a request could not be handed over"]


# -- deadlines


async def test_a_deadline_moves_while_its_client_reads() -> None:
    drive, now = opened(), asyncio.get_running_loop().time()
    deadline = Deadline(drive.wire, idle=10)
    assert not deadline.is_over(now + 1000)
    drive.wire.unsent = 5
    deadline.set(20)
    assert not deadline.is_over(now + 19)
    drive.wire.unsent = 4
    assert not deadline.is_over(now + 25)  # a byte was read
    assert not deadline.is_over(now + 34)
    assert deadline.is_over(now + 36)
    drive.wire.unsent = 0  # all that was there was read: the application is to blame, or the client sends nothing
    assert deadline.is_over(now + 36)
    deadline.set(None)
    assert not deadline.is_over(now + 1000)


async def test_a_connection_has_as_much_time_as_what_it_waits_for() -> None:
    drive, loop = opened(), asyncio.get_running_loop()

    def seconds() -> int | None:
        """The first whole second in which the connection is given up."""
        now = loop.time() + 0.5
        return next((each for each in range(30) if drive.connection.deadline.is_over(now + each)), None)

    assert seconds() == 5  # for a request
    send(POST)(drive)
    drive.application.requests[0].set_body_timeout(9)  # type: ignore[attr-defined]
    assert seconds() == 9
    send(b"abcd")(drive)
    assert seconds() is None  # for the application
    drive.connection.pause_writing()
    drive.application.requests[0].write_headers(OK, HTTPHeaders({"Content-Length": "1"}))
    assert seconds() == 5  # for the client to read
    drive.connection.resume_writing()
    assert seconds() is None
    drive.application.requests[0].write(b"a")
    drive.application.requests[0].finish()
    assert seconds() == 5
    send(MALFORMED)(drive)
    assert seconds() == 2  # for the client to read the refusal


# -- any order


class Crowd:
    """Events of one connection in an order that nobody thought of; each is possible when it happens."""

    def __init__(self, choices: list[int]) -> None:
        self.drive = opened()
        self.works: list[asyncio.Future[None]] = []
        self._choices = iter(choices)
        for part in ("head", "piece", "end"):
            application(part, partial(self._behave, part))(self.drive)

    async def run(self) -> None:
        connection, wire = self.drive.connection, self.drive.wire
        stalled = ended = False
        for choice in self._choices:
            if wire.closed:
                break
            if choice < 8 and not wire.paused and not ended:
                send([GET, POST, b"ab", b"cd", CLOSING_GET, MALFORMED, GET * 3, EXPECTING + b"abc"][choice])(self.drive)
            elif choice == 8 and not ended and not wire.paused:
                ended = True
                if not connection.eof_received():
                    wire.close()
            elif choice == 9:
                stalled = not stalled
                (connection.pause_writing if stalled else connection.resume_writing)()
            elif choice == 10:
                self._answer_one()
            elif choice == 11 and self.works:
                self.works.pop().set_result(None)
            elif choice == 12:
                connection.close()
            await asyncio.sleep(0)
        lose(self.drive)
        await self._finish()

    async def _finish(self) -> None:
        for each in self.works:
            each.set_result(None)
        await asyncio.sleep(0)
        self._answer_one()

    def _answer_one(self) -> None:
        """The latest request that has no answer yet."""
        open_ones = [each for each in self.drive.application.requests if self._state(each) not in FINAL]
        if open_ones:
            with_chunk = next(self._choices, 0) % 2
            open_ones[-1].write_headers(OK, HTTPHeaders(), b"a" * with_chunk)
            open_ones[-1].finish()

    def _behave(self, part: str, _: Drive) -> "asyncio.Future[None] | None":
        """What the application does when it is called: nothing, answer, misunderstand, or work."""
        does = next(self._choices, 0)
        if does == 1:
            self._answer_one()
        elif does == 2:
            misunderstand(self.drive)
        elif does > 6 and part != "end":
            self.works.append(asyncio.get_running_loop().create_future())
            return self.works[-1]
        return None

    @staticmethod
    def _state(request: object) -> ExchangeState:
        state: ExchangeState = request.state  # type: ignore[attr-defined]
        return state


FINAL = (ExchangeState.ANSWERED, ExchangeState.CUT)


@settings(
    max_examples=500, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(choices=st.lists(st.integers(0, 12), max_size=40))
def test_no_order_of_events_is_impossible(
    io_loop: IOLoop, caplog: pytest.LogCaptureFixture, choices: list[int]
) -> None:
    async def run() -> Crowd:
        crowd = Crowd(choices)
        await crowd.run()
        return crowd

    crowd = io_loop.run_sync(run)
    assert caplog.records == []
    assert crowd.drive.connection.state is ConnectionState.CLOSED
    assert not crowd.drive.server.connections
    for message in crowd.drive.application.messages:
        assert message.told[0] == "head"
        assert message.told.count("end") + message.told.count("close") <= 1
