from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="SeasonForm")


@_attrs_define
class SeasonForm:
    """How long guests stay who arrive from `first_day` to `last_day`, both included."""

    first_day: datetime.date
    """ The first day of arrival. """
    last_day: datetime.date
    """ The last day of arrival. """
    min_nights: int | Unset = 0
    """ The shortest stay, in nights; 0 leaves it as it is without the season. """
    max_nights: int | Unset = 0
    """ The longest stay, in nights; 0 leaves it as it is without the season. """
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
            }
        )
        if min_nights is not UNSET:
            field_dict["min_nights"] = min_nights
        if max_nights is not UNSET:
            field_dict["max_nights"] = max_nights

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        first_day = datetime.date.fromisoformat(d.pop("first_day"))

        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        min_nights = d.pop("min_nights", UNSET)

        max_nights = d.pop("max_nights", UNSET)

        season_form = cls(
            first_day=first_day,
            last_day=last_day,
            min_nights=min_nights,
            max_nights=max_nights,
        )

        season_form.additional_properties = d
        return season_form

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
