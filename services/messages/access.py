"""Access to threads: only the guest and the host of a thread learn that it exists."""

from models.messages import threads
from models.messages.threads import SeenThread, Thread
from models.types import ThreadId, UserId
from services.errors import NoData
from utils.mysql import Queries


class NoSuchThread(NoData):
    """There is no such thread, or the user is none of its two members."""

    text = "会话不存在"


class NoSuchMessage(NoData):
    """There is no such message, or the user does not read it."""

    text = "消息不存在"


async def lock_thread(queries: Queries, thread_id: ThreadId, user_id: UserId) -> Thread:
    """One of the user's threads, held until the transaction ends. Raises NoSuchThread."""
    return _of_member(await threads.lock(queries, thread_id), user_id)


async def require_thread(queries: Queries, thread_id: ThreadId, user_id: UserId) -> Thread:
    """One of the user's threads. Raises NoSuchThread."""
    return _of_member(await threads.get(queries, thread_id), user_id)


async def require_seen(queries: Queries, thread_id: ThreadId, user_id: UserId) -> SeenThread:
    """One of the user's threads as they see it. Raises NoSuchThread."""
    seen = await threads.seen(queries, thread_id, user_id)
    if seen is None:
        raise NoSuchThread
    return seen


def _of_member(thread: Thread | None, user_id: UserId) -> Thread:
    if thread is None or user_id not in thread.members:
        raise NoSuchThread
    return thread
