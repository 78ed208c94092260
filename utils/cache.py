"""Answers cached in Redis for a short time: made once however many want them, and dropped when they change.

A reader leases a key before it makes the value. A writer drops the key after its commit, together with the lease: a
value that was read before the change can then no longer be put. Two changes are seen only when the value expires, which
is soon: one whose drop Redis did not receive, and one that the database carries out after its client has given up.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from redis.asyncio import Redis

from utils.redis import RedisUnavailable

Make = Callable[[], Awaitable[str]]
MakeMany = Callable[[Sequence[str]], Awaitable[Mapping[str, str]]]

_LEASED = "lease:"
_LEASE_SECONDS = 3
_LOOKS, _LOOK_SECONDS = 15, 0.02

_PUT = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1
"""


class Cache:
    """`seconds` is how long a value lives; 0 keeps nothing. Without Redis everything is made anew."""

    def __init__(self, redis: Redis, *, seconds: int) -> None:
        self._redis = redis
        self._seconds = seconds
        self._making: dict[str, asyncio.Task[str]] = {}
        self._put = redis.register_script(_PUT)

    async def get(self, name: str, make: Make, *, seconds: int = 0) -> str:
        """The value of that name, for `seconds` where it is not to live as long as others.

        What `make` raises is raised, and not kept.
        """
        if not self._seconds:
            return await make()
        found: Any = None
        with suppress(RedisUnavailable):
            found = await self._redis.get(_key(name))
        if _is_value(found):
            return str(found)
        making = self._making.get(name)
        if making is None:
            making = self._making[name] = asyncio.create_task(self._make(name, make, seconds or self._seconds))
            making.add_done_callback(lambda done: self._made(name, done))
        return await asyncio.shield(making)

    async def get_all(self, names: Sequence[str], make: MakeMany) -> list[str]:
        """A value for each name, in order; those that are missing are made together, from one question."""
        if not self._seconds or not names:
            made = await make(names)
            return [made[name] for name in names]
        found: list[Any] = [None] * len(names)
        with suppress(RedisUnavailable):
            found = await self._redis.mget([_key(name) for name in names])
        known = {name: value for name, value in zip(names, found, strict=True) if _is_value(value)}
        missing = [name for name in names if name not in known]
        if missing:
            known |= await self._make_all(missing, make)
        return [known[name] for name in names]

    async def drop(self, *names: str) -> None:
        """What these are made from has changed, and is committed."""
        if self._seconds and names:
            with suppress(RedisUnavailable):
                await self._redis.delete(*map(_key, names))

    async def _make(self, name: str, make: Make, seconds: int) -> str:
        lease = _LEASED + secrets.token_hex(8)
        leased = False
        with suppress(RedisUnavailable):
            leased = bool(await self._redis.set(_key(name), lease, nx=True, ex=_LEASE_SECONDS))
            if not leased and (found := await self._wait(name)) is not None:
                return found
        made = await make()
        if leased:
            with suppress(RedisUnavailable):
                await self._put(keys=[_key(name)], args=[lease, made, seconds])
        return made

    async def _make_all(self, names: Sequence[str], make: MakeMany) -> Mapping[str, str]:
        lease = _LEASED + secrets.token_hex(8)
        leased: list[str] = []
        with suppress(RedisUnavailable):
            async with self._redis.pipeline(transaction=False) as pipe:
                for name in names:
                    pipe.set(_key(name), lease, nx=True, ex=_LEASE_SECONDS)
                leased = [name for name, done in zip(names, await pipe.execute(), strict=True) if done]
        made = await make(names)
        with suppress(RedisUnavailable):
            await asyncio.gather(
                *(self._put(keys=[_key(name)], args=[lease, made[name], self._seconds]) for name in leased)
            )
        return made

    async def _wait(self, name: str) -> str | None:
        """What another process is making; None where that takes too long."""
        for _ in range(_LOOKS):
            await asyncio.sleep(_LOOK_SECONDS)
            found: Any = await self._redis.get(_key(name))
            if found is None:
                return None
            if _is_value(found):
                return str(found)
        return None

    def _made(self, name: str, done: asyncio.Task[str]) -> None:
        del self._making[name]
        if not done.cancelled():
            done.exception()  # whoever waits hears of it


def _is_value(found: Any) -> bool:
    return found is not None and not found.startswith(_LEASED)


def _key(name: str) -> str:
    return f"cache:{name}"
