from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.dropped_filter_view_filter import DroppedFilterViewFilter, check_dropped_filter_view_filter

T = TypeVar("T", bound="DroppedFilterView")


@_attrs_define
class DroppedFilterView:
    """How many houses a search finds without one of its filters."""

    filter_: DroppedFilterViewFilter
    """ The filter: `dates` are `sd` and `ed`, `price` is `min_price` and `max_price`. """
    house_count: int
    """ How many houses it then finds; at most 1000 are counted. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        filter_: str = self.filter_

        house_count = self.house_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "filter": filter_,
                "house_count": house_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        filter_ = check_dropped_filter_view_filter(d.pop("filter"))

        house_count = d.pop("house_count")

        dropped_filter_view = cls(
            filter_=filter_,
            house_count=house_count,
        )

        dropped_filter_view.additional_properties = d
        return dropped_filter_view

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
