from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_view_actions_item import ChangeViewActionsItem, check_change_view_actions_item
from ..models.change_view_offered_by import ChangeViewOfferedBy, check_change_view_offered_by
from ..models.change_view_status import ChangeViewStatus, check_change_view_status

if TYPE_CHECKING:
    from ..models.bill_item_view import BillItemView


T = TypeVar("T", bound="ChangeView")


@_attrs_define
class ChangeView:
    """A change of a stay that one party has offered."""

    change_id: int
    """ The change's id. """
    offered_by: ChangeViewOfferedBy
    """ The guest (`custom`) or the host (`landlord`). """
    status: ChangeViewStatus
    """ OFFERED awaits the other party, WAIT_PAYMENT the guest's payment of the difference. ENDED: the order went on
    without it. """
    actions: list[ChangeViewActionsItem]
    """ What the viewer may do now. """
    start_date: datetime.date
    """ The check-in date with the change. """
    end_date: datetime.date
    """ The check-out date with the change. """
    days: int
    """ The number of nights with the change. """
    guests: int
    """ The number of guests with the change. """
    items: list[BillItemView]
    """ The lines of the bill with the change. """
    amount: int
    """ What the whole stay costs with the change, in fen. """
    difference: int
    """ What the guest pays more, in fen; below 0, what the guest gets back. """
    due: datetime.datetime | None
    """ Until when it is answered or paid; null where it is not open. """
    create_time: datetime.datetime
    """ When it was offered. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        change_id = self.change_id

        offered_by: str = self.offered_by

        status: str = self.status

        actions = []
        for actions_item_data in self.actions:
            actions_item: str = actions_item_data
            actions.append(actions_item)

        start_date = self.start_date.isoformat()

        end_date = self.end_date.isoformat()

        days = self.days

        guests = self.guests

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        amount = self.amount

        difference = self.difference

        due: None | str
        if isinstance(self.due, datetime.datetime):
            due = self.due.isoformat()
        else:
            due = self.due

        create_time = self.create_time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "change_id": change_id,
                "offered_by": offered_by,
                "status": status,
                "actions": actions,
                "start_date": start_date,
                "end_date": end_date,
                "days": days,
                "guests": guests,
                "items": items,
                "amount": amount,
                "difference": difference,
                "due": due,
                "create_time": create_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bill_item_view import BillItemView  # noqa: PLC0415

        d = dict(src_dict)
        change_id = d.pop("change_id")

        offered_by = check_change_view_offered_by(d.pop("offered_by"))

        status = check_change_view_status(d.pop("status"))

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:
            actions_item = check_change_view_actions_item(actions_item_data)

            actions.append(actions_item)

        start_date = datetime.date.fromisoformat(d.pop("start_date"))

        end_date = datetime.date.fromisoformat(d.pop("end_date"))

        days = d.pop("days")

        guests = d.pop("guests")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = BillItemView.from_dict(items_item_data)

            items.append(items_item)

        amount = d.pop("amount")

        difference = d.pop("difference")

        def _parse_due(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_type_0 = datetime.datetime.fromisoformat(data)

                return due_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due = _parse_due(d.pop("due"))

        create_time = datetime.datetime.fromisoformat(d.pop("create_time"))

        change_view = cls(
            change_id=change_id,
            offered_by=offered_by,
            status=status,
            actions=actions,
            start_date=start_date,
            end_date=end_date,
            days=days,
            guests=guests,
            items=items,
            amount=amount,
            difference=difference,
            due=due,
            create_time=create_time,
        )

        change_view.additional_properties = d
        return change_view

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
