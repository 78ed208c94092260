"""A made-up event for each kind of notification, for the preview of all texts (/design) and for tests."""

from dataclasses import dataclass
from datetime import date, datetime

import orjson

from models.events.events import Event
from models.notifications.deliveries import Delivery
from models.notifications.settings import Language
from models.notifications.types import Channel, NotificationText
from models.types import EventId, Fen, HouseId, OrderId, ThreadId, UserId
from services.events.types import (
    TYPES,
    AccountChange,
    CalendarHealth,
    EndpointDisabled,
    HouseReviewed,
    MessageSent,
    OrderState,
    Payload,
    ReviewState,
    StayChange,
)
from services.notifications import rendering, texts
from services.notifications.kinds import KINDS, Kind

_ORDER, _HOUSE, _GUEST, _HOST = OrderId(7), HouseId(3), UserId(1), UserId(2)
_START, _END, _DUE, _NOW = (
    date(2026, 11, 28),
    date(2026, 12, 30),
    datetime(2026, 11, 27, 12, 45),
    datetime(2026, 11, 22),
)
_PAYLOADS: dict[type[Payload], Payload] = {
    OrderState: OrderState(
        order_id=_ORDER,
        house_id=_HOUSE,
        guest_id=_GUEST,
        host_id=_HOST,
        status="WAIT_ACCEPT",
        order_version=1,
        start_date=_START,
        end_date=_END,
        guests=4,
        amount=Fen(12345650),
        deposit=Fen(50000),
        due_at=_DUE,
        actor="landlord",
        refund=Fen(12345650),
    ),
    StayChange: StayChange(_ORDER, _HOUSE, 5, "custom", _START, _END, 3, Fen(-12345650)),
    ReviewState: ReviewState(_ORDER, _HOUSE, "custom", True, 5),
    MessageSent: MessageSent(ThreadId(9), _HOUSE, 77, _GUEST, 0),
    HouseReviewed: HouseReviewed(_HOUSE, _HOST),
    CalendarHealth: CalendarHealth(4, _HOUSE, _HOST, "unreachable"),
    AccountChange: AccountChange(_GUEST, "Chrome on Windows"),
    EndpointDisabled: EndpointDisabled(_HOST, 6),
}


@dataclass(frozen=True)
class Sample:
    """A kind of notification in one language, on each channel that it goes over."""

    kind: str
    language: Language
    push: NotificationText
    mail: NotificationText
    sms: NotificationText | None


def event(kind: Kind, **changes: object) -> Event:
    """An event of that kind; `changes` replace facts of its payload."""
    type_ = kind.types[0] if kind.types else "order.booked"
    instantly = {} if kind.types else {"status": "WAIT_PAYMENT"}
    payload = _PAYLOADS[TYPES[type_][0]]
    facts = orjson.loads(orjson.dumps(payload, option=orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z)) | instantly | changes
    return Event(EventId(11), type_, payload.version, payload.subject, payload.subject_id, facts, _NOW)


def message(kind: Kind, channel: Channel, language: Language, told: Event, title: str = "") -> NotificationText:
    """What a channel sends of that event, which is about a house of that title."""
    due = Delivery(1, told.id, told.id, 3, _GUEST, channel, 0, kind.name, _NOW, _NOW, 0, None)
    return rendering.message(kind, told, due, title or texts.words(language).sample, language)


def every_kind() -> list[Sample]:
    """Each kind in each language."""
    return [_sample(kind, language) for kind in KINDS for language in texts.LANGUAGES]


def _sample(kind: Kind, language: Language) -> Sample:
    told = event(kind)
    sms = message(kind, "sms", language, told) if "sms" in kind.channels else None
    push, mail = message(kind, "push", language, told), message(kind, "mail", language, told)
    return Sample(kind.name, language, push, mail, sms)
