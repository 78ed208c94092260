from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UserView")


@_attrs_define
class UserView:
    """A user, as they see themselves."""

    user_id: int
    """ The user's id. """
    name: str
    """ The name that others see; the mobile number until the user chooses one. """
    mobile: str
    """ The mobile number to sign in with. """
    avatar: None | str
    """ The URL of the picture; null without one. """
    create_time: datetime.datetime
    """ When the account was created. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        user_id = self.user_id

        name = self.name

        mobile = self.mobile

        avatar: None | str
        avatar = self.avatar

        create_time = self.create_time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user_id": user_id,
                "name": name,
                "mobile": mobile,
                "avatar": avatar,
                "create_time": create_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user_id = d.pop("user_id")

        name = d.pop("name")

        mobile = d.pop("mobile")

        def _parse_avatar(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        avatar = _parse_avatar(d.pop("avatar"))

        create_time = datetime.datetime.fromisoformat(d.pop("create_time"))

        user_view = cls(
            user_id=user_id,
            name=name,
            mobile=mobile,
            avatar=avatar,
            create_time=create_time,
        )

        user_view.additional_properties = d
        return user_view

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
