"""Taking turns: whoever wants the same thing waits for the others here, and holds nothing meanwhile."""

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class KeyedLock:
    """One at a time for each key, within this process, in the order of arrival."""

    def __init__(self) -> None:
        # a lock lives for as long as somebody holds it or waits for it
        self._locks: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, key: Hashable) -> AsyncIterator[bool]:
        """Yields whether somebody else was there before."""
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        waits = lock.locked()
        async with lock:
            yield waits

    def __len__(self) -> int:
        """How many keys somebody holds or waits for."""
        return len(self._locks)
