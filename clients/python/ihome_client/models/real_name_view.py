from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RealNameView")


@_attrs_define
class RealNameView:
    """The real-name check: both are null until it is passed."""

    real_name: None | str
    """ The name on the identity card. """
    id_card: None | str
    """ The identity number, masked: three digits, eleven asterisks, four characters. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        real_name: None | str
        real_name = self.real_name

        id_card: None | str
        id_card = self.id_card

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "real_name": real_name,
                "id_card": id_card,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_real_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        real_name = _parse_real_name(d.pop("real_name"))

        def _parse_id_card(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        id_card = _parse_id_card(d.pop("id_card"))

        real_name_view = cls(
            real_name=real_name,
            id_card=id_card,
        )

        real_name_view.additional_properties = d
        return real_name_view

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
