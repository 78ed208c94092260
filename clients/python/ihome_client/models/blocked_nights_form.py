from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="BlockedNightsForm")


@_attrs_define
class BlockedNightsForm:
    """Every night that the host blocks."""

    blocked: list[datetime.date]
    """ All nights to block; the host's other nights become free. """
    expected: list[datetime.date] | None | Unset = UNSET
    """ The nights that the caller knows as blocked: if others are blocked now, nothing is changed (4004). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        blocked = []
        for blocked_item_data in self.blocked:
            blocked_item = blocked_item_data.isoformat()
            blocked.append(blocked_item)

        expected: list[str] | None | Unset
        if isinstance(self.expected, Unset):
            expected = UNSET
        elif isinstance(self.expected, list):
            expected = []
            for expected_type_0_item_data in self.expected:
                expected_type_0_item = expected_type_0_item_data.isoformat()
                expected.append(expected_type_0_item)

        else:
            expected = self.expected

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "blocked": blocked,
            }
        )
        if expected is not UNSET:
            field_dict["expected"] = expected

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        blocked = []
        _blocked = d.pop("blocked")
        for blocked_item_data in _blocked:
            blocked_item = datetime.date.fromisoformat(blocked_item_data)

            blocked.append(blocked_item)

        def _parse_expected(data: object) -> list[datetime.date] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                expected_type_0 = []
                _expected_type_0 = data
                for expected_type_0_item_data in _expected_type_0:
                    expected_type_0_item = datetime.date.fromisoformat(expected_type_0_item_data)

                    expected_type_0.append(expected_type_0_item)

                return expected_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[datetime.date] | None | Unset, data)

        expected = _parse_expected(d.pop("expected", UNSET))

        blocked_nights_form = cls(
            blocked=blocked,
            expected=expected,
        )

        blocked_nights_form.additional_properties = d
        return blocked_nights_form

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
