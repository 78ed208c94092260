from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.feed_health_view_state import FeedHealthViewState, check_feed_health_view_state

T = TypeVar("T", bound="FeedHealthView")


@_attrs_define
class FeedHealthView:
    """An imported calendar that keeps failing, or works again."""

    feed_id: int
    """ The calendar's id. """
    house_id: int
    """ The house that imports it. """
    title: str
    """ The house's title. """
    state: FeedHealthViewState
    """ Whether it still fails, or works again. """
    error: None | str
    """ Why the last attempt failed; null if it succeeded. """
    failures: int
    """ How many attempts have failed in a row. """
    time: datetime.datetime | None
    """ When it began to fail, or worked again. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        feed_id = self.feed_id

        house_id = self.house_id

        title = self.title

        state: str = self.state

        error: None | str
        error = self.error

        failures = self.failures

        time: None | str
        if isinstance(self.time, datetime.datetime):
            time = self.time.isoformat()
        else:
            time = self.time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "feed_id": feed_id,
                "house_id": house_id,
                "title": title,
                "state": state,
                "error": error,
                "failures": failures,
                "time": time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        feed_id = d.pop("feed_id")

        house_id = d.pop("house_id")

        title = d.pop("title")

        state = check_feed_health_view_state(d.pop("state"))

        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))

        failures = d.pop("failures")

        def _parse_time(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                time_type_0 = datetime.datetime.fromisoformat(data)

                return time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        time = _parse_time(d.pop("time"))

        feed_health_view = cls(
            feed_id=feed_id,
            house_id=house_id,
            title=title,
            state=state,
            error=error,
            failures=failures,
            time=time,
        )

        feed_health_view.additional_properties = d
        return feed_health_view

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
