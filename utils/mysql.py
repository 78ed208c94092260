"""MariaDB: queries and transactions with deadlines, and the wait for a new writer.

Other modules take from here what they need of utils/mysql_*.py.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from utils import store_wait
from utils.mysql_connection import Row
from utils.mysql_errors import (
    CONFLICTS,
    NO_CLUSTER,
    ROLLED_BACK,
    DatabaseUnavailable,
    DuplicateKey,
    OutcomeUnknown,
    ServerLost,
    StatementFailed,
)
from utils.mysql_pool import ConnectionPool, Loan, connection_options
from utils.mysql_queries import Queries, ReadQueries, Result
from utils.mysql_recovery import Recovery, WriterLoan

__all__ = [
    "ConnectionPool",
    "Database",
    "DatabaseUnavailable",
    "DuplicateKey",
    "OutcomeUnknown",
    "Queries",
    "ReadQueries",
    "Result",
    "Row",
    "StatementFailed",
    "connection_options",
]

T = TypeVar("T")

_MAX_PAUSE = 0.3
_WRITABLE_SECONDS = 0.8
"""Less than the second that load balancers give a health check."""


class Database:
    """Queries and transactions. `deadline` bounds one use in seconds, with all its waits and retries.

    Within it, a use waits up to `failover` seconds for a new writer where it finds none, or loses its own one.
    """

    def __init__(self, pool: ConnectionPool, *, deadline: float, failover: float = 0) -> None:
        self._pool = pool
        self._deadline = deadline
        self._failover = failover
        self._recovery = Recovery(self._is_back)
        self._asking: asyncio.Task[bool | None] | None = None

    @property
    def in_use(self) -> int:
        """The number of connections in use."""
        return self._pool.in_use

    async def writable(self) -> bool | None:
        """Whether MariaDB accepts writes: not while read_only is set, and not without its cluster.

        None if it does not answer within _WRITABLE_SECONDS. Simultaneous callers share one question.
        """
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask_writable())
            self._asking.add_done_callback(self._forget)
        return await asyncio.shield(self._asking)

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Queries]:
        """A connection where each statement is its own transaction. Raises DatabaseUnavailable after the deadline.

        Queries are repeated after the loss of the writer, other statements are not.
        """
        async with self.bounded(), self.lend() as loan:
            yield Queries(loan)

    async def transact(self, work: Callable[[Queries], Awaitable[T]]) -> T:
        """Run `work` in a transaction and return its result.

        A transaction that conflicts with another, even at COMMIT, is repeated until the deadline, and so is one that
        loses its writer before COMMIT was sent. So `work` must have no effects outside the database. Raises
        DatabaseUnavailable after the deadline, and OutcomeUnknown where COMMIT was not answered; only then it is
        unknown whether the transaction was committed. Raises DuplicateKey and StatementFailed for a refused statement.
        """
        commit = _Commit()
        try:
            async with self.bounded():
                return await self._with_retries(work, commit)
        except DatabaseUnavailable as error:
            if commit.sent and not isinstance(error, OutcomeUnknown):  # the deadline passed meanwhile
                raise OutcomeUnknown(str(error)) from None
            raise

    @asynccontextmanager
    async def bounded(self) -> AsyncIterator[None]:
        """Raises DatabaseUnavailable in the block at the deadline of a use that begins now."""
        try:
            async with asyncio.timeout_at(store_wait.deadline(self._deadline)):
                yield
        except TimeoutError:
            raise DatabaseUnavailable("deadline passed") from None

    def lend(self) -> WriterLoan:
        """A connection for a block of one use that begins now."""
        return WriterLoan(self._pool, self._recovery, self._failover_ends())

    def _failover_ends(self) -> float:
        return asyncio.get_running_loop().time() + self._failover

    async def _with_retries(self, work: Callable[[Queries], Awaitable[T]], commit: "_Commit") -> T:
        pause, until = 0.02, self._failover_ends()
        while True:
            try:
                return await self._once(work, commit, until)
            except ServerLost as error:
                await self._recovery.wait(until, error)
            except StatementFailed as error:
                if error.number not in CONFLICTS:
                    raise
            await asyncio.sleep(random.uniform(0, pause))  # noqa: S311  jitter, no secret
            pause = min(2 * pause, _MAX_PAUSE)

    async def _once(self, work: Callable[[Queries], Awaitable[T]], commit: "_Commit", until: float) -> T:
        async with WriterLoan(self._pool, self._recovery, until) as loan:
            queries = Queries(loan, transaction=True)
            result = await work(queries)
            await commit.send(queries)
            loan.connection.committed = True
        for call in queries.after_commit:
            call()
        return result

    async def _is_back(self) -> bool:
        return bool(await self._ask_writable())

    async def _ask_writable(self) -> bool | None:
        try:
            async with asyncio.timeout(_WRITABLE_SECONDS), Loan(self._pool) as loan:
                return await _is_writable(Queries(loan))
        except ServerLost as error:
            return False if error.number == NO_CLUSTER else None
        except (DatabaseUnavailable, StatementFailed, TimeoutError):
            return None

    def _forget(self, _: asyncio.Task[bool | None]) -> None:
        self._asking = None


async def _is_writable(queries: Queries) -> bool:
    # a node that has lost its cluster answers SELECT without a table, but refuses DO
    row, _ = await queries.gather(
        queries.one("SELECT @@read_only AS server, @@innodb_read_only AS engine"), queries.run("DO 1")
    )
    return row is not None and {str(value) for value in row.values()} <= {"0", "OFF"}  # OFF since MariaDB 12


class _Commit:
    """The COMMIT of one use, which may be sent several times."""

    sent = False
    """Whether the transaction may be committed."""

    async def send(self, queries: Queries) -> None:
        """Raises StatementFailed and ServerLost where nothing is committed, OutcomeUnknown where that is not known.

        A Galera node that loses its cluster answers 1180, though the others may have committed the transaction.
        """
        self.sent = True
        try:
            await queries.run("COMMIT")
        except (StatementFailed, ServerLost) as error:
            if error.number in ROLLED_BACK:
                self.sent = False
                raise
            raise OutcomeUnknown(str(error)) from None
