from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.feed_health_view import FeedHealthView
    from ..models.notice_view import NoticeView


T = TypeVar("T", bound="NoticesView")


@_attrs_define
class NoticesView:
    """A page of notices."""

    notices: list[NoticeView]
    """ The newest first. """
    next_: int | None
    """ The `after` of the next page; null on the last one. """
    calendars: list[FeedHealthView]
    """ On the first page: the user's imported calendars that keep failing or work again. Otherwise empty. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        notices = []
        for notices_item_data in self.notices:
            notices_item = notices_item_data.to_dict()
            notices.append(notices_item)

        next_: int | None
        next_ = self.next_

        calendars = []
        for calendars_item_data in self.calendars:
            calendars_item = calendars_item_data.to_dict()
            calendars.append(calendars_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "notices": notices,
                "next": next_,
                "calendars": calendars,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.feed_health_view import FeedHealthView  # noqa: PLC0415
        from ..models.notice_view import NoticeView  # noqa: PLC0415

        d = dict(src_dict)
        notices = []
        _notices = d.pop("notices")
        for notices_item_data in _notices:
            notices_item = NoticeView.from_dict(notices_item_data)

            notices.append(notices_item)

        def _parse_next_(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        next_ = _parse_next_(d.pop("next"))

        calendars = []
        _calendars = d.pop("calendars")
        for calendars_item_data in _calendars:
            calendars_item = FeedHealthView.from_dict(calendars_item_data)

            calendars.append(calendars_item)

        notices_view = cls(
            notices=notices,
            next_=next_,
            calendars=calendars,
        )

        notices_view.additional_properties = d
        return notices_view

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
