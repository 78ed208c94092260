from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FeedView")


@_attrs_define
class FeedView:
    """Another platform's calendar that is imported."""

    feed_id: int
    """ The calendar's id. """
    url: str
    """ Where it is fetched. """
    nights: int
    """ How many nights it blocks. """
    conflicts: int
    """ How many of these nights are also sold here. """
    error: None | str
    """ Why the last attempt failed; null if it succeeded. """
    failures: int
    """ How many attempts have failed in a row. """
    failing_since: datetime.datetime | None
    """ When the first of these attempts was made; null if the last attempt succeeded. """
    fetched: datetime.datetime | None
    """ When it was last read; null before the first time. """
    next_fetch: datetime.datetime
    """ When it will be read next. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        feed_id = self.feed_id

        url = self.url

        nights = self.nights

        conflicts = self.conflicts

        error: None | str
        error = self.error

        failures = self.failures

        failing_since: None | str
        if isinstance(self.failing_since, datetime.datetime):
            failing_since = self.failing_since.isoformat()
        else:
            failing_since = self.failing_since

        fetched: None | str
        if isinstance(self.fetched, datetime.datetime):
            fetched = self.fetched.isoformat()
        else:
            fetched = self.fetched

        next_fetch = self.next_fetch.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "feed_id": feed_id,
                "url": url,
                "nights": nights,
                "conflicts": conflicts,
                "error": error,
                "failures": failures,
                "failing_since": failing_since,
                "fetched": fetched,
                "next_fetch": next_fetch,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        feed_id = d.pop("feed_id")

        url = d.pop("url")

        nights = d.pop("nights")

        conflicts = d.pop("conflicts")

        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))

        failures = d.pop("failures")

        def _parse_failing_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                failing_since_type_0 = datetime.datetime.fromisoformat(data)

                return failing_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        failing_since = _parse_failing_since(d.pop("failing_since"))

        def _parse_fetched(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fetched_type_0 = datetime.datetime.fromisoformat(data)

                return fetched_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        fetched = _parse_fetched(d.pop("fetched"))

        next_fetch = datetime.datetime.fromisoformat(d.pop("next_fetch"))

        feed_view = cls(
            feed_id=feed_id,
            url=url,
            nights=nights,
            conflicts=conflicts,
            error=error,
            failures=failures,
            failing_since=failing_since,
            fetched=fetched,
            next_fetch=next_fetch,
        )

        feed_view.additional_properties = d
        return feed_view

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
