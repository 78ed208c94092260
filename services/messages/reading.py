"""Read marks: up to which message each member has read. A mark never goes back."""

from models.messages import messages, threads
from models.types import MessageId, ThreadId, UserId
from services.deps import Deps
from services.events import recording
from services.events.types import ThreadRead
from services.messages.access import lock_thread, require_seen
from utils.mysql import Queries
from utils.sessions import Session


async def mark(deps: Deps, session: Session, thread_id: ThreadId, message_id: MessageId) -> MessageId:
    """Mark a thread as read up to the last message of the other member that is not behind `message_id`.

    Returns the mark, which may be later already. Raises NoSuchThread.
    """
    user_id = UserId(session.user_id)
    async with deps.db.connection() as queries:
        seen = await require_seen(queries, thread_id, user_id)
        last = await messages.last_from_others(queries, thread_id, user_id, message_id)
    if last is None or last <= seen.read_id:
        return seen.read_id

    async def work(queries: Queries) -> None:
        thread = await lock_thread(queries, thread_id, user_id)
        unread = await messages.count_unread(queries, thread_id, user_id, last)
        if await threads.set_read(queries, thread_id, user_id, last, unread):
            event = ThreadRead(thread_id, user_id, last)
            await recording.record(deps, queries, "message.read", event, thread.members, ())

    await deps.db.transact(work)
    return last


async def count_unread(deps: Deps, session: Session) -> int:
    """How many messages to the user are unread."""
    async with deps.db.connection() as queries:
        return await threads.unread(queries, UserId(session.user_id))
