"""Agreeing to the terms and the privacy policy (docs/privacy.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from models.accounts import consents, users
from services import limits
from services.deps import Deps
from services.documents import AgreedName
from services.errors import BadParameters, NoSuchUser
from utils.mysql import Queries
from utils.sessions import Session


@dataclass(frozen=True)
class Agreement:
    """The version of each document that a user agrees to, the language that they read, and the time, naive UTC."""

    versions: Mapping[AgreedName, str]
    language: str
    moment: datetime


@dataclass(frozen=True)
class Agreed:
    """What a user sends: the version that the page showed, and the language of the page."""

    version: str
    language: str


def check(deps: Deps, agreed: Agreed) -> Agreement:
    """The agreement to record. Raises BadParameters, which names the current version, where it is another one."""
    if agreed.version != deps.documents.version:
        current = {"version": deps.documents.version}
        raise BadParameters(fields={"terms_version": ("条款已更新，请阅读并同意 {version} 版", current)})
    return Agreement(deps.documents.versions, agreed.language, deps.now())


async def record(queries: Queries, user_id: int, agreement: Agreement) -> None:
    """Record an agreement, in the transaction of its user."""
    await consents.add(queries, user_id, agreement.versions, agreement.language, agreement.moment)


async def agree(deps: Deps, session: Session, agreed: Agreed) -> None:
    """Agree to the current documents. Raises BadParameters for another version, TooOften and NoSuchUser."""
    agreement = check(deps, agreed)
    await limits.acquire(deps, ("profile_per_user", str(session.user_id)))

    async def work(queries: Queries) -> None:
        await users.lock(queries, session.user_id)
        await record(queries, session.user_id, agreement)

    try:
        await deps.db.transact(work)
    except users.UserNotFound:
        raise NoSuchUser from None


async def is_due(deps: Deps, session: Session) -> bool:
    """Whether there is a document whose current version the user has not agreed to."""
    async with deps.db.connection() as queries:
        return not deps.documents.versions.items() <= await consents.versions(queries, session.user_id)
