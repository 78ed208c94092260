"""The tables `threads` and `thread_members`: who talks about which house, and what each of the two sees of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.types import HouseId, MessageId, ThreadId, UserId
from utils.mysql import Queries, Row


@dataclass(frozen=True)
class Thread:
    """The conversation of a guest and a host about a house."""

    id: ThreadId
    house_id: HouseId
    guest_id: UserId
    host_id: UserId

    @property
    def members(self) -> tuple[UserId, UserId]:
        """The guest and the host."""
        return self.guest_id, self.host_id

    def other(self, user_id: UserId) -> UserId:
        """With whom this member talks."""
        return self.host_id if user_id == self.guest_id else self.guest_id


@dataclass(frozen=True)
class SeenThread:
    """A thread as one of its members sees it."""

    thread: Thread
    title: str
    """What the host calls the house."""
    cover: str | None
    other_name: str | None
    """None while the name is still the mobile number."""
    other_avatar: str | None
    last_id: MessageId
    """The last message that the member sees; 0 where there is none."""
    read_id: MessageId
    """Up to which message the member has read."""
    unread: int
    other_read_id: MessageId
    """Up to which message the other one has read."""


_THREAD = "SELECT id, house_id, guest_id, host_id FROM threads"
_SEEN = """
    SELECT threads.id, threads.house_id, guest_id, host_id, houses.title, mine.last_id, mine.read_id, mine.unread,
           theirs.read_id AS other_read_id, NULLIF(other.name, other.mobile) AS other_name,
           other.avatar AS other_avatar,
           (SELECT stem FROM house_images WHERE house_id = houses.id ORDER BY position, id LIMIT 1) AS cover
    FROM thread_members AS mine JOIN threads ON threads.id = mine.thread_id
         JOIN thread_members AS theirs ON theirs.thread_id = mine.thread_id AND theirs.user_id <> mine.user_id
         JOIN users AS other ON other.id = theirs.user_id JOIN houses ON houses.id = threads.house_id
"""


async def add(queries: Queries, house_id: HouseId, guest_id: UserId, host_id: UserId, now: datetime) -> ThreadId:
    """Begin a thread, or find the one that is there; returns its id. `now` is naive UTC."""
    sql = """INSERT INTO threads (house_id, guest_id, host_id, created_at) VALUES (%s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)"""
    thread_id = (await queries.run(sql, house_id, guest_id, host_id, now)).last_id
    sql = "INSERT IGNORE INTO thread_members (thread_id, user_id) VALUES (%s, %s), (%s, %s)"
    await queries.run(sql, thread_id, guest_id, thread_id, host_id)
    return ThreadId(thread_id)


async def find(queries: Queries, house_id: HouseId, guest_id: UserId) -> ThreadId | None:
    """The thread of a guest about a house."""
    row = await queries.one("SELECT id FROM threads WHERE guest_id = %s AND house_id = %s", guest_id, house_id)
    return ThreadId(row["id"]) if row else None


async def get(queries: Queries, thread_id: ThreadId) -> Thread | None:
    """A thread, if there is one of that id."""
    return _thread(await queries.one(_THREAD + " WHERE id = %s", thread_id))


async def lock(queries: Queries, thread_id: ThreadId) -> Thread | None:
    """As `get`, and hold the thread until the transaction ends. Its members and messages change under this lock only.

    The row is also written: of two database servers that change a thread, one then fails at COMMIT.
    """
    _, thread = await queries.gather(
        queries.run("UPDATE threads SET guard = guard + 1 WHERE id = %s", thread_id), get(queries, thread_id)
    )
    return thread


async def seen(queries: Queries, thread_id: ThreadId, user_id: UserId) -> SeenThread | None:
    """A thread as this user sees it; None unless they are a member."""
    row = await queries.one(_SEEN + " WHERE mine.user_id = %s AND mine.thread_id = %s", user_id, thread_id)
    return _seen(row) if row else None


async def of_user(
    queries: Queries, user_id: UserId, *, after: int | None, limit: int, among: Sequence[ThreadId] | None = None
) -> list[SeenThread]:
    """The threads in which the user sees a message, the latest message first.

    `after` is the `last_id` of the last thread of the page before; `among` chooses some threads.
    """
    if among is not None and not among:
        return []
    chosen = " AND mine.thread_id IN %s" if among else ""
    where = " WHERE mine.user_id = %s AND mine.last_id BETWEEN 1 AND %s" + chosen
    values = (user_id, (after or 2**63) - 1, *([tuple(among)] if among else []))
    rows = await queries.all(_SEEN + where + " ORDER BY mine.last_id DESC LIMIT %s", *values, limit)
    return [_seen(row) for row in rows]


async def latest_ids(queries: Queries, user_id: UserId, limit: int) -> list[ThreadId]:
    """The threads in which the user sees a message, the latest first."""
    sql = "SELECT thread_id FROM thread_members WHERE user_id = %s AND last_id > 0 ORDER BY last_id DESC LIMIT %s"
    return [row["thread_id"] for row in await queries.all(sql, user_id, limit)]


async def named_like(queries: Queries, user_id: UserId, thread_ids: Sequence[ThreadId], pattern: str) -> list[ThreadId]:
    """Those of these threads whose house or other member is named like the pattern of LIKE, in any case."""
    sql = """SELECT threads.id FROM threads JOIN houses ON houses.id = house_id
                    JOIN users AS other ON other.id = IF(guest_id = %s, host_id, guest_id)
             WHERE threads.id IN %s AND (title COLLATE utf8mb4_general_ci LIKE %s
                   OR other.name <> other.mobile AND other.name COLLATE utf8mb4_general_ci LIKE %s)"""
    rows = await queries.all(sql, user_id, tuple(thread_ids), pattern, pattern)
    return [row["id"] for row in rows]


async def unread(queries: Queries, user_id: UserId) -> int:
    """How many messages to the user are unread."""
    sql = "SELECT COALESCE(SUM(unread), 0) AS n FROM thread_members WHERE user_id = %s AND unread > 0"
    return int((await queries.one(sql, user_id) or {})["n"])


async def note_message(
    queries: Queries, thread: Thread, message_id: MessageId, sender_id: UserId | None, seen_by: Sequence[UserId]
) -> None:
    """A message was added that `seen_by` see: unread by all but its sender, or a line of the platform, not counted."""
    counted = "(user_id <> %s)" if sender_id else "%s"
    sql = f"""UPDATE thread_members SET last_id = %s, unread = unread + {counted}
              WHERE thread_id = %s AND user_id IN %s"""  # noqa: S608  our own condition
    await queries.run(sql, message_id, sender_id or 0, thread.id, tuple(seen_by))


async def set_read(queries: Queries, thread_id: ThreadId, user_id: UserId, message_id: MessageId, unread: int) -> bool:
    """Move the user's read mark forward, with what is left unread; False where it was already as far."""
    sql = """UPDATE thread_members SET read_id = %s, unread = %s
             WHERE thread_id = %s AND user_id = %s AND read_id < %s"""
    return (await queries.run(sql, message_id, unread, thread_id, user_id, message_id)).affected == 1


def _thread(row: Row | None) -> Thread | None:
    return Thread(**row) if row else None


def _seen(row: Row) -> SeenThread:
    """`row` has the columns of `_SEEN`."""
    thread = Thread(*(row.pop(name) for name in ("id", "house_id", "guest_id", "host_id")))
    return SeenThread(thread, **row)
