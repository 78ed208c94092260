from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.feed_view import FeedView


T = TypeVar("T", bound="HouseCalendarsView")


@_attrs_define
class HouseCalendarsView:
    """The calendars of a house."""

    export_url: str
    """ The house's own calendar, for other platforms: whoever knows the address can read it. """
    feeds: list[FeedView]
    """ The calendars that it imports, the oldest first. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        export_url = self.export_url

        feeds = []
        for feeds_item_data in self.feeds:
            feeds_item = feeds_item_data.to_dict()
            feeds.append(feeds_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "export_url": export_url,
                "feeds": feeds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.feed_view import FeedView  # noqa: PLC0415

        d = dict(src_dict)
        export_url = d.pop("export_url")

        feeds = []
        _feeds = d.pop("feeds")
        for feeds_item_data in _feeds:
            feeds_item = FeedView.from_dict(feeds_item_data)

            feeds.append(feeds_item)

        house_calendars_view = cls(
            export_url=export_url,
            feeds=feeds,
        )

        house_calendars_view.additional_properties = d
        return house_calendars_view

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
