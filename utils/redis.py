"""Redis over one connection that all requests of a process share.

aioredis, which the project's owner prescribed, cannot be imported on Python 3.11; redis.asyncio is its successor, and
its commands, scripts and pipelines are what the rest of ihome calls. Underneath, commands travel as they did in
aioredis: those of one turn of the event loop in one write, over one connection, answered in their order. A pool that
lends a connection for each command costs four times the processor time, and is the first thing to run out.
"""

import asyncio
import socket
import ssl
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any, cast

import hiredis
import structlog
from redis.asyncio import Redis
from redis.asyncio.client import Pipeline
from redis.asyncio.connection import SSLConnection, parse_url
from redis.exceptions import ConnectionError as Lost
from redis.exceptions import NoScriptError, RedisError, ResponseError
from redis.exceptions import TimeoutError as TooSlow

from utils import store_wait

log = structlog.get_logger()

RedisUnavailable = RedisError
"""Redis did not answer, or refused: nothing that guards an account may go ahead."""

Command = tuple[Any, ...]
Greet = Callable[[Callable[..., Awaitable[Any]]], Awaitable[None]]
"""Is given a function that runs one command."""


def connect(url: str, *, timeout: float, probe: float = 1, greet: Greet | None = None) -> Redis:
    """A client for `url`. It connects when first used, so Redis may be away at the start.

    `timeout` bounds connecting and each answer, in seconds. After one time-out every command is refused at once, while
    one probe after the other, each of `probe` seconds, waits for Redis in the background: a request that takes several
    steps waits for a frozen Redis once, and the commands go through again as soon as Redis answers a probe.

    `greet` runs on every new connection before anything else; what it raises is raised by all who wanted to use it.
    """
    return _Client(_Line(url, timeout, probe, greet))


async def alive(redis: Redis, timeout: float) -> bool:
    """Whether Redis answers within `timeout` seconds."""
    try:
        async with asyncio.timeout(timeout):
            await redis.ping()
    except (RedisError, TimeoutError):
        return False
    return True


class _Client(Redis):
    def __init__(self, line: "_Line") -> None:
        super().__init__(protocol=2)  # which makes a pool that stays empty
        self._line = line

    async def execute_command(self, *args: Any, **options: Any) -> Any:
        replies = await self._line.ask([args])
        return _understood(self, args, options, replies[0])

    def pipeline(self, transaction: Any = True, shard_hint: Any = None) -> Pipeline:  # noqa: ARG002
        return _Batch(self, self._line, transaction)

    async def aclose(self, close_connection_pool: bool | None = None) -> None:
        await self._line.close()
        await super().aclose(close_connection_pool)


class _Batch(Pipeline):
    def __init__(self, client: _Client, line: "_Line", transaction: bool) -> None:
        super().__init__(client.connection_pool, client.response_callbacks, transaction, None)
        self._client = client
        self._line = line

    async def execute(self, raise_on_error: bool = True) -> list[Any]:
        """The replies; what is between MULTI and EXEC happens as a whole."""
        stack, self.command_stack = self.command_stack, []
        if self.is_transaction:
            replies = await self._line.ask([("MULTI",), *[args for args, _ in stack], ("EXEC",)])
            refused = next((reply for reply in replies if isinstance(reply, RedisError)), None)
            if refused is not None:
                raise refused
            replies = replies[-1]
        else:
            replies = await self._line.ask([args for args, _ in stack])
        if raise_on_error:
            return [
                _understood(self._client, args, dict(options), reply)
                for (args, options), reply in zip(stack, replies, strict=True)
            ]
        return replies


def _understood(client: Redis, args: Command, options: dict[str, Any], reply: Any) -> Any:
    """A reply as redis-py gives it: of the type that is meant, or raised."""
    if isinstance(reply, RedisError):
        raise reply
    callback = client.response_callbacks.get(args[0])
    options.pop("keys", None)
    return callback(reply, **options) if callback else reply


class _Line:
    """The connection: made when it is first wanted, and again when it was lost. Who was waiting then asks once more."""

    def __init__(self, url: str, timeout: float, probe: float, greet: Greet | None) -> None:
        self._options = parse_url(url)
        self._timeout = timeout
        self._probe_timeout = probe
        self._greet = greet
        self._wire: _Wire | None = None
        self._connecting: asyncio.Task[_Wire] | None = None
        self._probing: asyncio.Task[None] | None = None
        """Set while commands are refused."""

    async def ask(self, commands: Sequence[Command]) -> list[Any]:
        """A reply for each command, errors among them. Raises RedisError."""
        if self._probing is not None:
            await asyncio.sleep(0)  # a caller that tries in a loop must not keep the probe from its reply
            raise TooSlow("no reply lately")
        started = asyncio.get_running_loop().time()
        try:
            return await self._ask(_packed(commands), len(commands))
        except TooSlow:
            store_wait.note(started)
            self._refuse()
            raise

    async def _ask(self, packed: bytes, count: int) -> list[Any]:
        wire = self._wire
        if wire is None or wire.lost:
            wire = await self._connected()
        try:
            return await wire.ask(packed, count)
        except Lost:
            return await (await self._connected()).ask(packed, count)

    def _refuse(self) -> None:
        """Refuse commands until a probe is answered."""
        if self._probing is None:
            log.warning("redis_silent", seconds=self._timeout)
            self._probing = asyncio.create_task(self._probe())

    async def _probe(self) -> None:
        """Ends once Redis answers, or refuses the connection: then nobody waits for it in vain either."""
        try:
            while True:
                with suppress(TooSlow):
                    self._wire = await self._connect(self._probe_timeout)
                    log.warning("redis_answers_again")
                    return
        except RedisError as error:
            log.warning("redis_away", error=type(error).__name__)
        finally:
            self._probing = None

    async def close(self) -> None:
        """Returns when its tasks have ended: whoever closes the loop next destroys none that is pending."""
        tasks = [task for task in (self._connecting, self._probing) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._wire is not None:
            self._wire.end(Lost("closed"))

    async def _connected(self) -> "_Wire":
        """One attempt, however many want it."""
        if self._wire is not None and not self._wire.lost:
            return self._wire
        if self._connecting is None:
            self._connecting = asyncio.create_task(self._connect(self._timeout))
            self._connecting.add_done_callback(self._forget)
        return await asyncio.shield(self._connecting)

    def _forget(self, attempt: asyncio.Task["_Wire"]) -> None:
        self._connecting = None
        if not attempt.cancelled() and attempt.exception() is None:
            self._wire = attempt.result()

    async def _connect(self, timeout: float) -> "_Wire":
        try:
            async with asyncio.timeout(timeout):
                wire = await self._open(timeout)
                await self._welcome(wire)
        except TimeoutError:
            raise TooSlow("no connection in time") from None
        except OSError as error:
            raise Lost(f"no connection: {error.errno}") from None
        wire.timeout = self._timeout
        return wire

    async def _welcome(self, wire: "_Wire") -> None:
        """Sign in, and greet. Ends the connection where one of them is refused or does not end in time."""

        async def run(*command: Any) -> Any:
            [reply] = await wire.ask(_packed([command]), 1)
            if isinstance(reply, RedisError):
                raise reply
            return reply

        try:
            for command in self._greeting():
                await run(*command)
            if self._greet is not None:
                await self._greet(run)
        except BaseException:
            wire.end(Lost("refused"))
            raise

    async def _open(self, timeout: float) -> "_Wire":
        loop, options = asyncio.get_running_loop(), self._options
        if "path" in options:
            _, wire = await loop.create_unix_connection(lambda: _Wire(timeout), options["path"])
        else:
            tls = ssl.create_default_context() if options.get("connection_class") is SSLConnection else None
            host, port = options.get("host", "localhost"), options.get("port", 6379)
            transport, wire = await loop.create_connection(lambda: _Wire(timeout), host, port, ssl=tls)
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        return wire

    def _greeting(self) -> list[Command]:
        name, password = self._options.get("username"), self._options.get("password")
        sign_in = [("AUTH", *([name] if name else []), password)] if password else []
        return [*sign_in, ("SELECT", self._options.get("db", 0))]


class _Wire(asyncio.Protocol):
    """One TCP or Unix connection. `timeout` seconds without a reply that is due end it, for everybody who waits."""

    def __init__(self, timeout: float) -> None:
        self.lost = False
        self.timeout = timeout
        self._loop = asyncio.get_running_loop()
        self._reader = hiredis.Reader(
            encoding="utf-8", replyError=_error, protocolError=_error, notEnoughData=_NOTHING_YET
        )
        self._transport: asyncio.Transport
        self._outgoing: list[bytes] = []
        self._waiting: deque[tuple[asyncio.Future[list[Any]], int, list[Any], float]] = deque()
        """Who waits, for how many replies, those that came, and since when."""
        self._watching: asyncio.TimerHandle | None = None

    def ask(self, packed: bytes, count: int) -> "asyncio.Future[list[Any]]":
        """Replies for `count` commands, once they are there. Who stops waiting disturbs nobody."""
        future: asyncio.Future[list[Any]] = self._loop.create_future()
        if self.lost:
            future.set_exception(Lost("connection lost"))
            return future
        if not self._outgoing:
            self._loop.call_soon(self._flush)
        self._outgoing.append(packed)
        self._waiting.append((future, count, [], self._loop.time()))
        if self._watching is None:
            self._watching = self._loop.call_later(self.timeout, self._watch)
        return future

    def end(self, why: RedisError) -> None:
        self.lost = True
        self._transport.abort()
        if self._watching is not None:
            self._watching.cancel()
        waiting, self._waiting = self._waiting, deque()
        for future, *_ in waiting:
            if not future.done():
                future.set_exception(why)
                future.exception()  # whoever waits hears of it; whoever does not need not

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, _: Exception | None) -> None:
        self.end(Lost("connection lost"))

    def data_received(self, data: bytes) -> None:
        self._reader.feed(data)
        while (reply := self._reader.gets()) is not _NOTHING_YET and self._waiting:
            future, count, replies, _ = self._waiting[0]
            replies.append(reply)
            if len(replies) == count:
                self._waiting.popleft()
                if not future.done():
                    future.set_result(replies)

    def _flush(self) -> None:
        outgoing, self._outgoing = self._outgoing, []
        if not self.lost:
            self._transport.write(b"".join(outgoing))

    def _watch(self) -> None:
        """Look at whoever waits longest: replies come in order, so nobody behind them has one either."""
        late = self._loop.time() - self._watching.when() if self._watching else 0
        self._watching = None
        if not self._waiting:
            return
        left = self._waiting[0][3] + self.timeout - self._loop.time()
        if left <= 0 and late < _LATE:
            self.end(TooSlow("no reply in time"))
        else:  # where the loop itself stood still, the reply may be there and is only to be read
            self._watching = self._loop.call_later(max(left, _LATE), self._watch)


_NOTHING_YET = object()
_LATE = 0.05
"""Seconds by which a timer may be late before it says something of this process, not of Redis."""


def _packed(commands: Sequence[Command]) -> bytes:
    """As they travel; redis-py calls SCRIPT LOAD one word."""
    words = ((*args[0].split(), *args[1:]) if " " in args[0] else args for args in commands)
    return b"".join(map(hiredis.pack_command, words))


def _error(text: str) -> RedisError:
    return NoScriptError(text) if text.startswith("NOSCRIPT") else ResponseError(text)
