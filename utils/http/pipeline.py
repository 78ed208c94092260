"""The requests of one connection in their order."""

import logging
from collections import deque
from http import HTTPStatus
from typing import Protocol

from tornado.httputil import HTTPInputError

from utils.http.bounds import Bounds
from utils.http.exchange import Channel, Exchange
from utils.http.llhttp import Head
from utils.http.malformed import Malformed
from utils.http.reader import Piece, Reader
from utils.http.states import ConnectionState, ExchangeState

log = logging.getLogger(__name__)

_AHEAD = 64 * 1024
"""How many bytes of a body wait for the application before reading pauses."""

_NO_BODY = Piece(b"", is_last=True)
_ANSWERED = ExchangeState.ANSWERED
_TAKING = frozenset({ExchangeState.QUEUED, ExchangeState.TAKING})
"""The application takes what has come of a request in these states."""

_READING = frozenset({ConnectionState.READING, ConnectionState.PAUSED, ConnectionState.HALF_CLOSED})
"""Requests are read in these states."""


class Client(Channel, Protocol):
    """What a pipeline needs of its connection."""

    bounds: Bounds
    state: ConnectionState

    def refuse(self, status: HTTPStatus) -> None:
        """What the client sends from here on cannot be understood."""

    def close(self) -> None:
        """End the connection once everything that was written is sent."""


class Pipeline:
    """The requests of one client (HTTP pipelining, RFC 9112, section 9.3.2).

    The first one is being answered; at most one more is read meanwhile. The last one may still be arriving.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._reader = Reader(client.bounds)
        self._exchanges: deque[Exchange] = deque()
        self._arriving: Exchange | None = None
        """The last one, until its body has come whole."""

    def __bool__(self) -> bool:
        """Whether a request waits for its answer."""
        return bool(self._exchanges)

    def seconds(self) -> float | None:
        """How long the client may take for what it has to send next; None where an answer is next."""
        if not self._exchanges:
            return self._client.bounds.idle
        first = self._exchanges[0]
        return first.body_seconds if first is self._arriving else None

    def receive(self, data: bytes) -> None:
        """Add bytes that the client has sent."""
        self._reader.feed(data)

    def advance(self) -> bool:
        """Read, hand over and leave behind answered requests, as far as all of that goes now.

        Returns whether bytes have come that have to wait.
        """
        while self._serve_first() or self._read():
            pass
        return self._reader.unread and self._is_full()

    def cut_arriving(self) -> None:
        """Forget the unread bytes, and the request whose body is arriving."""
        self._reader.drop()
        if self._arriving is not None:
            self._arriving = None
            self._exchanges.pop().cut()

    def cut_rest(self) -> None:
        """Forget the unread bytes, and all requests but the first."""
        self._reader.drop()
        self._arriving = None
        while len(self._exchanges) > 1:
            self._exchanges.pop().cut()

    def cut(self) -> None:
        """Forget all requests."""
        self._arriving = None
        while self._exchanges:
            self._exchanges.popleft().cut()

    def _serve_first(self) -> bool:
        """Hand over what the application takes of the first request. True if it is answered; the next one is first."""
        if not self._exchanges:
            return False
        first = self._exchanges[0]
        if first.state in _TAKING:
            self._hand_over(first)
        if first.state is not _ANSWERED:
            return False
        self._exchanges.popleft()
        if first.writer.keeps_alive and first is not self._arriving:
            self._client.set_deadline()
        else:
            self._client.close()
        return True

    def _hand_over(self, first: Exchange) -> None:
        outgoing = self._client.outgoing
        if outgoing.waiting is not None or outgoing.is_closing:
            return
        try:
            first.hand_over()
        except HTTPInputError:
            self._arriving = None
            self._exchanges.clear()
            first.cut()
            self._client.refuse(HTTPStatus.BAD_REQUEST)
        except Exception:
            log.exception("a request could not be handed over")
            self._client.abort()

    def _read(self) -> bool:
        """Read one head, or one piece of a body; False where there is none, or none yet."""
        if not self._reader.unread or self._client.state not in _READING or self._is_full():
            return False
        try:
            event = self._reader.read()
        except Malformed as malformed:
            self._client.refuse(malformed.status)
            return False
        if isinstance(event, Head):
            self._add(event)
        elif event is not None and self._arriving is not None:
            self._add_piece(self._arriving, event)
        return event is not None

    def _add(self, head: Head) -> None:
        exchange = Exchange(self._client, head, self._client.bounds.body)
        self._exchanges.append(exchange)
        if self._reader.has_body:
            self._arriving = exchange
        else:
            exchange.body.receive(_NO_BODY)
            self._complete(exchange)
        if exchange is self._exchanges[0]:
            self._client.set_deadline()

    def _add_piece(self, exchange: Exchange, piece: Piece) -> None:
        exchange.body.receive(piece)
        if piece.is_last:
            self._arriving = None
            self._complete(exchange)
            if exchange is self._exchanges[0]:
                self._client.set_deadline()

    def _complete(self, exchange: Exchange) -> None:
        if not exchange.writer.keeps_alive:
            self._reader.drop()
            self._client.end_requests()

    def _is_full(self) -> bool:
        """Whether as much is read as may wait: requests, a body, or answers that the client does not read."""
        if len(self._exchanges) > 1 or self._client.outgoing.waiting is not None:
            return True
        return bool(self._exchanges) and self._exchanges[0].body.size >= _AHEAD
