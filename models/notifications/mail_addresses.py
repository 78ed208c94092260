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


async def is_waiting(queries: Queries, token_hash: bytes, now: datetime) -> bool:
    """Whether an address waits for this link."""
    sql = "SELECT 1 AS found FROM mail_addresses WHERE token_hash = %s AND token_until > %s"
    return await queries.one(sql, token_hash, now) is not None


async def set_pending(queries: Queries, user_id: UserId, address: str, token_hash: bytes, until: datetime) -> None:
    """Let `address` wait for its link until `until`; an earlier link ends. The verified address stays."""
    sql = """INSERT INTO mail_addresses (user_id, pending, token_hash, token_until) VALUES (%s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE
             pending = VALUES(pending), token_hash = VALUES(token_hash), token_until = VALUES(token_until)"""
    await queries.run(sql, user_id, address, token_hash, until)


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
