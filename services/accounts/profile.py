"""A user's name and picture, and the real-name check."""

from typing import NamedTuple

from models.accounts import users
from models.accounts.users import User
from services import limits
from services.accounts.auth import changing_user, current_user, lock_user
from services.deps import Deps
from services.errors import BadParameters, DataExists
from services.houses import pictures
from services.local_time import today
from utils import identity_number
from utils.mysql import DuplicateKey, Queries
from utils.sessions import Session
from utils.storage import new_key


class RealName(NamedTuple):
    """A real name with its masked identity number; both are None before the real-name check."""

    name: str | None
    id_card: str | None


async def rename(deps: Deps, session: Session, name: str) -> None:
    """Change the user's name. Raises BadParameters for a name that looks like the platform's staff, and TooOften."""
    if deps.reserved_names.match(name):
        raise BadParameters(fields={"name": "请换一个名字，它容易被误认为平台工作人员"})
    await limits.acquire(deps, ("profile_per_user", str(session.user_id)))
    await changing_user(deps, session.user_id, lambda q: users.set_name(q, session.user_id, name))


async def set_avatar(deps: Deps, session: Session, content: bytes) -> User:
    """Replace the user's picture; the earlier object is deleted after the commit.

    Raises TooOften, BadParameters for a bad picture, Overloaded, FileError, and OutboundServiceError.
    """
    await limits.acquire(deps, ("profile_per_user", str(session.user_id)))
    picture = await pictures.render("avatar", deps.image_workers.square(content, pictures.AVATAR_SIDE))
    name = new_key("avatars", "jpg")
    await pictures.store(deps, {name: (picture, pictures.JPEG)})

    async def replace(queries: Queries) -> str | None:
        before = await lock_user(queries, session.user_id)
        await users.set_avatar(queries, session.user_id, name)
        return before.avatar

    before = await changing_user(deps, session.user_id, replace)
    if before is not None:
        await pictures.drop(deps, before)
    return await current_user(deps, session)


async def set_real_name(deps: Deps, session: Session, real_name: str, id_card: str) -> None:
    """Store a real name and identity number, which cannot be changed later.

    Raises BadParameters for a birth date in the future, TooOften, and DataExists if the user has a real name or the
    number belongs to another user.
    """
    try:
        identity_number.parse(id_card, today(deps))
    except identity_number.InvalidIdentityNumber:
        raise BadParameters(fields={"id_card": "身份证号应为 18 位有效号码"}) from None
    await limits.acquire(deps, ("real_name_per_user", str(session.user_id)))
    sealed = deps.vault.seal(id_card, _context(session.user_id))
    index, now = deps.vault.index(id_card), deps.now()
    try:
        stored = await changing_user(
            deps, session.user_id, lambda q: users.set_real_name(q, session.user_id, real_name, sealed, index, now)
        )
    except DuplicateKey:
        raise DataExists("该身份证号已被其他账号使用") from None
    if not stored:
        raise DataExists("已实名认证，不能修改")


async def real_name(deps: Deps, session: Session) -> RealName:
    """The user's real name. Raises NoSuchUser where the account is gone."""
    user = await current_user(deps, session)
    if user.id_card is None:
        return RealName(None, None)
    return RealName(user.real_name, identity_number.mask(deps.vault.open(user.id_card, _context(user.id))))


def masked_name(real_name: str) -> str:
    """A real name of which only the last character can be read."""
    return "*" * (len(real_name) - 1) + real_name[-1:]


def _context(user_id: int) -> str:
    """Binds a sealed identity number to its user (utils/crypto.py)."""
    return f"user:{user_id}"
