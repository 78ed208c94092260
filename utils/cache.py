"""A short-lived cache in Redis: concurrent readers compute a value once, and writers invalidate it.

A reader leases a key before it computes the value (the lease of Facebook's memcached: Nishtala et al., "Scaling
Memcache at Facebook", NSDI 2013). Before its commit, a writer announces its change (utils/cache_changes.py), which
deletes the key with its lease, and keeps others from leasing it. So no value that was computed before a change is read
or stored after it.

Every value has the version of its kind in front (`v1:…`). Another release may use another version of a kind on the
same Redis: a value of another version is a miss and is replaced.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from redis.asyncio import Redis

from utils.cache_changes import Changes, changes_key, value_key
from utils.redis import RedisUnavailable

Fill = Callable[[], Awaitable[str]]
"""Computes a value that the cache does not have."""

FillMany = Callable[[Sequence[str]], Awaitable[Mapping[str, str]]]
"""Computes the values of these names together."""

_LEASE = "lease:"
_LEASE_SECONDS = 3
_MAX_POLLS, _POLL_SECONDS = 15, 0.02

# KEYS: the value, its changes. ARGV: the prefix of leases, the prefix of values of this version, the lease, its life in
# seconds. Answers "leased", "stored" where another process computes the value or has done so, or "changing".
_ACQUIRE = """
local now = redis.call('TIME')[1]
if redis.call('ZCOUNT', KEYS[2], '(' .. now, '+inf') > 0 then return 'changing' end
local stored = redis.call('GET', KEYS[1])
if stored and (stored:sub(1, #ARGV[1]) == ARGV[1] or stored:sub(1, #ARGV[2]) == ARGV[2]) then return 'stored' end
redis.call('SET', KEYS[1], ARGV[3], 'EX', ARGV[4])
return 'leased'
"""

# ARGV: the lease, the value, its life in seconds.
_STORE = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1
"""


class _Computation:
    """A value that one task computes for all readers of this process."""

    task: "asyncio.Task[str]"

    def __init__(self) -> None:
        self.lease = _LEASE + secrets.token_hex(8)
        self.reading = False
        """Whether the source may have been read: what is committed from then on may be missing."""


class Cache:
    """Values by name. Without Redis, no value is kept.

    `seconds` is the life of a value; 0 turns the cache off. The kind of a value is the part of its name before the
    first colon; `versions` has the version of every kind. Changes are announced through `confirmed`, a client of
    `connect_confirmed`, where there is one.
    """

    def __init__(
        self, redis: Redis, *, seconds: int, versions: Mapping[str, int], confirmed: Redis | None = None
    ) -> None:
        self.changes = Changes(redis, confirmed or redis, seconds)
        self._redis = redis
        self._seconds = seconds
        self._prefixes = {kind: f"v{version}:" for kind, version in versions.items()}
        self._computing: dict[str, _Computation] = {}
        self._acquire = redis.register_script(_ACQUIRE)
        self._store = redis.register_script(_STORE)

    async def get(self, name: str, fill: Fill, *, seconds: int = 0) -> str:
        """The value of `name`, computed by `fill` where the cache does not have it.

        `seconds` is the life of this value, where it differs from other values. An exception of `fill` is raised to
        every reader that waits for it, and is not cached. Raises KeyError for a kind without a version.
        """
        prefix = self._prefix(name)
        if not self._seconds:
            return await fill()
        stored: Any = None
        answered = False
        with suppress(RedisUnavailable):
            stored = await self._redis.get(value_key(name))
            answered = True
        if (value := _value(stored, prefix)) is not None:
            return value
        running = self._computing.get(name)
        # without its lease, what was read before may miss a change that ended before this reader came
        if running is None or (running.reading and answered and stored != running.lease):
            running = self._start(name, fill, seconds or self._seconds, running)
        return await asyncio.shield(running.task)

    async def get_all(self, names: Sequence[str], fill: FillMany) -> list[str]:
        """A value for each name, in this order; one call of `fill` computes all that are missing.

        Raises KeyError for a kind without a version.
        """
        prefixes = [self._prefix(name) for name in names]
        if not self._seconds or not names:
            values = await fill(names)
            return [values[name] for name in names]
        stored: list[Any] = [None] * len(names)
        with suppress(RedisUnavailable):
            stored = await self._redis.mget([value_key(name) for name in names])
        read = {name: _value(each, prefix) for name, each, prefix in zip(names, stored, prefixes, strict=True)}
        known = {name: value for name, value in read.items() if value is not None}
        missing = [name for name in names if name not in known]
        if missing:
            known |= await self._fill_all(missing, fill)
        return [known[name] for name in names]

    def _start(self, name: str, fill: Fill, seconds: int, earlier: _Computation | None) -> _Computation:
        """Compute a value, after an `earlier` computation of it has ended whose lease a change has deleted."""
        started = self._computing[name] = _Computation()
        started.task = asyncio.create_task(self._fill(name, fill, seconds, started, earlier))
        started.task.add_done_callback(lambda _: self._forget(name, started))
        return started

    async def _fill(self, name: str, fill: Fill, seconds: int, mine: _Computation, earlier: _Computation | None) -> str:
        if earlier is not None:
            await asyncio.wait([earlier.task])
        leased = "changing"
        with suppress(RedisUnavailable):
            leased = await self._acquire_lease(name, mine.lease)
            if leased == "stored" and (value := await self._wait_for_other_process(name)) is not None:
                return value
        mine.reading = True
        value = await fill()
        if leased == "leased":
            with suppress(RedisUnavailable):
                await self._store_value(name, mine.lease, value, seconds)
        return value

    async def _fill_all(self, names: Sequence[str], fill: FillMany) -> Mapping[str, str]:
        lease = _LEASE + secrets.token_hex(8)
        leased: list[str] = []
        with suppress(RedisUnavailable):
            acquired = await asyncio.gather(*(self._acquire_lease(name, lease) for name in names))
            leased = [name for name, answer in zip(names, acquired, strict=True) if answer == "leased"]
        values = await fill(names)
        with suppress(RedisUnavailable):
            await asyncio.gather(*(self._store_value(name, lease, values[name], self._seconds) for name in leased))
        return values

    async def _acquire_lease(self, name: str, lease: str) -> str:
        """Answers `leased`, `stored` where another process fills the key or has just filled it, or `changing`."""
        args: list[str | int] = [_LEASE, self._prefix(name), lease, _LEASE_SECONDS]
        return str(await self._acquire(keys=[value_key(name), changes_key(name)], args=args))

    async def _store_value(self, name: str, lease: str, value: str, seconds: int) -> None:
        """Store a value, unless its lease has expired or a writer has deleted it."""
        await self._store(keys=[value_key(name)], args=[lease, self._prefix(name) + value, seconds])

    async def _wait_for_other_process(self, name: str) -> str | None:
        """The value that another process stores; None where it stores none in time, or one of another version."""
        for _ in range(_MAX_POLLS):
            await asyncio.sleep(_POLL_SECONDS)
            stored: Any = await self._redis.get(value_key(name))
            if stored is None or not stored.startswith(_LEASE):
                return _value(stored, self._prefix(name))
        return None

    def _forget(self, name: str, ended: _Computation) -> None:
        if self._computing.get(name) is ended:
            del self._computing[name]
        if not ended.task.cancelled():
            ended.task.exception()  # its readers have it; without readers asyncio would report it

    def _prefix(self, name: str) -> str:
        return self._prefixes[name.partition(":")[0]]


def _value(stored: Any, prefix: str) -> str | None:
    """The value without its version; None for a missing key, a lease, and a value of another version."""
    return str(stored).removeprefix(prefix) if stored is not None and stored.startswith(prefix) else None
