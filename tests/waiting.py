"""Waits until a condition is true, on fast and slow machines."""

import asyncio
from collections.abc import Awaitable, Callable

_STEP, _MAX_SECONDS = 0.005, 60


async def until(reached: Callable[[], bool | Awaitable[bool]]) -> None:
    """Return when `reached` returns true. Raises TimeoutError after a minute."""
    async with asyncio.timeout(_MAX_SECONDS):
        while True:
            found = reached()
            if found if isinstance(found, bool) else await found:
                return
            await asyncio.sleep(_STEP)
