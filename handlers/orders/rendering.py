"""Orders, quotes and notices as the views of handlers/orders/views.py."""

from collections.abc import Iterable

from handlers.api.fields import ANONYMOUS, UrlOf, local_time, position
from handlers.houses.calendar_views import Translate, feed_health
from handlers.houses.rendering import cover_url
from handlers.orders.views import (
    BillItemView,
    BookedOrderView,
    NightView,
    NoticesView,
    NoticeView,
    OrderCountsView,
    OrderDetailsView,
    OrderEventView,
    OrdersView,
    OrderView,
    QuoteView,
    RefundView,
)
from handlers.reviews import views as review_views
from models.houses.calendar_sync import FeedHealth
from models.orders.bill import BillItem
from models.orders.events import Notice, OrderEvent
from services.orders import pricing
from services.orders.booking import BookedOrder, Quote
from services.orders.orders import NOTICE_ACTIONS, NoticePage, OrderDetails, OrderForParty, OrderPage
from services.orders.pricing import Refund
from services.orders.states import Actor, OrderStatus


def quote(offer: Quote) -> QuoteView:
    """A quote with the price of each night."""
    return QuoteView(
        days=offer.days,
        nights=[NightView(night.isoformat(), price) for night, price in offer.bill.prices.items()],
        items=bill_items(offer.bill.items),
        deposit=offer.deposit,
        total=offer.bill.amount,
        cancellation=offer.cancellation,
        refunds=_refunds(offer.refunds),
    )


def booked(order: BookedOrder) -> BookedOrderView:
    """A new order."""
    return BookedOrderView(order.order_id, order.days, order.amount, order.deposit, bill_items(order.items))


def orders(page: OrderPage, url: UrlOf) -> OrdersView:
    """A page of orders."""
    counts = OrderCountsView(page.counts.pending, page.counts.upcoming, page.counts.current)
    return OrdersView([order(seen, url) for seen in page.orders], page.next_after, counts)


def details(found: OrderDetails, url: UrlOf) -> OrderDetailsView:
    """An order with its history."""
    events = [_event(event) for event in found.events]
    return OrderDetailsView(
        **vars(order(found.order, url)),
        refund_today=found.refund_today,
        events=events,
        reviews=review_views.reviews(found.reviews),
        guest_record=review_views.record(found.guest_record) if found.guest_record else None,
    )


def order(seen: OrderForParty, url: UrlOf) -> OrderView:
    """An order as one of its parties sees it."""
    order, place = seen.order, seen.place
    lat, lng = position(place.lat, place.lng) if place else (None, None)
    return OrderView(
        order_id=order.id,
        version=order.version,
        role="custom" if seen.role is Actor.CUSTOM else "landlord",
        status=OrderStatus(order.status),
        actions=seen.actions,
        house_id=order.house_id,
        title=order.title,
        area_name=order.area_name,
        address=order.address,
        address_detail=place.address_detail if place else None,
        lat=lat,
        lng=lng,
        check_in_from=order.check_in_from,
        check_out_until=order.check_out_until,
        rules=order.rules,
        guest_name=order.guest_name or ANONYMOUS,
        host_name=order.host_name or ANONYMOUS,
        contact=seen.contact,
        image_url=cover_url(order.cover, url),
        start_date=order.stay.start.isoformat(),
        end_date=order.stay.end.isoformat(),
        days=order.stay.days,
        guests=order.guests,
        amount=order.amount,
        deposit=order.deposit,
        items=bill_items(order.items),
        cancellation=order.cancellation,
        refunds=_refunds(pricing.refunds(order.refund_tiers, order.amount, order.refund_start)),
        refund=order.refund,
        due=local_time(order.due_at) if order.due_at else None,
        reject_reason=order.reject_reason,
        comment=seen.comment,
        rating=seen.rating,
        reply=order.reply,
        create_time=local_time(order.created_at),
    )


def notices(page: NoticePage, calendars: Iterable[FeedHealth], translate: Translate) -> NoticesView:
    """A page of notices, with the calendars that keep failing or work again."""
    shown = [feed_health(feed, translate) for feed in calendars]
    return NoticesView([_notice(notice) for notice in page.notices], page.next_after, shown)


def bill_items(items: Iterable[BillItem]) -> list[BillItemView]:
    """The lines of a bill."""
    return [BillItemView(item.item, item.amount, item.price, item.count) for item in items]


def _refunds(refunds: Iterable[Refund]) -> list[RefundView]:
    return [RefundView(each.until.isoformat(), each.percent, each.amount) for each in refunds]


def _event(event: OrderEvent) -> OrderEventView:
    return {
        "action": event.action,
        "actor": Actor(event.actor),
        "from": OrderStatus(event.source) if event.source else None,
        "to": OrderStatus(event.target),
        "time": local_time(event.created_at),
    }


def _notice(notice: Notice) -> NoticeView:
    return NoticeView(
        notice_id=notice.id,
        order_id=notice.order_id,
        title=notice.title,
        action=NOTICE_ACTIONS[notice.type],
        actor=Actor(notice.actor),
        status=OrderStatus(notice.target),
        time=local_time(notice.created_at),
    )
