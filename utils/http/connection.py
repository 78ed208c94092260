"""One client: the state of its connection, its deadline, and what asyncio tells of it."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import Protocol, cast

from tornado.httputil import HTTPServerConnectionDelegate

from utils.http.bounds import Bounds
from utils.http.deadline import Deadline
from utils.http.exchange import Peer
from utils.http.outgoing import Outgoing
from utils.http.pipeline import Pipeline
from utils.http.states import CONNECTION, ConnectionEvent, ConnectionState
from utils.http.writer import refusal

_LINGER = 2.0
"""Seconds in which a refused client may read the refusal and close the connection."""

# In Python 3.11, reading a member of an Enum takes eight times as long as reading a name of the module.
_CLOSING, _HALF_CLOSED, _LINGERING = ConnectionState.CLOSING, ConnectionState.HALF_CLOSED, ConnectionState.LINGERING
_PAUSED, _READING = ConnectionState.PAUSED, ConnectionState.READING
_HELD_BYTES = 16 * 1024
"""How much of an answer that stays open may wait for its client."""
_ENDING = frozenset({_HALF_CLOSED, ConnectionState.REFUSING, ConnectionState.REFUSING_HALF_CLOSED})
"""No further request can come: the connection ends with the last answer."""


class Host(Protocol):
    """What a connection needs of its server."""

    app: HTTPServerConnectionDelegate
    bounds: Bounds
    note_refusal: Callable[[HTTPStatus], str]
    """Called with the status of a refusal; returns its request id."""

    def admit(self, connection: "Connection", address: str | None) -> bool:
        """Count a connection from `address`, None for a Unix socket; False where it is one too many."""

    def hold(self, connection: "Connection", address: str | None) -> None:
        """Count the connection no more: its answer stays open."""

    def release(self, connection: "Connection", address: str | None) -> None:
        """The connection has ended."""


class Connection(asyncio.Protocol):
    """One client. Its requests are answered one after the other; what it sends ahead waits.

    utils/http/states.py says what each event leads to in each state.
    """

    outgoing: Outgoing
    deadline: Deadline
    _transport: asyncio.Transport

    def __init__(self, host: Host) -> None:
        self.app = host.app
        self.bounds = host.bounds
        self.state = ConnectionState.NEW
        self.peer = Peer("")
        self._host = host
        self._address: str | None = None
        self._is_held = False
        self._pipeline = Pipeline(self)
        self._refusal = HTTPStatus.BAD_REQUEST
        """In the refusing states: with what."""

    # -- what asyncio calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self.outgoing = Outgoing(self._transport, self.set_deadline)
        self.deadline = Deadline(self._transport, self.bounds.idle)
        address = transport.get_extra_info("peername")
        self._address = address[0] if isinstance(address, tuple) else None
        if not self._host.admit(self, self._address):
            self._transport.close()
            self._after(ConnectionEvent.TURN_AWAY)
            return
        self.peer = Peer(self._address or "0.0.0.0")  # noqa: S104  a Unix socket's
        self._after(ConnectionEvent.ADMIT)
        self.set_deadline()

    def connection_lost(self, _: Exception | None) -> None:
        self._after(ConnectionEvent.LOSE)
        self._host.release(self, self._address)
        self.outgoing.flow()
        self._pipeline.cut()

    def data_received(self, data: bytes) -> None:
        if self.state is _READING:
            self._pipeline.receive(data)
            self.advance()

    def eof_received(self) -> bool:
        """A client that has ended its half may still read its answers, but not one that never ends."""
        self._after(ConnectionEvent.END)
        if self.state is _CLOSING or self._is_held:
            self.close()
        else:
            self.advance()
        return bool(self._pipeline) and not self._is_held

    def pause_writing(self) -> None:
        self.outgoing.stall()

    def resume_writing(self) -> None:
        self.outgoing.flow()
        if not self.outgoing.is_closing:
            self.set_deadline()
            self.advance()

    # -- what its requests call

    def advance(self) -> None:
        """Read, hand over and leave behind answered requests, as far as all of that goes now."""
        is_held_up = self._pipeline.advance()
        if is_held_up and self.state is _READING:
            self._after(ConnectionEvent.PAUSE)
        elif not is_held_up and self.state is _PAUSED:
            self._after(ConnectionEvent.RESUME)
        elif not is_held_up and self.state is _HALF_CLOSED:
            self._pipeline.cut_arriving()
        if self.state in _ENDING and not self._pipeline:
            self._end()

    def end_requests(self, *, hold: bool = False) -> None:
        """The last request has come whole. With `hold`, its answer stays open for long."""
        if hold:
            self._is_held = True
            self._host.hold(self, self._address)
            self._transport.set_write_buffer_limits(high=_HELD_BYTES)
            self._pipeline.cut_rest()
        if not hold or self.state in (_READING, _PAUSED):
            self._after(ConnectionEvent.LAST)

    def refuse(self, status: HTTPStatus) -> None:
        """What follows cannot be understood; requests that came before get their answers first."""
        self._refusal = status
        self._after(ConnectionEvent.MALFORMED)
        self._pipeline.cut_arriving()

    def close(self) -> None:
        """Once what was written has been sent; a client that does not read it is cut."""
        self.deadline.set(self.bounds.idle)
        self._transport.close()
        self._after(ConnectionEvent.CLOSE)

    def abort(self) -> None:
        """At once; what was written is lost."""
        self._transport.abort()
        self._after(ConnectionEvent.CLOSE)

    def set_deadline(self) -> None:
        """From now on: for a request to come, for its body, or for an answer that is not being read."""
        self.deadline.set(self._pipeline.seconds() if self.outgoing.waiting is None else self.bounds.idle)

    def _end(self) -> None:
        """Every request is answered: write the refusal, if there is one, and close."""
        if self.state is not _HALF_CLOSED and not self.outgoing.is_closing:
            self._transport.write(refusal(self._refusal, self._host.note_refusal(self._refusal)))
        self._after(ConnectionEvent.ANSWERED)
        if self.state is _LINGERING and not self.outgoing.is_closing:
            # closed now, with bytes unread, the connection would be reset before the client has read why
            self._transport.write_eof()
            self.deadline.set(min(_LINGER, self.bounds.idle))
        else:
            self.close()

    def _after(self, event: ConnectionEvent) -> None:
        before, self.state = self.state, CONNECTION[self.state][event]
        if self.state is _PAUSED:
            self._transport.pause_reading()
        elif before is _PAUSED and self.state is not _HALF_CLOSED:
            self._transport.resume_reading()
