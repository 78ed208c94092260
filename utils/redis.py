"""Redis through redis.asyncio, with deadlines.

aioredis, which the project's owner prescribed, cannot be imported on Python 3.11; redis.asyncio is its successor.
redis-py's own defaults hold a request for a minute when the server is frozen, so every wait is set here.
"""

import asyncio

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import ConstantBackoff
from redis.exceptions import RedisError

Unavailable = RedisError
"""Redis did not answer, or refused: nothing that guards an account may go ahead."""


def connect(url: str, *, timeout: float, pool: int, pool_wait: float) -> Redis:
    """A client for `url`. It connects when first used, so Redis may be away at the start.

    `timeout` bounds connecting and each answer, `pool_wait` the wait for one of `pool` connections; all in seconds.
    """
    return Redis.from_pool(
        BlockingConnectionPool.from_url(
            url,
            max_connections=pool,
            timeout=pool_wait,
            socket_timeout=timeout,
            socket_connect_timeout=timeout,
            retry=Retry(ConstantBackoff(0.01), retries=1),
            decode_responses=True,
        )
    )


async def alive(redis: Redis, timeout: float) -> bool:
    """Whether Redis answers within `timeout` seconds."""
    try:
        async with asyncio.timeout(timeout):
            await redis.ping()
    except (RedisError, TimeoutError):
        return False
    return True
