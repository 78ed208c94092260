"""Entities as what clients read: the only place where a column can reach a client."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from handlers.api.surfaces import Payload
from models.accounts.users import User
from services.accounts.auth import Identity
from utils.sessions import Session

Url = Callable[[str | None], str | None]
"""The address of an object; None for none."""

_LOCAL = ZoneInfo("Asia/Shanghai")


def user(user: User, url: Url) -> Payload:
    return Payload(_user(user, url))


def user_id(user: User) -> Payload:
    return Payload({"user_id": user.id})


def identity(user: Identity, url: Url) -> Payload:
    """Who is signed in."""
    data = {"user_id": user.id, "name": user.name, "mobile": user.mobile, "avatar": url(user.avatar)}
    return Payload(data, flat={**data, "username": user.name})


def profile(user: User, url: Url) -> Payload:
    avatar = url(user.avatar)
    ajax = {"username": user.name, "mobile": user.mobile, "avatar": avatar}
    ajax |= {"up_name": user.name, "up_mobile": user.mobile, "up_avatar": avatar}
    return Payload(_user(user, url), ajax=ajax, flat=ajax)


def avatar(user: User, url: Url) -> Payload:
    address = url(user.avatar)
    ajax = {"url": address, "up_name": user.name, "up_mobile": user.mobile}
    return Payload({"avatar_url": address}, ajax=ajax, flat={"url": address})


def name(name: str) -> Payload:
    return Payload({"name": name}, ajax={"name": name, "up_name": name})


def real_name(real_name: str | None, id_card: str | None) -> Payload:
    """`id_card` is masked already."""
    data = {"real_name": real_name, "id_card": id_card}
    return Payload(data, ajax={**data, "up_real_name": real_name, "up_id_card": id_card})


def sessions(sessions: Iterable[Session], current: Session) -> Payload:
    return Payload({"sessions": [_session(session, current) for session in sessions]})


def _user(user: User, url: Url) -> dict[str, Any]:
    return {
        "user_id": user.id,
        "name": user.name,
        "mobile": user.mobile,
        "avatar": url(user.avatar),
        "create_time": moment(user.created_at),
    }


def _session(session: Session, current: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "device": session.device,
        "address": session.address,
        "last_seen": moment(datetime.fromtimestamp(session.seen, UTC)),
        "opened": moment(datetime.fromtimestamp(session.opened, UTC)),
        "current": session.id == current.id,
    }


def moment(utc: datetime) -> str:
    """A column of the database, which is in UTC, in RFC 3339 with China's offset."""
    return utc.replace(tzinfo=UTC).astimezone(_LOCAL).isoformat(timespec="seconds")


def yuan(fen: int) -> str:
    """As people read an amount: 399, or 399.50."""
    whole, rest = divmod(fen, 100)
    return f"{whole:,}.{rest:02}" if rest else f"{whole:,}"


def old_moment(utc: datetime) -> str:
    """The same as the older pages show it: 2026-11-21 14:30:00."""
    return utc.replace(tzinfo=UTC).astimezone(_LOCAL).strftime("%Y-%m-%d %H:%M:%S")
