"""What a stay costs, and what is given back when it is cancelled. Integers only: fen and per cent, rounded down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from models.houses.prices import PriceRange, Terms
from models.orders.orders import RefundTiers
from models.stay import Stay

WEEK, MONTH = 7, 28
"""From so many nights on, the weekly and the monthly discount."""

_FRIDAY, _SATURDAY = 4, 5
POLICIES: dict[str, RefundTiers] = {
    "flexible": ((1, 100), (0, 50)),
    "moderate": ((5, 100), (1, 50)),
    "strict": ((14, 100), (7, 50)),
}
"""The tiers of each policy, for orders from now on; every order keeps its own."""


@dataclass(frozen=True)
class BillItem:
    """A line of a bill, in fen: `price` × `count` where these are given."""

    item: str
    amount: int
    price: int | None = None
    count: int | None = None


@dataclass(frozen=True)
class Refund:
    """Who cancels on that day or before gets `percent` of what was paid."""

    until: date
    percent: int
    amount: int


@dataclass(frozen=True)
class Bill:
    """A stay's bill; `prices` is the price of each night."""

    prices: dict[date, int]
    items: list[BillItem]

    @property
    def amount(self) -> int:
        return sum(item.amount for item in self.items)


def quote(terms: Terms, ranges: Sequence[PriceRange], stay: Stay) -> Bill:
    """What a stay costs: each night its dated price, else the weekend price (Friday and Saturday), else the base."""
    priced = [(night, *_price(terms, ranges, night)) for night in stay.nights]
    items = []
    for (kind, price), group in groupby(sorted(each[1:] for each in priced)):
        count = len(list(group))
        items.append(BillItem(kind, price * count, price, count))
    discount = _discount(terms, sum(item.amount for item in items), len(priced))
    if terms.cleaning_fee:
        items.append(BillItem("cleaning_fee", terms.cleaning_fee))
    if discount is not None:
        items.append(discount)
    return Bill({night: price for night, _, price in priced}, items)


def _price(terms: Terms, ranges: Sequence[PriceRange], night: date) -> tuple[str, int]:
    for each in ranges:
        if each.first_night <= night <= each.last_night:
            return "dated_nights", each.price
    if terms.weekend_price is not None and night.weekday() in (_FRIDAY, _SATURDAY):
        return "weekend_nights", terms.weekend_price
    return "nights", terms.price


def _discount(terms: Terms, amount: int, days: int) -> BillItem | None:
    """The monthly one where it applies, else the weekly one."""
    for name, least, percent in (
        ("monthly_discount", MONTH, terms.monthly_discount),
        ("weekly_discount", WEEK, terms.weekly_discount),
    ):
        if days >= least and percent:
            return BillItem(name, -(amount * percent // 100))
    return None


def refunds(tiers: RefundTiers, amount: int, start: date) -> list[Refund]:
    """What these tiers give back, the earliest day first."""
    return [Refund(start - timedelta(days=days), p, amount * p // 100) for days, p in tiers]


def refund(tiers: RefundTiers, amount: int, start: date, today: date) -> int:
    """What a guest gets back who cancels today."""
    return next((each.amount for each in refunds(tiers, amount, start) if today <= each.until), 0)
