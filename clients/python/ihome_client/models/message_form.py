from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="MessageForm")


@_attrs_define
class MessageForm:
    """A message to send: a text, pictures, or both."""

    client_id: str
    """ The sender's own id of the message, a UUID. A repeated request with it sends nothing. """
    text: str
    """ What to say; may be empty beside pictures. """
    images: list[int] | Unset = UNSET
    """ The ids of up to 10 pictures that were uploaded before. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = self.client_id

        text = self.text

        images: list[int] | Unset = UNSET
        if not isinstance(self.images, Unset):
            images = self.images

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "text": text,
            }
        )
        if images is not UNSET:
            field_dict["images"] = images

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = d.pop("client_id")

        text = d.pop("text")

        images = cast(list[int], d.pop("images", UNSET))

        message_form = cls(
            client_id=client_id,
            text=text,
            images=images,
        )

        message_form.additional_properties = d
        return message_form

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
