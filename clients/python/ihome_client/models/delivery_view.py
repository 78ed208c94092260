from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_view_state import DeliveryViewState, check_delivery_view_state

T = TypeVar("T", bound="DeliveryView")


@_attrs_define
class DeliveryView:
    """An event on its way to a webhook."""

    id: int
    """ Its id. """
    message_id: str
    """ The header webhook-id, the same in each attempt. """
    type_: str
    """ The type of the event. """
    state: DeliveryViewState
    """ waiting for an attempt; delivered; failed, that is given up; or dropped with its webhook's address. """
    attempts: int
    """ How many attempts there were, since it was last sent by hand. """
    next_attempt: datetime.datetime | None
    """ When the next attempt is due; null if there is none. """
    created: datetime.datetime
    """ When it was planned. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        message_id = self.message_id

        type_ = self.type_

        state: str = self.state

        attempts = self.attempts

        next_attempt: None | str
        if isinstance(self.next_attempt, datetime.datetime):
            next_attempt = self.next_attempt.isoformat()
        else:
            next_attempt = self.next_attempt

        created = self.created.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "message_id": message_id,
                "type": type_,
                "state": state,
                "attempts": attempts,
                "next_attempt": next_attempt,
                "created": created,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        message_id = d.pop("message_id")

        type_ = d.pop("type")

        state = check_delivery_view_state(d.pop("state"))

        attempts = d.pop("attempts")

        def _parse_next_attempt(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_type_0 = datetime.datetime.fromisoformat(data)

                return next_attempt_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt = _parse_next_attempt(d.pop("next_attempt"))

        created = datetime.datetime.fromisoformat(d.pop("created"))

        delivery_view = cls(
            id=id,
            message_id=message_id,
            type_=type_,
            state=state,
            attempts=attempts,
            next_attempt=next_attempt,
            created=created,
        )

        delivery_view.additional_properties = d
        return delivery_view

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
