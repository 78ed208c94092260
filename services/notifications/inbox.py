"""Notifications in the app: the news of a user's stream, as texts in the reader's language, and their read marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.events import events
from models.events.events import StreamEvent
from models.houses import houses
from models.messages import threads
from models.notifications import inbox
from models.notifications.settings import Language
from models.types import HouseId, UserId
from services import limits
from services.deps import Deps
from services.notifications import texts
from services.notifications.kinds import IN_APP, kind_of
from utils.mysql import Queries
from utils.sessions import Session

MAX_COUNTED = 100
"""Unread notifications are counted up to this number."""
_NEWEST = 2**62


@dataclass(frozen=True)
class Notification:
    """A notification as its reader sees it in the app."""

    id: int
    """The number of its event in the reader's stream."""
    kind: str
    title: str
    text: str
    path: str
    """The page that it is about."""
    created_at: datetime
    read: bool


@dataclass(frozen=True)
class Unread:
    """How many notifications, MAX_COUNTED at most, and how many messages a user has not read."""

    notifications: int
    messages: int


@dataclass(frozen=True)
class NotificationPage:
    """A page of notifications; `next_after` is the `after` of the next page, None on the last one."""

    notifications: list[Notification]
    next_after: int | None
    unread: int


async def read(deps: Deps, session: Session, language: Language, *, after: int | None, size: int) -> NotificationPage:
    """The user's notifications, the newest first; `after` is the last id of the page before."""
    user_id = UserId(session.user_id)
    async with deps.db.connection() as queries:
        found, unread = await queries.gather(
            events.news(queries, user_id, IN_APP, before=after or _NEWEST, limit=size + 1),
            inbox.count_unread(queries, user_id, IN_APP, MAX_COUNTED),
        )
        shown = await _shown(queries, found[:size], language)
    return NotificationPage(shown, shown[-1].id if len(found) > size else None, unread)


async def count_unread(deps: Deps, session: Session) -> Unread:
    """What the user has not read."""
    async with deps.db.connection() as queries:
        return await _unread(queries, UserId(session.user_id))


async def mark_read(deps: Deps, session: Session, *, up_to: int | None, ids: Sequence[int]) -> Unread:
    """Mark notifications as read: those up to a number, and those of these numbers; the user's own ones only.

    Returns what is left. Raises TooOften.
    """
    await limits.acquire(deps, ("notification_per_user", str(session.user_id)))
    user_id = UserId(session.user_id)

    async def work(queries: Queries) -> Unread:
        now = deps.now()
        await inbox.mark_read_up_to(queries, user_id, up_to or 0, now)
        await inbox.mark_read(queries, user_id, ids, now)
        return await _unread(queries, user_id)

    return await deps.db.transact(work)


async def _unread(queries: Queries, user_id: UserId) -> Unread:
    counting = inbox.count_unread(queries, user_id, IN_APP, MAX_COUNTED)
    return Unread(*await queries.gather(counting, threads.unread(queries, user_id)))


async def _shown(queries: Queries, found: Sequence[StreamEvent], language: Language) -> list[Notification]:
    house_ids = {HouseId(each.event.payload["house_id"]) for each in found if each.event.payload.get("house_id")}
    titles = await houses.titles_of(queries, sorted(house_ids))
    return [_notification(each, titles.get(HouseId(each.event.payload.get("house_id", 0))), language) for each in found]


def _notification(entry: StreamEvent, title: str | None, language: Language) -> Notification:
    kind = kind_of(entry.event)
    if kind is None:
        raise ValueError(f"{entry.event.type} is no news")
    template = texts.template(kind.name, language)
    found = texts.values(kind, entry.event, title, language, limit=texts.MAX_TITLE_IN_APP)
    return Notification(
        id=entry.seq,
        kind=kind.name,
        title=template.title.format_map(found),
        text=template.text.format_map(found),
        path=texts.path(kind, entry.event),
        created_at=entry.event.created_at,
        read=entry.read_at is not None,
    )
