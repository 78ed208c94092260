from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.guest_text_view import GuestTextView


T = TypeVar("T", bound="GuestRecordView")


@_attrs_define
class GuestRecordView:
    """What hosts say of a guest."""

    review_count: int
    """ How many of their reviews are published. """
    rating: float | None
    """ The average of their ratings, with one decimal; null without ratings. """
    newest: list[GuestTextView]
    """ The newest three. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        review_count = self.review_count

        rating: float | None
        rating = self.rating

        newest = []
        for newest_item_data in self.newest:
            newest_item = newest_item_data.to_dict()
            newest.append(newest_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "review_count": review_count,
                "rating": rating,
                "newest": newest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.guest_text_view import GuestTextView  # noqa: PLC0415

        d = dict(src_dict)
        review_count = d.pop("review_count")

        def _parse_rating(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rating = _parse_rating(d.pop("rating"))

        newest = []
        _newest = d.pop("newest")
        for newest_item_data in _newest:
            newest_item = GuestTextView.from_dict(newest_item_data)

            newest.append(newest_item)

        guest_record_view = cls(
            review_count=review_count,
            rating=rating,
            newest=newest,
        )

        guest_record_view.additional_properties = d
        return guest_record_view

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
