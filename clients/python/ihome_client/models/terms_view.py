from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.agreed_document_view import AgreedDocumentView


T = TypeVar("T", bound="TermsView")


@_attrs_define
class TermsView:
    """What users agree to at registering."""

    version: str
    """ The version of all documents together: the latest of their dates. """
    documents: list[AgreedDocumentView]
    """ Each document with its own version. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        documents = []
        for documents_item_data in self.documents:
            documents_item = documents_item_data.to_dict()
            documents.append(documents_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "documents": documents,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agreed_document_view import AgreedDocumentView  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        documents = []
        _documents = d.pop("documents")
        for documents_item_data in _documents:
            documents_item = AgreedDocumentView.from_dict(documents_item_data)

            documents.append(documents_item)

        terms_view = cls(
            version=version,
            documents=documents,
        )

        terms_view.additional_properties = d
        return terms_view

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
