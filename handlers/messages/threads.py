"""Endpoints for messages between guests and hosts."""

import asyncio

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import rendering as houses
from handlers.houses.views import ImageView
from handlers.messages import forms, rendering
from handlers.messages.rendering import Reader
from handlers.messages.views import (
    MessagesView,
    QuickRepliesView,
    ReadView,
    ReportsView,
    SentMessageView,
    ThreadIdView,
    ThreadPageView,
    ThreadsView,
)
from models.messages.messages import Span
from models.types import UserId
from services.errors import (
    FileError,
    NoSuchUser,
    OutboundServiceError,
    Overloaded,
    QuotaExceeded,
    TooOften,
    WrongRole,
)
from services.houses.access import NoSuchHouse
from services.messages import blocking, pictures, quick_replies, reading, sending, threads
from services.messages.access import NoSuchMessage, NoSuchThread
from services.messages.blocking import NoSuchPartner
from services.messages.sending import BlockedByYourself
from services.orders.transitions import NoSuchOrder


def reader_of(api: ApiHandler) -> Reader:
    """For whom the answer is rendered."""
    return Reader(UserId(api.signed_in.user_id), api.url, api.translate)


@refuses(NoSuchHouse, WrongRole, TooOften)
async def add_for_house(api: ApiHandler, form: forms.HouseThreadForm) -> ThreadIdView:
    """Begin to talk with a host about a house.

    There is one thread for each house and guest: a repetition answers the same one. The host learns of it with the
    first message. An order needs no thread of its own.
    """
    return ThreadIdView(await threads.open_for_house(api.deps, api.signed_in, form.house_id))


@refuses(NoSuchOrder)
async def add_for_order(api: ApiHandler, form: forms.OrderThreadForm) -> ThreadIdView:
    """Find the thread of an order's guest and host.

    The thread is begun if there is none.
    """
    return ThreadIdView(await threads.open_for_order(api.deps, api.signed_in, form.order_id))


@refuses(TooOften)
async def list_threads(api: ApiHandler, form: forms.ThreadsForm) -> ThreadsView:
    """List one's threads, or search them.

    The latest message first. A search looks at the latest 200 threads and 5,000 messages.
    """
    page, unread = await asyncio.gather(
        threads.list_threads(api.deps, api.signed_in, form.q, after=form.after, size=form.size),
        reading.count_unread(api.deps, api.signed_in),
    )
    return rendering.threads(page, unread, reader_of(api))


@refuses(NoSuchThread)
async def show(api: ApiHandler, form: forms.ThreadForm) -> ThreadPageView:
    """Show a thread.

    Only its guest and its host see it.
    """
    found = await threads.show(api.deps, api.signed_in, form.thread_id)
    end = await threads.list_messages(api.deps, api.signed_in, form.thread_id, Span(1))
    last = end.messages[-1] if end.messages else None
    return ThreadPageView(rendering.details(found, last, reader_of(api)))


@refuses(NoSuchThread)
async def list_messages(api: ApiHandler, form: forms.MessagesForm) -> MessagesView:
    """Read a part of a thread.

    Its end; what was said before a message; or what has been said since, for clients that ask again and again.
    """
    before = form.before if form.after is None else None
    span = Span(form.size, before, form.after)
    page = await threads.list_messages(api.deps, api.signed_in, form.thread_id, span)
    return rendering.messages(page, reader_of(api))


@refuses(NoSuchThread, BlockedByYourself, TooOften)
async def send(api: ApiHandler, form: forms.MessageForm) -> SentMessageView:
    """Send a message.

    A repetition with the same `client_id` sends nothing and answers the message of the first time.
    """
    shown = await sending.send(api.deps, api.signed_in, form.thread_id, form.draft)
    return SentMessageView(rendering.message(shown, reader_of(api)))


@refuses(NoSuchThread, TooOften, OutboundServiceError, FileError, Overloaded)
async def add_image(api: ApiHandler, form: forms.ThreadForm) -> ImageView:
    """Upload a picture for a message.

    JPEG, PNG or WebP. It is encoded anew, without place, camera and other metadata. The other member sees it with the
    message that names it; a picture that is not sent within a day is deleted.
    """
    return houses.image(await pictures.add(api.deps, api.signed_in, form.thread_id, api.read_file()), api.url)


@refuses(NoSuchThread)
async def mark_read(api: ApiHandler, form: forms.ReadMarkForm) -> ReadView:
    """Mark a thread as read up to a message.

    A mark never goes back. The other member sees it.
    """
    return ReadView(await reading.mark(api.deps, api.signed_in, form.thread_id, form.message_id))


@refuses(NoSuchPartner, QuotaExceeded, TooOften)
async def block(api: ApiHandler, form: forms.UserForm) -> None:
    """Block a user with whom one has a thread.

    Their messages no longer arrive, and they do not learn of it. While a paid stay binds the two, messages arrive.
    """
    await blocking.block(api.deps, api.signed_in, form.user_id)


async def unblock(api: ApiHandler, form: forms.UserForm) -> None:
    """End the block of a user.

    Messages that they wrote meanwhile stay unseen.
    """
    await blocking.unblock(api.deps, api.signed_in, form.user_id)


@refuses(NoSuchMessage, TooOften)
async def report(api: ApiHandler, form: forms.ReportForm) -> None:
    """Report a message to the admins.

    They then read this message. A second report replaces the reason of the first.
    """
    await blocking.report(api.deps, api.signed_in, form.message_id, form.reason)


async def show_quick_replies(api: ApiHandler) -> QuickRepliesView:
    """Show one's quick replies."""
    return QuickRepliesView(await quick_replies.show(api.deps, api.signed_in))


@refuses(TooOften)
async def set_quick_replies(api: ApiHandler, form: forms.QuickRepliesForm) -> QuickRepliesView:
    """Replace one's quick replies."""
    await quick_replies.replace(api.deps, api.signed_in, form.replies)
    return QuickRepliesView(form.replies)


@refuses(WrongRole, NoSuchUser)
async def list_reports(api: ApiHandler, form: forms.ReportsForm) -> ReportsView:
    """List reported messages.

    For admins; the newest report first.
    """
    return rendering.reports(await blocking.list_reports(api.deps, api.signed_in, after=form.after, size=form.size))
