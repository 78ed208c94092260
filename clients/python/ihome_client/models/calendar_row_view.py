from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.calendar_row_view_review import CalendarRowViewReview, check_calendar_row_view_review

if TYPE_CHECKING:
    from ..models.taken_night_view import TakenNightView


T = TypeVar("T", bound="CalendarRowView")


@_attrs_define
class CalendarRowView:
    """A house in the calendar."""

    review: CalendarRowViewReview
    """ The public sees approved houses only. """
    review_reason: str
    """ Why an admin rejected it; empty otherwise. """
    online: bool
    """ Whether the host shows it. """
    house_id: int
    """ The house's id. """
    title: str
    """ What the host calls it. """
    image_url: None | str
    """ The cover, 800 pixels wide; null without pictures. """
    prices: list[int]
    """ The price of each night in fen, in order. """
    taken: list[TakenNightView]
    """ The nights that cannot be booked, in order. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        review: str = self.review

        review_reason = self.review_reason

        online = self.online

        house_id = self.house_id

        title = self.title

        image_url: None | str
        image_url = self.image_url

        prices = self.prices

        taken = []
        for taken_item_data in self.taken:
            taken_item = taken_item_data.to_dict()
            taken.append(taken_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "review": review,
                "review_reason": review_reason,
                "online": online,
                "house_id": house_id,
                "title": title,
                "image_url": image_url,
                "prices": prices,
                "taken": taken,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.taken_night_view import TakenNightView  # noqa: PLC0415

        d = dict(src_dict)
        review = check_calendar_row_view_review(d.pop("review"))

        review_reason = d.pop("review_reason")

        online = d.pop("online")

        house_id = d.pop("house_id")

        title = d.pop("title")

        def _parse_image_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        image_url = _parse_image_url(d.pop("image_url"))

        prices = cast(list[int], d.pop("prices"))

        taken = []
        _taken = d.pop("taken")
        for taken_item_data in _taken:
            taken_item = TakenNightView.from_dict(taken_item_data)

            taken.append(taken_item)

        calendar_row_view = cls(
            review=review,
            review_reason=review_reason,
            online=online,
            house_id=house_id,
            title=title,
            image_url=image_url,
            prices=prices,
            taken=taken,
        )

        calendar_row_view.additional_properties = d
        return calendar_row_view

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
