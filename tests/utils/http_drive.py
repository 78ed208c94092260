"""A connection without a network, whose events are the test's, and an application that does what the test says."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPInputError,
    HTTPMessageDelegate,
    HTTPServerConnectionDelegate,
    ResponseStartLine,
)

from tests.utils.readers import BOUNDS, Wire
from utils.http import Connection, Server

GET, CLOSING_GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n"
MALFORMED = b"\x16\x03\x01"


class Application(HTTPServerConnectionDelegate):
    """Does with each part of a request what the test says: nothing, unless it says more."""

    def __init__(self) -> None:
        self.requests: list[HTTPConnection] = []
        self.messages: list[Message] = []
        self.head: Callable[[], Awaitable[None] | None] = lambda: None
        self.piece: Callable[[], Awaitable[None] | None] = lambda: None
        self.end: Callable[[], None] = lambda: None

    def start_request(self, _: object, request_conn: HTTPConnection) -> HTTPMessageDelegate:
        self.requests.append(request_conn)
        return Message(self)


class Message(HTTPMessageDelegate):
    def __init__(self, application: Application) -> None:
        self._application = application
        application.messages.append(self)
        self.told: list[str] = []
        """What has happened to the message, in order."""

    def headers_received(self, *_: object) -> Awaitable[None] | None:
        self.told.append("head")
        return self._application.head()

    def data_received(self, _: bytes) -> Awaitable[None] | None:
        self.told.append("piece")
        return self._application.piece()

    def finish(self) -> None:
        self.told.append("end")
        self._application.end()

    def on_connection_close(self) -> None:
        self.told.append("close")


class Drive:
    """A connection without a network, whose events are the test's."""

    def __init__(self) -> None:
        self.application = Application()
        self.server = Server(self.application, replace(BOUNDS, connections=1, body_bytes=1_000_000), lambda _: "1")
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
