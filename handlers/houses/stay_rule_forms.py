"""Forms of the endpoints about the rules of a house. Weekdays are those of ISO 8601: 1 is Monday. Money is in fen."""

from dataclasses import replace
from itertools import pairwise
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from handlers.api.form_types import whole_number, wrong
from handlers.houses.form_fields import Amount, Day, EndDay, YesOrNo
from handlers.houses.forms import HouseIdForm
from models.houses.stay_rules import END_OF_DAY, MAX_WINDOW_DAYS, Season, StayRules
from models.stay import MAX_NIGHTS

_MAX_SEASONS, _MAX_DATES = 50, 100

Nights = Annotated[int, whole_number(0, MAX_NIGHTS), Field(examples=[2])]
"""A number of nights; 0 leaves the bound as it is."""
NightsByWeekday = Annotated[
    list[Nights], Field(min_length=7, max_length=7, fail_fast=True, examples=[[0, 0, 0, 0, 2, 2, 0]])
]
Weekdays = Annotated[list[Annotated[int, whole_number(1, 7)]], Field(max_length=7, fail_fast=True, examples=[[7]])]
Dates = Annotated[list[Day], Field(max_length=_MAX_DATES, fail_fast=True, examples=[["2027-01-01"]])]
_LISTS = ("no_arrival_weekdays", "no_departure_weekdays", "no_arrival_dates", "no_departure_dates")


class SeasonForm(BaseModel):
    """How long guests stay who arrive from `first_day` to `last_day`, both included."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", use_attribute_docstrings=True)
    first_day: Day
    """The first day of arrival."""
    last_day: EndDay
    """The last day of arrival."""
    min_nights: Nights = 0
    """The shortest stay, in nights; 0 leaves it as it is without the season."""
    max_nights: Nights = 0
    """The longest stay, in nights; 0 leaves it as it is without the season."""

    @property
    def season(self) -> Season:
        """The season, for the service."""
        return Season(self.first_day, self.last_day, self.min_nights, self.max_nights)


class RulesForm(HouseIdForm):
    """Rules to change; fields that are left out stay as they are."""

    notice_days: Annotated[int | None, whole_number(0, 60), Field(examples=[1])] = None
    """How many days before the day of arrival bookings close; 0 is on that day."""
    notice_hour: Annotated[int | None, whole_number(1, END_OF_DAY), Field(examples=[18])] = None
    """At which hour of that day bookings close; 24 is its end."""
    window_days: Annotated[int | None, whole_number(1, MAX_WINDOW_DAYS), Field(examples=[180])] = None
    """How many days from the day of booking a stay may end at most."""
    weekday_min_nights: NightsByWeekday | None = None
    """The shortest stay by the weekday of arrival, Monday first; 0 leaves the house's own."""
    weekday_max_nights: Annotated[NightsByWeekday | None, Field(examples=[[0, 0, 0, 0, 0, 7, 0]])] = None
    """The longest stay by the weekday of arrival, Monday first; 0 leaves the house's own."""
    seasons: Annotated[list[SeasonForm], Field(max_length=_MAX_SEASONS, fail_fast=True)] | None = None
    """All seasons; they replace the earlier ones, and go before the weekdays. No two may overlap."""
    no_arrival_weekdays: Weekdays | None = None
    """The weekdays on which nobody arrives."""
    no_departure_weekdays: Weekdays | None = None
    """The weekdays on which nobody leaves."""
    no_arrival_dates: Dates | None = None
    """The dates on which nobody arrives."""
    no_departure_dates: Dates | None = None
    """The dates on which nobody leaves."""
    fills_gaps: YesOrNo | None = None
    """Whether guests may book all free nights between two taken ones where these are fewer than the shortest stay."""
    included_guests: Annotated[int | None, whole_number(0, 100), Field(examples=[2])] = None
    """How many guests the price of a night includes; 0 is all of them."""
    extra_guest_price: Amount | None = None
    """What each further guest pays for a night, in fen."""

    @field_validator("*")
    @classmethod
    def _not_null(cls, value: object) -> object:
        if value is None:
            raise wrong("必填")
        return value

    @field_validator("seasons")
    @classmethod
    def _apart(cls, value: list[SeasonForm]) -> list[SeasonForm]:
        ordered = sorted(value, key=lambda each: each.first_day)
        if any(each.last_day < each.first_day for each in ordered):
            raise wrong("每段的最后一天不能早于第一天")
        if any(before.last_day >= each.first_day for before, each in pairwise(ordered)):
            raise wrong("各段日期不能重叠")
        return ordered

    @model_validator(mode="after")
    def _something(self) -> "RulesForm":
        if self.model_fields_set <= {"house_id"}:
            raise wrong("请至少填写一项")
        return self

    def change(self, rules: StayRules) -> StayRules:
        """These rules with what is sent, for the service."""
        return replace(rules, **{name: self._sent(name) for name in self.model_fields_set - {"house_id"}})

    def _sent(self, name: str) -> Any:
        value = getattr(self, name)
        if name == "seasons":
            return tuple(each.season for each in value)
        if name in _LISTS:
            return tuple(sorted(set(value)))
        return tuple(value) if isinstance(value, list) else value
