from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_view_disabled_type_0 import WebhookViewDisabledType0, check_webhook_view_disabled_type_0

T = TypeVar("T", bound="WebhookView")


@_attrs_define
class WebhookView:
    """An endpoint to which events are sent."""

    id: int
    """ Its id. """
    url: str
    """ Its address. """
    types: list[str]
    """ The types of events that are sent; none for all. """
    enabled: bool
    """ Whether events are sent. """
    disabled: None | WebhookViewDisabledType0
    """ Why none are sent: its owner says so, it has answered 410, or it has failed for a week. """
    failing_since: datetime.datetime | None
    """ Since when no message has been delivered, though it was tried; null while it works. """
    previous_secret_until: datetime.datetime | None
    """ How long the secret before the current one signs as well; null if there is none. """
    created: datetime.datetime
    """ When it was added. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        url = self.url

        types = self.types

        enabled = self.enabled

        disabled: None | str
        if isinstance(self.disabled, str):
            disabled = self.disabled
        else:
            disabled = self.disabled

        failing_since: None | str
        if isinstance(self.failing_since, datetime.datetime):
            failing_since = self.failing_since.isoformat()
        else:
            failing_since = self.failing_since

        previous_secret_until: None | str
        if isinstance(self.previous_secret_until, datetime.datetime):
            previous_secret_until = self.previous_secret_until.isoformat()
        else:
            previous_secret_until = self.previous_secret_until

        created = self.created.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "url": url,
                "types": types,
                "enabled": enabled,
                "disabled": disabled,
                "failing_since": failing_since,
                "previous_secret_until": previous_secret_until,
                "created": created,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        url = d.pop("url")

        types = cast(list[str], d.pop("types"))

        enabled = d.pop("enabled")

        def _parse_disabled(data: object) -> None | WebhookViewDisabledType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disabled_type_0 = check_webhook_view_disabled_type_0(data)

                return disabled_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WebhookViewDisabledType0, data)

        disabled = _parse_disabled(d.pop("disabled"))

        def _parse_failing_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                failing_since_type_0 = datetime.datetime.fromisoformat(data)

                return failing_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        failing_since = _parse_failing_since(d.pop("failing_since"))

        def _parse_previous_secret_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                previous_secret_until_type_0 = datetime.datetime.fromisoformat(data)

                return previous_secret_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        previous_secret_until = _parse_previous_secret_until(d.pop("previous_secret_until"))

        created = datetime.datetime.fromisoformat(d.pop("created"))

        webhook_view = cls(
            id=id,
            url=url,
            types=types,
            enabled=enabled,
            disabled=disabled,
            failing_since=failing_since,
            previous_secret_until=previous_secret_until,
            created=created,
        )

        webhook_view.additional_properties = d
        return webhook_view

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
