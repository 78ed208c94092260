from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OrderCountsView")


@_attrs_define
class OrderCountsView:
    """How many orders the tabs hold."""

    pending: int
    """ They await the user: the guest's payment, the host's answer. They are also counted below. """
    upcoming: int
    """ Their first day has not come. """
    current: int
    """ Their first day has come, and they have not ended. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pending = self.pending

        upcoming = self.upcoming

        current = self.current

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pending": pending,
                "upcoming": upcoming,
                "current": current,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pending = d.pop("pending")

        upcoming = d.pop("upcoming")

        current = d.pop("current")

        order_counts_view = cls(
            pending=pending,
            upcoming=upcoming,
            current=current,
        )

        order_counts_view.additional_properties = d
        return order_counts_view

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
