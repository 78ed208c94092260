from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NotificationView")


@_attrs_define
class NotificationView:
    """A notification."""

    id: int
    """ Its number, which is that of its event in the feed of events. """
    kind: str
    """ What it is about (docs/notifications.md). New kinds may come. """
    title: str
    """ What happened, in the reader's language. """
    text: str
    """ The rest of it. """
    url: str
    """ The path of the page that it is about. """
    time: datetime.datetime
    """ When it happened. """
    read: bool
    """ Whether the user has read it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind

        title = self.title

        text = self.text

        url = self.url

        time = self.time.isoformat()

        read = self.read

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "title": title,
                "text": text,
                "url": url,
                "time": time,
                "read": read,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        title = d.pop("title")

        text = d.pop("text")

        url = d.pop("url")

        time = datetime.datetime.fromisoformat(d.pop("time"))

        read = d.pop("read")

        notification_view = cls(
            id=id,
            kind=kind,
            title=title,
            text=text,
            url=url,
            time=time,
            read=read,
        )

        notification_view.additional_properties = d
        return notification_view

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
