"""How often something may happen: sliding windows in Redis, judged and counted in one atomic step.

A claim is a limit's name and whom it is counted for. Either all windows of all claims have room and each is
counted, or none is.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from redis.asyncio import Redis

from utils.durations import seconds

# Each window is a sorted set of the moments (in microseconds) of what it counted. Time is Redis's own, so that
# processes agree. Answers the 1-based place of the fullest window and its wait, or 0.
_TAKE = """
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local refused, wait = 0, 0
for i, key in ipairs(KEYS) do
  local count, span = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - span * 1000000)
  -- where Redis' clock was set back, what lies ahead of it counts as of now, and not until it has caught up
  for _, mark in ipairs(redis.call('ZRANGEBYSCORE', key, string.format('(%.0f', now), '+inf')) do
    redis.call('ZADD', key, now, mark)
  end
  if redis.call('ZCARD', key) >= count and not redis.call('ZSCORE', key, ARGV[1]) then
    local oldest = redis.call('ZRANGE', key, -count, -count, 'WITHSCORES')
    local left = oldest[2] and (oldest[2] + span * 1000000 - now) or span * 1000000
    if left > wait then refused, wait = i, left end
  end
end
if refused > 0 then return {refused, math.ceil(wait / 1000000)} end
for i, key in ipairs(KEYS) do
  redis.call('ZADD', key, 'NX', now, ARGV[1])
  redis.call('EXPIRE', key, ARGV[2 * i + 1])
end
return {0, 0}
"""

Claim = tuple[str, str]


@dataclass(frozen=True)
class Window:
    """At most `count` in any `seconds`."""

    count: int
    seconds: int


class LimitReached(Exception):
    """The limit `name` has no room for another `retry_after` seconds."""

    def __init__(self, name: str, retry_after: int) -> None:
        super().__init__(name)
        self.name = name
        self.retry_after = retry_after


@dataclass(frozen=True)
class LimitGrant:
    """What `acquire` counted, so that it can be given back; no keys where nothing was counted."""

    mark: str
    keys: tuple[str, ...]


def windows(text: str) -> tuple[Window, ...]:
    """`1/60s 5/1h` → one in 60 s, five in an hour. Raises ValueError for anything else."""
    found = []
    for part in text.split():
        count, _, duration = part.partition("/")
        length = seconds(duration)
        if not re.fullmatch(r"[1-9][0-9]{0,8}", count) or length is None:
            raise ValueError(f"{part!r} is not a limit such as 5/1h")
        found.append(Window(int(count), length))
    if not found:
        raise ValueError("a limit such as 5/1h is needed")
    return tuple(found)


class Limiter:
    def __init__(self, redis: Redis, rates: Mapping[str, tuple[Window, ...]]) -> None:
        self._redis = redis
        self._rates = rates
        self._take = redis.register_script(_TAKE)

    def windows(self, name: str) -> tuple[Window, ...]:
        """What the limit `name` allows."""
        return self._rates[name]

    async def acquire(self, *claims: Claim, mark: str | None = None) -> LimitGrant:
        """Count every claim, or raise LimitReached and count none. What has a mark that was counted counts no more."""
        mark = mark or secrets.token_hex(8)
        rows = [(name, self._key(name, window, whom), window) for name, whom in claims for window in self._rates[name]]
        numbers = [number for _, _, window in rows for number in (window.count, window.seconds)]
        keys = tuple(key for _, key, _ in rows)
        refused, wait = await self._take(keys=keys, args=[mark, *numbers])
        if refused:
            raise LimitReached(rows[refused - 1][0], max(1, wait))
        return LimitGrant(mark, keys)

    async def release(self, taken: LimitGrant) -> None:
        """Uncount what `acquire` counted."""
        if not taken.keys:
            return
        async with self._redis.pipeline(transaction=False) as pipe:
            for key in taken.keys:
                pipe.zrem(key, taken.mark)
            await pipe.execute()

    async def clear(self, name: str, whom: str) -> None:
        """Forget all that `name` counted for `whom`."""
        await self._redis.delete(*(self._key(name, window, whom) for window in self._rates[name]))

    @staticmethod
    def _key(name: str, window: Window, whom: str) -> str:
        return f"limit:{name}:{window.seconds}:{whom}"
