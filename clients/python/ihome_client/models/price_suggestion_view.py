from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PriceSuggestionView")


@_attrs_define
class PriceSuggestionView:
    """What similar homes cost."""

    house_count: int
    """ How many homes were compared. """
    low: int | None
    """ A quarter of them cost less a night, in fen; null if there are too few. """
    high: int | None
    """ A quarter of them cost more a night, in fen; null if there are too few. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        house_count = self.house_count

        low: int | None
        low = self.low

        high: int | None
        high = self.high

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "house_count": house_count,
                "low": low,
                "high": high,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        house_count = d.pop("house_count")

        def _parse_low(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        low = _parse_low(d.pop("low"))

        def _parse_high(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        high = _parse_high(d.pop("high"))

        price_suggestion_view = cls(
            house_count=house_count,
            low=low,
            high=high,
        )

        price_suggestion_view.additional_properties = d
        return price_suggestion_view

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
