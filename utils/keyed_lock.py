"""A lock for each key. Those who wait for one hold no other resource, such as a database connection."""

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class KeyedLock:
    """Serialises work on the same key within this process, in the order of arrival."""

    def __init__(self) -> None:
        # a lock lives while somebody holds it or waits for it
        self._locks: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, key: Hashable) -> AsyncIterator[bool]:
        """Hold the lock of `key` for the block. Yields whether the caller had to wait."""
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        had_to_wait = lock.locked()
        async with lock:
            yield had_to_wait

    def __len__(self) -> int:
        """The number of keys whose lock is held or waited for."""
        return len(self._locks)
