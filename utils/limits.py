"""Rate limits: sliding windows in Redis, checked and counted in one atomic step.

A claim is the name of a limit and the subject that it is counted for, such as an address. If all windows of all claims
have room, each of them counts the event; otherwise none does.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from redis.asyncio import Redis

from utils.durations import seconds

# Each window is a sorted set of event ids by time in microseconds. The clock is Redis' own, so all processes agree.
# ARGV: the event's id, then count and seconds of each window. Answers the place, from 1, of the window with the longest
# wait and this wait in seconds, or 0 where all have room.
_ACQUIRE = """
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local refused, wait = 0, 0
for i, key in ipairs(KEYS) do
  local count, span = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - span * 1000000)
  -- after Redis' clock was set back, events in the future count as events of now
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', key, string.format('(%.0f', now), '+inf')) do
    redis.call('ZADD', key, now, id)
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
    """The limit `name` has room again in `retry_after` seconds."""

    def __init__(self, name: str, retry_after: int) -> None:
        super().__init__(name)
        self.name = name
        self.retry_after = retry_after


@dataclass(frozen=True)
class LimitGrant:
    """An event that `acquire` counted; `release` uncounts it. Without keys it was counted nowhere."""

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
    """Counts events in the windows of `rates`, by the name of a limit. All methods raise RedisUnavailable.

    Events that must not be forgotten are counted through `confirmed`, a client of `connect_confirmed`, where there is
    one.
    """

    def __init__(
        self, redis: Redis, rates: Mapping[str, tuple[Window, ...]], *, confirmed: Redis | None = None
    ) -> None:
        self._redis = redis
        self._confirmed = confirmed or redis
        self._rates = rates
        self._acquire = redis.register_script(_ACQUIRE)

    def windows(self, name: str) -> tuple[Window, ...]:
        """What the limit `name` allows."""
        return self._rates[name]

    async def acquire(self, *claims: Claim, mark: str | None = None, lasting: bool = True) -> LimitGrant:
        """Count an event in every claim, or raise LimitReached and count it in none.

        `mark` is the event's id, random by default; an event that is already counted is not counted again.
        One that is not `lasting` may be forgotten when Redis fails.
        """
        mark = mark or secrets.token_hex(8)
        rows = [
            (name, self._key(name, window, subject), window) for name, subject in claims for window in self._rates[name]
        ]
        numbers = [number for _, _, window in rows for number in (window.count, window.seconds)]
        keys = tuple(key for _, key, _ in rows)
        client = self._confirmed if lasting else self._redis
        refused, wait = await self._acquire(keys=keys, args=[mark, *numbers], client=client)
        if refused:
            raise LimitReached(rows[refused - 1][0], max(1, wait))
        return LimitGrant(mark, keys)

    async def release(self, grant: LimitGrant) -> None:
        """Uncount an event."""
        if not grant.keys:
            return
        async with self._redis.pipeline(transaction=False) as pipe:
            for key in grant.keys:
                pipe.zrem(key, grant.mark)
            await pipe.execute()

    async def clear(self, name: str, subject: str) -> None:
        """Uncount all events of the limit `name` for `subject`."""
        await self._redis.delete(*(self._key(name, window, subject) for window in self._rates[name]))

    @staticmethod
    def _key(name: str, window: Window, subject: str) -> str:
        return f"limit:{name}:{window.seconds}:{subject}"
