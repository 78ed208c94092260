"""API keys: what a program of a user may do in the user's name (docs/api-keys.md).

A key is looked up in the database at each request, so one that is removed ends at once in every process. It reaches
only the routes that name one of its scopes (handlers/programs/scopes.py).
"""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import Literal, get_args

from models.programs import api_keys
from models.programs.api_keys import ApiKey, NewApiKey
from models.types import ApiKeyId, UserId
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps
from services.errors import NoData, QuotaExceeded, SignInAgain
from utils import api_key_text
from utils.mysql import DatabaseUnavailable, Queries, StatementFailed
from utils.sessions import Session

Scope = Literal[
    "houses:read",
    "houses:write",
    "calendar:write",
    "orders:read",
    "orders:write",
    "messages:read",
    "messages:write",
    "events:read",
    "webhooks:write",
]
SCOPES: tuple[Scope, ...] = get_args(Scope)

IMPLIED: Mapping[Scope, tuple[Scope, ...]] = {"orders:write": ("orders:read",), "messages:write": ("messages:read",)}
"""What a change answers, its scope may read as well: a key that has the first has the others."""

MAX_KEYS = 20
"""How many keys a user may have."""
RECENT = timedelta(minutes=15)
"""A key is made in a session that was opened so short a time ago: a stolen cookie makes none."""
_NOTED_EVERY = timedelta(minutes=1)


class NoSuchKey(NoData):
    """The user has no such key."""

    text = "密钥不存在，或已被删除"


@dataclass(frozen=True)
class MadeKey:
    """A new key. Its text is shown once, and stored nowhere."""

    id: ApiKeyId
    text: str


async def list_keys(deps: Deps, session: Session) -> list[ApiKey]:
    """The user's keys, the newest first."""
    async with deps.db.connection() as queries:
        return await api_keys.of_user(queries, UserId(session.user_id))


def opened_recently(deps: Deps, session: Session) -> bool:
    """Whether the session was opened recently enough to give a program access."""
    return deps.clock().timestamp() - session.opened <= RECENT.total_seconds()


async def make(deps: Deps, session: Session, name: str, scopes: Collection[Scope], days: int | None) -> MadeKey:
    """Make a key that expires after `days`, or never. Raises SignInAgain, QuotaExceeded beyond MAX_KEYS, TooOften."""
    if not opened_recently(deps, session):
        raise SignInAgain
    await limits.acquire(deps, ("profile_per_user", str(session.user_id)))
    text, now, user_id = api_key_text.new_key(), deps.now(), UserId(session.user_id)
    expires_at = now + timedelta(days=days) if days else None
    complete = frozenset(scopes).union(*(IMPLIED.get(scope, ()) for scope in scopes))
    new = NewApiKey(name, complete, api_key_text.digest(text), text[-4:], now, expires_at)

    async def work(queries: Queries) -> ApiKeyId:
        await lock_user(queries, user_id)
        if await api_keys.count(queries, user_id) >= MAX_KEYS:
            raise QuotaExceeded(("最多保留 {max} 个密钥，请先删除一个", {"max": MAX_KEYS}))
        return await api_keys.add(queries, user_id, new)

    return MadeKey(await deps.db.transact(work), text)


async def remove(deps: Deps, session: Session, key_id: ApiKeyId) -> None:
    """End a key at once. Raises NoSuchKey."""
    if not await deps.db.transact(lambda q: api_keys.remove(q, UserId(session.user_id), key_id)):
        raise NoSuchKey


async def find(deps: Deps, text: str) -> ApiKey | None:
    """The key with this text; None for one that is malformed, unknown, removed or expired."""
    if not api_key_text.is_well_formed(text):
        return None
    async with deps.db.connection() as queries:
        key = await api_keys.by_digest(queries, api_key_text.digest(text))
    return key if key and (key.expires_at is None or deps.now() < key.expires_at) else None


def is_key(session: Session) -> bool:
    """Whether a program sends the request with an API key."""
    return api_keys.of_session(session.id) is not None


def session_of(key: ApiKey) -> Session:
    """The key's user, as endpoints know who sends a request."""
    opened = key.created_at.replace(tzinfo=UTC).timestamp()
    return Session(api_keys.session_id(key.id), key.user_id, opened, opened, "", key.name, kind="app")


async def admit(deps: Deps, key: ApiKey) -> None:
    """Count a request of a key, and note when the key was used. Raises TooOften."""
    await limits.acquire_if_possible(deps, ("request_per_key", str(key.id)))
    now = deps.now()
    if key.used_at is None or now - key.used_at >= _NOTED_EVERY:
        with suppress(DatabaseUnavailable, StatementFailed):  # the note must not fail the request
            async with deps.db.connection() as queries:
                await api_keys.note_use(queries, key.id, now)
