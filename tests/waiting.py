"""Waiting for a point of the work, however fast the machine is."""

import asyncio
from collections.abc import Awaitable, Callable

_STEP, _MAX_PACKET = 0.005, 60


async def until(reached: Callable[[], bool | Awaitable[bool]]) -> None:
    """Return once that is so. Raises TimeoutError where it is not within a minute."""
    async with asyncio.timeout(_MAX_PACKET):
        while True:
            found = reached()
            if found if isinstance(found, bool) else await found:
                return
            await asyncio.sleep(_STEP)
