from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.arrivals_view import ArrivalsView


T = TypeVar("T", bound="CalendarView")


@_attrs_define
class CalendarView:
    """Which stays of the coming year can be booked now: those that begin and end on days which allow it, are as long as
    the day of arrival says, and have no night that is taken.

    """

    taken: list[datetime.date]
    """ All of these nights, in order. """
    blocked: list[datetime.date]
    """ The nights among them that the host has blocked. """
    imported: list[datetime.date]
    """ The nights among them that are taken on another platform. """
    arrivals: list[ArrivalsView]
    """ The days on which guests may arrive, in order. Nobody arrives on a day that is in none of these. """
    no_departure: list[datetime.date]
    """ The days on which nobody may leave, in order. """
    last_departure: datetime.date
    """ The last day on which a guest may leave. """
    fills_gaps: bool
    """ Whether a stay may be shorter than the shortest one where it fills all free nights between two taken ones,
    or
    between today and a taken one. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        taken = []
        for taken_item_data in self.taken:
            taken_item = taken_item_data.isoformat()
            taken.append(taken_item)

        blocked = []
        for blocked_item_data in self.blocked:
            blocked_item = blocked_item_data.isoformat()
            blocked.append(blocked_item)

        imported = []
        for imported_item_data in self.imported:
            imported_item = imported_item_data.isoformat()
            imported.append(imported_item)

        arrivals = []
        for arrivals_item_data in self.arrivals:
            arrivals_item = arrivals_item_data.to_dict()
            arrivals.append(arrivals_item)

        no_departure = []
        for no_departure_item_data in self.no_departure:
            no_departure_item = no_departure_item_data.isoformat()
            no_departure.append(no_departure_item)

        last_departure = self.last_departure.isoformat()

        fills_gaps = self.fills_gaps

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "taken": taken,
                "blocked": blocked,
                "imported": imported,
                "arrivals": arrivals,
                "no_departure": no_departure,
                "last_departure": last_departure,
                "fills_gaps": fills_gaps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.arrivals_view import ArrivalsView  # noqa: PLC0415

        d = dict(src_dict)
        taken = []
        _taken = d.pop("taken")
        for taken_item_data in _taken:
            taken_item = datetime.date.fromisoformat(taken_item_data)

            taken.append(taken_item)

        blocked = []
        _blocked = d.pop("blocked")
        for blocked_item_data in _blocked:
            blocked_item = datetime.date.fromisoformat(blocked_item_data)

            blocked.append(blocked_item)

        imported = []
        _imported = d.pop("imported")
        for imported_item_data in _imported:
            imported_item = datetime.date.fromisoformat(imported_item_data)

            imported.append(imported_item)

        arrivals = []
        _arrivals = d.pop("arrivals")
        for arrivals_item_data in _arrivals:
            arrivals_item = ArrivalsView.from_dict(arrivals_item_data)

            arrivals.append(arrivals_item)

        no_departure = []
        _no_departure = d.pop("no_departure")
        for no_departure_item_data in _no_departure:
            no_departure_item = datetime.date.fromisoformat(no_departure_item_data)

            no_departure.append(no_departure_item)

        last_departure = datetime.date.fromisoformat(d.pop("last_departure"))

        fills_gaps = d.pop("fills_gaps")

        calendar_view = cls(
            taken=taken,
            blocked=blocked,
            imported=imported,
            arrivals=arrivals,
            no_departure=no_departure,
            last_departure=last_departure,
            fills_gaps=fills_gaps,
        )

        calendar_view.additional_properties = d
        return calendar_view

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
