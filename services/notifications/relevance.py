"""Whether a notification is still true: what has been undone since its event is not sent."""

from datetime import datetime
from typing import Any

from models.events import events
from models.events.events import Event
from models.notifications import inbox
from models.notifications.deliveries import Delivery
from models.orders import orders
from models.types import OrderId
from services.notifications.kinds import Kind
from utils.mysql import Queries

_MAX_LATER = 50


async def why_dropped(queries: Queries, kind: Kind, delivery: Delivery, event: Event, now: datetime) -> str | None:
    """Why a delivery is pointless now; None where it is to be sent. `event` is the newest of its bundle."""
    if delivery.expires_at <= now:
        return "expired"
    if "order_version" in event.payload and not await _is_current(queries, kind, event):
        return "superseded"
    if kind.undone_by and await _is_undone(queries, kind, delivery, event):
        return "undone"
    if not kind.urgent and await inbox.was_read(queries, delivery.user_id, event.id):
        return "read"
    return None


async def _is_current(queries: Queries, kind: Kind, event: Event) -> bool:
    """Whether the order is still in a state of which the event tells, with the same dates."""
    try:
        order = await orders.get(queries, OrderId(event.subject_id))
    except orders.OrderNotFound:
        return False
    told, dates = event.payload, (order.stay.start.isoformat(), order.stay.end.isoformat())
    return order.status in (told["status"], kind.also_true_in) and dates == (told["start_date"], told["end_date"])


async def _is_undone(queries: Queries, kind: Kind, delivery: Delivery, event: Event) -> bool:
    """Whether one of the later events of the subject undoes this one."""
    found = await events.later(queries, event, kind.undone_by, _MAX_LATER)
    return any(_undoes(each.payload, event.payload, delivery) for each in found)


def _undoes(later: dict[str, Any], told: dict[str, Any], delivery: Delivery) -> bool:
    """What somebody else has read or written undoes nothing; of a change, the end of another one does not."""
    if "reader_id" in later:
        return bool(later["reader_id"] == delivery.user_id and later["message_id"] >= told["message_id"])
    if "change_id" in later:
        return bool(later["change_id"] == told["change_id"])
    if "author" in later and not later["published"] and "host_id" in told:
        return bool(delivery.user_id == told["host_id" if later["author"] == "landlord" else "guest_id"])
    return True
