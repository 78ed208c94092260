"""Orders as what clients read. Money is in fen."""

from collections.abc import Iterable
from typing import Any

from handlers.api.fields import ANONYMOUS, UrlOf, legacy_time, local_time
from handlers.api.legacy import Payload
from handlers.houses.calendar_views import Translate, feed_health
from handlers.houses.rendering import cover_url
from models.houses.calendar_sync import FeedHealth
from models.orders.bill import BillItem
from models.orders.events import Notice, OrderEvent
from models.orders.orders import Order
from services.orders import pricing
from services.orders.booking import BookedOrder, Quote
from services.orders.orders import OrderDetails, OrderForParty
from services.orders.pricing import Refund
from services.orders.states import OrderStatus

_NUMBERS = {
    OrderStatus.WAIT_ACCEPT: 0,
    OrderStatus.WAIT_PAYMENT: 1,
    OrderStatus.PAID: 2,
    OrderStatus.IN_STAY: 2,
    OrderStatus.WAIT_COMMENT: 3,
    OrderStatus.COMPLETE: 4,
    OrderStatus.CANCELED: 5,
    OrderStatus.EXPIRED: 5,
    OrderStatus.REJECTED: 6,
}
"""Status numbers on the AJAX surface (docs/api-contract.md); states that it does not know get the nearest number."""


def booked(order: BookedOrder) -> Payload:
    return Payload(vars(order) | {"items": [_item(item) for item in order.items]}, flat={"order_id": order.order_id})


def offer(offer: Quote) -> Payload:
    return Payload({
        "days": offer.days,
        "nights": [{"date": night.isoformat(), "price": price} for night, price in offer.quote.prices.items()],
        "items": [_item(item) for item in offer.quote.items],
        "deposit": offer.deposit,
        "total": offer.quote.amount,
        "cancellation": offer.cancellation,
        "refunds": _refunds(offer.refunds),
    })  # fmt: skip


def order(seen: OrderForParty, url: UrlOf) -> Payload:
    return Payload({"order": _order(seen, url)})


def details(details: OrderDetails, url: UrlOf) -> Payload:
    shown = _order(details.order, url) | {
        "refund_today": details.refund_today,
        "events": [_event(event) for event in details.events],
    }
    return Payload({"order": shown})


def orders(found: Iterable[OrderForParty], after: int | None, url: UrlOf) -> Payload:
    return Payload({"orders": [_order(seen, url) for seen in found], "next": after})


def old_orders(found: Iterable[OrderForParty], page: int, pages: int, after: int | None, url: UrlOf) -> Payload:
    """As the older pages read them; `next` is the page to go on with."""
    shown = [_old_order(seen.order, url) for seen in found]
    data = {"orders": shown, "current_page": page, "total_page": pages, "next": after}
    return Payload(data, flat={"orders": shown})


def notices(found: Iterable[Notice], after: int | None, calendars: Iterable[FeedHealth], say: Translate) -> Payload:
    shown = [feed_health(feed, say) for feed in calendars]
    return Payload({"notices": [_notice(notice) for notice in found], "next": after, "calendars": shown})


def pay_url(url: str) -> Payload:
    return Payload({"pay_url": url})


def _item(item: BillItem) -> dict[str, Any]:
    return vars(item)


def _refunds(refunds: Iterable[Refund]) -> list[dict[str, Any]]:
    return [{"until": each.until.isoformat(), "percent": each.percent, "amount": each.amount} for each in refunds]


def _order(seen: OrderForParty, url: UrlOf) -> dict[str, Any]:
    order = seen.order
    area_name, address = seen.arrival
    return {
        "order_id": order.id,
        "version": order.version,
        "role": seen.role,
        "status": order.status,
        "actions": seen.actions,
        "house_id": order.house_id,
        "title": order.title,
        "area_name": area_name,
        "address": address,
        "guest_name": order.guest_name or ANONYMOUS,
        "host_name": order.host_name or ANONYMOUS,
        "contact": seen.contact,
        "image_url": cover_url(order.cover, url),
        "start_date": order.stay.start.isoformat(),
        "end_date": order.stay.end.isoformat(),
        "days": order.stay.days,
        "guests": order.guests,
        "amount": order.amount,
        "deposit": order.deposit,
        "items": [_item(item) for item in order.items],
        "cancellation": order.cancellation,
        "refunds": _refunds(pricing.refunds(order.refund_tiers, order.amount, order.stay.start)),
        "refund": order.refund,
        "due": local_time(order.due_at) if order.due_at else None,
        "reject_reason": order.reject_reason,
        "comment": order.comment,
        "rating": order.rating,
        "reply": order.reply,
        "create_time": local_time(order.created_at),
    }


def _old_order(order: Order, url: UrlOf) -> dict[str, Any]:
    return {
        "order_id": order.id,
        "title": order.title,
        "img_url": cover_url(order.cover, url),
        "start_date": order.stay.start.isoformat(),
        "end_date": order.stay.end.isoformat(),
        "ctime": legacy_time(order.created_at),
        "days": order.stay.days,
        "amount": order.amount,
        "status": _NUMBERS[OrderStatus(order.status)],
        "comment": order.comment or order.reject_reason,
    }


def _event(event: OrderEvent) -> dict[str, Any]:
    return {
        "action": event.action,
        "actor": event.actor,
        "from": event.source,
        "to": event.target,
        "time": local_time(event.created_at),
    }


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "notice_id": notice.id,
        "order_id": notice.order_id,
        "title": notice.title,
        "action": notice.action,
        "actor": notice.actor,
        "status": notice.target,
        "time": local_time(notice.created_at),
    }
