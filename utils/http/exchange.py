"""One request and its answer, as the application sees them."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol, cast

from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    HTTPOutputError,
    HTTPServerConnectionDelegate,
    RequestStartLine,
    ResponseStartLine,
)

from utils.http.llhttp import Head
from utils.http.outgoing import Outgoing
from utils.http.reader import Piece
from utils.http.states import EXCHANGE, ExchangeEvent, ExchangeState
from utils.http.writer import CONTINUE, AnswerWriter

# In Python 3.11, reading a member of an Enum takes eight times as long as reading a name of the module.
_ANSWERED, _CUT, _PREPARING = ExchangeState.ANSWERED, ExchangeState.CUT, ExchangeState.PREPARING
_QUEUED, _STARTING, _TAKING = ExchangeState.QUEUED, ExchangeState.STARTING, ExchangeState.TAKING
_ANSWER, _CUT_OFF, _DONE, _FINISH = ExchangeEvent.ANSWER, ExchangeEvent.CUT, ExchangeEvent.DONE, ExchangeEvent.FINISH
_PIECE, _START, _WAIT = ExchangeEvent.PIECE, ExchangeEvent.START, ExchangeEvent.WAIT

_CALLED = frozenset({ExchangeState.STARTING, ExchangeState.DELIVERING, ExchangeState.FINISHING})
"""The application is being called and has not returned."""

_RECEIVING = frozenset({_STARTING, _PREPARING, _TAKING, ExchangeState.DELIVERING, ExchangeState.BUSY})
"""The application knows the request and has not got all of it."""


@dataclass(frozen=True)
class Peer:
    """The client, in the attributes that Tornado's requests read from their connection's context."""

    remote_ip: str
    protocol: str = "http"


class Channel(Protocol):
    """What an exchange needs of its connection."""

    app: HTTPServerConnectionDelegate
    peer: Peer
    outgoing: Outgoing

    def advance(self) -> None:
        """Read, hand over and leave behind answered requests, as far as all of that goes now."""

    def abort(self) -> None:
        """End the connection at once."""

    def set_deadline(self) -> None:
        """For what the client or the application has to do next."""

    def end_requests(self, *, hold: bool = False) -> None:
        """The last request has come whole. With `hold`, its answer stays open for long."""


class WaitingBody(deque[bytes]):
    """The pieces of a body that have arrived and wait for the application. Behind the last one stands an empty one."""

    def receive(self, piece: Piece) -> None:
        """Add a piece of the body."""
        if piece.data:
            self.append(piece.data)
        if piece.is_last:
            self.append(b"")

    @property
    def is_complete(self) -> bool:
        """Whether the rest of the body waits here."""
        return bool(self) and not self[-1]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left of the body but its end."""
        return bool(self) and not self[0]

    @property
    def size(self) -> int:
        """The bytes that wait for the application."""
        return sum(map(len, self))


class Exchange(HTTPConnection):
    """One request and its answer. Tornado's handlers know it as their connection."""

    def __init__(self, channel: Channel, head: Head, body_seconds: float) -> None:
        self.context = channel.peer
        self.state = _QUEUED
        self.body = WaitingBody()
        self.body_seconds = body_seconds
        """How long the body may take, from the head on."""
        self._channel = channel
        self._head = head
        self.writer = AnswerWriter(head)
        self._delegate: HTTPMessageDelegate
        self._on_close: Callable[[], None] | None = None

    # -- what Tornado's handlers call

    def set_close_callback(self, callback: Callable[[], None] | None) -> None:
        self._on_close = callback

    def set_body_timeout(self, timeout: float) -> None:
        """Seconds for this request's body, in place of the usual."""
        self.body_seconds = timeout
        self._channel.set_deadline()

    def hold(self) -> None:
        """The answer stays open for long; call this once the request is handed over.

        The connection leaves the bounds of Bounds, so it needs others. It ends with the answer, or when the client ends
        its half; what the client sends is thrown away.
        """
        del self._delegate  # which has the whole request, and is told nothing more
        self._channel.end_requests(hold=True)

    def write_headers(
        self,
        start_line: RequestStartLine | ResponseStartLine,
        headers: HTTPHeaders,
        chunk: bytes | None = None,
    ) -> "asyncio.Future[None]":
        code, reason = cast(ResponseStartLine, start_line)[1:]
        return self._send(self._framed(self.writer.begin, code, reason, headers, chunk or b""))

    def write(self, chunk: bytes) -> "asyncio.Future[None]":
        return self._send(self._framed(self.writer.body, chunk))

    def finish(self) -> None:
        end = b"" if self.state is _CUT else self._framed(self.writer.end)
        if end:
            self._send(end)
        is_called = self.state in _CALLED
        self.state = EXCHANGE[self.state][_ANSWER]
        self._on_close = None
        if self.state is _ANSWERED and not is_called:  # else its pipeline goes on when the call returns
            self._channel.advance()

    def _framed(self, frame: Callable[..., bytes], *args: object) -> bytes:
        """Raises HTTPOutputError where the answer does not fit its Content-Length: the client cannot use it."""
        try:
            return frame(*args)
        except HTTPOutputError:
            self._channel.abort()
            raise

    def _send(self, data: bytes) -> "asyncio.Future[None]":
        return self._channel.outgoing.write(b"" if self.state is _CUT else data)

    # -- what its pipeline calls

    def hand_over(self) -> None:
        """Call the application with as much as has arrived and as it takes. Raises HTTPInputError."""
        if self.state is _QUEUED:
            self._start()
        while self.state is _TAKING and self.body:
            piece = self.body.popleft()
            if piece:
                self.state = EXCHANGE[self.state][_PIECE]
                self._settle(self._delegate.data_received(piece))
            else:
                self.state = EXCHANGE[self.state][_FINISH]
                self._delegate.finish()
                self.state = EXCHANGE[self.state][_DONE]

    def cut(self) -> None:
        """The connection is gone, or the rest of the request is malformed."""
        is_receiving = self.state in _RECEIVING
        self.state = EXCHANGE[self.state][_CUT_OFF]
        if is_receiving:
            self._delegate.on_connection_close()
        elif self._on_close is not None:
            self._on_close()
        self._on_close = None

    def _start(self) -> None:
        self._delegate = self._channel.app.start_request(self._channel, self)
        self.state = EXCHANGE[self.state][_START]
        head = self._head
        start_line = RequestStartLine(head.method, head.target, head.version)
        self._settle(self._delegate.headers_received(start_line, head.headers))
        self._say_continue()

    def _settle(self, handler: Awaitable[None] | None) -> None:
        """The application was called, and takes more now or once `handler` is done. An empty body does not wait."""
        future = None if handler is None else asyncio.ensure_future(handler)
        if future is None or future.done() or (self.state is _STARTING and self.body.is_empty):
            self.state = EXCHANGE[self.state][_DONE]
        else:
            self.state = EXCHANGE[self.state][_WAIT]
            future.add_done_callback(self._resume)

    def _resume(self, _: object) -> None:
        was_preparing = self.state is _PREPARING
        self.state = EXCHANGE[self.state][_DONE]
        if was_preparing:
            self._say_continue()
        if self.state is _TAKING:
            self._channel.advance()

    def _say_continue(self) -> None:
        """Once the application takes the body, to a client that waits for that (RFC 9110, section 10.1.1)."""
        takes_more = self.state is _TAKING and not self.body.is_complete
        if takes_more and self._head.headers.get("Expect", "").lower() == "100-continue":
            self._channel.outgoing.write(CONTINUE)
