"""Prices of a house as what clients read. Money is in fen."""

from datetime import timedelta
from typing import Any

from handlers.api.legacy import Payload
from models.houses.prices import Terms
from services.houses.prices import HousePrices


def prices(prices: HousePrices) -> Payload:
    ranges = [
        {
            "start_date": each.first_night.isoformat(),
            "end_date": (each.last_night + timedelta(days=1)).isoformat(),
            "price": each.price,
        }
        for each in prices.ranges
    ]
    return Payload(rates(prices.terms) | {"ranges": ranges})


def rates(terms: Terms) -> dict[str, Any]:
    return {
        "price": terms.price,
        "weekend_price": terms.weekend_price,
        "cleaning_fee": terms.cleaning_fee,
        "weekly_discount": terms.weekly_discount,
        "monthly_discount": terms.monthly_discount,
        "cancellation": terms.cancellation,
    }
