from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.category_rating_view_category import CategoryRatingViewCategory, check_category_rating_view_category

T = TypeVar("T", bound="CategoryRatingView")


@_attrs_define
class CategoryRatingView:
    """What guests say of one side of their stays."""

    category: CategoryRatingViewCategory
    """ What is rated. """
    rating: float
    """ The average, with one decimal. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        category: str = self.category

        rating = self.rating

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "category": category,
                "rating": rating,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        category = check_category_rating_view_category(d.pop("category"))

        rating = d.pop("rating")

        category_rating_view = cls(
            category=category,
            rating=rating,
        )

        category_rating_view.additional_properties = d
        return category_rating_view

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
