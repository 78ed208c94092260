from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.season_view import SeasonView


T = TypeVar("T", bound="RulesView")


@_attrs_define
class RulesView:
    """Which stays a house accepts, and what further guests pay."""

    min_nights: int
    """ The shortest stay, in nights, where neither a season nor a weekday says otherwise. """
    max_nights: int
    """ The longest stay, in nights, where neither a season nor a weekday says otherwise; 0 is no limit. """
    notice_days: int
    """ How many days before the day of arrival bookings close; 0 is on that day. """
    notice_hour: int
    """ At which hour of that day bookings close; 24 is its end. """
    window_days: int
    """ How many days from the day of booking a stay may end at most. """
    weekday_min_nights: list[int]
    """ The shortest stay by the weekday of arrival, Monday first; 0 leaves the house's own. """
    weekday_max_nights: list[int]
    """ The longest stay by the weekday of arrival, Monday first; 0 leaves the house's own. """
    seasons: list[SeasonView]
    """ Times of the year with stays of their own, in order; they go before the weekdays, and no two overlap. """
    no_arrival_weekdays: list[int]
    """ The weekdays on which nobody arrives. """
    no_departure_weekdays: list[int]
    """ The weekdays on which nobody leaves. """
    no_arrival_dates: list[datetime.date]
    """ The dates on which nobody arrives, in order. """
    no_departure_dates: list[datetime.date]
    """ The dates on which nobody leaves, in order. """
    fills_gaps: bool
    """ Whether guests may book all free nights between two taken ones where these are fewer than the shortest stay.
    """
    included_guests: int
    """ How many guests the price of a night includes; 0 is all of them. """
    extra_guest_price: int
    """ What each further guest pays for a night, in fen. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        min_nights = self.min_nights

        max_nights = self.max_nights

        notice_days = self.notice_days

        notice_hour = self.notice_hour

        window_days = self.window_days

        weekday_min_nights = self.weekday_min_nights

        weekday_max_nights = self.weekday_max_nights

        seasons = []
        for seasons_item_data in self.seasons:
            seasons_item = seasons_item_data.to_dict()
            seasons.append(seasons_item)

        no_arrival_weekdays = self.no_arrival_weekdays

        no_departure_weekdays = self.no_departure_weekdays

        no_arrival_dates = []
        for no_arrival_dates_item_data in self.no_arrival_dates:
            no_arrival_dates_item = no_arrival_dates_item_data.isoformat()
            no_arrival_dates.append(no_arrival_dates_item)

        no_departure_dates = []
        for no_departure_dates_item_data in self.no_departure_dates:
            no_departure_dates_item = no_departure_dates_item_data.isoformat()
            no_departure_dates.append(no_departure_dates_item)

        fills_gaps = self.fills_gaps

        included_guests = self.included_guests

        extra_guest_price = self.extra_guest_price

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "min_nights": min_nights,
                "max_nights": max_nights,
                "notice_days": notice_days,
                "notice_hour": notice_hour,
                "window_days": window_days,
                "weekday_min_nights": weekday_min_nights,
                "weekday_max_nights": weekday_max_nights,
                "seasons": seasons,
                "no_arrival_weekdays": no_arrival_weekdays,
                "no_departure_weekdays": no_departure_weekdays,
                "no_arrival_dates": no_arrival_dates,
                "no_departure_dates": no_departure_dates,
                "fills_gaps": fills_gaps,
                "included_guests": included_guests,
                "extra_guest_price": extra_guest_price,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.season_view import SeasonView  # noqa: PLC0415

        d = dict(src_dict)
        min_nights = d.pop("min_nights")

        max_nights = d.pop("max_nights")

        notice_days = d.pop("notice_days")

        notice_hour = d.pop("notice_hour")

        window_days = d.pop("window_days")

        weekday_min_nights = cast(list[int], d.pop("weekday_min_nights"))

        weekday_max_nights = cast(list[int], d.pop("weekday_max_nights"))

        seasons = []
        _seasons = d.pop("seasons")
        for seasons_item_data in _seasons:
            seasons_item = SeasonView.from_dict(seasons_item_data)

            seasons.append(seasons_item)

        no_arrival_weekdays = cast(list[int], d.pop("no_arrival_weekdays"))

        no_departure_weekdays = cast(list[int], d.pop("no_departure_weekdays"))

        no_arrival_dates = []
        _no_arrival_dates = d.pop("no_arrival_dates")
        for no_arrival_dates_item_data in _no_arrival_dates:
            no_arrival_dates_item = datetime.date.fromisoformat(no_arrival_dates_item_data)

            no_arrival_dates.append(no_arrival_dates_item)

        no_departure_dates = []
        _no_departure_dates = d.pop("no_departure_dates")
        for no_departure_dates_item_data in _no_departure_dates:
            no_departure_dates_item = datetime.date.fromisoformat(no_departure_dates_item_data)

            no_departure_dates.append(no_departure_dates_item)

        fills_gaps = d.pop("fills_gaps")

        included_guests = d.pop("included_guests")

        extra_guest_price = d.pop("extra_guest_price")

        rules_view = cls(
            min_nights=min_nights,
            max_nights=max_nights,
            notice_days=notice_days,
            notice_hour=notice_hour,
            window_days=window_days,
            weekday_min_nights=weekday_min_nights,
            weekday_max_nights=weekday_max_nights,
            seasons=seasons,
            no_arrival_weekdays=no_arrival_weekdays,
            no_departure_weekdays=no_departure_weekdays,
            no_arrival_dates=no_arrival_dates,
            no_departure_dates=no_departure_dates,
            fills_gaps=fills_gaps,
            included_guests=included_guests,
            extra_guest_price=extra_guest_price,
        )

        rules_view.additional_properties = d
        return rules_view

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
