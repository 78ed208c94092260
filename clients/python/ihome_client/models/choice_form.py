from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.choice_form_channel import ChoiceFormChannel, check_choice_form_channel

T = TypeVar("T", bound="ChoiceForm")


@_attrs_define
class ChoiceForm:
    """Whether one kind of notification goes over one channel."""

    kind: str
    """ The name of the kind, from the list of kinds. """
    channel: ChoiceFormChannel
    """ The channel. """
    on: bool
    """ Whether it is wanted there. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        channel: str = self.channel

        on = self.on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "channel": channel,
                "on": on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = d.pop("kind")

        channel = check_choice_form_channel(d.pop("channel"))

        on = d.pop("on")

        choice_form = cls(
            kind=kind,
            channel=channel,
            on=on,
        )

        choice_form.additional_properties = d
        return choice_form

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
