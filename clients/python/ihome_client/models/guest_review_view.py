from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="GuestReviewView")


@_attrs_define
class GuestReviewView:
    """What a guest wrote after a stay."""

    user_name: str
    """ The guest's name. """
    user_avatar: None | str
    """ The guest's picture; null without one. """
    rating: int | None
    """ 1 to 5, where 5 is best; null if the guest gave none. """
    content: str
    """ The guest's text. """
    reply: None | str
    """ The host's answer; null without one. """
    time: datetime.datetime
    """ When it was written. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        user_name = self.user_name

        user_avatar: None | str
        user_avatar = self.user_avatar

        rating: int | None
        rating = self.rating

        content = self.content

        reply: None | str
        reply = self.reply

        time = self.time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user_name": user_name,
                "user_avatar": user_avatar,
                "rating": rating,
                "content": content,
                "reply": reply,
                "time": time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user_name = d.pop("user_name")

        def _parse_user_avatar(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_avatar = _parse_user_avatar(d.pop("user_avatar"))

        def _parse_rating(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rating = _parse_rating(d.pop("rating"))

        content = d.pop("content")

        def _parse_reply(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reply = _parse_reply(d.pop("reply"))

        time = datetime.datetime.fromisoformat(d.pop("time"))

        guest_review_view = cls(
            user_name=user_name,
            user_avatar=user_avatar,
            rating=rating,
            content=content,
            reply=reply,
            time=time,
        )

        guest_review_view.additional_properties = d
        return guest_review_view

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
