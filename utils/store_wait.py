"""Since when the running task has waited for a store that then did not answer.

A request that has waited for a frozen Redis waits for MariaDB only as long as if it had begun with that.
"""

import asyncio
from contextvars import ContextVar

_SINCE: ContextVar[float] = ContextVar("silence_since")


def note(since: float) -> None:
    """The wait that began at `since`, by the loop's clock, ended without an answer."""
    _SINCE.set(since)


def deadline(seconds: float) -> float:
    """When a wait that begins now and may take `seconds` ends, by the loop's clock; it keeps half of them at least."""
    now = asyncio.get_running_loop().time()
    since = _SINCE.get(now)
    return now + seconds if now - since > seconds / 2 else since + seconds
