from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.draft_change_form_content import DraftChangeFormContent


T = TypeVar("T", bound="DraftChangeForm")


@_attrs_define
class DraftChangeForm:
    """Replaces the content of a draft."""

    content: DraftChangeFormContent
    """ Texts by the name of their field, as the host typed them; at most 16 KiB as JSON. """
    version: int
    """ The version that the client has read. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        content = self.content.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content": content,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.draft_change_form_content import DraftChangeFormContent  # noqa: PLC0415

        d = dict(src_dict)
        content = DraftChangeFormContent.from_dict(d.pop("content"))

        version = d.pop("version")

        draft_change_form = cls(
            content=content,
            version=version,
        )

        draft_change_form.additional_properties = d
        return draft_change_form

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
