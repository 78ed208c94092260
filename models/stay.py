"""A stay: the nights for which a house is booked."""

from dataclasses import dataclass
from datetime import date, timedelta

MAX_NIGHTS = 90
"""The longest stay."""


@dataclass(frozen=True)
class Stay:
    """The nights of [start, end): the check-out date is not booked."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """The number of nights."""
        return (self.end - self.start).days

    @property
    def last_night(self) -> date:
        """The night before the check-out date."""
        return self.end - timedelta(days=1)

    @property
    def nights(self) -> list[date]:
        """In order."""
        return [self.start + timedelta(days=number) for number in range(self.days)]
