from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.category_stars_view import CategoryStarsView


T = TypeVar("T", bound="WrittenReviewView")


@_attrs_define
class WrittenReviewView:
    """A review of a stay or of its guest."""

    rating: int | None
    """ 1 to 5; null if the author gave none. """
    content: str
    """ The text. """
    categories: list[CategoryStarsView]
    """ What a guest has rated by itself; empty for a host's review. """
    time: datetime.datetime
    """ When it was written. """
    published: bool
    """ Whether everybody may read it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rating: int | None
        rating = self.rating

        content = self.content

        categories = []
        for categories_item_data in self.categories:
            categories_item = categories_item_data.to_dict()
            categories.append(categories_item)

        time = self.time.isoformat()

        published = self.published

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rating": rating,
                "content": content,
                "categories": categories,
                "time": time,
                "published": published,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_stars_view import CategoryStarsView  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_rating(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rating = _parse_rating(d.pop("rating"))

        content = d.pop("content")

        categories = []
        _categories = d.pop("categories")
        for categories_item_data in _categories:
            categories_item = CategoryStarsView.from_dict(categories_item_data)

            categories.append(categories_item)

        time = datetime.datetime.fromisoformat(d.pop("time"))

        published = d.pop("published")

        written_review_view = cls(
            rating=rating,
            content=content,
            categories=categories,
            time=time,
            published=published,
        )

        written_review_view.additional_properties = d
        return written_review_view

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
