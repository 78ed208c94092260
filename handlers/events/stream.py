"""The stream of events: Server-Sent Events of the HTML standard (https://html.spec.whatwg.org/#server-sent-events)."""

import asyncio
import contextvars
import random
import re
from collections.abc import Callable, Sequence
from typing import Any

import orjson
from tornado.httputil import HTTPConnection

from handlers.api.answers import Streaming
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.events import rendering
from handlers.events.forms import StreamForm
from models.events.events import StreamEvent
from models.types import UserId
from services.errors import BadParameters, TooOftenFromAddress
from services.events import streaming
from services.events.open_streams import Ending, Stream
from utils.http import Exchange

TYPE = "text/event-stream"

_HEADER = "Last-Event-ID"
_NUMBER = re.compile(r"[0-9]{1,18}")
_RETRY = 1000, 5000
"""How many milliseconds a client waits before it connects again, at least and at most: all at once would be many."""

_TOLD = (Ending.REPLACED, Ending.SIGNED_OUT)
"""Endings after which connecting again is no use: the client is told of them by an event."""


@refuses(TooOftenFromAddress)
async def follow(api: ApiHandler, form: StreamForm) -> Streaming:
    """Follow one's events as they happen.

    Server-Sent Events: each has its number as `id`, its type as `event`, and an event of the feed as `data`. The stream
    begins behind the number of the header Last-Event-ID, else behind `after`, else with the next event. Comments keep
    the connection alive. The stream ends when the session does, after a quarter of an hour, and when the server stops:
    connect again. `event: replaced` says that the user has opened too many streams, `event: signed_out` that the
    session has ended.
    """
    session, streams = api.signed_in, api.deps.event_streams
    after, name = _after(api.request.headers.get(_HEADER, ""), form)
    user_id = UserId(session.user_id)
    seq = await streaming.position(api.deps, user_id, after, name)
    address = api.visitor.address
    streams.open.check_room(address)

    def begin(connection: Any) -> None:
        client = _Client(connection, lambda _: streams.wake([user_id]))
        stream = Stream(user_id, session.id, address, seq, client, asyncio.get_running_loop().time())
        connection.set_close_callback(lambda: streams.stop(stream))
        streams.begin(stream)

    # the number counts as read before the first event comes: a client that is cut off now misses nothing
    return Streaming(b"retry: %d\nid: %d\n: ihome\n\n" % (random.randint(*_RETRY), seq), begin)  # noqa: S311  jitter


def _after(header: str, form: StreamForm) -> tuple[int | None, str]:
    """The number of the last event that the client has read, and the name under which it was sent.

    Raises BadParameters.
    """
    if not header:
        return form.after, "after"
    if not _NUMBER.fullmatch(header):
        raise BadParameters(fields={_HEADER: "应为事件的编号"})
    return int(header), _HEADER


class _Client:
    """The client of a stream."""

    __slots__ = ("_connection", "_on_ready", "_sent")

    def __init__(self, connection: HTTPConnection, on_ready: Callable[[object], None]) -> None:
        self._connection = connection
        self._on_ready = on_ready
        self._sent = _done()
        if isinstance(connection, Exchange):  # Tornado's own connections stay in the count of all
            connection.hold()

    @property
    def is_ready(self) -> bool:
        """Whether the client has read what was sent."""
        return self._sent.done()

    def send(self, events: Sequence[StreamEvent]) -> None:
        """Send events."""
        self._write(b"".join(map(frame, events)))

    def beat(self) -> None:
        """Send a comment."""
        self._write(b":\n\n")

    def end(self, why: Ending) -> None:
        """Tell why, and close the connection."""
        told = b"event: %b\ndata: {}\n\n" % why.encode() if why in _TOLD else b""
        self._connection.write(b"retry: %d\n\n" % random.randint(*_RETRY) + told)  # noqa: S311  jitter, no secret
        self._connection.finish()

    def _write(self, data: bytes) -> None:
        self._sent = self._connection.write(data)
        if not self._sent.done():
            self._sent.add_done_callback(self._on_ready, context=_EMPTY)


_EMPTY = contextvars.Context()
"""The context of no request."""


def _done() -> "asyncio.Future[None]":
    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    future.set_result(None)
    return future


def frame(entry: StreamEvent) -> bytes:
    """An event as a client reads it."""
    return b"id: %d\nevent: %b\ndata: %b\n\n" % (
        entry.seq,
        entry.event.type.encode(),
        orjson.dumps(rendering.event(entry)),
    )
