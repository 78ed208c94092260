from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="BookingForm")


@_attrs_define
class BookingForm:
    """A stay from one date to the other; the night of the check-out date is not booked."""

    house_id: int
    """ The house's id. """
    start_date: datetime.date
    """ The check-in date. """
    end_date: datetime.date
    """ The check-out date, at most 90 nights later. """
    guests: int | Unset = 1
    """ How many guests there are. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        house_id = self.house_id

        start_date = self.start_date.isoformat()

        end_date = self.end_date.isoformat()

        guests = self.guests

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "house_id": house_id,
                "start_date": start_date,
                "end_date": end_date,
            }
        )
        if guests is not UNSET:
            field_dict["guests"] = guests

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        house_id = d.pop("house_id")

        start_date = datetime.date.fromisoformat(d.pop("start_date"))

        end_date = datetime.date.fromisoformat(d.pop("end_date"))

        guests = d.pop("guests", UNSET)

        booking_form = cls(
            house_id=house_id,
            start_date=start_date,
            end_date=end_date,
            guests=guests,
        )

        booking_form.additional_properties = d
        return booking_form

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
