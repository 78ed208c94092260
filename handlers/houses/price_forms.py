"""What the endpoints about prices ask for. Money is in fen."""

from datetime import timedelta
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from handlers.accounts.forms import EMPTY_IS_NONE, whole, wrong
from handlers.houses.forms import Day, Fen, HouseId, Price
from models.houses.prices import PriceRange

_MAX_RANGES = 100

Percent = Annotated[int, whole(0, 90)]


class Range(BaseModel):
    """The price of the nights from the one date to the other, half-open."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")
    start_date: Day
    end_date: Day
    price: Price


class Prices(HouseId):
    """What is not given stays as it is; `weekend_price` null is none, `ranges` are all there are."""

    weekend_price: Annotated[Price | None, EMPTY_IS_NONE] = None
    cleaning_fee: Fen | None = None
    weekly_discount: Percent | None = None
    monthly_discount: Percent | None = None
    cancellation: Literal["flexible", "moderate", "strict"] | None = None
    ranges: Annotated[list[Range], Field(max_length=_MAX_RANGES, fail_fast=True)] | None = None

    @field_validator("cleaning_fee", "weekly_discount", "monthly_discount", "cancellation", "ranges")
    @classmethod
    def _not_null(cls, value: Any) -> Any:
        if value is None:
            raise wrong("必填")
        return value

    @field_validator("ranges")
    @classmethod
    def _apart(cls, value: list[Range]) -> list[Range]:
        ordered = sorted(value, key=lambda each: each.start_date)
        if any(each.end_date <= each.start_date for each in ordered):
            raise wrong("每段的结束日期应晚于开始日期")
        if any(before.end_date > each.start_date for before, each in pairwise(ordered)):
            raise wrong("各段日期不能重叠")
        return ordered

    @model_validator(mode="after")
    def _something(self) -> "Prices":
        if not self.terms and self.ranges is None:
            raise wrong("请至少填写一项")
        return self

    @property
    def terms(self) -> dict[str, Any]:
        """What is written to the house itself."""
        return self.model_dump(include=self.model_fields_set - {"ranges", "house_id"})

    @property
    def price_ranges(self) -> list[PriceRange] | None:
        if self.ranges is None:
            return None
        return [PriceRange(r.start_date, r.end_date - timedelta(days=1), r.price) for r in self.ranges]
