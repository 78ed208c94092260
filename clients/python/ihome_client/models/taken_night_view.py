from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.taken_night_view_taken_by import TakenNightViewTakenBy, check_taken_night_view_taken_by

T = TypeVar("T", bound="TakenNightView")


@_attrs_define
class TakenNightView:
    """A night that cannot be booked."""

    date: datetime.date
    """ The evening on which it begins. """
    taken_by: TakenNightViewTakenBy
    """ Whether it is sold here, blocked by the host, or taken on another platform. """
    order_id: int | None
    """ The order that it belongs to; null if it is not sold here. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        date = self.date.isoformat()

        taken_by: str = self.taken_by

        order_id: int | None
        order_id = self.order_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "date": date,
                "taken_by": taken_by,
                "order_id": order_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        date = datetime.date.fromisoformat(d.pop("date"))

        taken_by = check_taken_night_view_taken_by(d.pop("taken_by"))

        def _parse_order_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        order_id = _parse_order_id(d.pop("order_id"))

        taken_night_view = cls(
            date=date,
            taken_by=taken_by,
            order_id=order_id,
        )

        taken_night_view.additional_properties = d
        return taken_night_view

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
