from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="LoginEitherWayForm")


@_attrs_define
class LoginEitherWayForm:
    """A password, or an SMS code in its place."""

    mobile: str
    """ The mobile number of the account. """
    piccode_id: None | str | Unset = UNSET
    """ The id of a picture code, if an answer has asked for one. """
    piccode: None | str | Unset = UNSET
    """ The text in that picture. """
    sms_code: None | str | Unset = UNSET
    """ The code that was sent to this number for the purpose `login`. """
    password: None | str | Unset = UNSET
    """ The account's password. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        mobile = self.mobile

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

        sms_code: None | str | Unset
        if isinstance(self.sms_code, Unset):
            sms_code = UNSET
        else:
            sms_code = self.sms_code

        password: None | str | Unset
        if isinstance(self.password, Unset):
            password = UNSET
        else:
            password = self.password

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mobile": mobile,
            }
        )
        if piccode_id is not UNSET:
            field_dict["piccode_id"] = piccode_id
        if piccode is not UNSET:
            field_dict["piccode"] = piccode
        if sms_code is not UNSET:
            field_dict["sms_code"] = sms_code
        if password is not UNSET:
            field_dict["password"] = password

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        mobile = d.pop("mobile")

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

        def _parse_sms_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sms_code = _parse_sms_code(d.pop("sms_code", UNSET))

        def _parse_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        password = _parse_password(d.pop("password", UNSET))

        login_either_way_form = cls(
            mobile=mobile,
            piccode_id=piccode_id,
            piccode=piccode,
            sms_code=sms_code,
            password=password,
        )

        login_either_way_form.additional_properties = d
        return login_either_way_form

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
