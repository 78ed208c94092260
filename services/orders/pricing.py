"""What a stay costs, and how much a cancellation refunds. All amounts are whole fen; percentages are rounded down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from models.houses.prices import CancellationPolicy, PriceRange, Terms
from models.orders.bill import BillItem, ItemKind, RefundTier, RefundTiers
from models.stay import Stay
from models.types import Fen

WEEK, MONTH = 7, 28
"""The weekly and the monthly discount apply from so many nights on."""

_FRIDAY, _SATURDAY = 4, 5
POLICIES: dict[CancellationPolicy, RefundTiers] = {
    "flexible": (RefundTier(1, 100), RefundTier(0, 50)),
    "moderate": (RefundTier(5, 100), RefundTier(1, 50)),
    "strict": (RefundTier(14, 100), RefundTier(7, 50)),
}
"""The refund tiers of each cancellation policy, for new orders; an order keeps the tiers it was booked with."""


@dataclass(frozen=True)
class Refund:
    """The refund of a guest who cancels on the local day `until` or before."""

    until: date
    percent: int
    amount: Fen


@dataclass(frozen=True)
class Bill:
    """The bill of a stay. `prices` is the price of each night, in order."""

    prices: dict[date, Fen]
    items: tuple[BillItem, ...]

    @property
    def amount(self) -> Fen:
        """What the guest pays."""
        return Fen(sum(item.amount for item in self.items))


def quote(terms: Terms, ranges: Sequence[PriceRange], stay: Stay, guests: int) -> Bill:
    """The bill of a stay (docs/orders.md).

    A night costs its dated price if `ranges` has one, else the weekend price (nights of Friday and Saturday) if there
    is one, else the base price. Guests beyond the included ones cost more each night. The discount applies to the
    prices of the nights, not to what further guests and cleaning cost.
    """
    priced = [(night, *_price(terms, ranges, night)) for night in stay.nights]
    items = []
    for (kind, price), group in groupby(sorted(each[1:] for each in priced)):
        count = len(list(group))
        items.append(BillItem(kind, Fen(price * count), price, count))
    discount = _discount(terms, Fen(sum(item.amount for item in items)), stay.days)
    if extra := _extra_guests(terms, guests):
        items.append(BillItem("extra_guests", Fen(extra * stay.days), extra, stay.days))
    if terms.cleaning_fee:
        items.append(BillItem("cleaning_fee", terms.cleaning_fee))
    if discount is not None:
        items.append(discount)
    return Bill({night: price for night, _, price in priced}, tuple(items))


def total(terms: Terms, ranges: Sequence[PriceRange], stay: Stay, guests: int) -> Fen:
    """The amount of `quote`, faster: for lists of houses."""
    nights = Fen(sum(_price(terms, ranges, night)[1] for night in stay.nights))
    discount = _discount(terms, nights, stay.days)
    extra = _extra_guests(terms, guests) * stay.days
    return Fen(nights + extra + terms.cleaning_fee + (discount.amount if discount else 0))


def _extra_guests(terms: Terms, guests: int) -> Fen:
    """What the guests beyond the included ones pay for a night, together."""
    rules = terms.rules
    return Fen(max(guests - rules.included_guests, 0) * rules.extra_guest_price if rules.included_guests else 0)


def _price(terms: Terms, ranges: Sequence[PriceRange], night: date) -> tuple[ItemKind, Fen]:
    """The kind of the night, as the bill names it, and its price."""
    for dated in ranges:
        if dated.first_night <= night <= dated.last_night:
            return "dated_nights", dated.price
    if terms.weekend_price is not None and night.weekday() in (_FRIDAY, _SATURDAY):
        return "weekend_nights", terms.weekend_price
    return "nights", terms.price


def _discount(terms: Terms, amount: Fen, days: int) -> BillItem | None:
    """The monthly discount if it applies, else the weekly one; `amount` is the price of all nights."""
    if days >= MONTH and terms.monthly_discount:
        return BillItem("monthly_discount", Fen(-(amount * terms.monthly_discount // 100)))
    if days >= WEEK and terms.weekly_discount:
        return BillItem("weekly_discount", Fen(-(amount * terms.weekly_discount // 100)))
    return None


def refunds(tiers: RefundTiers, amount: Fen, start: date) -> list[Refund]:
    """The refunds of an order of `amount` whose stay begins on `start`, the earliest day first."""
    return [
        Refund(start - timedelta(days=tier.days_before), tier.percent, Fen(amount * tier.percent // 100))
        for tier in tiers
    ]


def refund_on(tiers: RefundTiers, amount: Fen, start: date, day: date) -> Fen:
    """The refund of a guest who cancels on the local day `day`."""
    return next((refund.amount for refund in refunds(tiers, amount, start) if day <= refund.until), Fen(0))
