"""How long Redis keeps a key: to the millisecond, also where the machine stands still meanwhile."""

from redis.asyncio import Redis


async def moment(store: Redis) -> int:
    """The time of Redis, in milliseconds."""
    seconds, microseconds = await store.time()
    return int(seconds) * 1000 + int(microseconds) // 1000


async def lives(store: Redis, key: str, seconds: int, since: int) -> bool:
    """Whether the key was given so many seconds to live, at some moment from `since` until now."""
    before, left, now = await moment(store), await store.pttl(key), await moment(store)
    return since + 1000 * seconds <= now + left + 1 and before + left - 1 <= now + 1000 * seconds
