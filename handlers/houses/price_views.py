"""Prices of a house as clients read them."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Amount, LocalDate
from models.houses.prices import CancellationPolicy, PriceRange, Terms
from services.houses.prices import HousePrices

Percent = Annotated[int, Field(examples=[10], ge=0, le=90)]


@view
class RatesView:
    """What a house costs, without its dated prices."""

    price: Amount
    """The base price of a night, in fen."""
    weekend_price: Amount | None
    """The price of Friday and Saturday nights, in fen; null if they cost the base price."""
    cleaning_fee: Amount
    """Added once to every stay, in fen."""
    weekly_discount: Percent
    """The discount on the nights of a stay of 7 nights or more, in per cent."""
    monthly_discount: Percent
    """The discount on the nights of a stay of 28 nights or more, in per cent, in place of the weekly one."""
    cancellation: CancellationPolicy
    """The policy that says how much a guest who cancels gets back."""


@view
class PriceRangeView:
    """Nights with a price of their own."""

    start_date: LocalDate
    """The first night."""
    end_date: LocalDate
    """The day after the last night."""
    price: Amount
    """The price of each of these nights, in fen."""


@view
class PricesView(RatesView):
    """What a house costs."""

    ranges: list[PriceRangeView]
    """Dated prices of the coming year, in order; no two overlap."""


def prices(found: HousePrices) -> PricesView:
    """All prices of a house."""
    return PricesView(**vars(rates(found.terms)), ranges=[_range(each) for each in found.ranges])


def rates(terms: Terms) -> RatesView:
    """The prices of a house without the dated ones."""
    return RatesView(
        price=terms.price,
        weekend_price=terms.weekend_price,
        cleaning_fee=terms.cleaning_fee,
        weekly_discount=terms.weekly_discount,
        monthly_discount=terms.monthly_discount,
        cancellation=terms.cancellation,
    )


def _range(priced: PriceRange) -> PriceRangeView:
    end = priced.last_night + timedelta(days=1)
    return PriceRangeView(priced.first_night.isoformat(), end.isoformat(), priced.price)
