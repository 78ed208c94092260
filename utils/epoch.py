"""What is valid in Redis: sessions and one-time codes belong to the epoch in which they were made.

A new epoch ends all of them at once, and forgets no limit. One begins when an operator says so, and when Redis was set
back to an older state, which would revive sessions that were ended and codes that were spent. To notice that, workers
write a heartbeat to Redis and then to MariaDB: a heartbeat in Redis that is much older than MariaDB's was restored.
"""

import secrets
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import structlog
from prometheus_client import Counter
from redis.asyncio import Redis

log = structlog.get_logger()
RESTORES = Counter("ihome_redis_restores", "times that Redis was found set back to an older state")

KEY = "epoch"
"""Holds the epoch; without it the epoch is the empty text."""

SECONDS = 4 * 365 * 24 * 3600
"""How long KEY lives without a new session: longer than Config lets a session live."""

_HEARTBEAT = "heartbeat"
"""Holds milliseconds since 1970 in decimal digits. A value in another form, of a newer release, is not compared."""

_TOLERATED = 30_000
"""Milliseconds by which Redis may lag behind MariaDB: more than it loses when it crashes (appendfsync everysec)."""

# KEYS: heartbeat, epoch. ARGV: MariaDB's heartbeat, a new one (both in ms), the epoch to begin, _TOLERATED, SECONDS.
_CHECK = """
local last, known, beat = tonumber(redis.call('GET', KEYS[1]) or 0), tonumber(ARGV[1]), tonumber(ARGV[2])
if not last then return 0 end
local restored = known - last > tonumber(ARGV[4])
if restored then redis.call('SET', KEYS[2], ARGV[3], 'EX', ARGV[5]) end
if restored or beat > last then
  redis.call('SET', KEYS[1], known > beat and ARGV[1] or ARGV[2], 'EX', ARGV[5])
end
return restored and 1 or 0
"""

Run = Callable[..., Awaitable[Any]]
"""Runs one command of Redis."""


class Epoch:
    """Compares the heartbeats. `expect` says what MariaDB has; until then nothing is compared.

    `check` greets a new connection of `redis`, before anybody believes what is read through it.
    """

    redis: Redis

    def __init__(self) -> None:
        self._known = 0

    def expect(self, beat: datetime | None) -> None:
        """MariaDB has this heartbeat (UTC, without a zone), or none."""
        if beat is not None:
            self._known = max(self._known, _milliseconds(beat))

    async def compare(self, beat: datetime | None = None) -> None:
        """As `check`, over the connection that everybody uses."""
        await self.check(self.redis.execute_command, beat)

    async def check(self, run: Run, beat: datetime | None = None) -> None:
        """Begin a new epoch if Redis was set back; write the heartbeat `beat`, if any. Raises RedisError."""
        new = 0 if beat is None else _milliseconds(beat)
        arguments = (self._known, new, secrets.token_hex(8), _TOLERATED, SECONDS)
        if await run("EVAL", _CHECK, 2, _HEARTBEAT, KEY, *arguments):
            RESTORES.inc()
            log.error("redis_was_restored", ended="all sessions and one-time codes")

    async def begin(self) -> None:
        """End all sessions and one-time codes. Raises RedisError."""
        await self.redis.set(KEY, secrets.token_hex(8), ex=SECONDS)


def _milliseconds(utc: datetime) -> int:
    return int(utc.replace(tzinfo=UTC).timestamp() * 1000)
