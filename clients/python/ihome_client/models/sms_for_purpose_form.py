from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.sms_for_purpose_form_purpose import SmsForPurposeFormPurpose, check_sms_for_purpose_form_purpose
from ..types import UNSET, Unset

T = TypeVar("T", bound="SmsForPurposeForm")


@_attrs_define
class SmsForPurposeForm:
    mobile: str
    """ The mobile number that gets the SMS. """
    piccode_id: str
    """ The id of a picture code. """
    piccode: str
    """ The text in that picture; upper and lower case are the same. """
    purpose: SmsForPurposeFormPurpose | Unset = "register"
    """ What the code is for. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        mobile = self.mobile

        piccode_id = self.piccode_id

        piccode = self.piccode

        purpose: str | Unset = UNSET
        if not isinstance(self.purpose, Unset):
            purpose = self.purpose

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mobile": mobile,
                "piccode_id": piccode_id,
                "piccode": piccode,
            }
        )
        if purpose is not UNSET:
            field_dict["purpose"] = purpose

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        mobile = d.pop("mobile")

        piccode_id = d.pop("piccode_id")

        piccode = d.pop("piccode")

        _purpose = d.pop("purpose", UNSET)
        purpose: SmsForPurposeFormPurpose | Unset
        if isinstance(_purpose, Unset):
            purpose = UNSET
        else:
            purpose = check_sms_for_purpose_form_purpose(_purpose)

        sms_for_purpose_form = cls(
            mobile=mobile,
            piccode_id=piccode_id,
            piccode=piccode,
            purpose=purpose,
        )

        sms_for_purpose_form.additional_properties = d
        return sms_for_purpose_form

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
