"""The kinds of notifications: which events they tell of, over which channels, and what makes them pointless.

docs/notifications.md has the same table. Who is told is decided where the event is recorded (`notified`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from models.events.events import Event
from models.notifications.types import Channel

Section = Literal["guest", "host", "both", "account"]
"""Who gets such notifications: guests, hosts, both, or every user about the account."""
CHANNELS: tuple[Channel, ...] = ("push", "mail", "sms")
_ALL: tuple[Channel, ...] = CHANNELS
_NO_SMS: tuple[Channel, ...] = ("push", "mail")


@dataclass(frozen=True)
class Kind:
    """A kind of notification."""

    name: str
    types: tuple[str, ...]
    """The types of the events that it tells of (services/events/types.py)."""
    section: Section
    channels: tuple[Channel, ...]
    """Where it is sent, until the user switches one off."""
    urgent: bool = False
    """Whether it is sent in quiet hours, too."""
    locked: bool = False
    """Whether users cannot switch it off: an intruder would."""
    until_due: bool = False
    """Whether it is worthless once the order is due; shortly before, it goes through quiet hours."""
    undone_by: tuple[str, ...] = ()
    """Types of later events of the same subject that make it pointless."""
    also_true_in: str = ""
    """A later state of the order in which it is still true."""
    lasts: timedelta = timedelta(days=1)
    """How long after its time it is still sent."""
    bundled: timedelta | None = None
    """Events of one subject are told of at most once in such a time, with their number."""
    delay: timedelta = timedelta()
    """How long it waits for being undone."""
    in_app: bool = True
    """Whether it is listed among the notifications in the app."""


_ENDED = ("order.cancelled", "order.expired", "order.rejected")
_CHANGE_ENDED = ("change.accepted", "change.declined", "change.ended", *_ENDED)
_REVIEWED = ("review.written", "review.published")
_DAYS = timedelta(days=1)

KINDS: tuple[Kind, ...] = (
    Kind("booked", ("order.booked",), "host", _ALL, until_due=True),
    Kind("booked_instantly", (), "host", _NO_SMS),
    Kind("answer_due", ("order.answer_due",), "host", _ALL, until_due=True),
    Kind("accepted", ("order.accepted",), "guest", _ALL, urgent=True, until_due=True),
    Kind("rejected", ("order.rejected",), "guest", _ALL),
    Kind("payment_due", ("order.payment_due",), "guest", _ALL, urgent=True, until_due=True),
    Kind("expired", ("order.expired",), "both", _ALL),
    Kind("paid", ("order.paid",), "both", _ALL),
    Kind("paid_late", ("order.paid_late",), "both", _NO_SMS),
    Kind("cancelled", ("order.cancelled",), "both", _ALL, urgent=True),
    Kind("refunded", ("order.refunded",), "guest", _NO_SMS),
    Kind("arrival_near", ("order.arrival_near",), "both", _ALL, urgent=True),
    Kind("stay_ended", ("order.completed",), "guest", _NO_SMS),
    Kind("review_due", ("order.review_due",), "both", _NO_SMS, undone_by=_REVIEWED, also_true_in="COMPLETE"),
    Kind("review_written", ("order.reviewed", "review.written"), "both", _NO_SMS, undone_by=("review.published",)),
    Kind("review_published", ("review.published",), "both", _NO_SMS),
    Kind("reply", ("review.replied",), "guest", _NO_SMS),
    Kind("change_offered", ("change.offered",), "both", _ALL, undone_by=_CHANGE_ENDED),
    Kind("change_accepted", ("change.accepted",), "both", _ALL, undone_by=_ENDED),
    Kind("change_declined", ("change.declined",), "both", _NO_SMS, undone_by=_ENDED),
    Kind("change_ended", ("change.ended",), "both", _NO_SMS, undone_by=_ENDED),
    Kind(
        "message",
        ("message.sent",),
        "both",
        _NO_SMS,
        undone_by=("message.read",),
        bundled=timedelta(minutes=10),
        delay=timedelta(seconds=10),
        in_app=False,
    ),
    Kind("house_approved", ("house.approved",), "host", _NO_SMS, undone_by=("house.rejected",), lasts=3 * _DAYS),
    Kind("house_rejected", ("house.rejected",), "host", _NO_SMS, undone_by=("house.approved",), lasts=3 * _DAYS),
    Kind("feed_failed", ("calendar.feed_failed",), "host", _NO_SMS, undone_by=("calendar.feed_healed",)),
    Kind("feed_healed", ("calendar.feed_healed",), "host", _NO_SMS, undone_by=("calendar.feed_failed",)),
    Kind("webhook_disabled", ("webhook.disabled",), "host", _NO_SMS, lasts=3 * _DAYS),
    Kind("new_device", ("user.device_signed_in",), "account", _ALL, urgent=True, locked=True),
    Kind("password_changed", ("user.password_changed",), "account", _ALL, urgent=True, locked=True),
)
BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
_OF_TYPE: Mapping[str, Kind] = {type_: kind for kind in KINDS for type_ in kind.types}
IN_APP: tuple[str, ...] = tuple(type_ for kind in KINDS if kind.in_app for type_ in kind.types)
"""The types of the events that are listed in the app."""
SILENT = frozenset({"order.checked_in", "order.changed", "message.read"})
"""Types that nobody is notified of: others say the same, or the reader has caused them."""


def kind_of(event: Event) -> Kind | None:
    """The kind of notification that tells of an event; None for one that nobody is notified of."""
    if event.type == "order.booked" and event.payload["status"] != "WAIT_ACCEPT":
        return BY_NAME["booked_instantly"]
    return _OF_TYPE.get(event.type)
