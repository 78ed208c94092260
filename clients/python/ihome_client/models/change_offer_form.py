from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ChangeOfferForm")


@_attrs_define
class ChangeOfferForm:
    """Another stay, offered to the other party."""

    start_date: datetime.date
    """ The check-in date. """
    end_date: datetime.date
    """ The check-out date, at most 90 nights later. """
    guests: int
    """ How many guests there are. """
    version: int | None | Unset = UNSET
    """ The `version` of the order as the client has seen it: the request is refused if the order has changed since.
    """
    difference: int | None | Unset = UNSET
    """ The `difference` that the client has shown, in fen: the request is refused if it has changed since. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        start_date = self.start_date.isoformat()

        end_date = self.end_date.isoformat()

        guests = self.guests

        version: int | None | Unset
        if isinstance(self.version, Unset):
            version = UNSET
        else:
            version = self.version

        difference: int | None | Unset
        if isinstance(self.difference, Unset):
            difference = UNSET
        else:
            difference = self.difference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "start_date": start_date,
                "end_date": end_date,
                "guests": guests,
            }
        )
        if version is not UNSET:
            field_dict["version"] = version
        if difference is not UNSET:
            field_dict["difference"] = difference

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        start_date = datetime.date.fromisoformat(d.pop("start_date"))

        end_date = datetime.date.fromisoformat(d.pop("end_date"))

        guests = d.pop("guests")

        def _parse_version(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        version = _parse_version(d.pop("version", UNSET))

        def _parse_difference(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        difference = _parse_difference(d.pop("difference", UNSET))

        change_offer_form = cls(
            start_date=start_date,
            end_date=end_date,
            guests=guests,
            version=version,
            difference=difference,
        )

        change_offer_form.additional_properties = d
        return change_offer_form

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
