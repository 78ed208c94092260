"""Notifications and their settings as the views of handlers/notifications/views.py."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from handlers.api.fields import local_time
from handlers.notifications.views import (
    ChannelView,
    KindChoiceView,
    NotificationSettingsView,
    NotificationsView,
    NotificationView,
    UnreadView,
)
from models.notifications.settings import Language
from services.notifications import texts
from services.notifications.inbox import Notification, NotificationPage, Unread
from services.notifications.kinds import CHANNELS, KINDS, Kind
from services.notifications.preferences import Overview, Preferences

SIGNS: Mapping[str, str] = {
    "booked": "calendar-plus",
    "booked_instantly": "calendar-plus",
    "answer_due": "hourglass",
    "accepted": "circle-check",
    "rejected": "circle-x",
    "payment_due": "hourglass",
    "expired": "clock-alert",
    "paid": "wallet",
    "paid_late": "undo-2",
    "cancelled": "circle-x",
    "refunded": "undo-2",
    "arrival_near": "luggage",
    "stay_ended": "star",
    "review_due": "star",
    "review_written": "message-square-text",
    "review_published": "message-square-text",
    "reply": "message-square-text",
    "change_offered": "calendar-sync",
    "change_accepted": "calendar-check",
    "change_declined": "calendar-x",
    "change_ended": "calendar-x",
    "message": "message-circle",
    "house_approved": "house",
    "house_rejected": "house",
    "feed_failed": "calendar-x-2",
    "feed_healed": "calendar-check-2",
    "webhook_disabled": "unplug",
    "new_device": "monitor-smartphone",
    "password_changed": "key-round",
}
"""The icon of each kind."""


def notifications(page: NotificationPage) -> NotificationsView:
    """A page of notifications."""
    return NotificationsView([_notification(each) for each in page.notifications], page.next_after, page.unread)


def unread(counts: Unread) -> UnreadView:
    """What a user has not read."""
    return UnreadView(counts.notifications, counts.messages)


def _notification(each: Notification) -> NotificationView:
    return NotificationView(
        id=each.id,
        kind=each.kind,
        title=each.title,
        text=each.text,
        url=each.path,
        time=local_time(each.created_at),
        read=each.read,
    )


def by_day(shown: Iterable[NotificationView]) -> list[tuple[str, list[NotificationView]]]:
    """Notifications by their local day, as ISO text; the newest day first."""
    return [(day, list(group)) for day, group in groupby(shown, lambda each: each.time[:10])]


def settings(found: Overview, language: Language) -> NotificationSettingsView:
    """A user's settings, with the names of the kinds in the language of the request."""
    quiet = found.preferences.quiet
    return NotificationSettingsView(
        language=found.preferences.language,
        quiet_from=f"{quiet.start:%H:%M}" if quiet else None,
        quiet_until=f"{quiet.end:%H:%M}" if quiet else None,
        channels=[ChannelView(each, each in found.available, each in found.ready) for each in CHANNELS],
        kinds=[_kind(kind, found.preferences, language) for kind in KINDS],
    )


def _kind(kind: Kind, chosen: Preferences, language: Language) -> KindChoiceView:
    on = {channel: chosen.wants(kind, channel) for channel in kind.channels}
    name = texts.template(kind.name, language).name
    return KindChoiceView(
        kind=kind.name,
        name=name,
        section=kind.section,
        locked=kind.locked,
        push=on.get("push"),
        mail=on.get("mail"),
        sms=on.get("sms"),
    )
