"""The guest's calendar offers exactly the stays that a house accepts: static/stay-rules.js beside the rules."""

import json
import random
import subprocess
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any

from handlers.houses import calendar_views
from models.houses import stay_rules
from models.houses.nights import Night
from models.houses.stay_rules import Season, StayRules
from models.stay import Stay
from models.types import HouseId
from services.houses.catalogue import HouseCalendar
from services.orders.stay_rules import PartialBooking, refusals
from tests.live import ROOT
from tests.services.orders.terms import MONDAY, TERMS, night

SCRIPT = """
import { StayRules } from "%s";
import { readFileSync } from "node:fs";
const houses = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(houses.map(({ calendar, first, last, stays }) => {
  const rules = new StayRules({ first, last, calendar });
  return stays.map(([sd, ed]) => [rules.isStay(sd, ed), rules.startProblem(sd), rules.endProblem(sd, ed)]);
})));
"""
HOUSES, DAYS = 200, 24


def some_rules(chance: random.Random) -> StayRules:
    def week(*choices: int) -> tuple[int, ...]:
        return tuple(chance.choice(choices) for _ in range(7))

    def days(count: int) -> tuple[date, ...]:
        return tuple(night(chance.randrange(DAYS)) for _ in range(chance.randrange(count)))

    rules: dict[str, Any] = {
        "notice_days": chance.choice([1, 2]),
        "notice_hour": chance.choice([9, 15]),
        "window_days": chance.choice([12, 20]),
        "weekday_min_nights": week(0, 1, 2, 4),
        "weekday_max_nights": week(0, 2, 4, 5),
        "seasons": (Season(night(3), night(9), chance.choice([0, 2]), chance.choice([0, 3])),),
        "no_arrival_weekdays": (chance.randrange(1, 8),),
        "no_departure_weekdays": (chance.randrange(1, 8),),
        "no_arrival_dates": days(6),
        "no_departure_dates": days(6),
        "fills_gaps": True,
    }
    chosen = dict(chance.sample(sorted(rules.items()), chance.randrange(7)))
    return replace(StayRules(chance.choice([1, 3]), chance.choice([0, 4])), **chosen)


def test_a_guest_may_choose_what_can_be_booked_and_nothing_else() -> None:
    chance, now = random.Random(1), datetime.combine(MONDAY, datetime.min.time()).replace(hour=12)
    asked, accepted = [], []
    stays = [Stay(night(start), night(start + days)) for start in range(DAYS) for days in range(1, 7)]
    for _ in range(HOUSES):
        rules = some_rules(chance)
        taken = sorted(night(number) for number in chance.sample(range(DAYS + 6), chance.choice([0, 4, 12])))
        found = HouseCalendar([Night(each, None, None) for each in taken], rules, now)
        calendar = asdict(calendar_views.calendar(found))
        pairs = [(f"{stay.start}", f"{stay.end}") for stay in stays]
        last = MONDAY + timedelta(days=365)
        asked.append({"calendar": calendar, "first": f"{MONDAY}", "last": f"{last}", "stays": pairs})
        accepted.append([is_accepted(rules, stay, taken, now) for stay in stays])
    answers = offered(asked)
    assert [[is_stay for is_stay, _, _ in each] for each in answers] == accepted
    assert {True, False} == {answer for each in accepted for answer in each}
    for each in answers:
        for place in range(0, len(stays), 6):
            # the days that are open to begin on are those of which some stay of up to 90 nights is accepted
            assert not any(is_stay and problem for is_stay, problem, _ in each[place : place + 6])
        assert all(is_stay == (not start and not end) for is_stay, start, end in each)


def is_accepted(rules: StayRules, stay: Stay, taken: list[date], now: datetime) -> bool:
    terms = replace(TERMS, min_days=rules.min_nights, max_days=rules.max_nights, stay_rules=stay_rules.as_json(rules))
    booking = PartialBooking(HouseId(1), stay.start, stay.end, 1)
    return not set(taken) & set(stay.nights) and not refusals(terms, booking, now, taken)


def offered(houses: list[dict[str, Any]]) -> Any:
    """What the script says of each stay: whether it can be chosen, and what is wrong with its two days."""
    script = SCRIPT % (ROOT / "static" / "stay-rules.js").as_uri()
    command = ["node", "--input-type=module", "-e", script]
    done = subprocess.run(command, input=json.dumps(houses), capture_output=True, text=True, timeout=60, check=True)
    return json.loads(done.stdout)
