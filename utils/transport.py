"""HTTP/1.1 under Tornado's applications: llhttp (through httptools) reads, an asyncio transport writes.

Tornado's own reader is pure Python and takes most of a small request's time. What stands here speaks the same
documented interface to the application (tornado.httputil: HTTPServerConnectionDelegate, HTTPMessageDelegate,
HTTPConnection), so handlers cannot tell the difference. It is stricter than Tornado where RFC 9112 lets it be: a
message that two parties might read differently is refused and its connection closed.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from socket import socket
from typing import Any, cast

import httptools
from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPInputError,
    HTTPMessageDelegate,
    HTTPOutputError,
    HTTPServerConnectionDelegate,
    RequestStartLine,
    ResponseStartLine,
)
from tornado.iostream import StreamClosedError

log = logging.getLogger(__name__)

_SLICE = 16 * 1024
"""The parser is given so much at once, so that what is read ahead of an answer has a bound."""

_AHEAD = 64 * 1024
"""How much of a body waits for its handler before reading pauses."""

_BACKLOG = 1024
_BODILESS = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
_VERSIONS = ("1.0", "1.1")
_MALFORMED = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class Headers(HTTPHeaders):
    """Tornado's, with a `get` that does not raise and catch an error for what is missing."""

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self else default  # noqa: SIM401  that is what `get` is to be

    def read(self, name: str, value: str) -> None:
        """As `add`, for what llhttp has checked already."""
        if name in self:
            self.add(name, value)
        else:
            self[name] = value


@dataclass(frozen=True)
class Bounds:
    """What one server and one connection of it may take. Times are in seconds.

    `idle` is until the headers of a request are complete, and for an answer that its client does not read; `body` is
    until a body is complete.
    """

    connections: int
    idle: float
    body: float
    header_bytes: int
    body_bytes: int


class Server:
    """Serves an application on sockets that listen already."""

    def __init__(self, app: HTTPServerConnectionDelegate, bounds: Bounds) -> None:
        self.app = app
        self.bounds = bounds
        self.connections: set[_Connection] = set()
        self._listening: list[asyncio.Server] = []
        self._sweeping: asyncio.Task[None] | None = None

    async def listen_on(self, sockets: Sequence[socket]) -> None:
        loop = asyncio.get_running_loop()
        for each in sockets:
            self._listening.append(await loop.create_server(lambda: _Connection(self), sock=each, backlog=_BACKLOG))
        self._sweeping = asyncio.create_task(self._sweep())

    def stop(self) -> None:
        """Accept nobody any more; who is connected stays."""
        for each in self._listening:
            each.close()

    async def close_all_connections(self) -> None:
        """End what is left, once what was written has been sent."""
        if self._sweeping is not None:
            self._sweeping.cancel()
        for connection in list(self.connections):
            connection.close()
        await asyncio.sleep(0)

    async def _sweep(self) -> None:
        """One timer for all connections, in place of several a request."""
        loop = asyncio.get_running_loop()
        every = min(1.0, self.bounds.idle / 5, self.bounds.body / 5)
        while True:
            await asyncio.sleep(every)
            now = loop.time()
            for connection in list(self.connections):
                connection.check(now)


@dataclass(frozen=True)
class _Peer:
    """What Tornado's requests call their context."""

    remote_ip: str
    protocol: str = "http"


class _Exchange(HTTPConnection):
    """One request and its answer, as the application sees its connection."""

    def __init__(self, connection: "_Connection") -> None:
        self.context = connection.peer
        self.headers = Headers()
        self.method = ""
        self.target = b""
        self.version = ""
        self.header_bytes = 0
        self.arrived = 0
        self.body_bytes = 0
        self.body_seconds = connection.server.bounds.body
        self.body: deque[bytes] = deque()
        """What has arrived of it and was not handed over."""
        self.headers_complete = False
        self.complete = False
        self.keeps_alive = True
        self.delegate: HTTPMessageDelegate | None = None
        self.answered = False
        self._connection = connection
        self._ready = False
        """Whether the handler takes the body now."""
        self._handed_over = False
        self._expected = False
        self._cut = False
        self._on_close: Callable[[], None] | None = None
        self._chunked = False
        self._left: int | None = None

    # -- what Tornado's handlers call

    def set_close_callback(self, callback: Callable[[], None] | None) -> None:
        self._on_close = callback

    def set_body_timeout(self, timeout: float) -> None:
        """Seconds for this request's body, in place of the usual."""
        self.body_seconds = timeout
        self._connection.set_deadline()

    def write_headers(
        self,
        start_line: RequestStartLine | ResponseStartLine,
        headers: HTTPHeaders,
        chunk: bytes | None = None,
    ) -> "asyncio.Future[None]":
        code, reason = cast(ResponseStartLine, start_line)[1:]
        length = headers.get("Content-Length")
        bodiless = code in _BODILESS or self.method == "HEAD"
        self._left = 0 if bodiless else None if length is None else int(length)
        if length is None and not bodiless:
            if self.version == "HTTP/1.1":
                self._chunked = True
                headers["Transfer-Encoding"] = "chunked"
            else:
                self.keeps_alive = False
        if headers.get("Connection") == "close":
            self.keeps_alive = False
        elif not self.keeps_alive:
            headers["Connection"] = "close"
        elif self.version == "HTTP/1.0":
            headers["Connection"] = "keep-alive"
        lines = [f"HTTP/1.1 {code} {reason}", *[f"{name}: {value}" for name, value in headers.get_all()]]
        head = "\r\n".join(lines)
        if head.count("\n") != len(lines) - 1 or head.count("\r") != len(lines) - 1:
            raise ValueError("a header has a line break in it")
        return self._write(f"{head}\r\n\r\n".encode("latin-1") + self._framed(chunk or b""))

    def write(self, chunk: bytes) -> "asyncio.Future[None]":
        return self._write(self._framed(chunk))

    def finish(self) -> None:
        if self._left and not self._cut:
            self._connection.abort()
            raise HTTPOutputError(f"{self._left} bytes fewer than Content-Length")
        if self._chunked:
            self._write(b"0\r\n\r\n")
        self.answered = True
        self._on_close = None
        if not self._cut:
            self._connection.go_on()

    def _framed(self, chunk: bytes) -> bytes:
        if self._left is not None:
            self._left -= len(chunk)
            if self._left < 0:
                self._connection.abort()
                raise HTTPOutputError("more bytes than Content-Length")
        return b"%x\r\n%b\r\n" % (len(chunk), chunk) if self._chunked and chunk else chunk

    def _write(self, data: bytes) -> "asyncio.Future[None]":
        return self._connection.write(b"" if self._cut else data)

    # -- what its connection calls

    def go_on(self) -> None:
        """Hand the application as much as has arrived and as it takes. Raises HTTPInputError."""
        if self.delegate is None:
            self._expected = self.headers.get("Expect", "").lower() == "100-continue"
            self.delegate = self._connection.server.app.start_request(self._connection, self)
            start_line = RequestStartLine(self.method, self.target.decode("latin-1"), self.version)
            self._wait_for(self.delegate.headers_received(start_line, self.headers))
            if not self._ready and not (self.complete and not self.body):
                return
            self._ready = True
        if self._ready:
            self._say_continue()
        while self._ready and self.body and not self.answered:
            self._wait_for(self.delegate.data_received(self.body.popleft()))
        if self._ready and self.complete and not self._handed_over and not self.answered:
            self._handed_over = True
            self.delegate.finish()

    def cut(self) -> None:
        """Its connection is gone, or what arrives of it cannot be understood: nothing is read or written any more."""
        self._cut = True
        if self.delegate is not None and not self._handed_over and not self.answered:
            self.delegate.on_connection_close()
        elif self._on_close is not None:
            self._on_close()
        self._on_close = None

    def _wait_for(self, handler: Awaitable[None] | None) -> None:
        """Take no more of the body before `handler` is done."""
        if handler is None:
            self._ready = True
            return
        future = asyncio.ensure_future(handler)
        self._ready = future.done()
        if not self._ready:
            future.add_done_callback(self._take_more)

    def _take_more(self, _: object) -> None:
        if self._cut or self.answered:
            return
        self._ready = True
        self._connection.go_on()

    def _say_continue(self) -> None:
        """Once the handler takes the body, to a client that waits for that (RFC 9110, section 10.1.1)."""
        if self._expected and not self.complete:
            self._write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self._expected = False


class _Connection(asyncio.Protocol):
    """One client. Its requests are answered one after the other; what it sends ahead waits."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.peer = _Peer("")
        self._loop = asyncio.get_running_loop()
        self._parser = httptools.HttpRequestParser(self)
        self._transport: asyncio.Transport
        self._exchanges: deque[_Exchange] = deque()
        """The first one is being answered; a request that is still arriving is the last one."""
        self._ahead = b""
        self._paused = False
        self._deaf = False
        """Whatever still comes is thrown away: the client said so, or was not understood."""
        self._ended = False
        self._malformed = False
        self._deadline: float | None = None
        self._unsent = 0
        self._full: list[asyncio.Future[None]] | None = None
        """Who waits for the client to read, while it does not."""

    # -- what asyncio calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        if len(self.server.connections) >= self.server.bounds.connections:
            self._transport.close()
            return
        self.server.connections.add(self)
        address = transport.get_extra_info("peername")
        self.peer = _Peer(address[0] if isinstance(address, tuple) else "0.0.0.0")  # noqa: S104  a Unix socket's
        self.set_deadline()

    def connection_lost(self, _: Exception | None) -> None:
        self.server.connections.discard(self)
        self.resume_writing()
        for exchange in self._exchanges:
            exchange.cut()
        self._exchanges.clear()

    def data_received(self, data: bytes) -> None:
        if self._deaf:
            return
        self._ahead = self._ahead + data if self._ahead else data
        self._read()

    def eof_received(self) -> bool:
        """Who has said all they wanted to may still read their answers."""
        self._ended = True
        if self._exchanges and not self._exchanges[-1].complete and not self._ahead:
            self._exchanges.pop().cut()
        return bool(self._exchanges)

    def pause_writing(self) -> None:
        self._full = []

    def resume_writing(self) -> None:
        waiting, self._full = self._full or [], None
        for future in waiting:
            if not future.done():
                future.set_result(None)
        if not self._transport.is_closing():
            self.set_deadline()
            self.go_on()

    # -- reading

    def _read(self) -> None:
        """Parse what has come as far as answers have; read no more before that."""
        while self._ahead and not self._busy():
            if len(self._ahead) <= _SLICE:
                data, self._ahead = self._ahead, b""
            else:
                data, self._ahead = self._ahead[:_SLICE], self._ahead[_SLICE:]
            self._parse(data)
            self._hand_over()
        if bool(self._ahead) != self._paused and not self._transport.is_closing():
            self._paused = not self._paused
            (self._transport.pause_reading if self._paused else self._transport.resume_reading)()

    def _busy(self) -> bool:
        """Whether more is there than is being taken: requests, or a body, or answers that the client does not read."""
        if len(self._exchanges) > 1 or self._full is not None:
            return True
        return bool(self._exchanges) and sum(map(len, self._exchanges[-1].body)) >= _AHEAD

    def _parse(self, data: bytes) -> None:
        if self._deaf:
            return
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:  # to nothing that is spoken here: the request is answered as any other
            self._deaf = True
            self._exchanges[-1].keeps_alive = False
        except httptools.HttpParserError:
            self._refuse()
        else:
            last = self._exchanges[-1] if self._exchanges else None
            if last is not None and not last.headers_complete:
                self._unparsed(last, len(data))

    def _unparsed(self, last: _Exchange, count: int) -> None:
        """A header that never ends is counted although the parser has not told of it."""
        last.header_bytes = max(last.header_bytes, last.arrived + count)
        last.arrived += count
        if last.header_bytes > self.server.bounds.header_bytes:
            self._refuse()

    def _refuse(self) -> None:
        """What follows cannot be understood; who has asked before gets their answers first."""
        if self._deaf:
            return
        self._deaf = self._malformed = True
        self._ahead = b""
        if self._exchanges and not self._exchanges[-1].complete:
            self._exchanges.pop().cut()
        if not self._exchanges:
            self._end()

    def _hand_over(self) -> None:
        first = self._exchanges[0] if self._exchanges else None
        if first is None or not first.headers_complete:
            return
        try:
            first.go_on()
        except HTTPInputError:
            self._exchanges.clear()
            first.cut()
            self._deaf = self._malformed = True
            self._end()
        except Exception:
            log.exception("a request could not be handed over")
            self.abort()

    # -- what the parser calls

    def on_message_begin(self) -> None:
        self._exchanges.append(_Exchange(self))

    def on_url(self, url: bytes) -> None:
        last = self._exchanges[-1]
        last.target += url
        self._count(last, len(url))

    def on_header(self, name: bytes, value: bytes) -> None:
        last = self._exchanges[-1]
        if last.headers_complete:
            return  # a trailer
        self._count(last, len(name) + len(value) + 4)
        last.headers.read(name.decode("latin-1"), value.decode("latin-1"))

    def on_headers_complete(self) -> None:
        last = self._exchanges[-1]
        last.headers_complete = True
        version = self._parser.get_http_version()
        encoding = last.headers.get("Transfer-Encoding")
        if version not in _VERSIONS or (encoding and (version == "1.0" or encoding.lower() != "chunked")):
            raise HTTPInputError("nothing that is spoken here")
        last.version = f"HTTP/{version}"
        last.method = self._parser.get_method().decode("latin-1")
        last.keeps_alive = self._parser.should_keep_alive()
        if last is self._exchanges[0]:
            self.set_deadline()

    def on_body(self, chunk: bytes) -> None:
        last = self._exchanges[-1]
        last.body_bytes += len(chunk)
        if last.body_bytes > self.server.bounds.body_bytes:
            raise HTTPInputError("more than is read here")
        last.body.append(chunk)

    def on_message_complete(self) -> None:
        last = self._exchanges[-1]
        last.complete = True
        if not last.keeps_alive:
            self._deaf = True
        if last is self._exchanges[0]:
            self.set_deadline()

    def _count(self, exchange: _Exchange, count: int) -> None:
        exchange.header_bytes += count
        if exchange.header_bytes > self.server.bounds.header_bytes:
            raise HTTPInputError("more headers than are read here")

    # -- writing

    def write(self, data: bytes) -> "asyncio.Future[None]":
        """The future is done when the client has read enough for more to be written."""
        sent: asyncio.Future[None] = self._loop.create_future()
        if self._transport.is_closing():
            sent.set_exception(StreamClosedError())
            sent.exception()  # nobody has to look
            return sent
        self._transport.write(data)
        if self._full is None:
            sent.set_result(None)
        else:
            self._full.append(sent)
            self.set_deadline()
        return sent

    def go_on(self) -> None:
        """With the first request, or behind it where it is answered."""
        if self._exchanges and self._exchanges[0].answered:
            first = self._exchanges.popleft()
            if not (first.keeps_alive and first.complete):
                self.close()
                return
            self.set_deadline()
        if self._full is None:
            self._hand_over()
        self._read()
        if not self._exchanges and (self._malformed or (self._ended and not self._ahead)):
            self._end()

    def _end(self) -> None:
        if self._malformed and not self._transport.is_closing():
            self._transport.write(_MALFORMED)
        self.close()

    def close(self) -> None:
        """Once what was written has been sent; who does not read it is cut."""
        self._deaf = True
        self._deadline = self._loop.time() + self.server.bounds.idle
        self._unsent = self._transport.get_write_buffer_size()
        self._transport.close()

    def abort(self) -> None:
        self._transport.abort()

    # -- deadlines

    def set_deadline(self) -> None:
        """From now on: for a request to come, for its body, or for an answer that is not being read."""
        bounds, now = self.server.bounds, self._loop.time()
        first = self._exchanges[0] if self._exchanges else None
        if first is None or not first.headers_complete or self._full is not None:
            self._deadline = now + bounds.idle
        elif not first.complete:
            self._deadline = now + first.body_seconds
        else:
            self._deadline = None
        self._unsent = self._transport.get_write_buffer_size()

    def check(self, now: float) -> None:
        """End what takes longer than it may; an answer that is being read has all the time it needs."""
        if self._deadline is None or now < self._deadline:
            return
        unsent = self._transport.get_write_buffer_size()
        if 0 < unsent < self._unsent:
            self._unsent, self._deadline = unsent, now + self.server.bounds.idle
        else:
            self.abort()
