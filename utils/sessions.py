"""Sessions in Redis, stored under the SHA-256 of a secret: a copy of Redis signs nobody in.

A session belongs to a browser, which holds its secret in a cookie, or to an app, which holds the tokens of
utils/bearer_tokens.py. A session is valid in the epoch of utils/epoch.py in which it was opened.
"""

import hashlib
import re
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Annotated, Literal

import orjson
from pydantic import Field, TypeAdapter
from redis.asyncio import Redis

from utils import epoch
from utils.redis import RedisUnavailable, alive

VERSION = 1
"""The version of a stored session. Raise it when a release before this one would misread what is stored."""

_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")

Kind = Literal["browser", "app"]
Seconds = Annotated[float, Field(ge=0, le=2**37)]
"""A time since 1970 that has a date: the year 6325 at the latest."""


@dataclass(frozen=True)
class Session:
    """One signed-in device. `id` is public and cannot be used to sign in; times are in seconds since 1970."""

    id: str
    user_id: int
    opened: Seconds
    seen: Seconds
    address: str
    device: str
    epoch: str = ""
    kind: Kind = "browser"


@dataclass(frozen=True)
class Lifetime:
    """In seconds: a session ends `idle` after its last request, and `absolute` after it was opened."""

    idle: int
    absolute: int


_SESSION = TypeAdapter(Session)


class SessionStore:
    """Opens, finds and ends sessions.

    `touch` is the least time in seconds between two notes of when a session was seen; `clock` is in seconds since
    1970. Sessions are opened and ended through `confirmed`, a client of `connect_confirmed`, where there is one. All
    methods raise RedisUnavailable.
    """

    def __init__(
        self,
        redis: Redis,
        *,
        browser: Lifetime,
        app: Lifetime,
        touch: int,
        clock: Callable[[], float],
        confirmed: Redis | None = None,
    ) -> None:
        self._redis = redis
        self._confirmed = confirmed or redis
        self.lifetimes: dict[Kind, Lifetime] = {"browser": browser, "app": app}
        self._touch = touch
        self._clock = clock

    async def open(self, user_id: int, *, address: str, device: str) -> str:
        """Open a browser's session; returns its secret, 256 random bits that are stored nowhere."""
        secret = secrets.token_urlsafe(32)
        await self.open_with(secret, "browser", user_id, address=address, device=device)
        return secret

    async def open_with(self, secret: str, kind: Kind, user_id: int, *, address: str, device: str) -> Session:
        """Open a session whose id is made from `secret`."""
        now = self._clock()
        current = await self._redis.get(epoch.KEY) or ""
        session = Session(public_id(secret), user_id, now, now, address, device, str(current), kind)
        index, absolute = _index(user_id, kind), self.lifetimes[kind].absolute
        async with self._confirmed.pipeline(transaction=True) as pipe:
            pipe.expire(epoch.KEY, epoch.SECONDS)
            pipe.set(session_key(session.id), _stored(session), ex=self.ttl(session))
            pipe.zremrangebyscore(index, "-inf", now)
            pipe.zadd(index, {session.id: now + absolute})
            pipe.expire(index, absolute)
            await pipe.execute()
        return session

    async def find(self, secret: str) -> Session | None:
        """The browser's session that `secret` opened, None after its end; notes that it was seen."""
        if not _SECRET.fullmatch(secret):
            return None
        session = await self.load(public_id(secret), "browser")
        if session:
            await self.note_seen(session)
        return session

    async def load(self, session_id: str, kind: Kind) -> Session | None:
        """The session with this public id; None after its end, and for one of another kind."""
        found = await self.load_all([session_id])
        return next((session for session in found if session.kind == kind), None)

    async def note_seen(self, session: Session) -> None:
        """Note that a valid session was seen now, unless the last note is younger than `touch`."""
        if self._clock() - session.seen >= self._touch:
            with suppress(RedisUnavailable):  # a full Redis accepts no writes, but its sessions are valid
                await self.renew(session)

    async def renew(self, session: Session) -> Session:
        """Start the idle time of a valid session anew; returns the session as it is then."""
        seen = replace(session, seen=self._clock())
        # XX: a session that was ended meanwhile must not come back
        await self._redis.set(session_key(seen.id), _stored(seen), ex=self.ttl(seen), xx=True)
        return seen

    async def of_user(self, user_id: int) -> list[Session]:
        """All sessions of a user, the one seen last first."""
        return sorted(await self.load_all(await self.open_ids(user_id)), key=lambda session: -session.seen)

    async def end(self, user_id: int, session_id: str) -> bool:
        """End one session of this user; False where the user has none with this public id."""
        if session_id not in await self.open_ids(user_id):
            known = await self.load_all([session_id])  # the index may be lost
            if not any(session.user_id == user_id for session in known):
                return False
        await self._delete(user_id, [session_id])
        return True

    async def end_all(self, user_id: int, *, but: str | None = None) -> None:
        """End every session of this user, except the one with the public id `but`."""
        ended = [session_id for session_id in await self.open_ids(user_id) if session_id != but]
        if ended:
            await self._delete(user_id, ended)

    async def alive(self, timeout: float) -> bool:
        """Whether Redis answers within `timeout` seconds."""
        return await alive(self._redis, timeout)

    def ttl(self, session: Session) -> int:
        """Seconds until a session ends by itself; 0 or less for one that has ended."""
        lifetime = self.lifetimes[session.kind]
        return int(min(session.seen + lifetime.idle, session.opened + lifetime.absolute) - self._clock())

    async def open_ids(self, user_id: int) -> list[str]:
        """The ids of the sessions of a user that nobody has ended, and whose absolute time is not over.

        A session that was idle for too long is among them.
        """
        # confirmed: "there is none" is acknowledged as if it had been ended here
        async with self._confirmed.pipeline(transaction=False) as pipe:
            for kind in self.lifetimes:
                pipe.zrangebyscore(_index(user_id, kind), f"({self._clock()}", "+inf")
            browsers, apps = await pipe.execute()
        return list(dict.fromkeys([*map(str, browsers), *map(str, apps)]))

    async def _delete(self, user_id: int, session_ids: list[str]) -> None:
        # no transaction: a full Redis refuses to queue commands, but it executes these
        async with self._confirmed.pipeline(transaction=False) as pipe:
            pipe.delete(*map(session_key, session_ids), *map(tokens_key, session_ids))
            for kind in self.lifetimes:
                pipe.zrem(_index(user_id, kind), *session_ids)
            await pipe.execute()

    async def load_all(self, session_ids: Sequence[str]) -> list[Session]:
        """The valid sessions among these."""
        current, *stored = await self._redis.mget([epoch.KEY, *map(session_key, session_ids)])
        read = [_read(text) for text in stored if text is not None]
        return [
            session
            for session in read
            if session is not None and session.epoch == (current or "") and self.ttl(session) > 0
        ]


def public_id(secret: str) -> str:
    """The id of the session that this secret opens: 64 hexadecimal digits, which reveal nothing of the secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def session_key(session_id: str) -> str:
    """The key of a session."""
    return f"session:{session_id}"


def tokens_key(session_id: str) -> str:
    """The key of an app's tokens, which end with its session."""
    return f"tokens:{session_id}"


def _stored(session: Session) -> str:
    return orjson.dumps({"v": VERSION, **vars(session)}).decode()


def _read(text: str | bytes) -> Session | None:
    """None for a session of a newer version, and for anything else that this release cannot read.

    Release 0.1.0 stores no version; its sessions are sessions of browsers.
    """
    with suppress(ValueError):  # orjson.JSONDecodeError, pydantic.ValidationError
        stored = orjson.loads(text)
        version = stored.get("v", 0) if isinstance(stored, dict) else None
        if type(version) is int and 0 <= version <= VERSION:
            return _SESSION.validate_json(text, strict=True)
    return None


def _index(user_id: int, kind: Kind) -> str:
    """The key of a user's session ids. Kinds live for different times, and so do their indexes."""
    return f"sessions:{user_id}" if kind == "browser" else f"app_sessions:{user_id}"
