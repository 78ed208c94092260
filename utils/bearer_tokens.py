"""Access and refresh tokens of apps (RFC 6750, RFC 9700 section 4.14), on the sessions of utils/sessions.py.

An app's session is a token family. A token is its kind, a handle that all tokens of the family share, and a secret:
`ihome_at_HANDLE.SECRET` or `ihome_rt_HANDLE.SECRET`. Redis holds SHA-256 hashes only. The session's public id is the
hash of the handle, so only somebody who has held a token of the family can name the family by a token.

A refresh token is spent when it is used. A spent refresh token that comes again shows that two parties hold tokens of
the family, so the whole family ends. One case is harmless: the app did not receive the answer and sends the request
again. The next pair is therefore derived from the refresh token by an HMAC: within `retry` seconds the token that was
spent last is answered with the same pair again, and two simultaneous requests of one app get the same pair.
"""

import asyncio
import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from redis.asyncio import Redis

from utils.sessions import Session, SessionStore, public_id, session_key, tokens_key

VERSION = 1
"""The version of a family's stored tokens, in their field `v`."""

_HANDLE_BYTES = 16
_MILLISECONDS = re.compile(r"[0-9]{1,14}")
_SECRET_BYTES = 32
_KINDS = ("at", "rt")
"""Access tokens and refresh tokens."""

_TOKEN = re.compile(r"ihome_(?P<kind>at|rt)_(?P<handle>[A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}")

# KEYS: the family's tokens, its session. ARGV: the version; the hashes of the presented refresh token, of the next one
# and of the next access token; now, the life of an access token and the time for retries (ms); the life of the key (s).
# Answers what was done, and when the next access token ends (ms since 1970).
_ROTATE = """
local stored = redis.call('HMGET', KEYS[1], 'v', 'refresh', 'spent', 'spent_at', 'access', 'access_ends')
if redis.call('EXISTS', KEYS[2]) == 0 or stored[1] ~= ARGV[1] then return {'unknown', 0} end
if not (stored[2] and stored[5] and stored[6]) then return {'unknown', 0} end
local now = tonumber(ARGV[5])
if stored[2] == ARGV[2] then
  local ends = string.format('%.0f', now + tonumber(ARGV[6]))
  redis.call('HSET', KEYS[1], 'refresh', ARGV[3], 'spent', ARGV[2], 'spent_at', ARGV[5],
    'access', ARGV[4], 'access_ends', ends, 'earlier_access', stored[5], 'earlier_access_ends', stored[6])
  redis.call('EXPIRE', KEYS[1], ARGV[8])
  return {'rotated', ends}
end
if stored[3] == ARGV[2] and now - (tonumber(stored[4] or '') or 0) <= tonumber(ARGV[7]) then
  -- under another key the next pair would be another one: it is refused, and the session lives on
  if stored[2] ~= ARGV[3] then return {'unknown', 0} end
  return {'repeated', stored[6]}
end
redis.call('DEL', KEYS[1], KEYS[2])
return {'reused', 0}
"""


class InvalidRefreshToken(Exception):
    """The token was never issued, or its session has ended."""


class RefreshTokenReused(InvalidRefreshToken):
    """The token was spent before. The session of `user_id` that it belongs to has ended."""

    def __init__(self, user_id: int) -> None:
        super().__init__()
        self.user_id = user_id


@dataclass(frozen=True)
class TokenPair:
    """Both tokens with their lives in seconds, and the session that they belong to."""

    access_token: str
    expires_in: int
    refresh_token: str
    refresh_expires_in: int
    session: Session


class BearerTokens:
    """Issues, finds and rotates tokens.

    `key` derives the tokens that follow a refresh token; `access` is the life of an access token and `retry` the time
    in which a refresh may be repeated, in seconds; `clock` is in seconds since 1970. Tokens are issued and spent
    through `confirmed`, a client of `connect_confirmed`, where there is one. All methods raise RedisUnavailable.
    """

    def __init__(
        self,
        redis: Redis,
        sessions: SessionStore,
        key: bytes,
        *,
        access: int,
        retry: int,
        clock: Callable[[], float],
        confirmed: Redis | None = None,
    ) -> None:
        self._redis = redis
        self._confirmed = confirmed or redis
        self._sessions = sessions
        self._key = key
        self._access = access
        self._retry = retry
        self._clock = clock
        self._rotate = self._confirmed.register_script(_ROTATE)

    async def issue(self, user_id: int, *, address: str, device: str) -> TokenPair:
        """Open an app's session and issue its first tokens, of 256 random bits each."""
        handle = secrets.token_urlsafe(_HANDLE_BYTES)
        access, refresh = (_token(kind, handle, secrets.token_urlsafe(_SECRET_BYTES)) for kind in _KINDS)
        now = self._milliseconds()
        ends = now + self._access * 1000
        key = tokens_key(public_id(handle))
        stored = ("v", VERSION, "refresh", _hash(refresh), "access", _hash(access), "access_ends", ends)
        # tokens without a session are void; a session without tokens would be listed and could not be used
        async with self._confirmed.pipeline(transaction=True) as pipe:
            pipe.hset(key, items=list(stored))
            pipe.expire(key, self._sessions.lifetimes["app"].idle + self._access)
            await pipe.execute()
        session = await self._sessions.open_with(handle, "app", user_id, address=address, device=device)
        return self._pair(access, ends - now, refresh, session)

    async def find(self, access_token: str) -> Session | None:
        """The session of a valid access token, None for any other text; notes that the session was seen."""
        parts = _TOKEN.fullmatch(access_token)
        if parts is None:
            return None
        session_id = public_id(parts["handle"])
        fields = ("v", "access", "access_ends", "earlier_access", "earlier_access_ends")
        session, (version, *stored) = await asyncio.gather(
            self._sessions.load(session_id, "app"), self._redis.hmget(tokens_key(session_id), fields)
        )
        if session is None or version != str(VERSION):
            return None
        ends = dict(zip(stored[::2], stored[1::2], strict=True)).get(_hash(access_token))
        if ends is None or self._milliseconds() >= _time(ends):
            return None
        await self._sessions.note_seen(session)
        return session

    async def refresh(self, refresh_token: str) -> TokenPair:
        """Spend a refresh token and issue the next pair. The access token before it stays valid until its own end.

        Raises InvalidRefreshToken, and RefreshTokenReused after ending the session.
        """
        parts = _TOKEN.fullmatch(refresh_token)
        if parts is None or parts["kind"] != "rt":
            raise InvalidRefreshToken
        session = await self._sessions.load(public_id(parts["handle"]), "app")
        if session is None:
            raise InvalidRefreshToken
        access, refresh = (_token(kind, parts["handle"], self._next_secret(kind, refresh_token)) for kind in _KINDS)
        session = await self._sessions.renew(session)
        now = self._milliseconds()
        rotation, ends = await self._rotate(
            keys=[tokens_key(session.id), session_key(session.id)],
            args=[
                VERSION,
                *map(_hash, (refresh_token, refresh, access)),
                now,
                self._access * 1000,
                self._retry * 1000,
                self._sessions.ttl(session) + self._access,
            ],
        )
        if rotation == "reused":
            await self._sessions.end(session.user_id, session.id)
            raise RefreshTokenReused(session.user_id)
        if rotation == "unknown" or not _time(ends):
            raise InvalidRefreshToken
        return self._pair(access, _time(ends) - now, refresh, session)

    def _next_secret(self, kind: str, refresh_token: str) -> str:
        """The secret of the token of that kind which follows a refresh token."""
        digest = hmac.new(self._key, f"{kind}|{refresh_token}".encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")

    def _pair(self, access: str, milliseconds: int, refresh: str, session: Session) -> TokenPair:
        return TokenPair(access, max(0, milliseconds // 1000), refresh, self._sessions.ttl(session), session)

    def _milliseconds(self) -> int:
        return int(self._clock() * 1000)


def _time(stored: object) -> int:
    """A stored time in milliseconds; 0, which is long past, for anything else."""
    text = str(stored)
    return int(text) if _MILLISECONDS.fullmatch(text) else 0


def _token(kind: str, handle: str, secret: str) -> str:
    return f"ihome_{kind}_{handle}.{secret}"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
