from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.season_form import SeasonForm


T = TypeVar("T", bound="RulesForm")


@_attrs_define
class RulesForm:
    """Rules to change; fields that are left out stay as they are."""

    notice_days: int | Unset = UNSET
    """ How many days before the day of arrival bookings close; 0 is on that day. """
    notice_hour: int | Unset = UNSET
    """ At which hour of that day bookings close; 24 is its end. """
    window_days: int | Unset = UNSET
    """ How many days from the day of booking a stay may end at most. """
    weekday_min_nights: list[int] | None | Unset = UNSET
    """ The shortest stay by the weekday of arrival, Monday first; 0 leaves the house's own. """
    weekday_max_nights: list[int] | None | Unset = UNSET
    """ The longest stay by the weekday of arrival, Monday first; 0 leaves the house's own. """
    seasons: list[SeasonForm] | None | Unset = UNSET
    """ All seasons; they replace the earlier ones, and go before the weekdays. No two may overlap. """
    no_arrival_weekdays: list[int] | None | Unset = UNSET
    """ The weekdays on which nobody arrives. """
    no_departure_weekdays: list[int] | None | Unset = UNSET
    """ The weekdays on which nobody leaves. """
    no_arrival_dates: list[datetime.date] | None | Unset = UNSET
    """ The dates on which nobody arrives. """
    no_departure_dates: list[datetime.date] | None | Unset = UNSET
    """ The dates on which nobody leaves. """
    fills_gaps: bool | None | Unset = UNSET
    """ Whether guests may book all free nights between two taken ones where these are fewer than the shortest stay.
    """
    included_guests: int | Unset = UNSET
    """ How many guests the price of a night includes; 0 is all of them. """
    extra_guest_price: int | None | Unset = UNSET
    """ What each further guest pays for a night, in fen. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        notice_days = self.notice_days

        notice_hour = self.notice_hour

        window_days = self.window_days

        weekday_min_nights: list[int] | None | Unset
        if isinstance(self.weekday_min_nights, Unset):
            weekday_min_nights = UNSET
        elif isinstance(self.weekday_min_nights, list):
            weekday_min_nights = self.weekday_min_nights

        else:
            weekday_min_nights = self.weekday_min_nights

        weekday_max_nights: list[int] | None | Unset
        if isinstance(self.weekday_max_nights, Unset):
            weekday_max_nights = UNSET
        elif isinstance(self.weekday_max_nights, list):
            weekday_max_nights = self.weekday_max_nights

        else:
            weekday_max_nights = self.weekday_max_nights

        seasons: list[dict[str, Any]] | None | Unset
        if isinstance(self.seasons, Unset):
            seasons = UNSET
        elif isinstance(self.seasons, list):
            seasons = []
            for seasons_type_0_item_data in self.seasons:
                seasons_type_0_item = seasons_type_0_item_data.to_dict()
                seasons.append(seasons_type_0_item)

        else:
            seasons = self.seasons

        no_arrival_weekdays: list[int] | None | Unset
        if isinstance(self.no_arrival_weekdays, Unset):
            no_arrival_weekdays = UNSET
        elif isinstance(self.no_arrival_weekdays, list):
            no_arrival_weekdays = self.no_arrival_weekdays

        else:
            no_arrival_weekdays = self.no_arrival_weekdays

        no_departure_weekdays: list[int] | None | Unset
        if isinstance(self.no_departure_weekdays, Unset):
            no_departure_weekdays = UNSET
        elif isinstance(self.no_departure_weekdays, list):
            no_departure_weekdays = self.no_departure_weekdays

        else:
            no_departure_weekdays = self.no_departure_weekdays

        no_arrival_dates: list[str] | None | Unset
        if isinstance(self.no_arrival_dates, Unset):
            no_arrival_dates = UNSET
        elif isinstance(self.no_arrival_dates, list):
            no_arrival_dates = []
            for no_arrival_dates_type_0_item_data in self.no_arrival_dates:
                no_arrival_dates_type_0_item = no_arrival_dates_type_0_item_data.isoformat()
                no_arrival_dates.append(no_arrival_dates_type_0_item)

        else:
            no_arrival_dates = self.no_arrival_dates

        no_departure_dates: list[str] | None | Unset
        if isinstance(self.no_departure_dates, Unset):
            no_departure_dates = UNSET
        elif isinstance(self.no_departure_dates, list):
            no_departure_dates = []
            for no_departure_dates_type_0_item_data in self.no_departure_dates:
                no_departure_dates_type_0_item = no_departure_dates_type_0_item_data.isoformat()
                no_departure_dates.append(no_departure_dates_type_0_item)

        else:
            no_departure_dates = self.no_departure_dates

        fills_gaps: bool | None | Unset
        if isinstance(self.fills_gaps, Unset):
            fills_gaps = UNSET
        else:
            fills_gaps = self.fills_gaps

        included_guests = self.included_guests

        extra_guest_price: int | None | Unset
        if isinstance(self.extra_guest_price, Unset):
            extra_guest_price = UNSET
        else:
            extra_guest_price = self.extra_guest_price

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if notice_days is not UNSET:
            field_dict["notice_days"] = notice_days
        if notice_hour is not UNSET:
            field_dict["notice_hour"] = notice_hour
        if window_days is not UNSET:
            field_dict["window_days"] = window_days
        if weekday_min_nights is not UNSET:
            field_dict["weekday_min_nights"] = weekday_min_nights
        if weekday_max_nights is not UNSET:
            field_dict["weekday_max_nights"] = weekday_max_nights
        if seasons is not UNSET:
            field_dict["seasons"] = seasons
        if no_arrival_weekdays is not UNSET:
            field_dict["no_arrival_weekdays"] = no_arrival_weekdays
        if no_departure_weekdays is not UNSET:
            field_dict["no_departure_weekdays"] = no_departure_weekdays
        if no_arrival_dates is not UNSET:
            field_dict["no_arrival_dates"] = no_arrival_dates
        if no_departure_dates is not UNSET:
            field_dict["no_departure_dates"] = no_departure_dates
        if fills_gaps is not UNSET:
            field_dict["fills_gaps"] = fills_gaps
        if included_guests is not UNSET:
            field_dict["included_guests"] = included_guests
        if extra_guest_price is not UNSET:
            field_dict["extra_guest_price"] = extra_guest_price

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.season_form import SeasonForm  # noqa: PLC0415

        d = dict(src_dict)
        notice_days = d.pop("notice_days", UNSET)

        notice_hour = d.pop("notice_hour", UNSET)

        window_days = d.pop("window_days", UNSET)

        def _parse_weekday_min_nights(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                weekday_min_nights_type_0 = cast(list[int], data)

                return weekday_min_nights_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        weekday_min_nights = _parse_weekday_min_nights(d.pop("weekday_min_nights", UNSET))

        def _parse_weekday_max_nights(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                weekday_max_nights_type_0 = cast(list[int], data)

                return weekday_max_nights_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        weekday_max_nights = _parse_weekday_max_nights(d.pop("weekday_max_nights", UNSET))

        def _parse_seasons(data: object) -> list[SeasonForm] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                seasons_type_0 = []
                _seasons_type_0 = data
                for seasons_type_0_item_data in _seasons_type_0:
                    seasons_type_0_item = SeasonForm.from_dict(seasons_type_0_item_data)

                    seasons_type_0.append(seasons_type_0_item)

                return seasons_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[SeasonForm] | None | Unset, data)

        seasons = _parse_seasons(d.pop("seasons", UNSET))

        def _parse_no_arrival_weekdays(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                no_arrival_weekdays_type_0 = cast(list[int], data)

                return no_arrival_weekdays_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        no_arrival_weekdays = _parse_no_arrival_weekdays(d.pop("no_arrival_weekdays", UNSET))

        def _parse_no_departure_weekdays(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                no_departure_weekdays_type_0 = cast(list[int], data)

                return no_departure_weekdays_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        no_departure_weekdays = _parse_no_departure_weekdays(d.pop("no_departure_weekdays", UNSET))

        def _parse_no_arrival_dates(data: object) -> list[datetime.date] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                no_arrival_dates_type_0 = []
                _no_arrival_dates_type_0 = data
                for no_arrival_dates_type_0_item_data in _no_arrival_dates_type_0:
                    no_arrival_dates_type_0_item = datetime.date.fromisoformat(no_arrival_dates_type_0_item_data)

                    no_arrival_dates_type_0.append(no_arrival_dates_type_0_item)

                return no_arrival_dates_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[datetime.date] | None | Unset, data)

        no_arrival_dates = _parse_no_arrival_dates(d.pop("no_arrival_dates", UNSET))

        def _parse_no_departure_dates(data: object) -> list[datetime.date] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                no_departure_dates_type_0 = []
                _no_departure_dates_type_0 = data
                for no_departure_dates_type_0_item_data in _no_departure_dates_type_0:
                    no_departure_dates_type_0_item = datetime.date.fromisoformat(no_departure_dates_type_0_item_data)

                    no_departure_dates_type_0.append(no_departure_dates_type_0_item)

                return no_departure_dates_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[datetime.date] | None | Unset, data)

        no_departure_dates = _parse_no_departure_dates(d.pop("no_departure_dates", UNSET))

        def _parse_fills_gaps(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        fills_gaps = _parse_fills_gaps(d.pop("fills_gaps", UNSET))

        included_guests = d.pop("included_guests", UNSET)

        def _parse_extra_guest_price(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        extra_guest_price = _parse_extra_guest_price(d.pop("extra_guest_price", UNSET))

        rules_form = cls(
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

        rules_form.additional_properties = d
        return rules_form

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
