"""Redis over one connection that all requests of a process share.

The rest of ihome uses the commands, scripts and pipelines of redis.asyncio, the successor of aioredis. Underneath, one
connection replaces redis.asyncio's pool, as in aioredis: the commands of one iteration of the event loop travel in one
write, and replies arrive in the order of the commands. A pool with a connection for each command costs four times the
processor time, and runs out first under load.

Overrides parts of redis-py that its documentation leaves open: tests/unit/test_private_parts.py names the version.
"""

import asyncio
import socket
import ssl
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, cast

import hiredis
import structlog
from redis.asyncio import Redis
from redis.asyncio.client import Pipeline
from redis.asyncio.connection import SSLConnection, parse_url
from redis.exceptions import ConnectionError as ConnectionLost
from redis.exceptions import NoScriptError, RedisError, ResponseError
from redis.exceptions import TimeoutError as ReplyTimeout

from utils import store_wait

log = structlog.get_logger()

RedisUnavailable = RedisError
"""Redis did not answer in time, or refused a command. Whatever protects an account must then refuse the request."""

Command = tuple[Any, ...]
Greet = Callable[[Callable[..., Awaitable[Any]]], Awaitable[None]]
"""Checks a new connection; its argument is a function that runs one command."""


def connect(url: str, *, timeout: float, probe: float = 1, greet: Greet | None = None) -> Redis:
    """A client for `url`. It connects at its first command, so Redis may be down at the start.

    `timeout` bounds connecting and each reply, in seconds. After one time-out, every command is refused at once while
    probes of `probe` seconds each run in the background, one after the other. So a request with several commands waits
    for a frozen Redis only once, and commands are sent again as soon as Redis answers a probe.

    `greet` runs on every new connection before any other command; its exception is raised by every waiting command.
    """
    return _Client(_SharedConnection(url, timeout, probe, greet))


async def alive(redis: Redis, timeout: float) -> bool:
    """Whether Redis answers within `timeout` seconds."""
    try:
        async with asyncio.timeout(timeout):
            await redis.ping()
    except (RedisError, TimeoutError):
        return False
    return True


class _Client(Redis):
    def __init__(self, shared: "_SharedConnection") -> None:
        super().__init__(protocol=2)  # makes a pool, which stays empty
        self._shared = shared

    async def execute_command(self, *args: Any, **options: Any) -> Any:
        replies = await self._shared.execute([args])
        return _converted(self, args, options, replies[0])

    def pipeline(self, transaction: Any = True, shard_hint: Any = None) -> Pipeline:  # noqa: ARG002
        return _Batch(self, self._shared, transaction)

    async def aclose(self, close_connection_pool: bool | None = None) -> None:
        await self._shared.close()
        await super().aclose(close_connection_pool)


class _Batch(Pipeline):
    def __init__(self, client: _Client, shared: "_SharedConnection", transaction: bool) -> None:
        super().__init__(client.connection_pool, client.response_callbacks, transaction, None)
        self._client = client
        self._shared = shared

    async def execute(self, raise_on_error: bool = True) -> list[Any]:
        """The replies. A transaction is sent between MULTI and EXEC. Raises RedisError."""
        stack, self.command_stack = self.command_stack, []
        if self.is_transaction:
            replies = await self._shared.execute([("MULTI",), *[args for args, _ in stack], ("EXEC",)])
            error = next((reply for reply in replies if isinstance(reply, RedisError)), None)
            if error is not None:
                raise error
            replies = replies[-1]
        else:
            replies = await self._shared.execute([args for args, _ in stack])
        if raise_on_error:
            return [
                _converted(self._client, args, dict(options), reply)
                for (args, options), reply in zip(stack, replies, strict=True)
            ]
        return replies


def _converted(client: Redis, args: Command, options: dict[str, Any], reply: Any) -> Any:
    """A reply as redis-py returns it: converted to the command's type. Raises the reply if it is an error."""
    if isinstance(reply, RedisError):
        raise reply
    callback = client.response_callbacks.get(args[0])
    options.pop("keys", None)
    return callback(reply, **options) if callback else reply


class _SharedConnection:
    """The connection, opened at the first command and again after a loss. Waiting commands are then sent again once."""

    def __init__(self, url: str, timeout: float, probe: float, greet: Greet | None) -> None:
        self._options = parse_url(url)
        self._timeout = timeout
        self._probe_timeout = probe
        self._greet = greet
        self._connection: _Connection | None = None
        self._connecting: asyncio.Task[_Connection] | None = None
        self._probing: asyncio.Task[None] | None = None
        """Set while commands are refused after a time-out."""

    async def execute(self, commands: Sequence[Command]) -> list[Any]:
        """A reply for each command; a reply may be an error. Raises RedisError."""
        if self._probing is not None:
            await asyncio.sleep(0)  # lets the probe read its reply, even if the caller tries again in a loop
            raise ReplyTimeout("no reply lately")
        started = asyncio.get_running_loop().time()
        try:
            return await self._send(_packed(commands), len(commands))
        except ReplyTimeout:
            store_wait.note(started)
            self._start_probing()
            raise

    async def _send(self, packed: bytes, count: int) -> list[Any]:
        connection = self._connection
        if connection is None or connection.lost:
            connection = await self._connected()
        try:
            return await connection.send(packed, count)
        except ConnectionLost:
            return await (await self._connected()).send(packed, count)

    def _start_probing(self) -> None:
        """Refuse commands until Redis answers a probe."""
        if self._probing is None:
            log.warning("redis_silent", seconds=self._timeout)
            self._probing = asyncio.create_task(self._probe())

    async def _probe(self) -> None:
        """Returns once Redis answers, or refuses the connection: commands then get their error without a wait."""
        try:
            while True:
                with suppress(ReplyTimeout):
                    self._connection = await self._connect(self._probe_timeout)
                    log.warning("redis_answers_again")
                    return
        except RedisError as error:
            log.warning("redis_away", error=type(error).__name__)
        finally:
            self._probing = None

    async def close(self) -> None:
        """Close the connection. Its tasks have ended when this returns, so the event loop may be closed."""
        tasks = [task for task in (self._connecting, self._probing) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._connection is not None:
            self._connection.end(ConnectionLost("closed"))

    async def _connected(self) -> "_Connection":
        """An open connection. Concurrent callers share one attempt to open it."""
        if self._connection is not None and not self._connection.lost:
            return self._connection
        if self._connecting is None:
            self._connecting = asyncio.create_task(self._connect(self._timeout))
            self._connecting.add_done_callback(self._finish_connecting)
        return await asyncio.shield(self._connecting)

    def _finish_connecting(self, attempt: asyncio.Task["_Connection"]) -> None:
        self._connecting = None
        if not attempt.cancelled() and attempt.exception() is None:
            self._connection = attempt.result()

    async def _connect(self, timeout: float) -> "_Connection":
        try:
            async with asyncio.timeout(timeout):
                connection = await self._open(timeout)
                await self._set_up(connection)
        except TimeoutError:
            raise ReplyTimeout("no connection in time") from None
        except OSError as error:
            raise ConnectionLost(f"no connection: {error.errno}") from None
        connection.timeout = self._timeout
        return connection

    async def _set_up(self, connection: "_Connection") -> None:
        """Authenticate, select the database and greet; close the connection where one of these fails or is late."""

        async def run(*command: Any) -> Any:
            [reply] = await connection.send(_packed([command]), 1)
            if isinstance(reply, RedisError):
                raise reply
            return reply

        try:
            for command in self._first_commands():
                await run(*command)
            if self._greet is not None:
                await self._greet(run)
        except BaseException:
            connection.end(ConnectionLost("refused"))
            raise

    async def _open(self, timeout: float) -> "_Connection":
        loop, options = asyncio.get_running_loop(), self._options
        if "path" in options:
            _, connection = await loop.create_unix_connection(lambda: _Connection(timeout), options["path"])
        else:
            tls = ssl.create_default_context() if options.get("connection_class") is SSLConnection else None
            host, port = options.get("host", "localhost"), options.get("port", 6379)
            transport, connection = await loop.create_connection(lambda: _Connection(timeout), host, port, ssl=tls)
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        return connection

    def _first_commands(self) -> list[Command]:
        name, password = self._options.get("username"), self._options.get("password")
        auth = [("AUTH", *([name] if name else []), password)] if password else []
        return [*auth, ("SELECT", self._options.get("db", 0))]


class _Waiting(NamedTuple):
    """Commands that wait for `expected` replies, `since` a time of the loop's clock."""

    future: "asyncio.Future[list[Any]]"
    expected: int
    replies: list[Any]
    since: float


class _Connection(asyncio.Protocol):
    """One TCP or Unix connection. It ends when a reply is `timeout` seconds late, with an error for all waiting
    commands."""

    def __init__(self, timeout: float) -> None:
        self.lost = False
        self.timeout = timeout
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


def _packed(commands: Sequence[Command]) -> bytes:
    """The commands in Redis' protocol (RESP). redis-py passes SCRIPT LOAD as one word."""
    words = ((*args[0].split(), *args[1:]) if " " in args[0] else args for args in commands)
    return b"".join(map(hiredis.pack_command, words))


def _error(text: str) -> RedisError:
    return NoScriptError(text) if text.startswith("NOSCRIPT") else ResponseError(text)
