"""What a guest agrees to when booking: the lines of the bill and the refund tiers. Orders store both as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import orjson

from models.types import Fen

ItemKind = Literal[
    "nights",
    "weekend_nights",
    "dated_nights",
    "extra_guests",
    "cleaning_fee",
    "weekly_discount",
    "monthly_discount",
]
"""What a line of a bill is for."""


@dataclass(frozen=True)
class BillItem:
    """A line of a bill. `amount` is `price` × `count` where these are given; a discount is negative."""

    item: ItemKind
    amount: Fen
    price: Fen | None = None
    count: int | None = None


@dataclass(frozen=True)
class RefundTier:
    """A guest who cancels at least `days_before` days before the stay gets back `percent` of the amount."""

    days_before: int
    percent: int


RefundTiers = tuple[RefundTier, ...]
"""The tiers of one order, the most days first."""


def items_as_json(items: Sequence[BillItem]) -> str:
    """The column `orders.items`: a list of objects."""
    return orjson.dumps(items).decode()


def items_from_json(text: str) -> tuple[BillItem, ...]:
    """Reads what `items_as_json` writes. Ignores the fields of newer servers."""
    items = orjson.loads(text)
    return tuple(BillItem(item["item"], item["amount"], item["price"], item["count"]) for item in items)


def tiers_as_json(tiers: RefundTiers) -> str:
    """The column `orders.refund_tiers`: a list of pairs (days before the stay, per cent)."""
    return orjson.dumps([(tier.days_before, tier.percent) for tier in tiers]).decode()


def tiers_from_json(text: str) -> RefundTiers:
    """Reads what `tiers_as_json` writes."""
    return tuple(RefundTier(days_before, percent) for days_before, percent in orjson.loads(text))
