"""Notifications and their settings, as clients read them."""

from typing import Annotated

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Count, LocalTime, Number, Text
from models.notifications.settings import Language
from models.notifications.types import Channel
from services.notifications.kinds import Section

KindName = Annotated[str, Field(examples=["accepted"])]
Path = Annotated[str, Field(examples=["/orders/7"])]
ClockTime = Annotated[str, Field(examples=["22:00"])]


@view
class NotificationView:
    """A notification."""

    id: Number
    """Its number, which is that of its event in the feed of events."""
    kind: KindName
    """What it is about (docs/notifications.md). New kinds may come."""
    title: Text
    """What happened, in the reader's language."""
    text: Text
    """The rest of it."""
    url: Path
    """The path of the page that it is about."""
    time: LocalTime
    """When it happened."""
    read: bool
    """Whether the user has read it."""


@view
class NotificationsView:
    """A page of notifications."""

    notifications: list[NotificationView]
    """The newest first."""
    next: Number | None
    """The `after` of the next page; null on the last one."""
    unread: Count
    """How many notifications the user has not read; counting stops at 100."""


@view
class UnreadView:
    """What the user has not read."""

    notifications: Count
    """Notifications; counting stops at 100."""
    messages: Count
    """Messages."""


@view
class ChannelView:
    """A channel of notifications."""

    channel: Channel
    """Web Push, mail or SMS."""
    available: bool
    """Whether this installation has it."""
    ready: bool
    """Whether the user has an address there: a subscribed browser, a verified mail address, a mobile."""


@view
class KindChoiceView:
    """A kind of notification, and the channels that it goes over."""

    kind: KindName
    """Its name."""
    name: Text
    """What it is about, in the reader's language."""
    section: Section
    """Who gets such notifications: as a guest, as a host, as both, or about the account."""
    locked: bool
    """Whether it cannot be switched off."""
    push: bool | None
    """Whether it goes over Web Push; null where such notifications are not sent there."""
    mail: bool | None
    """Whether it goes over mail."""
    sms: bool | None
    """Whether it goes over SMS."""


@view
class NotificationSettingsView:
    """How the user is notified."""

    language: Language
    """The language in which the user is written to."""
    quiet_from: ClockTime | None
    """When quiet hours begin, local time; null without quiet hours."""
    quiet_until: ClockTime | None
    """When they end."""
    channels: list[ChannelView]
    """The channels."""
    kinds: list[KindChoiceView]
    """The kinds."""
