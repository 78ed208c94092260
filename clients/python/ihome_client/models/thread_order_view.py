from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_status import OrderStatus, check_order_status

T = TypeVar("T", bound="ThreadOrderView")


@_attrs_define
class ThreadOrderView:
    """The guest's newest order for the house."""

    order_id: int
    """ The order's id. """
    status: OrderStatus
    """ The states, under the names of the REST surface (docs/api-contract.md). """
    start_date: datetime.date
    """ The check-in date. """
    end_date: datetime.date
    """ The check-out date. """
    guests: int
    """ How many guests. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        order_id = self.order_id

        status: str = self.status

        start_date = self.start_date.isoformat()

        end_date = self.end_date.isoformat()

        guests = self.guests

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "order_id": order_id,
                "status": status,
                "start_date": start_date,
                "end_date": end_date,
                "guests": guests,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        order_id = d.pop("order_id")

        status = check_order_status(d.pop("status"))

        start_date = datetime.date.fromisoformat(d.pop("start_date"))

        end_date = datetime.date.fromisoformat(d.pop("end_date"))

        guests = d.pop("guests")

        thread_order_view = cls(
            order_id=order_id,
            status=status,
            start_date=start_date,
            end_date=end_date,
            guests=guests,
        )

        thread_order_view.additional_properties = d
        return thread_order_view

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
