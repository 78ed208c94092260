"""Threads and messages, as clients read them."""

from typing import Annotated, Literal

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Count, LocalDate, LocalTime, Number, Text, Url
from handlers.houses.views import ImageView
from models.orders.orders import Role
from services.orders.states import OrderStatus

EventName = Annotated[str, Field(examples=["order.accepted"])]
Uuid = Annotated[str, Field(examples=["0b7f6d0e-6f0c-4d3a-9d43-6f4f3a1f0c11"])]
Host = Annotated[str, Field(examples=["ihome.example"])]


@view
class LinkView:
    """An address in a message that may be clickable."""

    text: Url
    """The address as it stands in the message's text."""
    host: Host
    """The host to which it leads."""


@view
class MessageView:
    """A message; or a line of the platform about an order."""

    message_id: Number
    """The message's id. Later messages of a thread have higher ids."""
    kind: Literal["message", "system"]
    """Whether a member wrote it, or the platform did."""
    mine: bool
    """Whether the viewer has sent it."""
    text: Text
    """What it says: always text, never HTML. A line of the platform is in the reader's language."""
    images: list[ImageView]
    """Its pictures, in the order of their upload."""
    links: list[LinkView]
    """The http and https addresses of the text, in order; empty until an order between the two is paid."""
    warning: bool
    """Whether it seems to hold contact data or a link, and was sent before anything was paid: both are warned."""
    client_id: Uuid | None
    """The id that the viewer gave it; null for messages of others."""
    event: EventName | None
    """The event of a line of the platform; null for messages."""
    order_id: Number | None
    """The order that a line of the platform is about; null for messages."""
    time: LocalTime
    """When it was sent."""


@view
class ThreadIdView:
    """A thread."""

    thread_id: Number
    """The thread's id."""


@view
class ThreadView(ThreadIdView):
    """A thread as one of its two members sees it."""

    role: Role
    """Whether the viewer is its guest (`custom`) or its host (`landlord`)."""
    house_id: Number
    """The house it is about."""
    title: Text
    """The house's title."""
    image_url: Url | None
    """The cover of the house; null without one."""
    user_id: Number
    """The other member."""
    user_name: Text
    """The other member's name."""
    user_avatar: Url | None
    """The other member's picture; null without one."""
    unread: Count
    """How many messages of the other member are unread."""
    last: MessageView | None
    """The last message; null in a new thread."""


@view
class ThreadsView:
    """A page of threads."""

    threads: list[ThreadView]
    """The latest message first."""
    next: Number | None
    """The `after` of the next page; null on the last one."""
    unread: Count
    """How many messages are unread in all threads."""


@view
class ThreadOrderView:
    """The guest's newest order for the house."""

    order_id: Number
    """The order's id."""
    status: OrderStatus
    """Its state."""
    start_date: LocalDate
    """The check-in date."""
    end_date: LocalDate
    """The check-out date."""
    guests: Count
    """How many guests."""


@view
class ThreadDetailsView(ThreadView):
    """A thread with what belongs to it."""

    read_id: Count
    """Up to which message the viewer has read."""
    other_read_id: Count
    """Up to which message the other member has read."""
    blocked: bool
    """Whether the viewer has blocked the other member."""
    order: ThreadOrderView | None
    """The guest's newest order for the house; null without one."""


@view
class ThreadPageView:
    """One thread."""

    thread: ThreadDetailsView
    """The thread."""


@view
class MessagesView:
    """A part of a thread."""

    messages: list[MessageView]
    """The oldest first."""
    more: bool
    """Whether there are others beyond: behind them where `after` was sent, else before them."""
    read_id: Count
    """Up to which message the viewer has read."""
    other_read_id: Count
    """Up to which message the other member has read."""


@view
class SentMessageView:
    """A message that was sent."""

    message: MessageView
    """The message. The page may show its `warning`."""


@view
class ReadView:
    """A read mark."""

    read_id: Count
    """Up to which message the viewer has read. It never goes back."""


@view
class QuickRepliesView:
    """Texts that a user sends often."""

    replies: Annotated[list[str], Field(examples=[["入住时间是 15:00 以后。"]])]
    """In the user's order."""


@view
class ReportView:
    """A reported message."""

    report_id: Number
    """The report's id."""
    reason: Text
    """What is wrong with the message, in the words of the one who reported it."""
    time: LocalTime
    """When it was reported first."""
    reporter_id: Number
    """Who reported it."""
    reporter_name: Text
    """Their name."""
    message_id: Number
    """The message."""
    text: Text
    """What it says."""
    sent_time: LocalTime
    """When it was sent."""
    sender_id: Number
    """Who sent it."""
    sender_name: Text
    """Their name."""
    thread_id: Number
    """The thread it stands in."""
    house_id: Number
    """The house of the thread."""
    title: Text
    """The house's title."""


@view
class ReportsView:
    """A page of reports."""

    reports: list[ReportView]
    """The newest first."""
    next: Number | None
    """The `after` of the next page; null on the last one."""
