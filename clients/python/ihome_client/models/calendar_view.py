from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CalendarView")


@_attrs_define
class CalendarView:
    """The nights of the coming year that cannot be booked."""

    taken: list[datetime.date]
    """ All of these nights, in order. """
    blocked: list[datetime.date]
    """ The nights among them that the host has blocked. """
    imported: list[datetime.date]
    """ The nights among them that are taken on another platform. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        taken = []
        for taken_item_data in self.taken:
            taken_item = taken_item_data.isoformat()
            taken.append(taken_item)

        blocked = []
        for blocked_item_data in self.blocked:
            blocked_item = blocked_item_data.isoformat()
            blocked.append(blocked_item)

        imported = []
        for imported_item_data in self.imported:
            imported_item = imported_item_data.isoformat()
            imported.append(imported_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "taken": taken,
                "blocked": blocked,
                "imported": imported,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        taken = []
        _taken = d.pop("taken")
        for taken_item_data in _taken:
            taken_item = datetime.date.fromisoformat(taken_item_data)

            taken.append(taken_item)

        blocked = []
        _blocked = d.pop("blocked")
        for blocked_item_data in _blocked:
            blocked_item = datetime.date.fromisoformat(blocked_item_data)

            blocked.append(blocked_item)

        imported = []
        _imported = d.pop("imported")
        for imported_item_data in _imported:
            imported_item = datetime.date.fromisoformat(imported_item_data)

            imported.append(imported_item)

        calendar_view = cls(
            taken=taken,
            blocked=blocked,
            imported=imported,
        )

        calendar_view.additional_properties = d
        return calendar_view

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
