"""The statements of one use of the database: one by one, or several in one write."""

from collections.abc import Callable, Coroutine, Generator, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast, overload

import pymysql.err as errors

from utils.mysql_connection import PipelinedConnection, Reply, Row
from utils.mysql_errors import ServerLost, lost, translate
from utils.mysql_pool import Loan

T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
E = TypeVar("E")
Work = Coroutine[Any, Any, T]
"""A coroutine that awaits only the methods of Queries."""

Replies = list[Reply | errors.MySQLError]
_Running = tuple[Coroutine[Any, Any, Any], Replies | None]

# Not BEGIN: a deadlock ends the transaction, and later statements of the same write would then be committed one by one.
# With autocommit off, they begin another transaction, which is rolled back.
_MODES = {True: [b"SET autocommit = 0"], False: [b"SET autocommit = 1"]}


@dataclass(frozen=True)
class Result:
    """The effect of a statement. `affected` does not count rows that an UPDATE left as they were."""

    affected: int
    last_id: int


@dataclass(frozen=True)
class _Statements:
    """Awaited by a coroutine inside `gather`, which sends these texts and resumes the coroutine with the replies."""

    texts: list[bytes]
    reads: bool

    def __await__(self) -> Generator[Any, Any, Any]:
        return (yield self)


_Waiting = tuple[Coroutine[Any, Any, Any], _Statements]


class ReadQueries:
    """The queries of one use of the database. Raises DatabaseUnavailable or StatementFailed."""

    def __init__(self, loan: Loan, *, transaction: bool = False) -> None:
        self._loan = loan
        self._transaction = transaction
        self._prefix: list[bytes] = []
        """Statements that the next write sends first."""
        self._collecting = False
        self._use(loan.connection)

    def _use(self, connection: PipelinedConnection) -> None:
        self._connection = connection
        self._prefix = _MODES[self._transaction] if connection.get_autocommit() is self._transaction else []

    async def one(self, sql: str, *args: object) -> Row | None:
        """The first row, as column → value."""
        rows = (await self._execute(sql, args, reads=True)).rows
        return rows[0] if rows else None

    async def all(self, sql: str, *args: object) -> list[Row]:
        """Every row, as column → value."""
        return (await self._execute(sql, args, reads=True)).rows

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
            running = await self._answered(waiting)
        return [done[number] for number in range(len(coroutines))]

    async def _answered(self, waiting: Mapping[int, _Waiting]) -> dict[int, _Running]:
        """Send the statements of all coroutines in one write; returns each coroutine with its replies."""
        texts = [text for _, statements in waiting.values() for text in statements.texts]
        reads = all(statements.reads for _, statements in waiting.values())
        replies = iter(await self._send(texts, reads=reads))
        return {
            number: (each, [next(replies) for _ in statements.texts]) for number, (each, statements) in waiting.items()
        }

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

    async def _execute(self, sql: str, args: tuple[object, ...], *, reads: bool) -> Reply:
        reply = (await self._send([self._connection.text(sql, args)], reads=reads))[0]
        if isinstance(reply, errors.MySQLError):
            translate(reply)
        return reply

    async def _send(self, texts: list[bytes], *, reads: bool) -> Replies:
        """A reply or an error for each statement.

        Outside a transaction, reads are sent again on another connection if this one is lost.
        """
        if self._collecting:
            return cast(Replies, await _Statements(texts, reads))
        while True:
            try:
                return await self._exchange(texts)
            except ServerLost as error:
                if self._transaction or not reads:
                    raise
                await self._loan.replace(error)
                self._use(self._loan.connection)

    async def _exchange(self, texts: list[bytes]) -> Replies:
        """Raises ServerLost if a reply says so, or if the connection was lost before the last reply."""
        prefix, self._prefix = self._prefix, []
        try:
            replies = await self._connection.execute([*prefix, *texts])
        except errors.MySQLError as error:
            translate(error)
        if prefix and isinstance(replies[0], errors.MySQLError):
            translate(replies[0])
        for reply in replies:
            if isinstance(reply, errors.MySQLError) and (server_lost := lost(reply)):
                raise server_lost
        return replies[len(prefix) :]


class Queries(ReadQueries):
    """Queries and changes. Raises DatabaseUnavailable, DuplicateKey or StatementFailed.

    `after_commit` are called, in order, once the transaction is committed; they must not raise.
    """

    def __init__(self, loan: Loan, *, transaction: bool = False) -> None:
        super().__init__(loan, transaction=transaction)
        self.after_commit: list[Callable[[], None]] = []

    async def run(self, sql: str, *args: object) -> Result:
        """Run a statement other than a query."""
        reply = await self._execute(sql, args, reads=False)
        return Result(reply.affected, reply.last_id)


def _resume(work: Coroutine[Any, Any, Any], replies: Replies | None) -> _Statements:
    """Run a coroutine up to its next statements. Raises StopIteration at its end."""
    awaited = work.send(replies)
    if not isinstance(awaited, _Statements):
        raise TypeError("a coroutine inside gather may only await the database")
    return awaited
