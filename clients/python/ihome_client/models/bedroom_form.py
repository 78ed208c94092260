from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.bed_group_form import BedGroupForm


T = TypeVar("T", bound="BedroomForm")


@_attrs_define
class BedroomForm:
    """A room where guests sleep."""

    name: str
    """ What the host calls it, at most 32 characters. """
    beds: list[BedGroupForm]
    """ Its beds, by kind. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        beds = []
        for beds_item_data in self.beds:
            beds_item = beds_item_data.to_dict()
            beds.append(beds_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "beds": beds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bed_group_form import BedGroupForm  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        beds = []
        _beds = d.pop("beds")
        for beds_item_data in _beds:
            beds_item = BedGroupForm.from_dict(beds_item_data)

            beds.append(beds_item)

        bedroom_form = cls(
            name=name,
            beds=beds,
        )

        bedroom_form.additional_properties = d
        return bedroom_form

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
