"""Forms of the endpoints about prices. Money is in fen, discounts are in per cent."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from handlers.api.form_types import EMPTY_IS_NONE, whole_number, wrong
from handlers.houses.form_fields import Amount, Day, EndDay, Price
from handlers.houses.forms import HouseIdForm
from models.houses.prices import UNCHANGED, CancellationPolicy, PriceChange, PriceRange

_MAX_RANGES = 100

Percent = Annotated[int, whole_number(0, 90), Field(examples=[10])]


class PriceRangeForm(BaseModel):
    """The price of each night from `start_date` on and before `end_date`."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", use_attribute_docstrings=True)
    start_date: Day
    """The first night."""
    end_date: EndDay
    """The day after the last night."""
    price: Price
    """The price of each of these nights, in fen."""


class PricesForm(HouseIdForm):
    """Prices to change; fields that are left out stay as they are."""

    weekend_price: Annotated[Price | None, EMPTY_IS_NONE] = None
    """The price of Friday and Saturday nights, in fen; null removes it."""
    cleaning_fee: Amount | None = None
    """Added once to every stay, in fen."""
    weekly_discount: Percent | None = None
    """The discount on the nights of a stay of 7 nights or more, in per cent."""
    monthly_discount: Percent | None = None
    """The discount on the nights of a stay of 28 nights or more, in per cent, in place of the weekly one."""
    cancellation: CancellationPolicy | None = None
    """The policy that says how much a guest who cancels gets back."""
    ranges: Annotated[list[PriceRangeForm], Field(max_length=_MAX_RANGES, fail_fast=True)] | None = None
    """All dated prices; they replace the earlier ones. No two may overlap."""
    expected_ranges: (
        Annotated[list[PriceRangeForm], Field(max_length=_MAX_RANGES, fail_fast=True, examples=[[]])] | None
    ) = None
    """The dated prices that the caller knows: if there are others now, nothing is changed (4004)."""

    @field_validator("cleaning_fee", "weekly_discount", "monthly_discount", "cancellation", "ranges")
    @classmethod
    def _not_null(cls, value: object) -> object:
        if value is None:
            raise wrong("必填")
        return value

    @field_validator("ranges")
    @classmethod
    def _apart(cls, value: list[PriceRangeForm]) -> list[PriceRangeForm]:
        ordered = sorted(value, key=lambda each: each.start_date)
        if any(each.end_date <= each.start_date for each in ordered):
            raise wrong("每段的结束日期应晚于开始日期")
        if any(before.end_date > each.start_date for before, each in pairwise(ordered)):
            raise wrong("各段日期不能重叠")
        return ordered

    @model_validator(mode="after")
    def _something(self) -> "PricesForm":
        if self.model_fields_set <= {"house_id"}:
            raise wrong("请至少填写一项")
        return self

    @property
    def change(self) -> PriceChange:
        """The change, for the service."""
        return PriceChange(
            weekend_price=self.weekend_price if "weekend_price" in self.model_fields_set else UNCHANGED,
            cleaning_fee=self.cleaning_fee,
            weekly_discount=self.weekly_discount,
            monthly_discount=self.monthly_discount,
            cancellation=self.cancellation,
            ranges=None if self.ranges is None else _price_ranges(self.ranges),
            expected_ranges=None if self.expected_ranges is None else _price_ranges(self.expected_ranges),
        )


def _price_ranges(ranges: Sequence[PriceRangeForm]) -> tuple[PriceRange, ...]:
    night = timedelta(days=1)
    return tuple(PriceRange(each.start_date, each.end_date - night, each.price) for each in ranges)
