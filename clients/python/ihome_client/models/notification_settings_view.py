from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.notification_settings_view_language import (
    NotificationSettingsViewLanguage,
    check_notification_settings_view_language,
)

if TYPE_CHECKING:
    from ..models.channel_view import ChannelView
    from ..models.kind_choice_view import KindChoiceView


T = TypeVar("T", bound="NotificationSettingsView")


@_attrs_define
class NotificationSettingsView:
    """How the user is notified."""

    language: NotificationSettingsViewLanguage
    """ The language in which the user is written to. """
    quiet_from: None | str
    """ When quiet hours begin, local time; null without quiet hours. """
    quiet_until: None | str
    """ When they end. """
    channels: list[ChannelView]
    """ The channels. """
    kinds: list[KindChoiceView]
    """ The kinds. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        language: str = self.language

        quiet_from: None | str
        quiet_from = self.quiet_from

        quiet_until: None | str
        quiet_until = self.quiet_until

        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.to_dict()
            channels.append(channels_item)

        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.to_dict()
            kinds.append(kinds_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "language": language,
                "quiet_from": quiet_from,
                "quiet_until": quiet_until,
                "channels": channels,
                "kinds": kinds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_view import ChannelView  # noqa: PLC0415
        from ..models.kind_choice_view import KindChoiceView  # noqa: PLC0415

        d = dict(src_dict)
        language = check_notification_settings_view_language(d.pop("language"))

        def _parse_quiet_from(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        quiet_from = _parse_quiet_from(d.pop("quiet_from"))

        def _parse_quiet_until(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        quiet_until = _parse_quiet_until(d.pop("quiet_until"))

        channels = []
        _channels = d.pop("channels")
        for channels_item_data in _channels:
            channels_item = ChannelView.from_dict(channels_item_data)

            channels.append(channels_item)

        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in _kinds:
            kinds_item = KindChoiceView.from_dict(kinds_item_data)

            kinds.append(kinds_item)

        notification_settings_view = cls(
            language=language,
            quiet_from=quiet_from,
            quiet_until=quiet_until,
            channels=channels,
            kinds=kinds,
        )

        notification_settings_view.additional_properties = d
        return notification_settings_view

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
