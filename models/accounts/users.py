"""The table `users`."""

from dataclasses import dataclass, field
from datetime import datetime

from utils.mysql import Queries, Row

_SELECT = "SELECT id, mobile, name, password_hash, avatar, real_name, id_card, is_admin, created_at FROM users"


@dataclass(frozen=True)
class User:
    """A user. `avatar` is the name of a stored object, `created_at` is naive UTC, `id_card` is sealed."""

    id: int
    mobile: str
    name: str
    password_hash: str = field(repr=False)
    avatar: str | None
    real_name: str | None
    id_card: bytes | None = field(repr=False)
    is_admin: bool
    created_at: datetime


class UserNotFound(Exception):
    """There is no user with this id."""


async def create(queries: Queries, mobile: str, password_hash: str) -> int:
    """Insert a user, whose name is the mobile until they choose one; returns the id. Raises DuplicateKey."""
    sql = "INSERT INTO users (mobile, name, password_hash) VALUES (%s, %s, %s)"
    return (await queries.run(sql, mobile, mobile, password_hash)).last_id


async def get(queries: Queries, user_id: int) -> User:
    """The user with this id. Raises UserNotFound."""
    user = _user(await queries.one(_SELECT + " WHERE id = %s", user_id))
    if user is None:
        raise UserNotFound
    return user


async def lock(queries: Queries, user_id: int) -> User:
    """As `get`, and lock the row until the transaction ends. Raises UserNotFound.

    The row is also written: another database server does not see the lock, but of two transactions that write the row
    one fails at COMMIT.
    """
    # FOR UPDATE: a plain read would fix the transaction's snapshot before it holds its other locks
    _, row = await queries.gather(
        queries.run("UPDATE users SET guard = guard + 1 WHERE id = %s", user_id),
        queries.one(_SELECT + " WHERE id = %s FOR UPDATE", user_id),
    )
    user = _user(row)
    if user is None:
        raise UserNotFound
    return user


async def by_mobile(queries: Queries, mobile: str) -> User | None:
    """The user with this mobile; None if it is not registered."""
    return _user(await queries.one(_SELECT + " WHERE mobile = %s", mobile))


async def set_name(queries: Queries, user_id: int, name: str) -> None:
    """Write the name that others see."""
    await queries.run("UPDATE users SET name = %s WHERE id = %s", name, user_id)


async def set_avatar(queries: Queries, user_id: int, avatar: str) -> None:
    """`avatar` is the name of a stored object."""
    await queries.run("UPDATE users SET avatar = %s WHERE id = %s", avatar, user_id)


async def set_created_at(queries: Queries, user_id: int, at: datetime) -> None:
    """Say since when a user is here, in naive UTC; for users who come from elsewhere."""
    await queries.run("UPDATE users SET created_at = %s WHERE id = %s", at, user_id)


async def set_admin(queries: Queries, user_id: int, is_admin: bool) -> None:
    """Make a user an admin, or an admin a user."""
    await queries.run("UPDATE users SET is_admin = %s WHERE id = %s", is_admin, user_id)


async def set_password(queries: Queries, user_id: int, password_hash: str) -> None:
    """Write the hash of a new password."""
    await queries.run("UPDATE users SET password_hash = %s WHERE id = %s", password_hash, user_id)


async def set_real_name(
    queries: Queries, user_id: int, real_name: str, id_card: bytes, index: bytes, now: datetime
) -> bool:
    """Store a real name with the sealed identity number and its blind index; `now` is naive UTC.

    False if the user already has a real name. Raises DuplicateKey if another user has the number.
    """
    sql = """UPDATE users SET real_name = %s, id_card = %s, id_card_index = %s, real_name_at = %s
             WHERE id = %s AND id_card_index IS NULL"""
    return (await queries.run(sql, real_name, id_card, index, now, user_id)).affected == 1


def _user(row: Row | None) -> User | None:
    return User(**row) if row else None
