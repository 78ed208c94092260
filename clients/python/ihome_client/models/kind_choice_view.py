from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.kind_choice_view_section import KindChoiceViewSection, check_kind_choice_view_section

T = TypeVar("T", bound="KindChoiceView")


@_attrs_define
class KindChoiceView:
    """A kind of notification, and the channels that it goes over."""

    kind: str
    """ Its name. """
    name: str
    """ What it is about, in the reader's language. """
    section: KindChoiceViewSection
    """ Who gets such notifications: as a guest, as a host, as both, or about the account. """
    locked: bool
    """ Whether it cannot be switched off. """
    push: bool | None
    """ Whether it goes over Web Push; null where such notifications are not sent there. """
    mail: bool | None
    """ Whether it goes over mail. """
    sms: bool | None
    """ Whether it goes over SMS. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        name = self.name

        section: str = self.section

        locked = self.locked

        push: bool | None
        push = self.push

        mail: bool | None
        mail = self.mail

        sms: bool | None
        sms = self.sms

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "name": name,
                "section": section,
                "locked": locked,
                "push": push,
                "mail": mail,
                "sms": sms,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = d.pop("kind")

        name = d.pop("name")

        section = check_kind_choice_view_section(d.pop("section"))

        locked = d.pop("locked")

        def _parse_push(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        push = _parse_push(d.pop("push"))

        def _parse_mail(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        mail = _parse_mail(d.pop("mail"))

        def _parse_sms(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        sms = _parse_sms(d.pop("sms"))

        kind_choice_view = cls(
            kind=kind,
            name=name,
            section=section,
            locked=locked,
            push=push,
            mail=mail,
            sms=sms,
        )

        kind_choice_view.additional_properties = d
        return kind_choice_view

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
