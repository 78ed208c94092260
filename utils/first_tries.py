"""Which deliveries were tried before: a provider may have sent what it did not acknowledge."""

import hashlib

from redis.asyncio import Redis

_SECONDS = 7 * 24 * 3600
"""Longer than any delivery is tried."""


class FirstTries:
    """Notes in Redis that something is tried."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def note(self, subject: str) -> bool:
        """Note that `subject` is tried; True for the first try. Raises RedisUnavailable."""
        key = f"tried:{hashlib.sha256(subject.encode()).hexdigest()[:32]}"
        return bool(await self._redis.set(key, 1, nx=True, ex=_SECONDS))
