from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bill_item_view_item import BillItemViewItem, check_bill_item_view_item

T = TypeVar("T", bound="BillItemView")


@_attrs_define
class BillItemView:
    """A line of a bill."""

    item: BillItemViewItem
    """ What the line is for. """
    amount: int
    """ The sum of the line, in fen; a discount is negative. """
    price: int | None
    """ One night, in fen; null for fees and discounts. """
    count: int | None
    """ How many nights; null for fees and discounts. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        item: str = self.item

        amount = self.amount

        price: int | None
        price = self.price

        count: int | None
        count = self.count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "item": item,
                "amount": amount,
                "price": price,
                "count": count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        item = check_bill_item_view_item(d.pop("item"))

        amount = d.pop("amount")

        def _parse_price(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        price = _parse_price(d.pop("price"))

        def _parse_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        count = _parse_count(d.pop("count"))

        bill_item_view = cls(
            item=item,
            amount=amount,
            price=price,
            count=count,
        )

        bill_item_view.additional_properties = d
        return bill_item_view

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
