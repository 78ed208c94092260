"""Nights as bits. Day 0 is 1970-01-01; a block is 60 days; day d is bit d % 60 of block d // 60."""

from collections.abc import Iterable
from datetime import date, timedelta

BLOCK_DAYS = 60
_EPOCH = date(1970, 1, 1)


def of(nights: Iterable[date]) -> dict[int, int]:
    """The bitmap of each block that has one of these nights."""
    bitmaps: dict[int, int] = {}
    for night in nights:
        block, bit = divmod((night - _EPOCH).days, BLOCK_DAYS)
        bitmaps[block] = bitmaps.get(block, 0) | 1 << bit
    return bitmaps


def between(first: date, last: date) -> dict[int, int]:
    """The bitmaps of every night from `first` to `last`, both included."""
    return of(first + timedelta(days=number) for number in range((last - first).days + 1))


def block_of(day: date) -> int:
    """The number of the block that has this day."""
    return (day - _EPOCH).days // BLOCK_DAYS


def first_day(block: int) -> date:
    """The day of a block's lowest bit."""
    return _EPOCH + timedelta(days=block * BLOCK_DAYS)
