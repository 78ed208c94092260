from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.bill_item_view import BillItemView


T = TypeVar("T", bound="ChangeQuoteView")


@_attrs_define
class ChangeQuoteView:
    """What another stay would cost at today's prices."""

    days: int
    """ The number of nights. """
    items: list[BillItemView]
    """ The lines of the bill of the whole stay. """
    total: int
    """ What the whole stay would cost, in fen. """
    difference: int
    """ What the guest would pay more, in fen; below 0, what the guest would get back. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        days = self.days

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        total = self.total

        difference = self.difference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "days": days,
                "items": items,
                "total": total,
                "difference": difference,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bill_item_view import BillItemView  # noqa: PLC0415

        d = dict(src_dict)
        days = d.pop("days")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = BillItemView.from_dict(items_item_data)

            items.append(items_item)

        total = d.pop("total")

        difference = d.pop("difference")

        change_quote_view = cls(
            days=days,
            items=items,
            total=total,
            difference=difference,
        )

        change_quote_view.additional_properties = d
        return change_quote_view

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
