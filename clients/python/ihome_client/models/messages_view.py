from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.message_view import MessageView


T = TypeVar("T", bound="MessagesView")


@_attrs_define
class MessagesView:
    """A part of a thread."""

    messages: list[MessageView]
    """ The oldest first. """
    more: bool
    """ Whether there are others beyond: behind them where `after` was sent, else before them. """
    read_id: int
    """ Up to which message the viewer has read. """
    other_read_id: int
    """ Up to which message the other member has read. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        messages = []
        for messages_item_data in self.messages:
            messages_item = messages_item_data.to_dict()
            messages.append(messages_item)

        more = self.more

        read_id = self.read_id

        other_read_id = self.other_read_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "messages": messages,
                "more": more,
                "read_id": read_id,
                "other_read_id": other_read_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message_view import MessageView  # noqa: PLC0415

        d = dict(src_dict)
        messages = []
        _messages = d.pop("messages")
        for messages_item_data in _messages:
            messages_item = MessageView.from_dict(messages_item_data)

            messages.append(messages_item)

        more = d.pop("more")

        read_id = d.pop("read_id")

        other_read_id = d.pop("other_read_id")

        messages_view = cls(
            messages=messages,
            more=more,
            read_id=read_id,
            other_read_id=other_read_id,
        )

        messages_view.additional_properties = d
        return messages_view

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
