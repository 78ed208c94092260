"""The time that the running task has lost to a store that did not answer.

A request that has waited for a frozen Redis waits for MariaDB only as long as if it had begun with MariaDB.
"""

import asyncio
from contextvars import ContextVar

_SINCE: ContextVar[float] = ContextVar("store_wait_since")


def note(since: float) -> None:
    """A wait that began at `since`, by the loop's clock, ended without an answer."""
    _SINCE.set(since)


def deadline(seconds: float) -> float:
    """The end, by the loop's clock, of a wait of up to `seconds` that begins now: at least half of them are left."""
    now = asyncio.get_running_loop().time()
    since = _SINCE.get(now)
    return now + seconds if now - since > seconds / 2 else since + seconds
