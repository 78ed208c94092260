from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bed_group_form_kind import BedGroupFormKind, check_bed_group_form_kind

T = TypeVar("T", bound="BedGroupForm")


@_attrs_define
class BedGroupForm:
    """So many beds of one kind."""

    kind: BedGroupFormKind
    """ What kind of bed it is; a bunk bed counts as one. """
    count: int
    """ How many there are. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        count = self.count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "count": count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_bed_group_form_kind(d.pop("kind"))

        count = d.pop("count")

        bed_group_form = cls(
            kind=kind,
            count=count,
        )

        bed_group_form.additional_properties = d
        return bed_group_form

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
