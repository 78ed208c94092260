"""The table `mail_addresses`: a user's verified address, and one that waits until its link is opened."""

from dataclasses import dataclass, field
from datetime import datetime

from models.types import UserId
from utils.mysql import Queries


@dataclass(frozen=True)
class MailAddress:
    """A user's addresses; times are naive UTC."""

    user_id: UserId
    address: str | None = field(repr=False)
    """The verified address."""
    verified_at: datetime | None
    pending: str | None = field(repr=False)
    """The address whose link is not opened yet."""
    token_until: datetime | None
    """How long the link holds."""


_SELECT = "SELECT user_id, address, verified_at, pending, token_until FROM mail_addresses"


async def get(queries: Queries, user_id: UserId) -> MailAddress | None:
    """A user's addresses; None for a user who has never given one."""
    row = await queries.one(_SELECT + " WHERE user_id = %s", user_id)
    return MailAddress(**row) if row else None


async def by_link(queries: Queries, token_hash: bytes, now: datetime) -> tuple[UserId, str] | None:
    """Whose address waits for this link, and the session that gave it; None for an unknown or expired link."""
    sql = "SELECT user_id, session_id FROM mail_addresses WHERE token_hash = %s AND token_until > %s"
    row = await queries.one(sql, token_hash, now)
    return (UserId(row["user_id"]), row["session_id"] or "") if row else None


@dataclass(frozen=True)
class Waiting:
    """An address that waits for its link, which holds until `until` and ends with a session."""

    address: str = field(repr=False)
    token_hash: bytes = field(repr=False)
    until: datetime
    session_id: str = field(repr=False)


async def set_pending(queries: Queries, user_id: UserId, new: Waiting) -> None:
    """Let an address wait for its link; an earlier link ends. The verified address stays."""
    sql = """INSERT INTO mail_addresses (user_id, pending, token_hash, token_until, session_id)
             VALUES (%s, %s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE pending = VALUES(pending), token_hash = VALUES(token_hash),
             token_until = VALUES(token_until), session_id = VALUES(session_id)"""
    await queries.run(sql, user_id, new.address, new.token_hash, new.until, new.session_id)


async def verify(queries: Queries, token_hash: bytes, now: datetime) -> bool:
    """Make the address that waits for this link the verified one, and end the link; False where none waits."""
    # MariaDB assigns from left to right: `pending` is emptied last
    sql = """UPDATE mail_addresses
             SET address = pending, verified_at = %s, token_hash = NULL, token_until = NULL, pending = NULL
             WHERE token_hash = %s AND token_until > %s"""
    return (await queries.run(sql, now, token_hash, now)).affected == 1


async def delete(queries: Queries, user_id: UserId) -> None:
    """Forget a user's addresses."""
    await queries.run("DELETE FROM mail_addresses WHERE user_id = %s", user_id)
