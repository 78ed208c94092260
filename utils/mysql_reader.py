"""Reads from another server than the writer, where an answer of a few seconds ago is right."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from utils.mysql import Database
from utils.mysql_errors import ServerLost
from utils.mysql_pool import ConnectionPool, Loan
from utils.mysql_queries import ReadQueries
from utils.mysql_recovery import WriterLoan

_PAUSE = 1.0
"""Seconds without the reader after it was lost; one use then tries it again."""


class ReadDatabase:
    """Queries to the reader; the writer answers them while the reader is away, and where there is no reader.

    The answers may be older than a change that has been acknowledged. So nothing that is read here may be stored in a
    cache entry that the change drops, shown to the owner of the data as their own, or decide about a change.
    """

    def __init__(self, writer: Database, reader: ConnectionPool | None) -> None:
        self._writer = writer
        self._reader = reader
        self._away = False
        self._retry_at = 0.0

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[ReadQueries]:
        """A connection where each query is its own transaction. Raises DatabaseUnavailable after the deadline.

        A query that loses the reader is repeated by the writer.
        """
        async with self._writer.bounded(), self._lend() as loan:
            yield ReadQueries(loan)

    def _lend(self) -> Loan:
        if self._reader is None or not self._may_try():
            return self._writer.lend()
        return _ReaderLoan(self, self._reader, self._writer.lend())

    def _may_try(self) -> bool:
        """True while the reader answers; while it is away, once in _PAUSE."""
        now = asyncio.get_running_loop().time()
        if self._away and now < self._retry_at:
            return False
        self._retry_at = now + _PAUSE
        return True

    def note_answer(self) -> None:
        """The reader has answered."""
        self._away = False

    def note_loss(self) -> None:
        """The reader is away, or a use has waited for it in vain."""
        self._away = True
        self._retry_at = asyncio.get_running_loop().time() + _PAUSE


class _ReaderLoan(Loan):
    """A connection to the reader; where there is none, or after its loss, one to the writer."""

    def __init__(self, database: ReadDatabase, reader: ConnectionPool, writer: WriterLoan) -> None:
        super().__init__(reader)
        self._database = database
        self._writer = writer

    async def __aexit__(self, _: object, error: BaseException | None, __: object) -> None:
        # cancelled: the deadline has passed, which says nothing about the writer
        await self.close(lost=isinstance(error, ServerLost | asyncio.CancelledError))
        await self._writer.close(lost=isinstance(error, ServerLost))

    async def open(self) -> None:
        """Borrow a connection of the reader, or of the writer. Raises DatabaseUnavailable."""
        try:
            await super().open()
        except ServerLost:
            await self._take_writer()
        else:
            self._database.note_answer()

    async def close(self, *, lost: bool) -> None:
        """Give the reader's connection back."""
        if lost and self._is_open:
            self._database.note_loss()
        await super().close(lost=lost)

    async def replace(self, error: ServerLost) -> None:
        """Go on with the writer. Raises ServerLost where there is none in time."""
        if self._is_open:
            await super().close(lost=True)
            await self._take_writer()
        else:
            await self._writer.replace(error)
            self.connection = self._writer.connection

    async def _take_writer(self) -> None:
        self._database.note_loss()
        await self._writer.open()
        self.connection = self._writer.connection
