from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.quote_view_cancellation import QuoteViewCancellation, check_quote_view_cancellation

if TYPE_CHECKING:
    from ..models.bill_item_view import BillItemView
    from ..models.night_view import NightView
    from ..models.refund_view import RefundView


T = TypeVar("T", bound="QuoteView")


@_attrs_define
class QuoteView:
    """What a stay would cost today."""

    days: int
    """ The number of nights. """
    nights: list[NightView]
    """ Each night with its price, in order. """
    items: list[BillItemView]
    """ The lines of the bill. """
    deposit: int
    """ To be settled with the host at the house, in fen; not part of the total. """
    total: int
    """ What the guest would pay, in fen. """
    cancellation: QuoteViewCancellation
    """ The name of the cancellation policy. """
    refunds: list[RefundView]
    """ What a cancellation would still refund, the earliest day first; nothing after the last day. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        days = self.days

        nights = []
        for nights_item_data in self.nights:
            nights_item = nights_item_data.to_dict()
            nights.append(nights_item)

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        deposit = self.deposit

        total = self.total

        cancellation: str = self.cancellation

        refunds = []
        for refunds_item_data in self.refunds:
            refunds_item = refunds_item_data.to_dict()
            refunds.append(refunds_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "days": days,
                "nights": nights,
                "items": items,
                "deposit": deposit,
                "total": total,
                "cancellation": cancellation,
                "refunds": refunds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bill_item_view import BillItemView  # noqa: PLC0415
        from ..models.night_view import NightView  # noqa: PLC0415
        from ..models.refund_view import RefundView  # noqa: PLC0415

        d = dict(src_dict)
        days = d.pop("days")

        nights = []
        _nights = d.pop("nights")
        for nights_item_data in _nights:
            nights_item = NightView.from_dict(nights_item_data)

            nights.append(nights_item)

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = BillItemView.from_dict(items_item_data)

            items.append(items_item)

        deposit = d.pop("deposit")

        total = d.pop("total")

        cancellation = check_quote_view_cancellation(d.pop("cancellation"))

        refunds = []
        _refunds = d.pop("refunds")
        for refunds_item_data in _refunds:
            refunds_item = RefundView.from_dict(refunds_item_data)

            refunds.append(refunds_item)

        quote_view = cls(
            days=days,
            nights=nights,
            items=items,
            deposit=deposit,
            total=total,
            cancellation=cancellation,
            refunds=refunds,
        )

        quote_view.additional_properties = d
        return quote_view

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
