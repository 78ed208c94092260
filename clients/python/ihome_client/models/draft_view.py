from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.draft_view_content import DraftViewContent


T = TypeVar("T", bound="DraftView")


@_attrs_define
class DraftView:
    """A house that its host has not published yet."""

    draft_id: int
    """ The draft's id. """
    version: int
    """ Counts the changes; the next change sends it back, and is refused if the draft has changed since. """
    content: DraftViewContent
    """ Texts by the name of their field, as the host typed them. """
    update_time: datetime.datetime
    """ When it was last changed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        draft_id = self.draft_id

        version = self.version

        content = self.content.to_dict()

        update_time = self.update_time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "draft_id": draft_id,
                "version": version,
                "content": content,
                "update_time": update_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.draft_view_content import DraftViewContent  # noqa: PLC0415

        d = dict(src_dict)
        draft_id = d.pop("draft_id")

        version = d.pop("version")

        content = DraftViewContent.from_dict(d.pop("content"))

        update_time = datetime.datetime.fromisoformat(d.pop("update_time"))

        draft_view = cls(
            draft_id=draft_id,
            version=version,
            content=content,
            update_time=update_time,
        )

        draft_view.additional_properties = d
        return draft_view

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
