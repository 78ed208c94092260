from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.bedroom_view import BedroomView


T = TypeVar("T", bound="ContentChangesViewBefore")


@_attrs_define
class ContentChangesViewBefore:
    """The earlier values of the fields that have changed."""

    additional_properties: dict[str, float | list[BedroomView] | None | str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            if isinstance(prop, list):
                field_dict[prop_name] = []
                for additional_property_type_2_item_data in prop:
                    additional_property_type_2_item = additional_property_type_2_item_data.to_dict()
                    field_dict[prop_name].append(additional_property_type_2_item)

            else:
                field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bedroom_view import BedroomView  # noqa: PLC0415

        d = dict(src_dict)
        content_changes_view_before = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():

            def _parse_additional_property(data: object) -> float | list[BedroomView] | None | str:
                if data is None:
                    return data
                try:
                    if not isinstance(data, list):
                        raise TypeError()
                    additional_property_type_2 = []
                    _additional_property_type_2 = data
                    for additional_property_type_2_item_data in _additional_property_type_2:
                        additional_property_type_2_item = BedroomView.from_dict(additional_property_type_2_item_data)

                        additional_property_type_2.append(additional_property_type_2_item)

                    return additional_property_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(float | list[BedroomView] | None | str, data)

            additional_property = _parse_additional_property(prop_dict)

            additional_properties[prop_name] = additional_property

        content_changes_view_before.additional_properties = additional_properties
        return content_changes_view_before

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> float | list[BedroomView] | None | str:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: float | list[BedroomView] | None | str) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
