"""Changes of what a cache shows, announced before they are committed.

A writer announces the names that it will change, and only then commits. From the announcement on, nothing is read or
stored under these names; every reader computes the value itself. When the outcome of the commit is known, the writer
withdraws the announcement. Otherwise it stays for `_SECONDS`: a COMMIT whose answer was lost may still take effect.

A name has a sorted set of the changes that are going on, by their ends in seconds, so one writer does not withdraw the
announcement of another, and that of a writer which has died expires although others follow it.
"""

import asyncio
import secrets
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from redis.asyncio import Redis

from utils.redis import RedisUnavailable

_SECONDS = 60
"""How long after its announcement a transaction may still be committed by MariaDB, after its client has given up."""

# KEYS: for each name the key of its changes, then that of its value. ARGV: the change, _SECONDS.
_BEGIN = """
local now = tonumber(redis.call('TIME')[1])
for i = 1, #KEYS, 2 do
  redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', now)
  redis.call('ZADD', KEYS[i], now + ARGV[2], ARGV[1])
  redis.call('EXPIRE', KEYS[i], ARGV[2])
  redis.call('DEL', KEYS[i + 1])
end
"""

# KEYS: as above. ARGV: the change, 1 if its outcome is known.
# The values are deleted again: release 1.0.0 leases and stores values during a change.
_END = """
for i = 1, #KEYS, 2 do
  if ARGV[2] == '1' then redis.call('ZREM', KEYS[i], ARGV[1]) end
  redis.call('DEL', KEYS[i + 1])
end
"""


class Change(NamedTuple):
    """An announced change of these names."""

    mark: str
    names: tuple[str, ...]


class Changes:
    """Announces changes through `confirmed`, so that a replica which takes over knows them.

    `seconds` is the longest life of a cached value; 0 for a cache that is turned off.
    """

    def __init__(self, redis: Redis, confirmed: Redis, seconds: int) -> None:
        self._redis = redis
        self._seconds = seconds
        self._begin = confirmed.register_script(_BEGIN)
        self._end = redis.register_script(_END)
        self._refused_since = self._refused_last = float("-inf")

    async def begin(self, names: Sequence[str]) -> Change:
        """Announce that these names change. Raises RedisUnavailable: nothing may be changed then.

        Only if Redis has refused changes for longer than a value lives, all values have expired, and the change may go
        on: orders must expire although Redis is away for long.
        """
        change = Change(secrets.token_hex(8), tuple(names))
        if self._seconds and names:
            try:
                await self._begin(keys=_keys(change), args=[change.mark, _SECONDS])
            except RedisUnavailable:
                if not self._long_refused():
                    raise
        return change

    async def end(self, change: Change, *, known: bool) -> None:
        """Withdraw the announcement if the outcome of the change is `known`; otherwise it expires."""
        if self._seconds and change.names:
            with suppress(RedisUnavailable):
                await self._end(keys=_keys(change), args=[change.mark, int(known)])

    def _long_refused(self) -> bool:
        now = asyncio.get_running_loop().time()
        if now - self._refused_last > self._seconds:
            self._refused_since = now
        self._refused_last = now
        return now - self._refused_since > self._seconds


def value_key(name: str) -> str:
    """The key of the value of this name, or of the lease of who computes it."""
    return f"cache:{name}"


def changes_key(name: str) -> str:
    """The key of the changes of this name that are going on."""
    return f"changing:{name}"


def _keys(change: Change) -> list[str]:
    return [key for name in change.names for key in (changes_key(name), value_key(name))]
