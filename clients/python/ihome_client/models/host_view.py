from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.house_card_view import HouseCardView


T = TypeVar("T", bound="HostView")


@_attrs_define
class HostView:
    """A host with their houses."""

    user_id: int
    """ The host's id. """
    name: str
    """ The name that others see. """
    avatar: None | str
    """ The host's picture; null without one. """
    since: str
    """ The month in which the account was created. """
    verified: bool
    """ Whether the platform has checked the real name. """
    answers_within_seconds: int | None
    """ In how many seconds half of the requests of the last 90 days were answered; null for fewer than three
    answers. """
    review_count: int
    """ How many reviews these houses have. """
    rating: float | None
    """ The average of all their ratings, with one decimal; null without ratings. """
    houses: list[HouseCardView]
    """ The newest first, up to 60. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        user_id = self.user_id

        name = self.name

        avatar: None | str
        avatar = self.avatar

        since = self.since

        verified = self.verified

        answers_within_seconds: int | None
        answers_within_seconds = self.answers_within_seconds

        review_count = self.review_count

        rating: float | None
        rating = self.rating

        houses = []
        for houses_item_data in self.houses:
            houses_item = houses_item_data.to_dict()
            houses.append(houses_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user_id": user_id,
                "name": name,
                "avatar": avatar,
                "since": since,
                "verified": verified,
                "answers_within_seconds": answers_within_seconds,
                "review_count": review_count,
                "rating": rating,
                "houses": houses,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.house_card_view import HouseCardView  # noqa: PLC0415

        d = dict(src_dict)
        user_id = d.pop("user_id")

        name = d.pop("name")

        def _parse_avatar(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        avatar = _parse_avatar(d.pop("avatar"))

        since = d.pop("since")

        verified = d.pop("verified")

        def _parse_answers_within_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        answers_within_seconds = _parse_answers_within_seconds(d.pop("answers_within_seconds"))

        review_count = d.pop("review_count")

        def _parse_rating(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rating = _parse_rating(d.pop("rating"))

        houses = []
        _houses = d.pop("houses")
        for houses_item_data in _houses:
            houses_item = HouseCardView.from_dict(houses_item_data)

            houses.append(houses_item)

        host_view = cls(
            user_id=user_id,
            name=name,
            avatar=avatar,
            since=since,
            verified=verified,
            answers_within_seconds=answers_within_seconds,
            review_count=review_count,
            rating=rating,
            houses=houses,
        )

        host_view.additional_properties = d
        return host_view

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
