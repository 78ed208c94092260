from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.content_changes_view_before import ContentChangesViewBefore


T = TypeVar("T", bound="ContentChangesView")


@_attrs_define
class ContentChangesView:
    """The differences from the content that was approved last."""

    before: ContentChangesViewBefore
    """ The earlier values of the fields that have changed. """
    images_added: list[int]
    """ The ids of new pictures. """
    images_removed: int
    """ How many pictures were removed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        before = self.before.to_dict()

        images_added = self.images_added

        images_removed = self.images_removed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "before": before,
                "images_added": images_added,
                "images_removed": images_removed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.content_changes_view_before import ContentChangesViewBefore  # noqa: PLC0415

        d = dict(src_dict)
        before = ContentChangesViewBefore.from_dict(d.pop("before"))

        images_added = cast(list[int], d.pop("images_added"))

        images_removed = d.pop("images_removed")

        content_changes_view = cls(
            before=before,
            images_added=images_added,
            images_removed=images_removed,
        )

        content_changes_view.additional_properties = d
        return content_changes_view

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
