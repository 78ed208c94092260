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


async def by_token(queries: Queries, token_hash: bytes, now: datetime) -> MailAddress | None:
    """Whose address a link verifies; None for an unknown or expired one. Locks the row."""
    row = await queries.one(_SELECT + " WHERE token_hash = %s AND token_until > %s FOR UPDATE", token_hash, now)
    return MailAddress(**row) if row else None


async def set_pending(queries: Queries, user_id: UserId, address: str, token_hash: bytes, until: datetime) -> None:
    """Let `address` wait for its link until `until`; an earlier link ends. The verified address stays."""
    sql = """INSERT INTO mail_addresses (user_id, pending, token_hash, token_until) VALUES (%s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE
             pending = VALUES(pending), token_hash = VALUES(token_hash), token_until = VALUES(token_until)"""
    await queries.run(sql, user_id, address, token_hash, until)


async def verify(queries: Queries, user_id: UserId, now: datetime) -> None:
    """Make the waiting address the verified one, and end its link."""
    # MariaDB assigns from left to right: `pending` is emptied last
    sql = """UPDATE mail_addresses
             SET address = pending, verified_at = %s, token_hash = NULL, token_until = NULL, pending = NULL
             WHERE user_id = %s AND pending IS NOT NULL"""
    await queries.run(sql, now, user_id)


async def delete(queries: Queries, user_id: UserId) -> None:
    """Forget a user's addresses."""
    await queries.run("DELETE FROM mail_addresses WHERE user_id = %s", user_id)
