"""Blocking another user, reporting a message, and what admins read of reports."""

from dataclasses import dataclass

from models.messages import blocks, messages, reports
from models.messages.reports import Report
from models.types import MessageId, UserId
from services import limits
from services.deps import Deps
from services.errors import NoData, QuotaExceeded
from services.houses.moderation import require_admin
from services.messages.access import NoSuchMessage, NoSuchThread, require_thread
from utils.mysql import Queries
from utils.sessions import Session

MAX_BLOCKED = 1000
"""How many others one user may block."""


class NoSuchPartner(NoData):
    """The two have no thread."""

    text = "没有与该用户的会话"


@dataclass(frozen=True)
class ReportPage:
    """A page of reports; `next_after` is the `after` of the next page, None on the last one."""

    reports: list[Report]
    next_after: int | None


async def block(deps: Deps, session: Session, other_id: UserId) -> None:
    """Hear nothing more of somebody with whom one has a thread. They do not learn of it.

    Raises NoSuchPartner, QuotaExceeded beyond MAX_BLOCKED, and TooOften.
    """
    user_id = UserId(session.user_id)
    await limits.acquire(deps, ("profile_per_user", str(user_id)))

    async def work(queries: Queries) -> None:
        if not await blocks.has_met(queries, user_id, other_id):
            raise NoSuchPartner
        await blocks.add(queries, user_id, other_id, deps.now())
        if await blocks.count(queries, user_id) > MAX_BLOCKED:
            raise QuotaExceeded(("最多屏蔽 {max} 人", {"max": MAX_BLOCKED}))

    await deps.db.transact(work)


async def unblock(deps: Deps, session: Session, other_id: UserId) -> None:
    """End a block, if there is one. What was written meanwhile stays unseen."""
    await deps.db.transact(lambda queries: blocks.remove(queries, UserId(session.user_id), other_id))


async def report(deps: Deps, session: Session, message_id: MessageId, reason: str) -> None:
    """Tell the admins of a message of the other member; a second report replaces the reason of the first.

    Raises NoSuchMessage for one's own messages, for lines of the platform, and for what the user does not read;
    TooOften.
    """
    user_id = UserId(session.user_id)
    await limits.acquire(deps, ("report_per_user", str(user_id)))

    async def work(queries: Queries) -> None:
        message = await messages.get(queries, message_id)
        if message is None or message.visible_to is not None or message.sender_id in (None, user_id):
            raise NoSuchMessage
        try:
            await require_thread(queries, message.thread_id, user_id)
        except NoSuchThread:
            raise NoSuchMessage from None
        await reports.add(queries, message_id, user_id, reason, deps.now())

    await deps.db.transact(work)


async def list_reports(deps: Deps, session: Session, *, after: int | None, size: int) -> ReportPage:
    """Reported messages, the newest report first. Raises WrongRole for all but admins."""
    await require_admin(deps, session)
    async with deps.db.connection() as queries:
        found = await reports.latest(queries, after=after, limit=size + 1)
    return ReportPage(found[:size], found[size - 1].id if len(found) > size else None)
