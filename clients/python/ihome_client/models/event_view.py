from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.event_view_data import EventViewData
    from ..models.subject_view import SubjectView


T = TypeVar("T", bound="EventView")


@_attrs_define
class EventView:
    """Something that happened and that the reader may know of."""

    id: int
    """ Its number in the reader's stream: 1, 2, 3 … without gaps. Whoever reads an event twice knows it by this.
    """
    type_: str
    """ What happened; docs/events.md lists the types. New types may come. """
    version: int
    """ The version of the type's fields. """
    subject: SubjectView
    """ What an event is about. """
    time: datetime.datetime
    """ When it happened. """
    data: EventViewData
    """ The facts, by the fields of the type. New fields may come. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        type_ = self.type_

        version = self.version

        subject = self.subject.to_dict()

        time = self.time.isoformat()

        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "type": type_,
                "version": version,
                "subject": subject,
                "time": time,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_view_data import EventViewData  # noqa: PLC0415
        from ..models.subject_view import SubjectView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        type_ = d.pop("type")

        version = d.pop("version")

        subject = SubjectView.from_dict(d.pop("subject"))

        time = datetime.datetime.fromisoformat(d.pop("time"))

        data = EventViewData.from_dict(d.pop("data"))

        event_view = cls(
            id=id,
            type_=type_,
            version=version,
            subject=subject,
            time=time,
            data=data,
        )

        event_view.additional_properties = d
        return event_view

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
