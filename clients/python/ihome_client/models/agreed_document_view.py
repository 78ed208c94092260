from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.agreed_document_view_name import AgreedDocumentViewName, check_agreed_document_view_name

T = TypeVar("T", bound="AgreedDocumentView")


@_attrs_define
class AgreedDocumentView:
    """A document that users agree to."""

    name: AgreedDocumentViewName
    """ Which document it is. """
    version: str
    """ The date from which this version holds. """
    url: str
    """ The path of its page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name: str = self.name

        version = self.version

        url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "version": version,
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = check_agreed_document_view_name(d.pop("name"))

        version = d.pop("version")

        url = d.pop("url")

        agreed_document_view = cls(
            name=name,
            version=version,
            url=url,
        )

        agreed_document_view.additional_properties = d
        return agreed_document_view

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
