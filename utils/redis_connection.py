"""One connection to Redis: the commands of one iteration of the event loop travel in one write."""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import hiredis
from redis.exceptions import ConnectionError as ConnectionLost
from redis.exceptions import NoScriptError, RedisError, ResponseError
from redis.exceptions import TimeoutError as ReplyTimeout

if TYPE_CHECKING:
    from utils.redis_lease import Lease

Command = tuple[Any, ...]


class _Waiting(NamedTuple):
    """Commands that wait for `expected` replies, `since` a time of the loop's clock."""

    future: "asyncio.Future[list[Any]]"
    expected: int
    replies: list[Any]
    since: float


class Connection(asyncio.Protocol):
    """One TCP or Unix connection. It ends when a reply is `timeout` seconds late, with an error for all waiting
    commands."""

    def __init__(self, timeout: float) -> None:
        self.lost = False
        self.timeout = timeout
        self.lease: Lease | None = None
        self._loop = asyncio.get_running_loop()
        self._reader = hiredis.Reader(
            encoding="utf-8", errors="replace", replyError=_error, protocolError=_error, notEnoughData=_INCOMPLETE
        )
        self._transport: asyncio.Transport
        self._outgoing: list[bytes] = []
        self._waiting: deque[_Waiting] = deque()
        self._timer: asyncio.TimerHandle | None = None

    def send(self, packed: bytes, count: int) -> "asyncio.Future[list[Any]]":
        """The replies to `count` commands. The future may be cancelled: its replies are then dropped."""
        future: asyncio.Future[list[Any]] = self._loop.create_future()
        if self.lost:
            future.set_exception(ConnectionLost("connection lost"))
            return future
        if not self._outgoing:
            self._loop.call_soon(self._flush)
        self._outgoing.append(packed)
        self._waiting.append(_Waiting(future, count, [], self._loop.time()))
        if self._timer is None:
            self._timer = self._loop.call_later(self.timeout, self._check_oldest)
        return future

    def end(self, why: RedisError) -> None:
        self.lost = True
        self._transport.abort()
        if self._timer is not None:
            self._timer.cancel()
        waiting, self._waiting = self._waiting, deque()
        for each in waiting:
            if not each.future.done():
                each.future.set_exception(why)
                each.future.exception()  # its reader has it; without a reader asyncio would report it

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, _: Exception | None) -> None:
        self.end(ConnectionLost("connection lost"))

    def data_received(self, data: bytes) -> None:
        self._reader.feed(data)
        while (reply := self._reader.gets()) is not _INCOMPLETE and self._waiting:
            oldest = self._waiting[0]
            oldest.replies.append(reply)
            if len(oldest.replies) == oldest.expected:
                self._waiting.popleft()
                if not oldest.future.done():
                    oldest.future.set_result(oldest.replies)

    def _flush(self) -> None:
        outgoing, self._outgoing = self._outgoing, []
        if not self.lost:
            self._transport.write(b"".join(outgoing))

    def _check_oldest(self) -> None:
        """Check the oldest command: replies arrive in order, so no later command has a reply before it."""
        late = self._loop.time() - self._timer.when() if self._timer else 0
        self._timer = None
        if not self._waiting:
            return
        left = self._waiting[0].since + self.timeout - self._loop.time()
        if left <= 0 and late < _MAX_TIMER_DELAY:
            self.end(ReplyTimeout("no reply in time"))
        else:  # if the event loop was blocked, the reply may have arrived and still has to be read
            self._timer = self._loop.call_later(max(left, _MAX_TIMER_DELAY), self._check_oldest)


_INCOMPLETE = object()
"""hiredis' answer while a reply has not fully arrived."""

_MAX_TIMER_DELAY = 0.05
"""Seconds. A timer that fires later shows that this process was blocked, and nothing about Redis."""


def packed(commands: Sequence[Command]) -> bytes:
    """The commands in Redis' protocol (RESP). redis-py passes SCRIPT LOAD as one word."""
    words = ((*args[0].split(), *args[1:]) if " " in args[0] else args for args in commands)
    return b"".join(map(hiredis.pack_command, words))


def _error(text: str) -> RedisError:
    return NoScriptError(text) if text.startswith("NOSCRIPT") else ResponseError(text)
