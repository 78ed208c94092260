"""The pages of messages: one's threads, one thread, a thread that is yet to begin, and reports for admins."""

from collections.abc import Mapping
from html import escape
from typing import Any

from handlers.api.answers import Page, Redirect
from handlers.api.fields import ANONYMOUS
from handlers.api.handler import ApiHandler
from handlers.houses import rendering as houses
from handlers.messages import forms, rendering
from handlers.messages.threads import reader_of
from handlers.messages.views import MessageView, ThreadDetailsView
from handlers.orders import page_texts
from handlers.site import page_limits
from handlers.site.pages import render
from models.messages.messages import Span
from services.messages import blocking, quick_replies, reading, threads
from services.messages.quick_replies import MAX_REPLIES
from services.messages.sending import MAX_PICTURES
from services.messages.threads import NewThread

_PAGE_SIZE = 20
_MESSAGES = 40


async def index(api: ApiHandler, form: forms.ThreadsForm) -> Page:
    """One's threads."""
    return await _render(api, q=form.q, after=form.after)


async def thread(api: ApiHandler, form: forms.ThreadPageForm) -> Page:
    """One thread, beside the others where there is room. Raises NoSuchThread unless the user is a member."""
    found = await threads.show(api.deps, api.signed_in, form.thread_id)
    span = Span(_MESSAGES, form.before)
    page = await threads.list_messages(api.deps, api.signed_in, form.thread_id, span)
    reader = reader_of(api)
    shown = rendering.details(found, None, reader)
    said = rendering.messages(page, reader)
    return await _render(api, thread=shown, said=said, is_end=form.before is None)


async def contact_host(api: ApiHandler, form: forms.HouseThreadForm) -> Page | Redirect:
    """What a guest writes to the host of a house first; or the thread, where there is one."""
    return await _begin(api, await threads.before_house_thread(api.deps, api.signed_in, form.house_id), "houses")


async def contact_party(api: ApiHandler, form: forms.OrderThreadForm) -> Page | Redirect:
    """What a party of an order writes to the other first; or the thread, where there is one."""
    return await _begin(api, await threads.before_order_thread(api.deps, api.signed_in, form.order_id), "orders")


async def reports(api: ApiHandler, form: forms.ReportsForm) -> Page:
    """The messages that users have reported. Raises WrongRole unless the user is an admin."""
    page = await blocking.list_reports(api.deps, api.signed_in, after=form.after, size=_PAGE_SIZE)
    return await render(api, "reports.html", page=rendering.reports(page), is_first=form.after is None)


async def _begin(api: ApiHandler, new: NewThread, kind: str) -> Page | Redirect:
    if new.thread_id is not None:
        return Redirect(f"/messages/{new.thread_id}")
    cover = houses.cover_url(new.cover, api.url)
    begins = f"/{kind}/{new.subject_id}/threads"
    return await _render(api, new=new, cover=cover, begins=begins)


async def _render(
    api: ApiHandler, *, thread: ThreadDetailsView | None = None, new: NewThread | None = None, **values: Any
) -> Page:
    page = await threads.list_threads(
        api.deps, api.signed_in, values.get("q"), after=values.get("after"), size=_PAGE_SIZE
    )
    listed = rendering.threads(page, await reading.count_unread(api.deps, api.signed_in), reader_of(api))
    hosts = thread is not None and thread.role == "landlord"
    shared: Mapping[str, Any] = {
        "listed": listed,
        "thread": thread,
        "new": new,
        "other": _other(api, thread, new),
        "replies": await quick_replies.show(api.deps, api.signed_in) if hosts else [],
        "user_id": api.signed_in.user_id,
        "limits": page_limits.of_form(forms.MessageForm),
        "max_pictures": MAX_PICTURES,
        "max_replies": MAX_REPLIES,
        "reply_length": forms.MAX_REPLY_CHARACTERS,
        "sizes": houses.cover_sizes,
        "said_text": said_text,
        "texts": page_texts,
    }
    defaults = {"q": None, "said": None, "is_end": True, "cover": None, "begins": None}
    return await render(api, "messages.html", **{**defaults, **values, **shared})


def _other(api: ApiHandler, thread: ThreadDetailsView | None, new: NewThread | None) -> str:
    """Whom the page is about; empty for the list."""
    if new is not None:
        return new.other_name or api.translate(ANONYMOUS)
    return thread.user_name if thread else ""


def said_text(message: MessageView) -> str:
    """The text of a message as HTML, with the links that may be clicked, as static/messages-lines.js makes it."""
    parts, rest = [], message.text
    for link in message.links:
        before, _, rest = rest.partition(link.text)
        anchor = (
            f'<a href="{escape(link.text)}" target="_blank" rel="nofollow noopener noreferrer">{escape(link.text)}</a>'
        )
        parts += [escape(before), anchor, f" <small>({escape(link.host)})</small>"]
    return "".join([*parts, escape(rest)])
