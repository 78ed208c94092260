"""Fetching calendars from servers that send more than they should, slower than they should, or elsewhere."""

import asyncio
import gzip
from collections.abc import Callable, Iterator
from datetime import date
from itertools import repeat
from zoneinfo import ZoneInfo

import pytest
from tornado.ioloop import IOLoop

from utils.ical import BadCalendar, CalendarClient
from utils.public_http import HttpBounds, PublicHttpClient
from utils.sandbox import Sandbox

BYTES, HEADERS = 100_000, 4_096
TODAY = date(2026, 11, 21)
NIGHT = b"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261201\r\nEND:VEVENT\r\n"
OK = b"HTTP/1.1 200 OK\r\n"
Answer = Callable[[], Iterator[bytes]]


class RawServer:
    """Sends what `answer` yields, byte for byte, to whoever connects, and then hangs up."""

    def __init__(self, answer: Answer, pause: float = 0) -> None:
        self._answer = answer
        self._pause = pause
        self.sent = self.asked = 0
        self._serving: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "RawServer":
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/calendar.ics"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._serving:
            task.cancel()
        await asyncio.gather(*self._serving, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._serving.add(asyncio.ensure_future(self._serve(reader, writer)))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            self.asked += 1
            for piece in self._answer():
                await asyncio.sleep(self._pause)
                writer.write(piece)
                await writer.drain()
                self.sent += len(piece)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


def http_client(seconds: float) -> PublicHttpClient:
    bounds = HttpBounds(seconds, connect=seconds, max_bytes=BYTES, max_header_bytes=HEADERS, redirects=3)
    return PublicHttpClient(bounds, allow_private=True)


@pytest.fixture
def calendars(io_loop: IOLoop) -> Iterator[CalendarClient]:
    made = CalendarClient(
        ZoneInfo("Asia/Shanghai"),
        Sandbox(processes=1, queue=20, seconds=10, memory=512 * 1024**2),
        http_client(seconds=5),
    )
    yield made
    io_loop.run_sync(made.close)


def calendar(length: int) -> bytes:
    """A calendar of one night and of so many bytes."""
    head, tail = b"BEGIN:VCALENDAR\r\n" + NIGHT + b"X-FILL:", b"\r\nEND:VCALENDAR\r\n"
    return head + b"x" * (length - len(head) - len(tail)) + tail


def with_length(body: bytes) -> bytes:
    return OK + b"Content-Length: %d\r\n\r\n" % len(body) + body


def in_chunks(body: bytes) -> bytes:
    pieces = [body[start : start + 1000] for start in range(0, len(body), 1000)]
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return OK + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"


def until_the_end(body: bytes) -> bytes:
    return OK + b"Connection: close\r\n\r\n" + body


def headers_of(length: int) -> bytes:
    body = calendar(500)
    head = OK + b"Content-Length: %d\r\nX-Fill: " % len(body)
    return head + b"x" * (length - len(head) - 4) + b"\r\n\r\n" + body


async def read(calendars: CalendarClient, answer: bytes) -> bool:
    """Whether the calendar was read."""
    async with RawServer(lambda: iter([answer])) as server:
        try:
            fetched = await calendars.fetch(server.url, None, TODAY)
        except BadCalendar as bad:
            assert bad.kind == "unreachable"  # noqa: PT017
            return False
        assert fetched
        assert fetched.nights == {date(2026, 12, 1)}
        return True


@pytest.mark.parametrize("sent", [with_length, in_chunks, until_the_end])
async def test_a_calendar_may_have_so_many_bytes_and_no_more(
    calendars: CalendarClient, sent: Callable[[bytes], bytes]
) -> None:
    assert await read(calendars, sent(calendar(BYTES - 1)))
    assert await read(calendars, sent(calendar(BYTES)))
    assert not await read(calendars, sent(calendar(BYTES + 1)))


async def test_its_headers_may_have_so_many_bytes_and_no_more(calendars: CalendarClient) -> None:
    assert await read(calendars, headers_of(HEADERS - 1))
    assert await read(calendars, headers_of(HEADERS))
    assert not await read(calendars, headers_of(HEADERS + 1))


def endless(head: bytes, piece: bytes) -> Answer:
    def answer() -> Iterator[bytes]:
        yield head
        yield from repeat(piece)

    return answer


ENDLESS = {
    "body": endless(OK + b"\r\n", b"x" * 65_536),
    "status line": endless(b"HTTP/1.1 200 ", b"x" * 65_536),
    "header": endless(OK + b"X: ", b"x" * 65_536),
    "headers": endless(OK, b"X: x\r\n" * 1_000),
    "chunks": endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 1_000),
    "chunk extension": endless(OK + b"Transfer-Encoding: chunked\r\n\r\n1;", b"x" * 65_536),
    "length of a chunk": endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"0" * 65_536),
    "trailer": endless(OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\nX: ", b"x" * 65_536),
    "interim answers": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000),
    "early hints": endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n" * 1_000),
}


@pytest.mark.parametrize("what", ENDLESS)
async def test_an_answer_without_end_is_cut(calendars: CalendarClient, what: str) -> None:
    async with RawServer(ENDLESS[what]) as server:
        with pytest.raises(BadCalendar, match="unreachable"):
            await calendars.fetch(server.url, None, TODAY)
        assert server.sent < 20_000_000  # what fits into the sockets of both sides, and not five seconds of it
    assert await read(calendars, with_length(calendar(500)))


async def test_what_inflates_is_not_inflated(calendars: CalendarClient) -> None:
    bomb = gzip.compress(bytes(60_000_000))
    answer = OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb) + bomb
    async with RawServer(lambda: iter([answer])) as server:
        with pytest.raises(BadCalendar, match="no_calendar"):
            await calendars.fetch(server.url, None, TODAY)


@pytest.fixture
def hurried(io_loop: IOLoop) -> Iterator[CalendarClient]:
    made = CalendarClient(
        ZoneInfo("Asia/Shanghai"),
        Sandbox(processes=1, queue=20, seconds=10, memory=512 * 1024**2),
        http_client(seconds=1),
    )
    yield made
    io_loop.run_sync(made.close)


@pytest.mark.parametrize("head", [b"", OK, OK + b"\r\n", OK + b"Transfer-Encoding: chunked\r\n\r\n"])
async def test_a_trickle_ends_with_the_deadline(hurried: CalendarClient, head: bytes) -> None:
    async with RawServer(endless(head or b"H", b"1"), pause=0.05) as server:
        with pytest.raises(BadCalendar, match="unreachable"):
            await hurried.fetch(server.url, None, TODAY)


async def test_redirects_share_the_deadline(hurried: CalendarClient) -> None:
    again = b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"
    async with RawServer(lambda: iter([again]), pause=0.6) as server:
        with pytest.raises(BadCalendar, match="unreachable"):
            await hurried.fetch(server.url, None, TODAY)
        assert server.asked <= 2
