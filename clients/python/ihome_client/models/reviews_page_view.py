from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.guest_review_view import GuestReviewView
    from ..models.rating_count_view import RatingCountView


T = TypeVar("T", bound="ReviewsPageView")


@_attrs_define
class ReviewsPageView:
    """One page of the reviews of a house."""

    reviews: list[GuestReviewView]
    """ The newest first. """
    next_: None | str
    """ The `after` of the next page; null on the last one. """
    rating: float | None
    """ The average of all ratings of the house, with one decimal; null without ratings. """
    review_count: int
    """ How many reviews the house has, whatever their stars. """
    rating_breakdown: list[RatingCountView]
    """ How many reviews gave 5, 4, 3, 2 stars and 1 star. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reviews = []
        for reviews_item_data in self.reviews:
            reviews_item = reviews_item_data.to_dict()
            reviews.append(reviews_item)

        next_: None | str
        next_ = self.next_

        rating: float | None
        rating = self.rating

        review_count = self.review_count

        rating_breakdown = []
        for rating_breakdown_item_data in self.rating_breakdown:
            rating_breakdown_item = rating_breakdown_item_data.to_dict()
            rating_breakdown.append(rating_breakdown_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reviews": reviews,
                "next": next_,
                "rating": rating,
                "review_count": review_count,
                "rating_breakdown": rating_breakdown,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.guest_review_view import GuestReviewView  # noqa: PLC0415
        from ..models.rating_count_view import RatingCountView  # noqa: PLC0415

        d = dict(src_dict)
        reviews = []
        _reviews = d.pop("reviews")
        for reviews_item_data in _reviews:
            reviews_item = GuestReviewView.from_dict(reviews_item_data)

            reviews.append(reviews_item)

        def _parse_next_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_ = _parse_next_(d.pop("next"))

        def _parse_rating(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rating = _parse_rating(d.pop("rating"))

        review_count = d.pop("review_count")

        rating_breakdown = []
        _rating_breakdown = d.pop("rating_breakdown")
        for rating_breakdown_item_data in _rating_breakdown:
            rating_breakdown_item = RatingCountView.from_dict(rating_breakdown_item_data)

            rating_breakdown.append(rating_breakdown_item)

        reviews_page_view = cls(
            reviews=reviews,
            next_=next_,
            rating=rating,
            review_count=review_count,
            rating_breakdown=rating_breakdown,
        )

        reviews_page_view.additional_properties = d
        return reviews_page_view

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
