"""Threads and messages as the views of handlers/messages/views.py."""

from dataclasses import dataclass

from handlers.api.fields import ANONYMOUS, UrlOf, local_time
from handlers.houses import rendering as houses
from handlers.messages import lines
from handlers.messages.lines import Translate
from handlers.messages.views import (
    LinkView,
    MessagesView,
    MessageView,
    ReportsView,
    ReportView,
    ThreadDetailsView,
    ThreadOrderView,
    ThreadsView,
    ThreadView,
)
from models.messages.reports import Report
from models.messages.stays import LatestOrder
from models.messages.threads import SeenThread
from models.types import UserId
from services.messages.blocking import ReportPage
from services.messages.threads import ListedThread, MessagePage, ShownMessage, ThreadDetails, ThreadPage
from services.orders.states import OrderStatus
from utils import text_links


@dataclass(frozen=True)
class Reader:
    """For whom something is rendered."""

    user_id: UserId
    url: UrlOf
    translate: Translate


def threads(page: ThreadPage, unread: int, reader: Reader) -> ThreadsView:
    """A page of threads."""
    return ThreadsView([listed(each, reader) for each in page.threads], page.next_after, unread)


def listed(found: ListedThread, reader: Reader) -> ThreadView:
    """A thread in a list."""
    return _thread(found.seen, found.last, reader)


def details(found: ThreadDetails, last: ShownMessage | None, reader: Reader) -> ThreadDetailsView:
    """A thread with what belongs to it."""
    return ThreadDetailsView(
        **vars(_thread(found.seen, last, reader)),
        read_id=found.seen.read_id,
        other_read_id=found.seen.other_read_id,
        blocked=found.blocked,
        order=_order(found.order) if found.order else None,
    )


def messages(page: MessagePage, reader: Reader) -> MessagesView:
    """A part of a thread."""
    return MessagesView([message(each, reader) for each in page.messages], page.more, page.read_id, page.other_read_id)


def message(shown: ShownMessage, reader: Reader) -> MessageView:
    """A message, or a line of the platform."""
    found = shown.message
    mine = found.sender_id == reader.user_id
    payload = found.payload or {}
    links = text_links.find(found.text) if shown.can_link else []
    return MessageView(
        message_id=found.id,
        kind="system" if found.event else "message",
        mine=mine,
        text=lines.text(found.event, payload, reader.translate) if found.event else found.text,
        images=[houses.image(image, reader.url) for image in shown.images],
        links=[LinkView(link.text, link.host) for link in links],
        warning=found.warned,
        client_id=found.client_id if mine else None,
        event=found.event,
        order_id=payload.get("order_id"),
        time=local_time(found.created_at),
    )


def reports(page: ReportPage) -> ReportsView:
    """A page of reports."""
    return ReportsView([_report(each) for each in page.reports], page.next_after)


def _thread(seen: SeenThread, last: ShownMessage | None, reader: Reader) -> ThreadView:
    thread = seen.thread
    return ThreadView(
        thread_id=thread.id,
        role="custom" if reader.user_id == thread.guest_id else "landlord",
        house_id=thread.house_id,
        title=seen.title,
        image_url=houses.cover_url(seen.cover, reader.url),
        user_id=thread.other(reader.user_id),
        user_name=seen.other_name or reader.translate(ANONYMOUS),
        user_avatar=reader.url(seen.other_avatar),
        unread=seen.unread,
        last=message(last, reader) if last else None,
    )


def _order(order: LatestOrder) -> ThreadOrderView:
    start, end = order.stay.start.isoformat(), order.stay.end.isoformat()
    return ThreadOrderView(order.id, OrderStatus(order.status), start, end, order.guests)


def _report(found: Report) -> ReportView:
    return ReportView(
        report_id=found.id,
        reason=found.reason,
        time=local_time(found.created_at),
        reporter_id=found.reporter_id,
        reporter_name=found.reporter_name or ANONYMOUS,
        message_id=found.message_id,
        text=found.text,
        sent_time=local_time(found.sent_at),
        sender_id=found.sender_id,
        sender_name=found.sender_name or ANONYMOUS,
        thread_id=found.thread_id,
        house_id=found.house_id,
        title=found.title,
    )
