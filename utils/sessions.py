"""Sessions in Redis, stored under the SHA-256 of their secret id: a copy of Redis signs nobody in.

A session is valid in the epoch of `utils/epoch.py` in which it was opened.
"""

import hashlib
import re
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

import orjson
from pydantic import TypeAdapter
from redis.asyncio import Redis

from utils import epoch
from utils.redis import RedisUnavailable, alive

VERSION = 1
"""The version of a stored session. Raise it when a release before this one would misread what is stored."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Session:
    """One signed-in device. `id` is public and cannot be used to sign in; times are in seconds since 1970."""

    id: str
    user_id: int
    opened: float
    seen: float
    address: str
    device: str
    epoch: str = ""


_SESSION = TypeAdapter(Session)


class SessionStore:
    """Opens, finds and ends sessions. `idle`, `absolute` and `touch` are in seconds, `clock` in seconds since 1970."""

    def __init__(self, redis: Redis, *, idle: int, absolute: int, touch: int, clock: Callable[[], float]) -> None:
        self._redis = redis
        self._idle = idle
        self._absolute = absolute
        self._touch = touch
        self._clock = clock

    async def open(self, user_id: int, *, address: str, device: str) -> str:
        """Sign a user in; returns the secret id, 256 random bits that are kept nowhere else."""
        token = secrets.token_urlsafe(32)
        now = self._clock()
        current = await self._redis.get(epoch.KEY) or ""
        session = Session(_public(token), user_id, now, now, address, device, str(current))
        index = _index(user_id)
        async with self._redis.pipeline(transaction=True) as pipe:
            pipe.expire(epoch.KEY, epoch.SECONDS)
            pipe.set(_key(session.id), _stored(session), ex=self._ttl(session))
            pipe.zremrangebyscore(index, "-inf", now)
            pipe.zadd(index, {session.id: now + self._absolute})
            pipe.expire(index, self._absolute)
            await pipe.execute()
        return token

    async def find(self, token: str) -> Session | None:
        """The session that `token` opened, unless it is over; notes at most once a minute that it was seen."""
        if not _TOKEN.fullmatch(token):
            return None
        session = await self._load(_public(token))
        if session and self._clock() - session.seen >= self._touch:
            seen = replace(session, seen=self._clock())
            with suppress(RedisUnavailable):  # a full Redis lets nobody write; what it holds is true nevertheless
                # XX: a session that was ended meanwhile must not come back
                await self._redis.set(_key(seen.id), _stored(seen), ex=self._ttl(seen), xx=True)
        return session

    async def of_user(self, user_id: int) -> list[Session]:
        """All sessions of a user, the one seen last first."""
        return sorted(await self._load_all(await self._ids(user_id)), key=lambda session: -session.seen)

    async def end(self, user_id: int, session_id: str) -> bool:
        """End one session of that user; False where there is none of that id."""
        if await self._redis.zscore(_index(user_id), session_id) is None:
            return False
        await self._drop(user_id, [session_id])
        return True

    async def end_all(self, user_id: int, *, but: str | None = None) -> None:
        """End every session of that user, except the one with the public id `but`."""
        ended = [session_id for session_id in await self._ids(user_id) if session_id != but]
        if ended:
            await self._drop(user_id, ended)

    async def alive(self, timeout: float) -> bool:
        """Whether the store answers within `timeout` seconds."""
        return await alive(self._redis, timeout)

    async def _ids(self, user_id: int) -> list[str]:
        return [str(session_id) for session_id in await self._redis.zrange(_index(user_id), 0, -1)]

    async def _drop(self, user_id: int, session_ids: list[str]) -> None:
        # no transaction: a full Redis queues nothing, and what only removes is to go on
        async with self._redis.pipeline(transaction=False) as pipe:
            pipe.delete(*map(_key, session_ids))
            pipe.zrem(_index(user_id), *session_ids)
            await pipe.execute()

    async def _load(self, session_id: str) -> Session | None:
        return next(iter(await self._load_all([session_id])), None)

    async def _load_all(self, session_ids: Sequence[str]) -> list[Session]:
        """Those of them that are valid."""
        current, *stored = await self._redis.mget([epoch.KEY, *map(_key, session_ids)])
        read = [_read(text) for text in stored if text is not None]
        return [
            session
            for session in read
            if session is not None and session.epoch == (current or "") and self._ttl(session) > 0
        ]

    def _ttl(self, session: Session) -> int:
        """Seconds until it ends: idle since it was last seen, absolute since it was opened."""
        return int(min(session.seen + self._idle, session.opened + self._absolute) - self._clock())


def _stored(session: Session) -> str:
    return orjson.dumps({"v": VERSION, **vars(session)}).decode()


def _read(text: str | bytes) -> Session | None:
    """None for a session of a newer version, and for anything else that this release cannot read.

    Release 0.1.0 stores no version; its sessions have the fields of version 1.
    """
    with suppress(ValueError):  # orjson.JSONDecodeError, pydantic.ValidationError
        stored = orjson.loads(text)
        if isinstance(stored, dict) and stored.get("v", 0) in range(VERSION + 1):
            return _SESSION.validate_python(stored)
    return None


def _public(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _key(session_id: str) -> str:
    return f"session:{session_id}"


def _index(user_id: int) -> str:
    return f"sessions:{user_id}"
