"""How the homes are booked: at once or by request, by which rules, and how guests of a demo host get in."""

from models.houses.houses import HouseDraft
from models.houses.stay_rules import StayRules
from models.types import Fen
from services.houses.arrival import ArrivalGuide
from tools.demo.texts import guide

_PLAIN = Fen(500_00)
"""Cheaper homes have no rules, and their hosts answer: the README books the cheapest home of a district."""
_INSTANT = (7, (0, 3))
"""Of so many homes one after the other, these can be booked instantly."""
_WEEKENDS = StayRules(weekday_min_nights=(0, 0, 0, 0, 2, 2, 0), fills_gaps=True)
_NOT_ON_SUNDAYS = StayRules(notice_days=1, notice_hour=18, no_arrival_weekdays=(7,))
_BY_THE_WEEK = StayRules(
    weekday_min_nights=(0, 0, 0, 0, 0, 7, 0),
    no_arrival_weekdays=(1, 2, 3, 4, 5, 7),
    no_departure_weekdays=(1, 2, 3, 4, 5, 7),
)
"""From Saturday to Saturday."""


def is_instant(number: int, draft: HouseDraft) -> bool:
    """Whether the home of that number can be booked instantly."""
    length, chosen = _INSTANT
    return draft.price >= _PLAIN and number % length in chosen


def rules(number: int, draft: HouseDraft) -> StayRules:
    """The rules of the home of that number; half of the homes have none."""
    if draft.price < _PLAIN:
        return StayRules()
    choices = {0: _WEEKENDS, 2: _extra_guests(draft), 3: _NOT_ON_SUNDAYS, 5: _BY_THE_WEEK}
    return choices.get(number % 8, StayRules())


def _extra_guests(draft: HouseDraft) -> StayRules:
    """Half of the guests are included; each further one pays a tenth of the price, in full ten yuan."""
    if draft.capacity < 4:
        return StayRules()
    return StayRules(included_guests=draft.capacity // 2, extra_guest_price=Fen(draft.price // 100_00 * 10_00))


def arrival_guide(number: int, draft: HouseDraft) -> ArrivalGuide:
    """How guests get into the home of that number."""
    texts = {name: text.format(address=draft.address, door=draft.address_detail) for name, text in guide().items()}
    return ArrivalGuide(
        **texts,
        door_code=f"{(number * 7919 + 202_611) % 10**6:06}",
        wifi_name=f"ihome-{number:03}",
        wifi_password=f"welcome-{number * 37 % 1000:03}",
    )
