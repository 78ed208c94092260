from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.channel_view_channel import ChannelViewChannel, check_channel_view_channel

T = TypeVar("T", bound="ChannelView")


@_attrs_define
class ChannelView:
    """A channel of notifications."""

    channel: ChannelViewChannel
    """ Web Push, mail or SMS. """
    available: bool
    """ Whether this installation has it. """
    ready: bool
    """ Whether the user has an address there: a subscribed browser, a verified mail address, a mobile. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        channel: str = self.channel

        available = self.available

        ready = self.ready

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "channel": channel,
                "available": available,
                "ready": ready,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        channel = check_channel_view_channel(d.pop("channel"))

        available = d.pop("available")

        ready = d.pop("ready")

        channel_view = cls(
            channel=channel,
            available=available,
            ready=ready,
        )

        channel_view.additional_properties = d
        return channel_view

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
