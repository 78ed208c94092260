from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ArrivalGuideView")


@_attrs_define
class ArrivalGuideView:
    """What a guest needs at the door."""

    directions: str
    """ How to find the house; may be empty. """
    door_code: str
    """ What opens the door; may be empty. """
    wifi_name: str
    """ The name of the network; may be empty. """
    wifi_password: str
    """ Its password; may be empty. """
    manual: str
    """ How things in the house work; may be empty. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        directions = self.directions

        door_code = self.door_code

        wifi_name = self.wifi_name

        wifi_password = self.wifi_password

        manual = self.manual

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "directions": directions,
                "door_code": door_code,
                "wifi_name": wifi_name,
                "wifi_password": wifi_password,
                "manual": manual,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        directions = d.pop("directions")

        door_code = d.pop("door_code")

        wifi_name = d.pop("wifi_name")

        wifi_password = d.pop("wifi_password")

        manual = d.pop("manual")

        arrival_guide_view = cls(
            directions=directions,
            door_code=door_code,
            wifi_name=wifi_name,
            wifi_password=wifi_password,
            manual=manual,
        )

        arrival_guide_view.additional_properties = d
        return arrival_guide_view

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
