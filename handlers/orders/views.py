"""Orders, prices and calendars as what clients read. Money is in fen."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from handlers.accounts.views import Url, moment, old_moment
from handlers.api.surfaces import Payload
from handlers.houses.views import ANONYMOUS, cover
from models.houses.calendar_sync import Feed, FeedHealth
from models.houses.prices import Terms
from models.orders.orders import Notice, Order, OrderEvent
from services.houses.calendar_sync import TOLD_AFTER, HouseCalendars
from services.houses.prices import HousePrices
from services.orders import pricing
from services.orders.booking import BookedOrder, Quote
from services.orders.orders import OrderDetails, OrderForParty
from services.orders.pricing import BillItem, Refund
from services.orders.states import OrderStatus

Say = Callable[[str], str]
"""A text in the viewer's language."""

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
    return Payload(vars(order), flat={"order_id": order.order_id})


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


def order(seen: OrderForParty, url: Url) -> Payload:
    return Payload({"order": _order(seen, url)})


def details(details: OrderDetails, url: Url) -> Payload:
    shown = _order(details.seen, url) | {
        "refund_today": details.refund_today,
        "events": [_event(event) for event in details.events],
    }
    return Payload({"order": shown})


def orders(found: Iterable[OrderForParty], after: int | None, url: Url) -> Payload:
    return Payload({"orders": [_order(seen, url) for seen in found], "next": after})


def old_orders(found: Iterable[OrderForParty], page: int, pages: int, after: int | None, url: Url) -> Payload:
    """As the older pages read them; `next` is the page to go on with."""
    shown = [_old_order(seen.order, url) for seen in found]
    data = {"orders": shown, "current_page": page, "total_page": pages, "next": after}
    return Payload(data, flat={"orders": shown})


def notices(found: Iterable[Notice], after: int | None, calendars: Iterable[FeedHealth], say: Say) -> Payload:
    shown = [_health(feed, say) for feed in calendars]
    return Payload({"notices": [_notice(notice) for notice in found], "next": after, "calendars": shown})


def pay_url(url: str) -> Payload:
    return Payload({"pay_url": url})


def prices(prices: HousePrices) -> Payload:
    ranges = [
        {
            "start_date": each.first_night.isoformat(),
            "end_date": (each.last_night + timedelta(days=1)).isoformat(),
            "price": each.price,
        }
        for each in prices.ranges
    ]
    return Payload(rates(prices.terms) | {"ranges": ranges})


def rates(terms: Terms) -> dict[str, Any]:
    return {
        "price": terms.price,
        "weekend_price": terms.weekend_price,
        "cleaning_fee": terms.cleaning_fee,
        "weekly_discount": terms.weekly_discount,
        "monthly_discount": terms.monthly_discount,
        "cancellation": terms.cancellation,
    }


def connected(connected: HouseCalendars, say: Say) -> Payload:
    return Payload({
        "export_url": connected.export_url,
        "feeds": [_feed(feed, say) for feed in connected.feeds],
    })  # fmt: skip


def export_url(url: str) -> Payload:
    return Payload({"export_url": url})


def feed_id(number: int) -> Payload:
    return Payload({"feed_id": number})


def _item(item: BillItem) -> dict[str, Any]:
    return vars(item)


def _refunds(refunds: Iterable[Refund]) -> list[dict[str, Any]]:
    return [{"until": each.until.isoformat(), "percent": each.percent, "amount": each.amount} for each in refunds]


def _order(seen: OrderForParty, url: Url) -> dict[str, Any]:
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
        "image_url": cover(order.cover, url),
        "start_date": order.start_date.isoformat(),
        "end_date": order.end_date.isoformat(),
        "days": order.days,
        "guests": order.guests,
        "amount": order.amount,
        "deposit": order.deposit,
        "items": order.items,
        "cancellation": order.cancellation,
        "refunds": _refunds(pricing.refunds(order.refund_tiers, order.amount, order.start_date)),
        "refund": order.refund,
        "due": moment(order.due_at) if order.due_at else None,
        "reject_reason": order.reject_reason,
        "comment": order.comment,
        "rating": order.rating,
        "reply": order.reply,
        "create_time": moment(order.created_at),
    }


def _old_order(order: Order, url: Url) -> dict[str, Any]:
    return {
        "order_id": order.id,
        "title": order.title,
        "img_url": cover(order.cover, url),
        "start_date": order.start_date.isoformat(),
        "end_date": order.end_date.isoformat(),
        "ctime": old_moment(order.created_at),
        "days": order.days,
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
        "time": moment(event.created_at),
    }


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "notice_id": notice.id,
        "order_id": notice.order_id,
        "title": notice.title,
        "action": notice.action,
        "actor": notice.actor,
        "status": notice.target,
        "time": moment(notice.created_at),
    }


def _feed(feed: Feed, say: Say) -> dict[str, Any]:
    return {
        "feed_id": feed.id,
        "url": feed.url,
        "nights": len(feed.nights),
        "conflicts": feed.conflicts,
        "error": say(feed.error) if feed.error else None,
        "failures": feed.failures if feed.error else 0,
        "failing_since": moment(feed.failed_since) if feed.error and feed.failed_since else None,
        "fetched": moment(feed.fetched_at) if feed.fetched_at else None,
    }


def _health(feed: FeedHealth, say: Say) -> dict[str, Any]:
    """A calendar that fails, or has recovered: `time` is since when."""
    failing = feed.failures >= TOLD_AFTER
    time = feed.failed_since if failing else feed.recovered_at
    return {
        "feed_id": feed.id,
        "house_id": feed.house_id,
        "title": feed.title,
        "state": "failing" if failing else "recovered",
        "error": say(feed.error) if feed.error else None,
        "failures": feed.failures,
        "time": moment(time) if time else None,
    }
