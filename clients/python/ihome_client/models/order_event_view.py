from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.actor import Actor, check_actor
from ..models.order_status import OrderStatus, check_order_status

T = TypeVar("T", bound="OrderEventView")


@_attrs_define
class OrderEventView:
    action: str
    """ What happened. """
    actor: Actor
    """ Who changes an order. The first two are the roles of the API. """
    from_: None | OrderStatus
    """ The state before; null for the booking. """
    to: OrderStatus
    """ The states, under the names of the REST surface (docs/api-contract.md). """
    time: datetime.datetime
    """ When it happened. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action = self.action

        actor: str = self.actor

        from_: None | str
        if isinstance(self.from_, str):
            from_ = self.from_
        else:
            from_ = self.from_

        to: str = self.to

        time = self.time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "actor": actor,
                "from": from_,
                "to": to,
                "time": time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        action = d.pop("action")

        actor = check_actor(d.pop("actor"))

        def _parse_from_(data: object) -> None | OrderStatus:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                from_type_0 = check_order_status(data)

                return from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderStatus, data)

        from_ = _parse_from_(d.pop("from"))

        to = check_order_status(d.pop("to"))

        time = datetime.datetime.fromisoformat(d.pop("time"))

        order_event_view = cls(
            action=action,
            actor=actor,
            from_=from_,
            to=to,
            time=time,
        )

        order_event_view.additional_properties = d
        return order_event_view

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
