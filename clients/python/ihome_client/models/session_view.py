from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.session_view_kind import SessionViewKind, check_session_view_kind

T = TypeVar("T", bound="SessionView")


@_attrs_define
class SessionView:
    """A device that is signed in."""

    id: str
    """ Identifies the session for ending it; it is no credential. """
    name: str
    """ The device in words: its program and its system. """
    device: str
    """ What the device calls itself (User-Agent). """
    address: str
    """ The network address from which the session was opened. """
    last_seen: datetime.datetime
    """ When the device sent its last request, to the minute. """
    opened: datetime.datetime
    """ When the device signed in. """
    current: bool
    """ Whether it is the session of this request. """
    kind: SessionViewKind
    """ A browser holds a cookie, an app holds tokens. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        device = self.device

        address = self.address

        last_seen = self.last_seen.isoformat()

        opened = self.opened.isoformat()

        current = self.current

        kind: str = self.kind

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "device": device,
                "address": address,
                "last_seen": last_seen,
                "opened": opened,
                "current": current,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        device = d.pop("device")

        address = d.pop("address")

        last_seen = datetime.datetime.fromisoformat(d.pop("last_seen"))

        opened = datetime.datetime.fromisoformat(d.pop("opened"))

        current = d.pop("current")

        kind = check_session_view_kind(d.pop("kind"))

        session_view = cls(
            id=id,
            name=name,
            device=device,
            address=address,
            last_seen=last_seen,
            opened=opened,
            current=current,
            kind=kind,
        )

        session_view.additional_properties = d
        return session_view

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
