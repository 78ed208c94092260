"""What the endpoints about prices ask for. Money is in fen, discounts are in per cent."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from handlers.api.form_types import EMPTY_IS_NONE, whole, wrong
from handlers.houses.form_fields import Amount, Day, Price
from handlers.houses.forms import HouseIdForm
from models.houses.prices import UNCHANGED, CancellationPolicy, PriceChange, PriceRange

_MAX_RANGES = 100

Percent = Annotated[int, whole(0, 90)]


class PriceRangeForm(BaseModel):
    """The price of each night from `start_date` on and before `end_date`."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")
    start_date: Day
    end_date: Day
    price: Price


class PricesForm(HouseIdForm):
    """Fields that are left out stay as they are. `weekend_price` null removes it, `ranges` replace all ranges."""

    weekend_price: Annotated[Price | None, EMPTY_IS_NONE] = None
    cleaning_fee: Amount | None = None
    weekly_discount: Percent | None = None
    monthly_discount: Percent | None = None
    cancellation: CancellationPolicy | None = None
    ranges: Annotated[list[PriceRangeForm], Field(max_length=_MAX_RANGES, fail_fast=True)] | None = None

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
        return PriceChange(
            weekend_price=self.weekend_price if "weekend_price" in self.model_fields_set else UNCHANGED,
            cleaning_fee=self.cleaning_fee,
            weekly_discount=self.weekly_discount,
            monthly_discount=self.monthly_discount,
            cancellation=self.cancellation,
            ranges=None if self.ranges is None else _price_ranges(self.ranges),
        )


def _price_ranges(ranges: Sequence[PriceRangeForm]) -> tuple[PriceRange, ...]:
    night = timedelta(days=1)
    return tuple(PriceRange(each.start_date, each.end_date - night, each.price) for each in ranges)
