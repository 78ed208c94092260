from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_answer_form_action import ChangeAnswerFormAction, check_change_answer_form_action
from ..types import UNSET, Unset

T = TypeVar("T", bound="ChangeAnswerForm")


@_attrs_define
class ChangeAnswerForm:
    """An answer to an offered change."""

    action: ChangeAnswerFormAction
    """ One of the change's `actions`. """
    phone: bool | Unset = False
    """ For `pay`: whether to answer the address of the payment page for phones. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action: str = self.action

        phone = self.phone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
            }
        )
        if phone is not UNSET:
            field_dict["phone"] = phone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        action = check_change_answer_form_action(d.pop("action"))

        phone = d.pop("phone", UNSET)

        change_answer_form = cls(
            action=action,
            phone=phone,
        )

        change_answer_form.additional_properties = d
        return change_answer_form

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
