from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.suggestion_view_kind import SuggestionViewKind, check_suggestion_view_kind

T = TypeVar("T", bound="SuggestionView")


@_attrs_define
class SuggestionView:
    """Something that a guest may mean."""

    kind: SuggestionViewKind
    """ A district; a landmark, street or business area; or the title of a house. """
    text: str
    """ Its name, in the reader's language where it has one. """
    detail: str
    """ Its district; empty for a district. """
    query: str
    """ The query string of a search for it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        text = self.text

        detail = self.detail

        query = self.query

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "text": text,
                "detail": detail,
                "query": query,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_suggestion_view_kind(d.pop("kind"))

        text = d.pop("text")

        detail = d.pop("detail")

        query = d.pop("query")

        suggestion_view = cls(
            kind=kind,
            text=text,
            detail=detail,
            query=query,
        )

        suggestion_view.additional_properties = d
        return suggestion_view

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
