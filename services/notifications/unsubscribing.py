"""Ending mails of one kind by a link in them, without signing in (RFC 8058)."""

from typing import cast

from models.notifications.settings import Language
from models.types import UserId
from services.deps import Deps
from services.errors import NoData
from services.notifications import preferences, texts
from services.notifications.kinds import BY_NAME
from utils.unsubscribe_links import Unsubscription


def kind_of(deps: Deps, token: str, language: str) -> str:
    """What the mails are called that a link ends. Raises NoData for a link that was not made here."""
    return texts.template(_read(deps, token).kind, cast(Language, language)).name


async def end(deps: Deps, token: str, language: str) -> str:
    """End them; returns what they are called. Raises NoData for a link that was not made here, and NoSuchUser."""
    found = _read(deps, token)
    user_id = UserId(found.user_id)
    await deps.db.transact(lambda queries: preferences.switch_off(queries, user_id, found.kind, "mail"))
    return kind_of(deps, token, language)


def _read(deps: Deps, token: str) -> Unsubscription:
    found = deps.unsubscribe_links.read(token)
    if found is None or found.kind not in BY_NAME:
        raise NoData("链接无效")
    return found
