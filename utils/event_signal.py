"""Tells every process which users have something new in their stream of events, by Redis' Pub/Sub.

A signal may be lost: who waits for one also looks into the database from time to time.
"""

import asyncio
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import redis.exceptions
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

CHANNEL = "events"
_SILENCE = 5
"""Seconds without a signal."""
_PAUSE = (0.2, 1.0)
"""Seconds between two connections, at least and at most."""


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


class SignalReader:
    """Receives signals over a connection of its own: one that subscribes answers no other commands.

    `timeout` bounds connecting, in seconds. A connection that is silent for _SILENCE is asked whether it lives.
    """

    def __init__(self, url: str, timeout: float) -> None:
        self._client = Redis.from_url(
            url,
            decode_responses=True,
            protocol=2,
            retry=Retry(NoBackoff(), 0),
            socket_connect_timeout=timeout,
            health_check_interval=_SILENCE,
        )

    async def run(self, wake: Callable[[Sequence[int]], None], connected: Callable[[], None]) -> None:
        """Call `wake` with the users of each signal, until cancelled; connect again after each loss.

        Calls `connected` when signals begin to arrive: those before it were missed.
        """
        while True:
            with suppress(redis.exceptions.RedisError, OSError, TimeoutError):
                await self._listen(wake, connected)
            await asyncio.sleep(random.uniform(*_PAUSE))  # noqa: S311  jitter, no secret

    async def _listen(self, wake: Callable[[Sequence[int]], None], connected: Callable[[], None]) -> None:
        async with self._client.pubsub() as channel:
            await channel.subscribe(CHANNEL)
            while True:
                message = await channel.get_message(timeout=_SILENCE)
                if message is not None and message["type"] == "subscribe":
                    connected()
                elif message is not None:
                    wake([int(each) for each in message["data"].split(",") if each.isdecimal()])

    async def close(self) -> None:
        """Close the connection."""
        with suppress(redis.exceptions.RedisError, OSError):
            await self._client.aclose()
