"""MariaDB through an aiomysql pool that cannot hang.

aiomysql has no read timeout, its connect timeout stops before the handshake, and its pool wakes no waiter when a
connection comes back closed. So nobody ever waits inside its pool: a semaphore of the pool's size stands in front,
and everything happens inside a deadline.
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
"""A coroutine that waits for nothing but queries."""

# Not BEGIN: a deadlock ends the transaction, and statements that were sent together with the one that met it would then
# each stand alone. With autocommit off they begin another one, which is rolled back.
_MODES = {True: [b"SET autocommit = 0"], False: [b"SET autocommit = 1"]}

_RETRIED = (ER.LOCK_DEADLOCK, ER.LOCK_WAIT_TIMEOUT, ER.CHECKREAD)
_STOPPED_BY_SERVER = (1969,)  # max_statement_time
_MAX_PAUSE = 0.3
_REFUSED_BY_SERVER = (ER.CON_COUNT_ERROR, ER.SERVER_SHUTDOWN, 1927, 1203)  # 1927: connection was killed


class DatabaseUnavailable(Exception):
    """MariaDB did not answer in time, or not at all."""


class StatementFailed(Exception):
    """MariaDB refused a statement. Says its error number only: its texts quote what people wrote."""

    def __init__(self, number: int) -> None:
        super().__init__(f"MariaDB error {number}")
        self.number = number


class DuplicateKey(StatementFailed):
    """A unique key has that value already; `key` is the key's name."""

    def __init__(self, text: str) -> None:
        super().__init__(ER.DUP_ENTRY)
        match = re.search(r"for key '([^']+)'$", text)
        self.key = match[1] if match else ""


Replies = list[Reply | errors.MySQLError]
_Going = tuple[Coroutine[Any, Any, Any], Replies | None]
_Asking = tuple[Coroutine[Any, Any, Any], list[bytes]]


@dataclass(frozen=True)
class Result:
    """What a statement did. `affected` is 0 where an UPDATE found the values already there."""

    affected: int
    last_id: int


class Queries:
    """The statements of one connection. Raises DatabaseUnavailable, DuplicateKey or StatementFailed."""

    def __init__(self, connection: PipelinedConnection, *, transaction: bool = False) -> None:
        self._connection = connection
        self._first = _MODES[transaction] if connection.get_autocommit() is transaction else []
        """What goes before the next statement, in the same write."""
        self._collecting = False

    async def one(self, sql: str, *args: object) -> Row | None:
        """The first row, as column → value."""
        rows = (await self._ask(sql, args)).rows
        return rows[0] if rows else None

    async def all(self, sql: str, *args: object) -> list[Row]:
        """Every row, as column → value."""
        return (await self._ask(sql, args)).rows

    async def run(self, sql: str, *args: object) -> Result:
        """Run a statement that changes something."""
        answer = await self._ask(sql, args)
        return Result(answer.affected, answer.last_id)

    @overload
    async def gather(self, a: Work[A], b: Work[B], /) -> tuple[A, B]: ...
    @overload
    async def gather(self, a: Work[A], b: Work[B], c: Work[C], /) -> tuple[A, B, C]: ...
    @overload
    async def gather(self, a: Work[A], b: Work[B], c: Work[C], d: Work[D], /) -> tuple[A, B, C, D]: ...
    @overload
    async def gather(self, a: Work[A], b: Work[B], c: Work[C], d: Work[D], e: Work[E], /) -> tuple[A, B, C, D, E]: ...

    async def gather(self, *work: Work[Any]) -> tuple[Any, ...]:
        """Run coroutines that do not need each other's answers, and return their results in this order.

        The first statements of all of them travel in one write, in this order, then the second ones. An error of one is
        raised once all statements were answered.
        """
        return tuple(await self.gather_all(work))

    async def gather_all(self, work: Iterable[Work[T]]) -> list[T]:
        """As `gather`, for any number of coroutines of one type."""
        coroutines = list(work)
        done: dict[int, Any] = {}
        going: dict[int, _Going] = {place: (each, None) for place, each in enumerate(coroutines)}
        while going:
            asked = self._collect(going, done)
            answers = iter(await self._send([text for _, texts in asked.values() for text in texts]))
            going = {place: (each, [next(answers) for _ in texts]) for place, (each, texts) in asked.items()}
        return [done[place] for place in range(len(coroutines))]

    def _collect(self, going: Mapping[int, _Going], done: dict[int, Any]) -> dict[int, _Asking]:
        """Run each as far as its next statements; those that end are `done`."""
        asked: dict[int, _Asking] = {}
        failed: Exception | None = None
        within, self._collecting = self._collecting, True
        for place, (each, answers) in going.items():
            try:
                asked[place] = each, _go_on(each, answers)
            except StopIteration as end:
                done[place] = end.value
            except Exception as error:
                failed = failed or error
        self._collecting = within
        if failed:
            for each, _ in asked.values():
                each.close()
            raise failed
        return asked

    async def _ask(self, sql: str, args: tuple[object, ...]) -> Reply:
        answer = (await self._send([self._connection.text(sql, args)]))[0]
        if isinstance(answer, errors.MySQLError):
            _translate(answer)
        return answer

    async def _send(self, texts: list[bytes]) -> Replies:
        if self._collecting:
            return cast(Replies, await _Statements(texts))
        first, self._first = self._first, []
        try:
            answers = await self._connection.ask([*first, *texts])
        except errors.MySQLError as error:
            _translate(error)
        if first and isinstance(answers[0], errors.MySQLError):
            _translate(answers[0])
        return answers[len(first) :]


@dataclass(frozen=True)
class _Statements:
    """What a function of `gather` waits with: whoever runs it sends the texts, and goes on with the answers."""

    texts: list[bytes]

    def __await__(self) -> Generator[Any, Any, Any]:
        return (yield self)


def _go_on(work: Coroutine[Any, Any, Any], answers: Replies | None) -> list[bytes]:
    """Run as far as the next statements. Raises StopIteration at the end."""
    waiting = work.send(answers)
    if not isinstance(waiting, _Statements):
        raise TypeError("what runs together may only wait for the database")
    return waiting.texts


class ConnectionPool:
    """Lends connections, one to each use. All times are in seconds.

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
        """Taken out of the pool and used by nobody: its own lending costs a task each time."""

    @property
    def in_use(self) -> int:
        """Connections that are lent out now."""
        return int(self._pool.size - self._pool.freesize) - len(self._idle)

    async def open(self) -> None:
        """Make the pool; it connects when first used, so MariaDB may be away."""
        self._pool = await aiomysql.create_pool(
            minsize=0,
            maxsize=self._size,
            autocommit=True,  # without it a pooled connection goes on reading an old snapshot
            charset="utf8mb4",
            connect_timeout=self._connect_timeout,
            # a cancelled query goes on in the server, so the server must stop it
            init_command=(
                f"SET SESSION time_zone = '+00:00', sql_mode = 'TRADITIONAL', "
                f"innodb_lock_wait_timeout = {max(1, round(self._query_timeout))}, "
                f"max_statement_time = {self._query_timeout}, tx_isolation = '{self._isolation}'"
            ),
            **self._options,
        )

    async def close(self) -> None:
        """Close every connection, at the latest after the time that one query may take."""
        while self._idle:
            self._pool.release(self._idle.pop())
        self._pool.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(self._query_timeout):
                await self._pool.wait_closed()
        self._pool.terminate()

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[PipelinedConnection]:
        """A connection for the block. Raises DatabaseUnavailable where none is free, or none can be had, in time."""
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
            raise DatabaseUnavailable("every connection is busy") from None

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
        """Back without a transaction, or closed if that cannot be had."""
        try:
            # a statement that failed does not say whether it has begun a transaction
            if not (connection.closed or connection.get_autocommit() or connection.committed):
                async with asyncio.timeout(self._acquire_timeout):
                    await connection.rollback()
        except (errors.MySQLError, TimeoutError):
            connection.close()  # which undoes as well; what the work itself came to stands
        except BaseException:
            connection.close()
            raise
        finally:
            if connection.closed:
                self._pool.release(connection)
            else:
                self._idle.append(connection)


class Database:
    """Queries and transactions on lent connections.

    `deadline` bounds one use as a whole, in seconds, waits and retries included.
    """

    def __init__(self, pool: ConnectionPool, *, deadline: float) -> None:
        self._pool = pool
        self._deadline = deadline

    @property
    def in_use(self) -> int:
        """Connections that are lent out now."""
        return self._pool.in_use

    async def writable(self) -> bool | None:
        """Whether MariaDB takes writes: not while it is a replica, or its operator has set read_only. None where it
        does not answer."""
        try:
            async with self.connection() as queries:
                row = await queries.one("SELECT @@read_only AS server, @@innodb_read_only AS engine")
        except (DatabaseUnavailable, StatementFailed):
            return None
        return row is not None and {str(value) for value in row.values()} <= {"0", "OFF"}  # OFF since MariaDB 12

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Queries]:
        """A connection where each statement stands alone. Raises DatabaseUnavailable past the deadline."""
        try:
            async with asyncio.timeout_at(store_wait.deadline(self._deadline)), self._pool.lend() as connection:
                yield Queries(connection)
        except TimeoutError:
            raise DatabaseUnavailable("deadline passed") from None

    async def transact(self, work: Callable[[Queries], Awaitable[T]]) -> T:
        """Run `work` in a transaction: all of it is kept, or nothing.

        A transaction that met another one, at COMMIT perhaps, is tried again until the deadline, so `work` must do
        nothing but query. Raises DatabaseUnavailable past the deadline; whether the work was kept is then unknown.
        """
        try:
            async with asyncio.timeout_at(store_wait.deadline(self._deadline)):
                return await self._until_done(work)
        except TimeoutError:
            raise DatabaseUnavailable("deadline passed") from None

    async def _until_done(self, work: Callable[[Queries], Awaitable[T]]) -> T:
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
            done = await work(queries)
            await queries.run("COMMIT")
            connection.committed = True
            return done


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
