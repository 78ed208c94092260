"""Epochs: a session or one-time code in Redis is valid only in the epoch in which it was created.

A new epoch ends all sessions and codes at once; limits continue. An epoch begins at an operator's command, and when
Redis was restored to an older state, which revives ended sessions and spent codes. Restores are detected by a heartbeat
that workers write to Redis and then to MariaDB: Redis was restored if its heartbeat is much older than MariaDB's.
"""

import secrets
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import structlog
from prometheus_client import Counter
from redis.asyncio import Redis

log = structlog.get_logger()
RESTORES = Counter("ihome_redis_restores", "detected restores of Redis to an older state")

KEY = "epoch"
"""The key of the epoch, a random text. Without the key, the epoch is the empty text."""

SECONDS = 4 * 365 * 24 * 3600
"""The life of KEY after the last new session: longer than any session that the settings allow."""

_HEARTBEAT = "heartbeat"
"""Holds milliseconds since 1970 in decimal digits. A value in another form, of a newer release, is not compared."""

_MAX_LAG_MS = 30_000
"""How far Redis' heartbeat may be behind MariaDB's: more than Redis loses in a crash (appendfsync everysec)."""

# KEYS: heartbeat, epoch. ARGV: MariaDB's heartbeat, a new one (both in ms), the epoch to begin, _MAX_LAG_MS, SECONDS.
_CHECK = """
local last, expected, beat = tonumber(redis.call('GET', KEYS[1]) or 0), tonumber(ARGV[1]), tonumber(ARGV[2])
if not last then return 0 end
local restored = expected - last > tonumber(ARGV[4])
if restored then redis.call('SET', KEYS[2], ARGV[3], 'EX', ARGV[5]) end
if restored or beat > last then
  redis.call('SET', KEYS[1], expected > beat and ARGV[1] or ARGV[2], 'EX', ARGV[5])
end
return restored and 1 or 0
"""

Run = Callable[..., Awaitable[Any]]
"""Runs one command of Redis."""


class Epoch:
    """Compares the heartbeats once `expect` has been told MariaDB's.

    `check` runs on every new connection of `redis`, before any value is read through it.
    """

    redis: Redis

    def __init__(self) -> None:
        self._expected = 0

    def expect(self, beat: datetime | None) -> None:
        """Take note of MariaDB's heartbeat (naive UTC); None if it has none yet."""
        if beat is not None:
            self._expected = max(self._expected, _milliseconds(beat))

    async def compare(self, beat: datetime | None = None) -> None:
        """As `check`, over the shared connection."""
        await self.check(self.redis.execute_command, beat)

    async def check(self, run: Run, beat: datetime | None = None) -> None:
        """Begin a new epoch if Redis was restored; write the heartbeat `beat` (naive UTC), if given.

        `run` runs one command. Raises RedisUnavailable.
        """
        new = 0 if beat is None else _milliseconds(beat)
        arguments = (self._expected, new, secrets.token_hex(8), _MAX_LAG_MS, SECONDS)
        if await run("EVAL", _CHECK, 2, _HEARTBEAT, KEY, *arguments):
            RESTORES.inc()
            log.error("redis_was_restored", ended="all sessions and one-time codes")

    async def begin(self) -> None:
        """End all sessions and one-time codes. Raises RedisUnavailable."""
        await self.redis.set(KEY, secrets.token_hex(8), ex=SECONDS)


def _milliseconds(utc: datetime) -> int:
    return int(utc.replace(tzinfo=UTC).timestamp() * 1000)
