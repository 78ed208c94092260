from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.actor import Actor, check_actor
from ..models.order_status import OrderStatus, check_order_status

T = TypeVar("T", bound="NoticeView")


@_attrs_define
class NoticeView:
    """An event of an order that the user is notified of."""

    notice_id: int
    """ The notice's id. """
    order_id: int
    """ The order's id. """
    title: str
    """ The title of the order's house. """
    action: str
    """ What happened. """
    actor: Actor
    """ Who changes an order. The first two are the roles of the API. """
    status: OrderStatus
    """ The states, under the names of the REST surface (docs/api-contract.md). """
    time: datetime.datetime
    """ When it happened. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        notice_id = self.notice_id

        order_id = self.order_id

        title = self.title

        action = self.action

        actor: str = self.actor

        status: str = self.status

        time = self.time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "notice_id": notice_id,
                "order_id": order_id,
                "title": title,
                "action": action,
                "actor": actor,
                "status": status,
                "time": time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        notice_id = d.pop("notice_id")

        order_id = d.pop("order_id")

        title = d.pop("title")

        action = d.pop("action")

        actor = check_actor(d.pop("actor"))

        status = check_order_status(d.pop("status"))

        time = datetime.datetime.fromisoformat(d.pop("time"))

        notice_view = cls(
            notice_id=notice_id,
            order_id=order_id,
            title=title,
            action=action,
            actor=actor,
            status=status,
            time=time,
        )

        notice_view.additional_properties = d
        return notice_view

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
