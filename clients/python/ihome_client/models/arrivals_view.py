from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ArrivalsView")


@_attrs_define
class ArrivalsView:
    """Days on which a guest may arrive, and how long such a guest stays."""

    first_day: datetime.date
    """ The first of these days. """
    last_day: datetime.date
    """ The last of these days. """
    min_nights: int
    """ The shortest stay, in nights. """
    max_nights: int
    """ The longest stay, in nights. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        first_day = self.first_day.isoformat()

        last_day = self.last_day.isoformat()

        min_nights = self.min_nights

        max_nights = self.max_nights

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "first_day": first_day,
                "last_day": last_day,
                "min_nights": min_nights,
                "max_nights": max_nights,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        first_day = datetime.date.fromisoformat(d.pop("first_day"))

        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        min_nights = d.pop("min_nights")

        max_nights = d.pop("max_nights")

        arrivals_view = cls(
            first_day=first_day,
            last_day=last_day,
            min_nights=min_nights,
            max_nights=max_nights,
        )

        arrivals_view.additional_properties = d
        return arrivals_view

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
