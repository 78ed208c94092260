from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_details_view_cancellation import OrderDetailsViewCancellation, check_order_details_view_cancellation
from ..models.order_details_view_role import OrderDetailsViewRole, check_order_details_view_role
from ..models.order_status import OrderStatus, check_order_status

if TYPE_CHECKING:
    from ..models.bill_item_view import BillItemView
    from ..models.guest_record_view import GuestRecordView
    from ..models.order_event_view import OrderEventView
    from ..models.order_reviews_view import OrderReviewsView
    from ..models.refund_view import RefundView


T = TypeVar("T", bound="OrderDetailsView")


@_attrs_define
class OrderDetailsView:
    """An order with its history."""

    order_id: int
    """ The order's id. """
    version: int
    """ Counts the order's changes; a request may name it, and is then refused if the order has changed since. """
    role: OrderDetailsViewRole
    """ Whether the viewer is the guest (`custom`) or the host (`landlord`). """
    status: OrderStatus
    """ The states, under the names of the REST surface (docs/api-contract.md). """
    actions: list[str]
    """ What the viewer may do now. """
    house_id: int
    """ The house's id. """
    title: str
    """ The house's title. """
    area_name: str
    """ The district. """
    address: str
    """ The street or the compound, as everybody reads it. """
    address_detail: None | str
    """ The door and the floor, empty where the host gave none: always for the host; for the guest from the payment
    until
    the day after the check-out date, otherwise null. """
    lat: float | None
    """ The exact latitude, GCJ-02, shown when the door is; also null where the host gave none. """
    lng: float | None
    """ The exact longitude, as the latitude. """
    check_in_from: str
    """ From when on the guest may arrive, local time. """
    check_out_until: str
    """ Until when the guest leaves, local time. """
    rules: str
    """ The rules of the house; may be empty. """
    guest_name: str
    """ The guest's name. """
    host_name: str
    """ The host's name. """
    contact: None | str
    """ The other party's mobile number, from the payment to the end of the stay; otherwise null. """
    image_url: None | str
    """ The cover of the house, 800 pixels wide; null without pictures. """
    start_date: datetime.date
    """ The check-in date. """
    end_date: datetime.date
    """ The check-out date, whose night is not booked. """
    days: int
    """ The number of nights. """
    guests: int
    """ The number of guests. """
    amount: int
    """ What the guest pays, in fen. """
    deposit: int
    """ To be settled with the host at the house, in fen; not part of the amount. """
    items: list[BillItemView]
    """ The lines of the bill, as of booking. """
    cancellation: OrderDetailsViewCancellation
    """ The name of the cancellation policy, as of booking. """
    refunds: list[RefundView]
    """ What a cancellation by the guest refunds, the earliest day first; nothing after the last day. """
    refund: int | None
    """ The refund that is scheduled or made, in fen; null without one. """
    due: datetime.datetime | None
    """ When the order expires, or its stay ends, if nobody acts before; null if nothing is due. """
    reject_reason: None | str
    """ Why the host rejected the order; otherwise null. """
    comment: None | str
    """ The guest's comment; null before there is one. The host reads it when it is published. """
    rating: int | None
    """ The guest's rating, 1 to 5; null without one. The host reads it when it is published. """
    reply: None | str
    """ The host's reply to the comment; null before there is one. """
    create_time: datetime.datetime
    """ When the guest booked. """
    refund_today: int | None
    """ What the guest gets back if the viewer cancels today, in fen; null unless the order is paid. """
    events: list[OrderEventView]
    """ What happened to the order, the oldest first. """
    reviews: OrderReviewsView
    """ The reviews of an order, as far as the viewer may read them. """
    guest_record: GuestRecordView | None
    """ What hosts say of the guest; null for the guest. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.guest_record_view import GuestRecordView  # noqa: PLC0415

        order_id = self.order_id

        version = self.version

        role: str = self.role

        status: str = self.status

        actions = self.actions

        house_id = self.house_id

        title = self.title

        area_name = self.area_name

        address = self.address

        address_detail: None | str
        address_detail = self.address_detail

        lat: float | None
        lat = self.lat

        lng: float | None
        lng = self.lng

        check_in_from = self.check_in_from

        check_out_until = self.check_out_until

        rules = self.rules

        guest_name = self.guest_name

        host_name = self.host_name

        contact: None | str
        contact = self.contact

        image_url: None | str
        image_url = self.image_url

        start_date = self.start_date.isoformat()

        end_date = self.end_date.isoformat()

        days = self.days

        guests = self.guests

        amount = self.amount

        deposit = self.deposit

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        cancellation: str = self.cancellation

        refunds = []
        for refunds_item_data in self.refunds:
            refunds_item = refunds_item_data.to_dict()
            refunds.append(refunds_item)

        refund: int | None
        refund = self.refund

        due: None | str
        if isinstance(self.due, datetime.datetime):
            due = self.due.isoformat()
        else:
            due = self.due

        reject_reason: None | str
        reject_reason = self.reject_reason

        comment: None | str
        comment = self.comment

        rating: int | None
        rating = self.rating

        reply: None | str
        reply = self.reply

        create_time = self.create_time.isoformat()

        refund_today: int | None
        refund_today = self.refund_today

        events = []
        for events_item_data in self.events:
            events_item = events_item_data.to_dict()
            events.append(events_item)

        reviews = self.reviews.to_dict()

        guest_record: dict[str, Any] | None
        if isinstance(self.guest_record, GuestRecordView):
            guest_record = self.guest_record.to_dict()
        else:
            guest_record = self.guest_record

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "order_id": order_id,
                "version": version,
                "role": role,
                "status": status,
                "actions": actions,
                "house_id": house_id,
                "title": title,
                "area_name": area_name,
                "address": address,
                "address_detail": address_detail,
                "lat": lat,
                "lng": lng,
                "check_in_from": check_in_from,
                "check_out_until": check_out_until,
                "rules": rules,
                "guest_name": guest_name,
                "host_name": host_name,
                "contact": contact,
                "image_url": image_url,
                "start_date": start_date,
                "end_date": end_date,
                "days": days,
                "guests": guests,
                "amount": amount,
                "deposit": deposit,
                "items": items,
                "cancellation": cancellation,
                "refunds": refunds,
                "refund": refund,
                "due": due,
                "reject_reason": reject_reason,
                "comment": comment,
                "rating": rating,
                "reply": reply,
                "create_time": create_time,
                "refund_today": refund_today,
                "events": events,
                "reviews": reviews,
                "guest_record": guest_record,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bill_item_view import BillItemView  # noqa: PLC0415
        from ..models.guest_record_view import GuestRecordView  # noqa: PLC0415
        from ..models.order_event_view import OrderEventView  # noqa: PLC0415
        from ..models.order_reviews_view import OrderReviewsView  # noqa: PLC0415
        from ..models.refund_view import RefundView  # noqa: PLC0415

        d = dict(src_dict)
        order_id = d.pop("order_id")

        version = d.pop("version")

        role = check_order_details_view_role(d.pop("role"))

        status = check_order_status(d.pop("status"))

        actions = cast(list[str], d.pop("actions"))

        house_id = d.pop("house_id")

        title = d.pop("title")

        area_name = d.pop("area_name")

        address = d.pop("address")

        def _parse_address_detail(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        address_detail = _parse_address_detail(d.pop("address_detail"))

        def _parse_lat(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        lat = _parse_lat(d.pop("lat"))

        def _parse_lng(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        lng = _parse_lng(d.pop("lng"))

        check_in_from = d.pop("check_in_from")

        check_out_until = d.pop("check_out_until")

        rules = d.pop("rules")

        guest_name = d.pop("guest_name")

        host_name = d.pop("host_name")

        def _parse_contact(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        contact = _parse_contact(d.pop("contact"))

        def _parse_image_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        image_url = _parse_image_url(d.pop("image_url"))

        start_date = datetime.date.fromisoformat(d.pop("start_date"))

        end_date = datetime.date.fromisoformat(d.pop("end_date"))

        days = d.pop("days")

        guests = d.pop("guests")

        amount = d.pop("amount")

        deposit = d.pop("deposit")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = BillItemView.from_dict(items_item_data)

            items.append(items_item)

        cancellation = check_order_details_view_cancellation(d.pop("cancellation"))

        refunds = []
        _refunds = d.pop("refunds")
        for refunds_item_data in _refunds:
            refunds_item = RefundView.from_dict(refunds_item_data)

            refunds.append(refunds_item)

        def _parse_refund(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        refund = _parse_refund(d.pop("refund"))

        def _parse_due(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_type_0 = datetime.datetime.fromisoformat(data)

                return due_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due = _parse_due(d.pop("due"))

        def _parse_reject_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reject_reason = _parse_reject_reason(d.pop("reject_reason"))

        def _parse_comment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comment = _parse_comment(d.pop("comment"))

        def _parse_rating(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rating = _parse_rating(d.pop("rating"))

        def _parse_reply(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reply = _parse_reply(d.pop("reply"))

        create_time = datetime.datetime.fromisoformat(d.pop("create_time"))

        def _parse_refund_today(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        refund_today = _parse_refund_today(d.pop("refund_today"))

        events = []
        _events = d.pop("events")
        for events_item_data in _events:
            events_item = OrderEventView.from_dict(events_item_data)

            events.append(events_item)

        reviews = OrderReviewsView.from_dict(d.pop("reviews"))

        def _parse_guest_record(data: object) -> GuestRecordView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                guest_record_type_0 = GuestRecordView.from_dict(data)

                return guest_record_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GuestRecordView | None, data)

        guest_record = _parse_guest_record(d.pop("guest_record"))

        order_details_view = cls(
            order_id=order_id,
            version=version,
            role=role,
            status=status,
            actions=actions,
            house_id=house_id,
            title=title,
            area_name=area_name,
            address=address,
            address_detail=address_detail,
            lat=lat,
            lng=lng,
            check_in_from=check_in_from,
            check_out_until=check_out_until,
            rules=rules,
            guest_name=guest_name,
            host_name=host_name,
            contact=contact,
            image_url=image_url,
            start_date=start_date,
            end_date=end_date,
            days=days,
            guests=guests,
            amount=amount,
            deposit=deposit,
            items=items,
            cancellation=cancellation,
            refunds=refunds,
            refund=refund,
            due=due,
            reject_reason=reject_reason,
            comment=comment,
            rating=rating,
            reply=reply,
            create_time=create_time,
            refund_today=refund_today,
            events=events,
            reviews=reviews,
            guest_record=guest_record,
        )

        order_details_view.additional_properties = d
        return order_details_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
