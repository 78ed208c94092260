"""HTTP/1.1 under Tornado's applications: llhttp (through httptools) reads, an asyncio transport writes.

Tornado's own reader is pure Python and takes most of a small request's time. What stands here speaks the same
documented interface to the application (tornado.httputil: HTTPServerConnectionDelegate, HTTPMessageDelegate,
HTTPConnection), so handlers cannot tell the difference. It is stricter than Tornado where RFC 9112 lets it be: a
message that two parties might read differently is refused and its connection closed.

llhttp gets the head of a message, from the request line to the empty line, whole. Bodies are read here, so that every
byte that is no body counts against one bound.
"""

import asyncio
import logging
import re
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from socket import SO_SNDBUF, SOL_SOCKET, socket
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

from utils.chunks import Chunks, Malformed
from utils.client_ip import Network, bucket, is_in

log = logging.getLogger(__name__)

_SLICE = 16 * 1024
"""So much of a body is read at once, so that what is read ahead of its handler has a bound."""

_AHEAD = 64 * 1024
"""How much of a body waits for its handler before reading pauses."""

_NAME_BYTES = 256
"""The longest name of a header: Tornado keeps the latest thousand names for good."""

_LENGTH_DIGITS = 15
"""The longest Content-Length: llhttp reads leading zeros without end."""

_LINGER = 2.0
"""Seconds that a refused client has for reading why and closing the connection."""

_BACKLOG = 1024
_ACCEPTED_AT_ONCE = 64
_SEND_BYTES = 128 * 1024
"""What the kernel holds for a client that does not read; without a bound it takes megabytes of each."""

_BARE_LF = re.compile(rb"(?<!\r)\n")
_BODILESS = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
_VERSIONS = ("1.0", "1.1")


def refusal(status: HTTPStatus, request_id: str) -> bytes:
    """An answer to what is no request that the application could answer."""
    lines = (
        f"HTTP/1.1 {status.value} {status.phrase}",
        "Connection: close",
        "Content-Length: 0",
        f"X-Request-Id: {request_id}",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


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
    until a body is complete. `header_bytes` bounds all bytes of a message that are no body: request line, headers,
    chunk sizes and extensions, trailers. `headers` bounds the number of header lines.
    """

    connections: int
    connections_per_address: int
    idle: float
    body: float
    header_bytes: int
    headers: int
    body_bytes: int
    trusted_proxies: tuple[Network, ...] = ()
    """Their connections carry many clients: `connections_per_address` does not apply."""


class Connections:
    """Counts open connections, those of each client address apart."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._total = 0
        self._by_address: Counter[str] = Counter()

    def enter(self, peer: str | None) -> bool:
        """Count a connection from `peer`, None for a Unix socket; False where it is one too many."""
        address = self._counted(peer)
        if self._total >= self._bounds.connections:
            return False
        if address is not None:
            if self._by_address[address] >= self._bounds.connections_per_address:
                return False
            self._by_address[address] += 1
        self._total += 1
        return True

    def leave(self, peer: str | None) -> None:
        """A connection that was counted has ended."""
        self._total -= 1
        address = self._counted(peer)
        if address is not None:
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]

    def _counted(self, peer: str | None) -> str | None:
        """For whom a connection counts: an IPv4 address or an IPv6 /64."""
        if peer is None or is_in(peer, self._bounds.trusted_proxies):
            return None
        return bucket(peer)


class Server:
    """Serves an application on sockets that listen already.

    `note_refusal` hears the status of each answer that the application does not give, and returns its request id.
    """

    def __init__(
        self, app: HTTPServerConnectionDelegate, bounds: Bounds, note_refusal: Callable[[HTTPStatus], str]
    ) -> None:
        self.app = app
        self.bounds = bounds
        self.note_refusal = note_refusal
        self.counted = Connections(bounds)
        self.connections: set[_Connection] = set()
        self._listening: list[tuple[asyncio.Server, socket]] = []
        self._loop: asyncio.AbstractEventLoop
        self._opening: set[asyncio.Task[Any]] = set()
        self._sweeping: asyncio.Task[None] | None = None

    async def listen_on(self, sockets: Sequence[socket]) -> None:
        self._loop = asyncio.get_running_loop()
        for each in sockets:
            each.setblocking(False)
            each.setsockopt(SOL_SOCKET, SO_SNDBUF, _SEND_BYTES)  # its connections inherit that
            opened = partial(self._opened, each)
            self._listening.append((await self._loop.create_server(opened, sock=each, backlog=_BACKLOG), each))
        self._sweeping = asyncio.create_task(self._sweep())

    def stop(self) -> None:
        """Accept nobody any more; who is connected stays."""
        for server, each in self._listening:
            self._accept(each, _BACKLOG)
            server.close()
        self._listening.clear()

    async def close_all_connections(self) -> None:
        """End what is left, once what was written has been sent."""
        if self._sweeping is not None:
            self._sweeping.cancel()
        for connection in list(self.connections):
            connection.close()
        await asyncio.sleep(0)

    def _opened(self, listening: socket) -> "_Connection":
        """libuv opens one connection a turn of the loop, however long a turn takes: open those that wait as well."""
        self._accept(listening, _ACCEPTED_AT_ONCE)
        return _Connection(self)

    def _accept(self, listening: socket, most: int) -> None:
        for _ in range(most):
            try:
                accepted, _address = listening.accept()
            except OSError:  # nobody waits, or no descriptor is left, of which the loop takes care
                return
            opening = self._loop.create_task(self._loop.connect_accepted_socket(lambda: _Connection(self), accepted))
            self._opening.add(opening)
            opening.add_done_callback(self._opening.discard)

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
        self.target = ""
        self.version = ""
        self.header_lines = 0
        self.body_bytes = 0
        self.length = 0
        """How much of a body without chunks has yet to arrive."""
        self.chunks: Chunks | None = None
        self.body_seconds = connection.server.bounds.body
        self.body: deque[bytes] = deque()
        """What has arrived of it and was not handed over."""
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
            self._connection.advance()

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
            start_line = RequestStartLine(self.method, self.target, self.version)
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
        self._connection.advance()

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
        self._address: str | None = None
        self._loop = asyncio.get_running_loop()
        self._parser = httptools.HttpRequestParser(self)
        self._parsed: _Exchange
        """Whose head the parser reads."""
        self._transport: asyncio.Transport
        self._exchanges: deque[_Exchange] = deque()
        """The first one is being answered; a request that is still arriving is the last one."""
        self._received, self._at = b"", 0
        """What has come, and up to where it has been read."""
        self._searched = 0
        """So many bytes of an unfinished head are known to hold no end of it, and are not searched again."""
        self._advancing = False
        self._paused = False
        self._deaf = False
        """Whatever still comes is thrown away: the client said so, or was not understood."""
        self._ended = False
        self._refused: HTTPStatus | None = None
        self._deadline: float | None = None
        self._unsent = 0
        self._full: list[asyncio.Future[None]] | None = None
        """Who waits for the client to read, while it does not."""

    # -- what asyncio calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        address = transport.get_extra_info("peername")
        self._address = address[0] if isinstance(address, tuple) else None
        if not self.server.counted.enter(self._address):
            self._deaf = True
            self._transport.close()
            return
        self.server.connections.add(self)
        self.peer = _Peer(self._address or "0.0.0.0")  # noqa: S104  a Unix socket's
        self.set_deadline()

    def connection_lost(self, _: Exception | None) -> None:
        if self in self.server.connections:
            self.server.connections.discard(self)
            self.server.counted.leave(self._address)
        self._deaf = True
        self.resume_writing()
        for exchange in self._exchanges:
            exchange.cut()
        self._exchanges.clear()

    def data_received(self, data: bytes) -> None:
        if self._deaf:
            return
        self._received, self._at = self._received[self._at :] + data, 0
        self.advance()

    def eof_received(self) -> bool:
        """Who has said all they wanted to may still read their answers."""
        self._ended = True
        self.advance()
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
            self.advance()

    # -- from bytes to requests, and from requests to answers

    def advance(self) -> None:
        """Read, hand over and leave behind what is answered, as far as all of that goes now."""
        if self._advancing:
            return  # a handler answers at once: the loop below goes on with that
        self._advancing = True
        try:
            self._hand_over()
            while self._leave_answered() or self._read():
                self._hand_over()
        finally:
            self._advancing = False
        self._forget_unfinished()
        self._pause()
        if not self._exchanges and (self._refused or self._ended):
            self._end()

    def _leave_answered(self) -> bool:
        """Whether the first request was answered; the next one is the first one then."""
        if not self._exchanges or not self._exchanges[0].answered:
            return False
        first = self._exchanges.popleft()
        if first.keeps_alive and first.complete:
            self.set_deadline()
        else:
            self.close()
        return True

    def _hand_over(self) -> None:
        if not self._exchanges or self._full is not None or self._transport.is_closing():
            return
        first = self._exchanges[0]
        try:
            first.go_on()
        except HTTPInputError:
            self._exchanges.clear()
            first.cut()
            self._refuse(HTTPStatus.BAD_REQUEST)
        except Exception:
            log.exception("a request could not be handed over")
            self.abort()

    def _read(self) -> bool:
        """Read one head, or one piece of a body; False where there is none, or none yet."""
        if self._deaf or self._at >= len(self._received) or self._busy():
            return False
        try:
            if not self._exchanges or self._exchanges[-1].complete:
                return self._read_head()
            return self._read_body(self._exchanges[-1])
        except Malformed as malformed:
            self._refuse(malformed.status)
        return False

    def _busy(self) -> bool:
        """Whether more is there than is being taken: requests, or a body, or answers that the client does not read."""
        if len(self._exchanges) > 1 or self._full is not None:
            return True
        return bool(self._exchanges) and sum(map(len, self._exchanges[-1].body)) >= _AHEAD

    def _pause(self) -> None:
        """Read nothing from the client while what it has sent has to wait."""
        waits = not self._deaf and self._at < len(self._received) and self._busy()
        if waits != self._paused and not self._transport.is_closing():
            self._paused = waits
            (self._transport.pause_reading if waits else self._transport.resume_reading)()

    def _forget_unfinished(self) -> None:
        """What a client that has said all it wanted to did not finish."""
        if not self._ended or (self._at < len(self._received) and self._busy()):
            return
        self._received, self._at = b"", 0
        if self._exchanges and not self._exchanges[-1].complete:
            self._exchanges.pop().cut()

    def _refuse(self, status: HTTPStatus) -> None:
        """What follows cannot be understood; who has asked before gets their answers first."""
        self._deaf = True
        self._refused = status
        self._received, self._at = b"", 0
        if self._exchanges and not self._exchanges[-1].complete:
            self._exchanges.pop().cut()

    # -- reading a message

    def _read_head(self) -> bool:
        """From the request line to the empty line, once all of it has come. Raises Malformed."""
        data, start, most = self._received, self._at, self.server.bounds.header_bytes
        line = start + 2 if data.startswith(b"\r\n", start) else start
        end = data.find(b"\r\n\r\n", max(line, start + self._searched - 3), start + most) + 4
        if end < 4:
            self._check_unfinished_head(line)
            if len(data) - start >= most:
                raise Malformed(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
            self._searched = len(data) - start
            return False
        self._searched = 0
        exchange = self._parse(data[line:end])
        self._at = end
        self._exchanges.append(exchange)
        self._frame(exchange, most - (end - start))
        if exchange is self._exchanges[0]:
            self.set_deadline()
        return True

    def _check_unfinished_head(self, line: int) -> None:
        """Raises Malformed at once where waiting for the rest is no use: TLS, or a client that ends lines with LF."""
        first = self._received[line : line + 1]
        if first not in (b"", b"\r") and not b"A" <= first <= b"Z":
            raise Malformed
        if _BARE_LF.search(self._received, max(line, self._at + self._searched)):
            raise Malformed

    def _parse(self, head: bytes) -> _Exchange:
        """Raises Malformed."""
        exchange = self._parsed = _Exchange(self)
        try:
            self._parser.feed_data(head)
        except httptools.HttpParserUpgrade:  # to nothing that is spoken here: the request is read as any other
            self._parser = httptools.HttpRequestParser(self)
        except httptools.HttpParserError as error:
            raise error.__context__ if isinstance(error.__context__, Malformed) else Malformed from None
        line = f"{exchange.method} {exchange.target} {exchange.version}\r\n".encode("latin-1")
        if not head.startswith(line):  # llhttp reads two spaces, and RTSP/1.0, as well
            raise Malformed
        return exchange

    def _frame(self, exchange: _Exchange, framing_bytes: int) -> None:
        """Find out where the body ends (RFC 9112, section 6.3). Raises Malformed."""
        encoding = exchange.headers.get("Transfer-Encoding")
        if encoding is not None:
            if exchange.version == "HTTP/1.0" or encoding.lower() != "chunked":
                raise Malformed
            exchange.chunks = Chunks(framing_bytes)
        else:
            length = exchange.headers.get("Content-Length", "0")
            if len(length) > _LENGTH_DIGITS:
                raise Malformed
            exchange.length = int(length)
        if exchange.chunks or exchange.length:
            self._parser = httptools.HttpRequestParser(self)  # this one waits for the body
        else:
            self._complete(exchange)

    def _read_body(self, last: _Exchange) -> bool:
        """One piece. Raises Malformed."""
        start = self._at
        if last.chunks:
            piece, self._at = last.chunks.read(self._received, start, _SLICE)
        else:
            piece = self._received[start : start + min(last.length, _SLICE)]
            last.length -= len(piece)
            self._at = start + len(piece)
        last.body_bytes += len(piece)
        if last.body_bytes > self.server.bounds.body_bytes:
            raise Malformed(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if piece:
            last.body.append(piece)
        if last.chunks.complete if last.chunks else not last.length:
            self._complete(last)
        return self._at > start

    def _complete(self, last: _Exchange) -> None:
        last.complete = True
        if not last.keeps_alive:
            self._deaf = True
        if last is self._exchanges[0]:
            self.set_deadline()

    # -- what the parser calls

    def on_url(self, url: bytes) -> None:
        self._parsed.target += url.decode("latin-1")

    def on_header(self, name: bytes, value: bytes) -> None:
        parsed = self._parsed
        parsed.header_lines += 1
        if parsed.header_lines > self.server.bounds.headers or len(name) > _NAME_BYTES:
            raise Malformed(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        parsed.headers.read(name.decode("latin-1"), value.rstrip(b" \t").decode("latin-1"))  # llhttp leaves some

    def on_headers_complete(self) -> None:
        parsed = self._parsed
        version = self._parser.get_http_version()
        if parsed.version or version not in _VERSIONS:
            raise Malformed
        parsed.version = f"HTTP/{version}"
        parsed.method = self._parser.get_method().decode("latin-1")
        parsed.keeps_alive = self._parser.should_keep_alive()

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

    def _end(self) -> None:
        refused, self._refused = self._refused, None
        if refused is None or self._transport.is_closing():
            self.close()
            return
        self._transport.write(refusal(refused, self.server.note_refusal(refused)))
        if self._ended:
            self.close()
        else:  # closed now, with bytes unread, the connection would be reset before the client has read why
            self._transport.write_eof()
            self._deadline = self._loop.time() + min(_LINGER, self.server.bounds.idle)

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
        if first is None or self._full is not None:
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
