"""The states of a connection and of an exchange on it, as tables; docs/http-connection.md shows them.

An event that the table of a state does not have is a defect of this package and raises NoTransition.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, NoReturn, TypeVar

S = TypeVar("S", bound=StrEnum)
E = TypeVar("E", bound=StrEnum)


class NoTransition(Exception):
    """An event came in a state in which it is impossible."""


class Row(dict[E, S], Generic[S, E]):
    """The transitions from one state."""

    def __init__(self, state: S, transitions: Mapping[E, S]) -> None:
        super().__init__(transitions)
        self._state = state

    def __missing__(self, event: E) -> NoReturn:
        raise NoTransition(f"{event.name} in {self._state.name}")


def _table(transitions: Mapping[S, Mapping[E, S]]) -> dict[S, Row[S, E]]:
    return {state: Row(state, after) for state, after in transitions.items()}


class ConnectionState(StrEnum):
    """The states of a connection."""

    NEW = "The socket is accepted; the connection is not counted yet."
    READING = "Bytes are read as they come."
    PAUSED = "More has come than the application takes. Nothing is read from the socket."
    LAST_REQUEST = "The last request has come whole: its client or its answer closes. Bytes behind it are thrown away."
    HALF_CLOSED = "The client has ended its half. What it sent before is still read and answered."
    REFUSING = "What follows is malformed and thrown away. The requests before it get their answers first."
    REFUSING_HALF_CLOSED = "As REFUSING, and the client has ended its half."
    LINGERING = "The refusal is written. The client has a moment to read it: closing with unread bytes resets."
    CLOSING = "What is written is still sent, or the connection is aborted. Nothing is read."
    CLOSED = "The connection is gone."


class ConnectionEvent(StrEnum):
    """What happens to a connection."""

    ADMIT = "The connection is counted."
    TURN_AWAY = "The server or the client's address has too many connections."
    PAUSE = "More has come than the application takes."
    RESUME = "The application has taken enough."
    LAST = "A request that keeps no connection alive has come whole."
    END = "The client ends its half (end of file)."
    MALFORMED = "A message is malformed, for the reader or for the application."
    ANSWERED = "No request is left to answer, and no other can come."
    CLOSE = "The server closes or aborts."
    LOSE = "The transport reports the end of the connection."


class ExchangeState(StrEnum):
    """The states of one request and its answer."""

    QUEUED = "The application does not know the request: an earlier one is being answered."
    STARTING = "The application is being called with the head."
    PREPARING = "The application works on the head and takes no body yet."
    TAKING = "The application takes the next piece of the body when it comes."
    DELIVERING = "The application is being called with a piece of the body."
    BUSY = "The application works on a piece of the body and takes no other yet."
    FINISHING = "The application is being called with the end of the request."
    HANDED_OVER = "The application has the whole request."
    ANSWERED = "The answer is complete."
    CUT = "The connection is gone, or the rest of the request is malformed. Nothing is read or written any more."


class ExchangeEvent(StrEnum):
    """What happens to an exchange."""

    START = "It is the first in its connection: the application is called with the head."
    PIECE = "The application is called with a piece of the body."
    FINISH = "The application is called with the end of the request."
    DONE = "The application is done with what it was called with."
    WAIT = "The application needs time for what it was called with."
    ANSWER = "The application completes its answer."
    CUT = "The connection is lost, or refuses the rest of the request."


_C, _CE = ConnectionState, ConnectionEvent
_GONE = {_CE.CLOSE: _C.CLOSING, _CE.LOSE: _C.CLOSED}
CONNECTION = _table(
    {
        _C.NEW: {_CE.ADMIT: _C.READING, _CE.TURN_AWAY: _C.CLOSING},
        _C.READING: {
            _CE.PAUSE: _C.PAUSED,
            _CE.LAST: _C.LAST_REQUEST,
            _CE.END: _C.HALF_CLOSED,
            _CE.MALFORMED: _C.REFUSING,
            **_GONE,
        },
        _C.PAUSED: {
            _CE.RESUME: _C.READING,
            _CE.LAST: _C.LAST_REQUEST,
            _CE.END: _C.HALF_CLOSED,
            _CE.MALFORMED: _C.REFUSING,
            **_GONE,
        },
        _C.LAST_REQUEST: {_CE.END: _C.HALF_CLOSED, _CE.MALFORMED: _C.REFUSING, **_GONE},
        _C.HALF_CLOSED: {
            _CE.LAST: _C.HALF_CLOSED,
            _CE.MALFORMED: _C.REFUSING_HALF_CLOSED,
            _CE.ANSWERED: _C.CLOSING,
            **_GONE,
        },
        _C.REFUSING: {
            _CE.END: _C.REFUSING_HALF_CLOSED,
            _CE.MALFORMED: _C.REFUSING,
            _CE.ANSWERED: _C.LINGERING,
            **_GONE,
        },
        _C.REFUSING_HALF_CLOSED: {_CE.MALFORMED: _C.REFUSING_HALF_CLOSED, _CE.ANSWERED: _C.CLOSING, **_GONE},
        _C.LINGERING: {_CE.END: _C.CLOSING, **_GONE},
        _C.CLOSING: {_CE.MALFORMED: _C.CLOSING, **_GONE},
        _C.CLOSED: {_CE.CLOSE: _C.CLOSED},
    }
)

_X, _XE = ExchangeState, ExchangeEvent
_ENDED = {_XE.ANSWER: _X.ANSWERED, _XE.CUT: _X.CUT}
EXCHANGE = _table(
    {
        _X.QUEUED: {_XE.START: _X.STARTING, _XE.CUT: _X.CUT},
        _X.STARTING: {_XE.DONE: _X.TAKING, _XE.WAIT: _X.PREPARING, **_ENDED},
        _X.PREPARING: {_XE.DONE: _X.TAKING, **_ENDED},
        _X.TAKING: {_XE.PIECE: _X.DELIVERING, _XE.FINISH: _X.FINISHING, **_ENDED},
        _X.DELIVERING: {_XE.DONE: _X.TAKING, _XE.WAIT: _X.BUSY, **_ENDED},
        _X.BUSY: {_XE.DONE: _X.TAKING, **_ENDED},
        _X.FINISHING: {_XE.DONE: _X.HANDED_OVER, **_ENDED},
        _X.HANDED_OVER: _ENDED,
        _X.ANSWERED: {_XE.DONE: _X.ANSWERED, _XE.WAIT: _X.ANSWERED, _XE.CUT: _X.CUT},
        _X.CUT: {_XE.DONE: _X.CUT, _XE.ANSWER: _X.CUT},
    }
)
