"""Connections of aiomysql's pool, with deadlines.

aiomysql has no read time-out, its connect time-out does not include the handshake, and its pool wakes no waiting task
when a connection is returned closed. So no task waits in its pool: a semaphore of the pool's size comes before it.
"""

import asyncio
from contextlib import suppress
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

import aiomysql
import pymysql.err as errors

from utils.mysql_connection import PipelinedConnection, pipelined
from utils.mysql_errors import DatabaseUnavailable, ServerLost, connecting_failed


class ConnectionPool:
    """Lends connections, each to one use at a time. All times are in seconds.

    `isolation` is READ COMMITTED or REPEATABLE READ. `first_statement`, if any, runs on each new connection before any
    other; where a server refuses it, or does not answer it in `connect_timeout`, there is no connection.
    """

    def __init__(
        self,
        url: str,
        *,
        size: int,
        acquire_timeout: float,
        connect_timeout: float,
        query_timeout: float,
        isolation: str,
        first_statement: str = "",
    ) -> None:
        self._options = connection_options(url)
        self._size = size
        self._acquire_timeout = acquire_timeout
        self._connect_timeout = connect_timeout
        self._query_timeout = query_timeout
        self._isolation = isolation.replace(" ", "-")
        self._first_statement = first_statement.encode()
        self._slots = asyncio.Semaphore(size)
        self._pool: aiomysql.Pool
        self._idle: list[PipelinedConnection] = []
        """Connections that aiomysql's pool has lent to this one: a loan costs it a task each time."""

    @property
    def in_use(self) -> int:
        """The number of connections in use."""
        return int(self._pool.size - self._pool.freesize) - len(self._idle)

    async def open(self) -> None:
        """Create the pool. It connects at its first use, so MariaDB may be down at the start."""
        self._pool = await aiomysql.create_pool(
            minsize=0,
            maxsize=self._size,
            autocommit=True,  # otherwise an idle connection would keep an old snapshot
            charset="utf8mb4",
            connect_timeout=self._connect_timeout,
            # the server goes on with a cancelled query, so it has limits of its own
            init_command=(
                f"SET SESSION time_zone = '+00:00', sql_mode = 'TRADITIONAL', "
                f"innodb_lock_wait_timeout = {max(1, round(self._query_timeout))}, "
                f"max_statement_time = {self._query_timeout}, tx_isolation = '{self._isolation}'"
            ),
            **self._options,
        )

    async def close(self) -> None:
        """Close every connection; wait for running queries up to the time-out of one query."""
        while self._idle:
            self._pool.release(self._idle.pop())
        self._pool.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(self._query_timeout):
                await self._pool.wait_closed()
        self._pool.terminate()

    async def borrow(self) -> PipelinedConnection:
        """A connection, which the caller gives back.

        Raises ServerLost where none can be opened in time, DatabaseUnavailable where none becomes free in time.
        """
        await self._wait_for_slot()
        try:
            return await self._connect()
        except BaseException:
            self._slots.release()
            raise

    async def give_back(self, connection: PipelinedConnection, *, lost: bool) -> None:
        """End an open transaction and keep the connection; close it where that fails.

        Where its server is `lost`, it is closed, and the idle ones with it.
        """
        try:
            if lost:
                self._close_all(connection)
            elif not (connection.closed or connection.get_autocommit() or connection.committed):
                # after an error it is unknown whether the statement has begun a transaction
                await self._roll_back(connection)
        except BaseException:
            connection.close()
            raise
        finally:
            if connection.closed:
                self._pool.release(connection)
            else:
                self._idle.append(connection)
            self._slots.release()

    async def _wait_for_slot(self) -> None:
        if not self._slots.locked():
            await self._slots.acquire()
            return
        try:
            async with asyncio.timeout(self._acquire_timeout):
                await self._slots.acquire()
        except TimeoutError:
            raise DatabaseUnavailable("every connection is in use") from None

    async def _connect(self) -> PipelinedConnection:
        while self._idle:
            connection = self._idle.pop()
            if connection.is_open:
                return connection
            connection.close()
            self._pool.release(connection)
        try:
            async with asyncio.timeout(self._connect_timeout):
                return await self._begin(pipelined(await self._pool.acquire()))
        except TimeoutError:
            raise ServerLost("no connection in time") from None
        except errors.MySQLError as error:
            raise connecting_failed(error) from None

    async def _begin(self, connection: PipelinedConnection) -> PipelinedConnection:
        """Run the first statement on a new connection. Raises MySQLError."""
        if not self._first_statement:
            return connection
        try:
            [reply] = await connection.execute([self._first_statement])
            if isinstance(reply, errors.MySQLError):
                raise reply
        except BaseException:
            connection.close()
            self._pool.release(connection)
            raise
        return connection

    async def _roll_back(self, connection: PipelinedConnection) -> None:
        try:
            async with asyncio.timeout(self._connect_timeout):
                await connection.rollback()
        except (errors.MySQLError, TimeoutError):
            connection.close()  # the server then rolls back; the outcome of the work is not affected

    def _close_all(self, connection: PipelinedConnection) -> None:
        connection.close()
        while self._idle:
            idle = self._idle.pop()
            idle.close()
            self._pool.release(idle)


class Loan:
    """A connection of a pool for a block."""

    def __init__(self, pool: ConnectionPool) -> None:
        self.connection: PipelinedConnection
        self._pool = pool
        self._is_open = False

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, _: object, error: BaseException | None, __: object) -> None:
        await self.close(lost=isinstance(error, ServerLost))

    async def open(self) -> None:
        """Borrow a connection. Raises DatabaseUnavailable."""
        self.connection = await self._pool.borrow()
        self._is_open = True

    async def close(self, *, lost: bool) -> None:
        """Give the connection back; `lost` tells whether its server is."""
        if self._is_open:
            self._is_open = False
            await self._pool.give_back(self.connection, lost=lost)

    async def replace(self, error: ServerLost) -> None:
        """Put another connection in the place of a lost one. Raises `error` where there is none."""
        raise error


def connection_options(url: str) -> dict[str, Any]:
    """`mysql://user:password@host:port/database?unix_socket=/path` as aiomysql's and PyMySQL's arguments.

    Raises ValueError for another scheme or a URL without a database.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("mysql", "mariadb") or not parts.path.strip("/"):
        raise ValueError("a database URL is mysql://user:password@host:port/database")
    options: dict[str, Any] = {
        "host": parts.hostname or "localhost",
        "port": parts.port or 3306,
        "user": unquote(parts.username or "root"),
        "password": unquote(parts.password or ""),
        "db": unquote(parts.path.strip("/")),
    }
    if socket := dict(parse_qsl(parts.query)).get("unix_socket"):
        options["unix_socket"] = socket
    return options
