from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.bill_item_view import BillItemView


T = TypeVar("T", bound="BookedOrderView")


@_attrs_define
class BookedOrderView:
    """A new order. A repeated request with the same Idempotency-Key gets the same answer."""

    order_id: int
    """ The order's id. """
    days: int
    """ The number of nights. """
    amount: int
    """ What the guest pays, in fen. """
    deposit: int
    """ To be settled with the host at the house, in fen; not part of the amount. """
    items: list[BillItemView]
    """ The lines of the bill. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        order_id = self.order_id

        days = self.days

        amount = self.amount

        deposit = self.deposit

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "order_id": order_id,
                "days": days,
                "amount": amount,
                "deposit": deposit,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bill_item_view import BillItemView  # noqa: PLC0415

        d = dict(src_dict)
        order_id = d.pop("order_id")

        days = d.pop("days")

        amount = d.pop("amount")

        deposit = d.pop("deposit")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = BillItemView.from_dict(items_item_data)

            items.append(items_item)

        booked_order_view = cls(
            order_id=order_id,
            days=days,
            amount=amount,
            deposit=deposit,
            items=items,
        )

        booked_order_view.additional_properties = d
        return booked_order_view

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
