"""MariaDB through aiomysql's pool, with deadlines.

aiomysql has no read time-out, its connect time-out does not include the handshake, and its pool wakes no waiting task
when a connection is returned closed. So no task waits in its pool: a semaphore of the pool's size comes before it, and
every use has a deadline.
"""

import asyncio
import random
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Generator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar, cast, overload
from urllib.parse import parse_qsl, unquote, urlsplit

import aiomysql
import pymysql.err as errors
from pymysql.constants import CR, ER

from utils import mysql_connection, store_wait
from utils.mysql_connection import PipelinedConnection, Reply, pipelined

Row = mysql_connection.Row
T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
E = TypeVar("E")
Work = Coroutine[Any, Any, T]
"""A coroutine that awaits only the methods of Queries."""

# Not BEGIN: a deadlock ends the transaction, and later statements of the same write would then be committed one by one.
# With autocommit off, they begin another transaction, which is rolled back.
_MODES = {True: [b"SET autocommit = 0"], False: [b"SET autocommit = 1"]}

_RETRIED = (ER.LOCK_DEADLOCK, ER.LOCK_WAIT_TIMEOUT, ER.CHECKREAD)
_STOPPED_BY_SERVER = (1969,)  # max_statement_time
_MAX_PAUSE = 0.3
_REFUSED_BY_SERVER = (ER.CON_COUNT_ERROR, ER.SERVER_SHUTDOWN, 1927, 1203)  # 1927: connection was killed


class DatabaseUnavailable(Exception):
    """MariaDB is down, or did not answer in time."""


class StatementFailed(Exception):
    """MariaDB refused a statement. The text has the error number only: MariaDB's own text quotes personal data."""

    def __init__(self, number: int) -> None:
        super().__init__(f"MariaDB error {number}")
        self.number = number


class DuplicateKey(StatementFailed):
    """A row with this value of a unique key exists; `key` is the key's name."""

    def __init__(self, text: str) -> None:
        super().__init__(ER.DUP_ENTRY)
        match = re.search(r"for key '([^']+)'$", text)
        self.key = match[1] if match else ""


Replies = list[Reply | errors.MySQLError]
_Running = tuple[Coroutine[Any, Any, Any], Replies | None]
_Waiting = tuple[Coroutine[Any, Any, Any], list[bytes]]


@dataclass(frozen=True)
class Result:
    """The effect of a statement. `affected` does not count rows that an UPDATE left as they were."""

    affected: int
    last_id: int


class Queries:
    """The statements of one connection. Raises DatabaseUnavailable, DuplicateKey or StatementFailed."""

    def __init__(self, connection: PipelinedConnection, *, transaction: bool = False) -> None:
        self._connection = connection
        self._prefix = _MODES[transaction] if connection.get_autocommit() is transaction else []
        """Statements that the next write sends first."""
        self._collecting = False

    async def one(self, sql: str, *args: object) -> Row | None:
        """The first row, as column → value."""
        rows = (await self._execute(sql, args)).rows
        return rows[0] if rows else None

    async def all(self, sql: str, *args: object) -> list[Row]:
        """Every row, as column → value."""
        return (await self._execute(sql, args)).rows

    async def run(self, sql: str, *args: object) -> Result:
        """Run a statement other than a query."""
        reply = await self._execute(sql, args)
        return Result(reply.affected, reply.last_id)

    @overload
    async def gather(self, a: Work[A], b: Work[B], /) -> tuple[A, B]: ...
    @overload
    async def gather(self, a: Work[A], b: Work[B], c: Work[C], /) -> tuple[A, B, C]: ...
    @overload
    async def gather(self, a: Work[A], b: Work[B], c: Work[C], d: Work[D], /) -> tuple[A, B, C, D]: ...
    @overload
    async def gather(self, a: Work[A], b: Work[B], c: Work[C], d: Work[D], e: Work[E], /) -> tuple[A, B, C, D, E]: ...

    async def gather(self, *work: Work[Any]) -> tuple[Any, ...]:
        """Run independent coroutines together, and return their results in this order.

        The first statements of all coroutines travel in one write, in this order, then the second statements. The error
        of a coroutine is raised after the replies to all statements of its write.
        """
        return tuple(await self.gather_all(work))

    async def gather_all(self, work: Iterable[Work[T]]) -> list[T]:
        """As `gather`, for any number of coroutines of one type."""
        coroutines = list(work)
        done: dict[int, Any] = {}
        running: dict[int, _Running] = {number: (each, None) for number, each in enumerate(coroutines)}
        while running:
            waiting = self._advance(running, done)
            replies = iter(await self._send([text for _, texts in waiting.values() for text in texts]))
            running = {number: (each, [next(replies) for _ in texts]) for number, (each, texts) in waiting.items()}
        return [done[number] for number in range(len(coroutines))]

    def _advance(self, running: Mapping[int, _Running], done: dict[int, Any]) -> dict[int, _Waiting]:
        """Run each coroutine up to its next statements; store the results of those that end in `done`."""
        waiting: dict[int, _Waiting] = {}
        first_error: Exception | None = None
        was_collecting, self._collecting = self._collecting, True
        for number, (each, replies) in running.items():
            try:
                waiting[number] = each, _resume(each, replies)
            except StopIteration as end:
                done[number] = end.value
            except Exception as error:
                first_error = first_error or error
        self._collecting = was_collecting
        if first_error:
            for each, _ in waiting.values():
                each.close()
            raise first_error
        return waiting

    async def _execute(self, sql: str, args: tuple[object, ...]) -> Reply:
        reply = (await self._send([self._connection.text(sql, args)]))[0]
        if isinstance(reply, errors.MySQLError):
            _translate(reply)
        return reply

    async def _send(self, texts: list[bytes]) -> Replies:
        if self._collecting:
            return cast(Replies, await _Statements(texts))
        prefix, self._prefix = self._prefix, []
        try:
            replies = await self._connection.execute([*prefix, *texts])
        except errors.MySQLError as error:
            _translate(error)
        if prefix and isinstance(replies[0], errors.MySQLError):
            _translate(replies[0])
        return replies[len(prefix) :]


@dataclass(frozen=True)
class _Statements:
    """Awaited by a coroutine inside `gather`, which sends these texts and resumes the coroutine with the replies."""

    texts: list[bytes]

    def __await__(self) -> Generator[Any, Any, Any]:
        return (yield self)


def _resume(work: Coroutine[Any, Any, Any], replies: Replies | None) -> list[bytes]:
    """Run a coroutine up to its next statements. Raises StopIteration at its end."""
    awaited = work.send(replies)
    if not isinstance(awaited, _Statements):
        raise TypeError("a coroutine inside gather may only await the database")
    return awaited.texts


class ConnectionPool:
    """Lends connections, each to one use at a time. All times are in seconds.

    `isolation` is READ COMMITTED or REPEATABLE READ.
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
    ) -> None:
        self._options = connection_options(url)
        self._size = size
        self._acquire_timeout = acquire_timeout
        self._connect_timeout = connect_timeout
        self._query_timeout = query_timeout
        self._isolation = isolation.replace(" ", "-")
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

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[PipelinedConnection]:
        """A connection for the block. Raises DatabaseUnavailable if none is free, or none can be opened, in time."""
        await self._wait_for_slot()
        try:
            connection = await self._connect()
            try:
                yield connection
            finally:
                await self._take_back(connection)
        finally:
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
                return pipelined(await self._pool.acquire())
        except TimeoutError:
            raise DatabaseUnavailable("no connection in time") from None
        except errors.MySQLError as error:
            raise DatabaseUnavailable(f"no connection: {error.args[0]}") from None

    async def _take_back(self, connection: PipelinedConnection) -> None:
        """End an open transaction, then keep the connection; close it where that fails."""
        try:
            # after an error it is unknown whether the statement has begun a transaction
            if not (connection.closed or connection.get_autocommit() or connection.committed):
                async with asyncio.timeout(self._acquire_timeout):
                    await connection.rollback()
        except (errors.MySQLError, TimeoutError):
            connection.close()  # the server then rolls back; the outcome of the work is not affected
        except BaseException:
            connection.close()
            raise
        finally:
            if connection.closed:
                self._pool.release(connection)
            else:
                self._idle.append(connection)


class Database:
    """Queries and transactions. `deadline` bounds one use in seconds, with all its waits and retries."""

    def __init__(self, pool: ConnectionPool, *, deadline: float) -> None:
        self._pool = pool
        self._deadline = deadline

    @property
    def in_use(self) -> int:
        """The number of connections in use."""
        return self._pool.in_use

    async def writable(self) -> bool | None:
        """Whether MariaDB accepts writes: not while read_only is set. None if it does not answer."""
        try:
            async with self.connection() as queries:
                row = await queries.one("SELECT @@read_only AS server, @@innodb_read_only AS engine")
        except (DatabaseUnavailable, StatementFailed):
            return None
        return row is not None and {str(value) for value in row.values()} <= {"0", "OFF"}  # OFF since MariaDB 12

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Queries]:
        """A connection where each statement is its own transaction. Raises DatabaseUnavailable after the deadline."""
        try:
            async with asyncio.timeout_at(store_wait.deadline(self._deadline)), self._pool.lend() as connection:
                yield Queries(connection)
        except TimeoutError:
            raise DatabaseUnavailable("deadline passed") from None

    async def transact(self, work: Callable[[Queries], Awaitable[T]]) -> T:
        """Run `work` in a transaction and return its result.

        A transaction that conflicts with another, even at COMMIT, is repeated until the deadline, so `work` must have
        no effects outside the database. Raises DatabaseUnavailable after the deadline; whether the transaction was
        committed is then unknown. Raises DuplicateKey and StatementFailed for a refused statement.
        """
        try:
            async with asyncio.timeout_at(store_wait.deadline(self._deadline)):
                return await self._with_retries(work)
        except TimeoutError:
            raise DatabaseUnavailable("deadline passed") from None

    async def _with_retries(self, work: Callable[[Queries], Awaitable[T]]) -> T:
        pause = 0.02
        while True:
            try:
                return await self._once(work)
            except StatementFailed as error:
                if error.number not in _RETRIED:
                    raise
            await asyncio.sleep(random.uniform(0, pause))  # noqa: S311  jitter, no secret
            pause = min(2 * pause, _MAX_PAUSE)

    async def _once(self, work: Callable[[Queries], Awaitable[T]]) -> T:
        async with self._pool.lend() as connection:
            queries = Queries(connection, transaction=True)
            result = await work(queries)
            await queries.run("COMMIT")
            connection.committed = True
            return result


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


def _translate(error: errors.MySQLError) -> NoReturn:
    number = error.args[0] if error.args and isinstance(error.args[0], int) else 0
    if number == ER.DUP_ENTRY:
        raise DuplicateKey(str(error.args[1])) from None
    if isinstance(error, errors.InterfaceError) or CR.CR_UNKNOWN_ERROR <= number < 3000 or not number:
        raise DatabaseUnavailable(f"connection lost: {number}") from None
    if number in _STOPPED_BY_SERVER or number in _REFUSED_BY_SERVER:
        raise DatabaseUnavailable(f"MariaDB error {number}") from None
    raise StatementFailed(number) from None
