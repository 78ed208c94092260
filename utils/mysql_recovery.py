"""The wait for a new writer, after the one before was lost.

The uses that wait hold no connection, so a hundred of them starve nobody. One task asks for all of them.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable

from utils.mysql_errors import ServerLost
from utils.mysql_pool import ConnectionPool, Loan

_PAUSE = 0.1
"""Seconds between two questions whether there is a writer."""

_SPREAD = 0.05
"""Seconds within which the waiting uses go on, once there is one."""


class Recovery:
    """Waits for a writer. `is_back` tells whether there is one."""

    def __init__(self, is_back: Callable[[], Awaitable[bool]]) -> None:
        self._is_back = is_back
        self._waiting = 0
        self._asking: asyncio.Task[None] | None = None

    @property
    def is_asking(self) -> bool:
        """Whether uses wait for a writer at present."""
        return self._asking is not None

    async def wait(self, until: float, error: ServerLost) -> None:
        """Return when there is a writer. Raises `error` at `until`, by the loop's clock."""
        if asyncio.get_running_loop().time() >= until:
            raise error
        self._waiting += 1
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask())
            self._asking.add_done_callback(self._forget)
        try:
            async with asyncio.timeout_at(until):
                await asyncio.shield(self._asking)
                await asyncio.sleep(random.uniform(0, _SPREAD))  # noqa: S311  jitter, no secret
        except TimeoutError:
            raise error from None
        finally:
            self._waiting -= 1
            self._stop_without_waiters()

    async def _ask(self) -> None:
        while True:
            if await self._is_back():
                return
            await asyncio.sleep(_PAUSE)

    def _forget(self, task: asyncio.Task[None]) -> None:
        if self._asking is task:
            self._asking = None

    def _stop_without_waiters(self) -> None:
        if not self._waiting and self._asking is not None:
            self._asking.cancel()
            self._asking = None


class WriterLoan(Loan):
    """A connection to the writer for a block, and after a loss another one. Waits for a writer up to `until`."""

    def __init__(self, pool: ConnectionPool, recovery: Recovery, until: float) -> None:
        super().__init__(pool)
        self._recovery = recovery
        self._until = until

    async def replace(self, error: ServerLost) -> None:
        """Wait for a writer and borrow another connection. Raises ServerLost where there is none in time."""
        await self.close(lost=True)
        await self._recovery.wait(self._until, error)
        await self.open()

    async def open(self) -> None:
        """Borrow a connection as soon as there is a writer. Raises DatabaseUnavailable."""
        if self._recovery.is_asking:
            await self._recovery.wait(self._until, ServerLost("no writer"))
        while not self._is_open:
            try:
                await super().open()
            except ServerLost as error:
                await self._recovery.wait(self._until, error)
