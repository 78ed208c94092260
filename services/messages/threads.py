"""Threads: beginning one, listing and searching one's own, and what stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.houses.images import Image
from models.messages import blocks, images, messages, stays, threads
from models.messages.messages import Message, Span
from models.messages.stays import LatestOrder
from models.messages.threads import SeenThread
from models.types import HouseId, MessageId, OrderId, ThreadId, UserId
from services import limits
from services.deps import Deps
from services.errors import WrongRole
from services.houses.access import require_listed_house
from services.messages import contact
from services.messages.access import require_seen, require_thread
from services.orders.orders import role_of
from services.orders.states import Actor
from services.orders.transitions import NoSuchOrder, load_order
from utils.mysql import Queries
from utils.sessions import Session

MAX_SEARCHED_THREADS = 200
MAX_SEARCHED_MESSAGES = 5000
"""A search looks at so many of the user's latest threads, and at so many messages of all of them together."""


@dataclass(frozen=True)
class ShownMessage:
    """A message with its pictures; `can_link` says whether its links may be clicked."""

    message: Message
    images: Sequence[Image]
    can_link: bool = False


@dataclass(frozen=True)
class ListedThread:
    """A thread in a list, with its last message."""

    seen: SeenThread
    last: ShownMessage | None


@dataclass(frozen=True)
class ThreadPage:
    """A page of threads; `next_after` is the `after` of the next page, None on the last one."""

    threads: list[ListedThread]
    next_after: MessageId | None


@dataclass(frozen=True)
class ThreadDetails:
    """A thread with the guest's newest order for the house, and whether the user has blocked the other member."""

    seen: SeenThread
    order: LatestOrder | None
    blocked: bool


@dataclass(frozen=True)
class NewThread:
    """A thread that begins with its first message, about a house or an order; or the one that is there already."""

    thread_id: ThreadId | None
    subject_id: int
    house_id: HouseId
    title: str = ""
    cover: str | None = None
    other_name: str | None = None


@dataclass(frozen=True)
class MessagePage:
    """Messages in order. `more` says whether others lie beyond, in the direction of the request."""

    messages: list[ShownMessage]
    more: bool
    read_id: MessageId
    other_read_id: MessageId


async def open_for_house(deps: Deps, session: Session, house_id: HouseId) -> ThreadId:
    """The user's thread about a house, which is begun if there is none; its host learns of it with the first message.

    Raises NoSuchHouse for a house that is not listed, unless there is a thread already; WrongRole for one's own house;
    TooOften.
    """
    user_id = UserId(session.user_id)
    async with deps.db.connection() as queries:
        if known := await threads.find(queries, house_id, user_id):
            return known
        house = await require_listed_house(queries, house_id)
    if house.user_id == user_id:
        raise WrongRole("不能联系自己的房屋")
    await limits.acquire(deps, ("thread_per_user", str(user_id)))
    return await _begin(deps, house_id, user_id, house.user_id)


async def open_for_order(deps: Deps, session: Session, order_id: OrderId) -> ThreadId:
    """The thread of an order's guest and host. Raises NoSuchOrder for everybody else."""
    async with deps.db.connection() as queries:
        order = await stays.parties(queries, order_id)
        if order is None or session.user_id not in (order.guest_id, order.host_id):
            raise NoSuchOrder
        if known := await threads.find(queries, order.house_id, order.guest_id):
            return known
    return await _begin(deps, order.house_id, order.guest_id, order.host_id)


async def _begin(deps: Deps, house_id: HouseId, guest_id: UserId, host_id: UserId) -> ThreadId:
    return await deps.db.transact(lambda queries: threads.add(queries, house_id, guest_id, host_id, deps.now()))


async def before_house_thread(deps: Deps, session: Session, house_id: HouseId) -> NewThread:
    """As `open_for_house`, but begins nothing: what a page shows before the first message. Raises the same refusals."""
    user_id = UserId(session.user_id)
    async with deps.db.connection() as queries:
        if known := await threads.find(queries, house_id, user_id):
            return NewThread(known, house_id, house_id)
        house = await require_listed_house(queries, house_id)
    if house.user_id == user_id:
        raise WrongRole("不能联系自己的房屋")
    return NewThread(None, house_id, house_id, house.title, house.cover, house.host_name)


async def before_order_thread(deps: Deps, session: Session, order_id: OrderId) -> NewThread:
    """As `open_for_order`, but begins nothing. Raises NoSuchOrder for all but the guest and the host."""
    order = await load_order(deps, order_id)
    role = role_of(order, session.user_id)
    async with deps.db.connection() as queries:
        known = await threads.find(queries, order.house_id, order.guest_id)
    name = order.host_name if role is Actor.CUSTOM else order.guest_name
    return NewThread(known, order_id, order.house_id, order.title, order.cover, name)


async def list_threads(deps: Deps, session: Session, text: str | None, *, after: int | None, size: int) -> ThreadPage:
    """The user's threads, the latest message first; with `text`, those that hold it in a message or a name.

    `after` is the `next_after` of the page before. Raises TooOften for too many searches.
    """
    user_id = UserId(session.user_id)
    if text is not None:
        await limits.acquire(deps, ("message_search_per_user", str(user_id)), lasting=False)
    async with deps.db.connection() as queries:
        among = None if text is None else await _search(queries, user_id, text)
        found = await threads.of_user(queries, user_id, after=after, limit=size + 1, among=among)
        listed = await _listed(queries, found[:size])
    return ThreadPage(listed, listed[-1].seen.last_id if len(found) > size else None)


async def _search(queries: Queries, user_id: UserId, text: str) -> list[ThreadId]:
    recent = await threads.latest_ids(queries, user_id, MAX_SEARCHED_THREADS)
    if not recent:
        return []
    pattern = f"%{_escaped(text)}%"
    named, said = await queries.gather(
        threads.named_like(queries, user_id, recent, pattern),
        messages.threads_with(queries, user_id, recent, pattern, MAX_SEARCHED_MESSAGES),
    )
    return [*named, *said]


def _escaped(text: str) -> str:
    """The text as LIKE finds it literally."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


async def _listed(queries: Queries, found: Sequence[SeenThread]) -> list[ListedThread]:
    ids = [seen.last_id for seen in found]
    last, pictures = await queries.gather(messages.by_ids(queries, ids), images.of_messages(queries, ids))
    return [
        ListedThread(seen, _shown(last[seen.last_id], pictures) if seen.last_id in last else None) for seen in found
    ]


def _shown(message: Message, pictures: Mapping[MessageId, Sequence[Image]], *, can_link: bool = False) -> ShownMessage:
    return ShownMessage(message, pictures.get(message.id, ()), can_link)


async def show(deps: Deps, session: Session, thread_id: ThreadId) -> ThreadDetails:
    """One of the user's threads. Raises NoSuchThread."""
    user_id = UserId(session.user_id)
    async with deps.db.connection() as queries:
        seen = await require_seen(queries, thread_id, user_id)
        order, blocked = await queries.gather(
            stays.latest(queries, seen.thread), blocks.includes(queries, user_id, seen.thread.other(user_id))
        )
    return ThreadDetails(seen, order, blocked)


async def list_messages(deps: Deps, session: Session, thread_id: ThreadId, span: Span) -> MessagePage:
    """A part of a thread, in order. Raises NoSuchThread."""
    user_id = UserId(session.user_id)
    async with deps.db.connection() as queries:
        seen = await require_seen(queries, thread_id, user_id)
        wider = Span(span.limit + 1, span.before, span.after)
        found, can_link = await queries.gather(
            messages.of_thread(queries, thread_id, user_id, wider), contact.has_paid(queries, seen.thread)
        )
        more = len(found) > span.limit
        if more:
            found = found[: span.limit] if span.after is not None else found[-span.limit :]
        pictures = await images.of_messages(queries, [message.id for message in found])
    shown = [_shown(message, pictures, can_link=can_link) for message in found]
    return MessagePage(shown, more, seen.read_id, seen.other_read_id)


async def show_message(deps: Deps, session: Session, message: Message) -> ShownMessage:
    """A message of one of the user's threads with its pictures. Raises NoSuchThread."""
    async with deps.db.connection() as queries:
        thread = await require_thread(queries, message.thread_id, UserId(session.user_id))
        pictures, can_link = await queries.gather(
            images.of_messages(queries, [message.id]), contact.has_paid(queries, thread)
        )
    return _shown(message, pictures, can_link=can_link)
