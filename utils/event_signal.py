"""Tells every process which users have something new in their stream of events, by Redis' Pub/Sub.

A signal may be lost: who waits for one also looks into the database from time to time.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import redis.exceptions

CHANNEL = "events"


class EventSignal:
    """Publishes signals; `client` is a client of redis.asyncio."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._sending: set[asyncio.Task[None]] = set()

    def send(self, user_ids: Sequence[int]) -> None:
        """Signal that these users have something new. Returns at once; a Redis that is away is no error."""
        task = asyncio.create_task(self._publish(user_ids))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _publish(self, user_ids: Sequence[int]) -> None:
        with suppress(redis.exceptions.RedisError, OSError, TimeoutError):
            await self._client.publish(CHANNEL, ",".join(map(str, user_ids)))

    async def close(self) -> None:
        """Wait for the signals that are under way."""
        await asyncio.gather(*self._sending, return_exceptions=True)
