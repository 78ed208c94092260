"""What the tests of the rules start from: a house's terms and stays from a Monday on."""

from datetime import date, timedelta

from models.houses.prices import Terms
from models.stay import Stay

MONDAY = date(2027, 3, 1)
TERMS = Terms(
    house_id=1,
    host_id=2,
    listed=True,
    price=10_000,
    weekend_price=None,
    cleaning_fee=0,
    weekly_discount=0,
    monthly_discount=0,
    cancellation="flexible",
    deposit=0,
    capacity=2,
    min_days=1,
    max_days=0,
)


def stay(days: int, start: date = MONDAY) -> Stay:
    return Stay(start, start + timedelta(days=days))


def night(after: int) -> date:
    """So many nights after the Monday."""
    return MONDAY + timedelta(days=after)
