"""Sending messages: text and pictures, once for each id that the sender gives."""

from dataclasses import dataclass

from models.messages import blocks, images, messages, threads
from models.messages.messages import Message, NewMessage
from models.messages.threads import Thread
from models.types import ImageId, MessageId, ThreadId, UserId
from services import limits
from services.deps import Deps
from services.errors import BadParameters, Conflict
from services.events import recording
from services.events.types import MessageSent
from services.messages import contact
from services.messages.access import lock_thread
from services.messages.threads import ShownMessage, show_message
from utils import contact_data
from utils.mysql import Queries
from utils.sessions import Session

MAX_PICTURES = 10
"""How many pictures one message may have."""


class BlockedByYourself(Conflict):
    """The sender has blocked the other member."""

    text = "您已屏蔽对方，解除屏蔽后才能发送"


@dataclass(frozen=True)
class Draft:
    """A message to send. `client_id` is the sender's own id of it: a repetition sends nothing."""

    text: str
    images: tuple[ImageId, ...]
    client_id: str


@dataclass(frozen=True)
class _Situation:
    """What decides about a message: whether the sender blocks, is blocked, has to be heard, and needs a warning."""

    blocks: bool
    blocked: bool
    must_talk: bool
    paid: bool


async def send(deps: Deps, session: Session, thread_id: ThreadId, draft: Draft) -> ShownMessage:
    """Add a message to a thread, or find the one that has this client_id already.

    Somebody whom the other member has blocked is answered alike, but only they see the message, now and later; as long
    as a paid stay binds the two, a block holds nothing back. Raises NoSuchThread, BlockedByYourself, TooOften, and
    BadParameters for pictures that are not the sender's or were sent before.
    """
    user_id = UserId(session.user_id)
    await limits.acquire(deps, ("message_per_user", str(user_id)), mark=f"{thread_id} {draft.client_id}")
    has_contact = bool(contact_data.find(draft.text))

    async def work(queries: Queries) -> Message:
        thread = await lock_thread(queries, thread_id, user_id)
        known = await messages.by_client_id(queries, thread_id, user_id, draft.client_id)
        return known or await _add(deps, queries, thread, user_id, draft, has_contact=has_contact)

    return await show_message(deps, session, await deps.db.transact(work))


async def _add(
    deps: Deps, queries: Queries, thread: Thread, sender_id: UserId, draft: Draft, *, has_contact: bool
) -> Message:
    now = await _situation(queries, thread, sender_id)
    if now.blocks and not now.must_talk:
        raise BlockedByYourself
    hidden = now.blocked and not now.must_talk
    new = NewMessage(
        thread.id,
        sender_id,
        draft.text,
        draft.client_id,
        visible_to=sender_id if hidden else None,
        warned=has_contact and not now.paid,
        created_at=deps.now(),
    )
    message_id = await messages.add(queries, new)
    if draft.images and await images.attach(queries, thread.id, sender_id, draft.images, message_id) < len(
        draft.images
    ):
        raise BadParameters(fields={"images": "图片不存在或已经发送"})
    await _tell(deps, queries, thread, message_id, sender_id, len(draft.images), hidden=hidden)
    return Message(
        message_id, thread.id, sender_id, new.text, new.client_id, new.visible_to, new.warned, new.created_at
    )


async def _situation(queries: Queries, thread: Thread, sender_id: UserId) -> _Situation:
    other = thread.other(sender_id)
    found = await queries.gather(
        blocks.includes(queries, sender_id, other),
        blocks.includes(queries, other, sender_id),
        contact.must_talk(queries, thread),
        contact.has_paid(queries, thread),
    )
    return _Situation(*found)


async def _tell(
    deps: Deps,
    queries: Queries,
    thread: Thread,
    message_id: MessageId,
    sender_id: UserId,
    pictures: int,
    *,
    hidden: bool,
) -> None:
    """The sender's other devices hear of a hidden message as of any other, so its sender notices nothing."""
    seen_by = (sender_id,) if hidden else thread.members
    await threads.note_message(queries, thread, message_id, sender_id, seen_by)
    event = MessageSent(thread.id, thread.house_id, message_id, sender_id, pictures)
    notified = [user_id for user_id in seen_by if user_id != sender_id]
    await recording.record(deps, queries, "message.sent", event, seen_by, notified)
