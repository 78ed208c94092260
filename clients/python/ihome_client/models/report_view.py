from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ReportView")


@_attrs_define
class ReportView:
    """A reported message."""

    report_id: int
    """ The report's id. """
    reason: str
    """ What is wrong with the message, in the words of the one who reported it. """
    time: datetime.datetime
    """ When it was reported first. """
    reporter_id: int
    """ Who reported it. """
    reporter_name: str
    """ Their name. """
    message_id: int
    """ The message. """
    text: str
    """ What it says. """
    sent_time: datetime.datetime
    """ When it was sent. """
    sender_id: int
    """ Who sent it. """
    sender_name: str
    """ Their name. """
    thread_id: int
    """ The thread it stands in. """
    house_id: int
    """ The house of the thread. """
    title: str
    """ The house's title. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        report_id = self.report_id

        reason = self.reason

        time = self.time.isoformat()

        reporter_id = self.reporter_id

        reporter_name = self.reporter_name

        message_id = self.message_id

        text = self.text

        sent_time = self.sent_time.isoformat()

        sender_id = self.sender_id

        sender_name = self.sender_name

        thread_id = self.thread_id

        house_id = self.house_id

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "report_id": report_id,
                "reason": reason,
                "time": time,
                "reporter_id": reporter_id,
                "reporter_name": reporter_name,
                "message_id": message_id,
                "text": text,
                "sent_time": sent_time,
                "sender_id": sender_id,
                "sender_name": sender_name,
                "thread_id": thread_id,
                "house_id": house_id,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        report_id = d.pop("report_id")

        reason = d.pop("reason")

        time = datetime.datetime.fromisoformat(d.pop("time"))

        reporter_id = d.pop("reporter_id")

        reporter_name = d.pop("reporter_name")

        message_id = d.pop("message_id")

        text = d.pop("text")

        sent_time = datetime.datetime.fromisoformat(d.pop("sent_time"))

        sender_id = d.pop("sender_id")

        sender_name = d.pop("sender_name")

        thread_id = d.pop("thread_id")

        house_id = d.pop("house_id")

        title = d.pop("title")

        report_view = cls(
            report_id=report_id,
            reason=reason,
            time=time,
            reporter_id=reporter_id,
            reporter_name=reporter_name,
            message_id=message_id,
            text=text,
            sent_time=sent_time,
            sender_id=sender_id,
            sender_name=sender_name,
            thread_id=thread_id,
            house_id=house_id,
            title=title,
        )

        report_view.additional_properties = d
        return report_view

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
