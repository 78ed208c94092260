from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RegistrationForm")


@_attrs_define
class RegistrationForm:
    mobile: str
    """ The mobile number to sign in with. """
    sms_code: str
    """ The code that was sent to this number for the purpose `register`. """
    password: str
    """ 8 to 128 characters, none of the commonest passwords. """
    piccode_id: None | str | Unset = UNSET
    """ The id of a picture code, if an answer has asked for one. """
    piccode: None | str | Unset = UNSET
    """ The text in that picture. """
    password2: None | str | Unset = UNSET
    """ The same password again, if a page asks for it. """
    terms_version: None | str | Unset = UNSET
    """ The version of terms and privacy policy that the user agrees to: the current one (`GET /api/v1.0/terms`).
    """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        mobile = self.mobile

        sms_code = self.sms_code

        password = self.password

        piccode_id: None | str | Unset
        if isinstance(self.piccode_id, Unset):
            piccode_id = UNSET
        else:
            piccode_id = self.piccode_id

        piccode: None | str | Unset
        if isinstance(self.piccode, Unset):
            piccode = UNSET
        else:
            piccode = self.piccode

        password2: None | str | Unset
        if isinstance(self.password2, Unset):
            password2 = UNSET
        else:
            password2 = self.password2

        terms_version: None | str | Unset
        if isinstance(self.terms_version, Unset):
            terms_version = UNSET
        else:
            terms_version = self.terms_version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mobile": mobile,
                "sms_code": sms_code,
                "password": password,
            }
        )
        if piccode_id is not UNSET:
            field_dict["piccode_id"] = piccode_id
        if piccode is not UNSET:
            field_dict["piccode"] = piccode
        if password2 is not UNSET:
            field_dict["password2"] = password2
        if terms_version is not UNSET:
            field_dict["terms_version"] = terms_version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        mobile = d.pop("mobile")

        sms_code = d.pop("sms_code")

        password = d.pop("password")

        def _parse_piccode_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        piccode_id = _parse_piccode_id(d.pop("piccode_id", UNSET))

        def _parse_piccode(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        piccode = _parse_piccode(d.pop("piccode", UNSET))

        def _parse_password2(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        password2 = _parse_password2(d.pop("password2", UNSET))

        def _parse_terms_version(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        terms_version = _parse_terms_version(d.pop("terms_version", UNSET))

        registration_form = cls(
            mobile=mobile,
            sms_code=sms_code,
            password=password,
            piccode_id=piccode_id,
            piccode=piccode,
            password2=password2,
            terms_version=terms_version,
        )

        registration_form.additional_properties = d
        return registration_form

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
