"""Three readers of HTTP/1.1 in this process, without a network: ours, Tornado's and h11's. What do they see?"""

import asyncio
import socket
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal

import h11
from tornado.http1connection import HTTP1ConnectionParameters, HTTP1ServerConnection
from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    HTTPServerConnectionDelegate,
    ResponseStartLine,
)
from tornado.iostream import IOStream

from handlers.api.tornado_overrides import FastRequest
from utils.http import Bounds, Connection, Headers, Peer, Server

HEADER_BYTES, BODY_BYTES = 32 * 1024, 64 * 1024
BOUNDS = Bounds(
    connections=2,
    connections_per_address=2,
    idle=5,
    body=5,
    header_bytes=HEADER_BYTES,
    headers=100,
    body_bytes=BODY_BYTES,
)


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass
class Reading:
    """What a reader saw of a stream, and how it ended: it refused, closed after an answer, or had read everything."""

    requests: list[Request] = field(default_factory=list)
    end: Literal["refused", "closed", "read"] = "read"


def _request(method: str, target: str, headers: Iterable[tuple[str, str]], body: bytes) -> Request:
    lowered = ((name.lower(), value) for name, value in headers)
    known = ((name, value.lower() if name == "transfer-encoding" else value) for name, value in lowered)
    return Request(method, target, tuple(sorted(known)), body)  # h11 writes codings in small letters


class _Application(HTTPServerConnectionDelegate):
    """Answers every request at once, with nothing."""

    def __init__(self) -> None:
        self.reading = Reading()
        self.closed = asyncio.Event()

    def start_request(self, server_conn: object, request_conn: HTTPConnection) -> HTTPMessageDelegate:  # noqa: ARG002
        return _Message(self.reading, request_conn)

    def on_close(self, _: object) -> None:
        self.closed.set()


class _Message(HTTPMessageDelegate):
    def __init__(self, reading: Reading, connection: HTTPConnection) -> None:
        self._reading = reading
        self._connection = connection
        self._body = b""

    def headers_received(self, start_line: Any, headers: HTTPHeaders) -> None:
        self._request = FastRequest(self._connection, start_line, headers)

    def data_received(self, chunk: bytes) -> None:
        self._body += chunk

    def finish(self) -> None:
        request = self._request
        self._reading.requests.append(
            _request(request.method or "", request.uri or "", request.headers.get_all(), self._body)
        )
        with suppress(Exception):
            self._connection.write_headers(ResponseStartLine("", 200, "OK"), Headers({"Content-Length": "0"}))
            self._connection.finish()


class Wire(asyncio.Transport):
    """Takes what is written and sends it nowhere."""

    def __init__(self) -> None:
        super().__init__({"peername": ("192.0.2.1", 1)})
        self.written = b""
        self.closed = False
        self.paused = False
        self.unsent = 0

    def write(self, data: Any) -> None:
        self.written += data

    def write_eof(self) -> None:
        pass

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    abort = close

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """Nothing is buffered."""

    def pause_reading(self) -> None:
        self.paused = True

    def resume_reading(self) -> None:
        self.paused = False


async def ours(pieces: Sequence[bytes]) -> Reading:
    application, wire = _Application(), Wire()
    refused: list[int] = []
    connection = Connection(Server(application, BOUNDS, lambda status: str(refused.append(status))))
    connection.connection_made(wire)
    for piece in pieces:
        assert not wire.paused  # every request is answered at once
        if not wire.closed:
            connection.data_received(piece)
    reading, closed = application.reading, wire.closed
    if not closed:
        connection.eof_received()
    connection.connection_lost(None)
    reading.end = "refused" if refused else "closed" if closed else "read"
    return reading


async def tornados(pieces: Sequence[bytes]) -> Reading:
    application = _Application()
    near, far = socket.socketpair()
    near.setblocking(False)
    stream = IOStream(near)
    refused: list[bytes] = []
    write = stream.write

    def watched(data: Any) -> Any:
        if bytes(data).startswith(b"HTTP/1.1 400"):
            refused.append(data)
        return write(data)

    stream.write = watched  # type: ignore[method-assign]
    parameters = HTTP1ConnectionParameters(max_header_size=HEADER_BYTES, max_body_size=BODY_BYTES)
    far.sendall(b"".join(pieces))
    far.shutdown(socket.SHUT_WR)
    HTTP1ServerConnection(stream, parameters, Peer("192.0.2.1")).start_serving(application)
    async with asyncio.timeout(30):
        await application.closed.wait()
    application.reading.end = "refused" if refused else "closed"
    stream.close()
    far.close()
    return application.reading


def h11s(pieces: Sequence[bytes]) -> Reading:
    """h11 takes no empty line before a request, which servers should: it is dropped here."""
    reading, left = Reading(), b"".join(pieces)
    try:
        while left and reading.end == "read":
            message = _H11Message(left.removeprefix(b"\r\n"))
            if message.request is None:
                break
            reading.requests.append(message.request)
            left = message.left
            reading.end = "read" if message.keeps_alive else "closed"
    except h11.RemoteProtocolError:
        reading.end = "refused"
    return reading


class _H11Message:
    """The first message in these bytes; `request` is None where its end is not there."""

    def __init__(self, received: bytes) -> None:
        self.request: Request | None = None
        self._connection = h11.Connection(h11.SERVER, max_incomplete_event_size=HEADER_BYTES)
        self._connection.receive_data(received)
        head, body = self._connection.next_event(), b""
        while isinstance(event := self._connection.next_event(), h11.Data):
            body += event.data
        if not isinstance(event, h11.EndOfMessage):
            return
        self.request = self._seen(head, body)
        self.left = self._connection.trailing_data[0]
        self._connection.send(h11.Response(status_code=404, headers=[("Content-Length", "0")]))
        self._connection.send(h11.EndOfMessage())
        self.keeps_alive = self._connection.our_state is h11.DONE

    def _seen(self, head: Any, body: bytes) -> Request:
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in head.headers]
        target = head.target.decode("latin-1")
        if target.lower().startswith(("http://", "https://")):
            rest = target.partition("//")[2]
            host = rest.replace("?", "/").replace("#", "/").partition("/")[0]
            headers = [("host", host), *(header for header in headers if header[0] != "host")]
            target = "/" + rest[len(host) :].removeprefix("/")
        return _request(head.method.decode(), target, headers, body)
