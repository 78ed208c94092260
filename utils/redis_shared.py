"""The connection to Redis that all requests of a process share: opened, given up and opened again."""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import structlog
from redis.asyncio.connection import SSLConnection, parse_url
from redis.exceptions import ConnectionError as ConnectionLost
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as ReplyTimeout

from utils import store_wait
from utils.redis_connection import Command, Connection, packed
from utils.redis_lease import Lease, LeaseTerms, NotReplicated

log = structlog.get_logger()

_PAUSE = 0.1
"""Seconds between two probes, and between two attempts to connect while a caller waits for a new master."""

Greet = Callable[[Callable[..., Awaitable[Any]]], Awaitable[None]]
"""Checks a new connection; its argument is a function that runs one command."""


class _Outage:
    """How long callers have found no master."""

    def __init__(self) -> None:
        self._began_at = float("-inf")
        self.met_at = float("-inf")
        """When a caller found no master the last time; in no outage a time long ago."""

    async def last(self, is_open: Callable[[], bool], attempt: Callable[[], Awaitable[None]], seconds: float) -> None:
        """Attempt to connect until `is_open`, or until the outage has lasted so many seconds."""
        loop = asyncio.get_running_loop()
        if loop.time() - self.met_at > seconds:  # one that nobody has met for so long was another one
            self._began_at = loop.time()
        self.met_at = loop.time()
        until = self._began_at + seconds
        while not is_open() and loop.time() < until:
            with suppress(RedisError, TimeoutError):
                async with asyncio.timeout_at(until):
                    await attempt()
            if not is_open():
                await asyncio.sleep(_PAUSE)
        self.met_at = loop.time()


class SharedConnection:
    """The connection, opened at the first command and again after a loss. Waiting commands are then sent again once."""

    def __init__(self, url: str, timeout: float, probe: float, greet: Greet | None, replicas: int) -> None:
        self._options = parse_url(url)
        self._timeout = timeout
        self._probe_timeout = probe
        self._greet = greet
        self._terms = LeaseTerms(replicas, timeout) if replicas else None
        self._connection: Connection | None = None
        self._connecting: asyncio.Task[Connection] | None = None
        self._outage = _Outage()
        self._probing: asyncio.Task[None] | None = None
        """Set while commands are refused after a time-out."""

    async def execute(self, commands: Sequence[Command]) -> list[Any]:
        """A reply for each command; a reply may be an error. Raises RedisError."""
        return await self.send(packed(commands), len(commands))

    async def await_master(self, seconds: float) -> None:
        """Return when commands can be sent, or there has been no master for so many seconds: a long outage is waited
        for once."""
        if self._is_open():
            self._outage.met_at = float("-inf")
            return

        async def attempt() -> None:
            await (self._connected() if self._probing is None else asyncio.wait([self._probing]))

        await self._outage.last(self._is_open, attempt, seconds)

    def _is_open(self) -> bool:
        return self._probing is None and self._connection is not None and not self._connection.lost

    async def send(self, commands: bytes, count: int) -> list[Any]:
        """As `execute`, for `count` commands in Redis' protocol."""
        if self._probing is not None:
            await asyncio.sleep(0)  # lets the probe read its reply, even if the caller tries again in a loop
            raise ReplyTimeout("no reply lately")
        started = asyncio.get_running_loop().time()
        try:
            return await self._send(commands, count)
        except ReplyTimeout as error:
            store_wait.note(started)
            self.give_up(error)
            raise

    async def _send(self, commands: bytes, count: int) -> list[Any]:
        connection = self._connection
        if connection is None or connection.lost:
            connection = await self._connected()
        try:
            return await _ask(connection, commands, count)
        except ConnectionLost:
            return await _ask(await self._connected(), commands, count)

    def give_up(self, error: RedisError) -> None:
        """Close the connection, and refuse commands until Redis answers a probe."""
        if self._probing is None:
            log.warning("redis_isolated" if isinstance(error, NotReplicated) else "redis_silent", seconds=self._timeout)
            if self._connection is not None:
                self._connection.end(error)
            self._probing = asyncio.create_task(self._probe())

    async def _probe(self) -> None:
        """Returns once Redis answers, or refuses the connection: commands then get their error without a wait."""
        try:
            while True:
                with suppress(ReplyTimeout):
                    self._connection = await self._connect(self._probe_timeout)
                    log.warning("redis_answers_again")
                    return
                await asyncio.sleep(_PAUSE)
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

    async def _connected(self) -> Connection:
        """An open connection. Concurrent callers share one attempt to open it."""
        if self._connection is not None and not self._connection.lost:
            return self._connection
        if self._connecting is None:
            self._connecting = asyncio.create_task(self._connect(self._timeout))
            self._connecting.add_done_callback(self._finish_connecting)
        return await asyncio.shield(self._connecting)

    def _finish_connecting(self, attempt: asyncio.Task[Connection]) -> None:
        self._connecting = None
        if not attempt.cancelled() and attempt.exception() is None:
            self._connection = attempt.result()

    async def _connect(self, timeout: float) -> Connection:
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

    async def _set_up(self, connection: Connection) -> None:
        """Authenticate, select the database, take the lease, greet; close the connection if that fails or is late."""

        async def run(*command: Any) -> Any:
            [reply] = await connection.send(packed([command]), 1)
            if isinstance(reply, RedisError):
                raise reply
            return reply

        try:
            for command in self._first_commands():
                await run(*command)
            if self._terms is not None:
                connection.lease = Lease(connection, self._terms)
                await connection.lease.begin()
            if self._greet is not None:
                await self._greet(run)
        except BaseException:
            connection.end(ConnectionLost("refused"))
            raise

    async def _open(self, timeout: float) -> Connection:
        loop, options = asyncio.get_running_loop(), self._options
        if "path" in options:
            _, connection = await loop.create_unix_connection(lambda: Connection(timeout), options["path"])
        else:
            tls = ssl.create_default_context() if options.get("connection_class") is SSLConnection else None
            host, port = options.get("host", "localhost"), options.get("port", 6379)
            transport, connection = await loop.create_connection(lambda: Connection(timeout), host, port, ssl=tls)
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        return connection

    def _first_commands(self) -> list[Command]:
        name, password = self._options.get("username"), self._options.get("password")
        auth = [("AUTH", *([name] if name else []), password)] if password else []
        return [*auth, ("SELECT", self._options.get("db", 0))]


async def _ask(connection: Connection, commands: bytes, count: int) -> list[Any]:
    """The replies, under a lease if the connection has one. Raises RedisError."""
    lease = connection.lease
    if lease is None:
        return await connection.send(commands, count)
    replies = await connection.send(commands, count)
    await lease.hold()
    return replies
