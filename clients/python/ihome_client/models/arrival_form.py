from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ArrivalForm")


@_attrs_define
class ArrivalForm:
    """The whole arrival guide of a house; what is left out becomes empty."""

    directions: str | Unset = ""
    """ How to find the house, at most 1000 characters. """
    door_code: str | Unset = ""
    """ What opens the door, at most 32 characters. """
    wifi_name: str | Unset = ""
    """ The name of the network, at most 32 characters. """
    wifi_password: str | Unset = ""
    """ Its password, at most 63 characters. """
    manual: str | Unset = ""
    """ How things in the house work, at most 2000 characters. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        directions = self.directions

        door_code = self.door_code

        wifi_name = self.wifi_name

        wifi_password = self.wifi_password

        manual = self.manual

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if directions is not UNSET:
            field_dict["directions"] = directions
        if door_code is not UNSET:
            field_dict["door_code"] = door_code
        if wifi_name is not UNSET:
            field_dict["wifi_name"] = wifi_name
        if wifi_password is not UNSET:
            field_dict["wifi_password"] = wifi_password
        if manual is not UNSET:
            field_dict["manual"] = manual

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        directions = d.pop("directions", UNSET)

        door_code = d.pop("door_code", UNSET)

        wifi_name = d.pop("wifi_name", UNSET)

        wifi_password = d.pop("wifi_password", UNSET)

        manual = d.pop("manual", UNSET)

        arrival_form = cls(
            directions=directions,
            door_code=door_code,
            wifi_name=wifi_name,
            wifi_password=wifi_password,
            manual=manual,
        )

        arrival_form.additional_properties = d
        return arrival_form

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
