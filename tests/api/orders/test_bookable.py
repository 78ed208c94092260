"""What the search shows as free can be booked, and nothing else can (promise 2); calendar and quote say the same."""

import random
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from models.stay import Stay
from services.local_time import local_now, today
from tests.client import Client
from tests.conftest import Clock
from tests.makers import WIDE, Makers
from tests.scene import Scene

HOUSES, TRIED = 36, 8
DAY, FROM = timedelta(days=1), timedelta(hours=6)
"""The test begins at 6 o'clock, so that it passes the hours at which bookings close."""


@pytest.mark.settings(
    **WIDE, orders_pending=100_000, session_idle_seconds=9 * 10**7, session_absolute_seconds=9 * 10**7
)
@pytest.mark.parametrize("ranges", [30, pytest.param(500, marks=[pytest.mark.torture, pytest.mark.timeout(1800)])])
async def test_search_calendar_quote_and_booking_agree(scene: Scene, make: Makers, clock: Clock, ranges: int) -> None:
    chance = random.Random(ranges)
    clock.ahead = FROM - timedelta(hours=local_now(scene.deps).hour) + DAY
    houses = [scene.house_id, *[await a_house(scene, make, chance) for _ in range(HOUSES)]]
    seen: Counter[tuple[bool, int]] = Counter()
    for _ in range(ranges):
        clock.ahead += timedelta(minutes=chance.randrange(60 if ranges < 100 else 10))
        stay, guests = a_stay(chance, today(scene.deps)), chance.randrange(1, 6)
        dates = f"sd={stay.start}&ed={stay.end}"
        free = await totals(scene.guest, f"{dates}&capacity={guests}")
        for house_id in chance.sample(houses, TRIED):
            case = (house_id, dates, guests)
            shown = await scene.guest.get(f"/api/v1.0/houses/{house_id}/calendar")
            quote = await scene.guest.get(f"/api/v1.0/houses/{house_id}/quote?{dates}&guests={guests}")
            sent = {"house_id": house_id, "start_date": f"{stay.start}", "end_date": f"{stay.end}", "guests": guests}
            answer = await scene.guest.post("/api/v1.0/orders", sent)
            said = (answer.json, quote.json, shown.json)
            assert (house_id in free) == (answer.errno == 0) == (quote.errno == 0), (case, *said)
            # the calendar knows nothing of the number of guests
            accepted = shown.errno == 0 and is_offered(shown.data, stay, today(scene.deps))
            assert (house_id in free) == (accepted and not quote.fields.keys() & {"guests"}), (case, *said)
            seen[house_id in free, answer.status] += 1
            if answer.errno == 0:
                assert free[house_id] == quote.data["total"] == answer.data["amount"], (case, *said)
                if chance.random() < 0.8:
                    await scene.do(scene.guest, answer.data["order_id"], "cancel")
    assert sum(seen.values()) == ranges * TRIED
    assert set(seen) == {(True, 201), (False, 400), (False, 404), (False, 409)}


def a_stay(chance: random.Random, first: date) -> Stay:
    start = first + timedelta(days=chance.choice([-1, *(0, 1, 2) * 6, 363, 364, 365, *range(2, 60)]))
    return Stay(start, start + timedelta(days=chance.choice([1, 1, 2, 2, 3, 3, 4, 5, 8, 30])))


def is_offered(calendar: Mapping[str, Any], stay: Stay, first: date) -> bool:
    """What a client's calendar makes of the answer, without knowing any rule."""
    taken = {date.fromisoformat(day) for day in calendar["taken"]}
    runs = [run for run in calendar["arrivals"] if run["first_day"] <= f"{stay.start}" <= run["last_day"]]
    if not runs or taken & set(stay.nights) or f"{stay.end}" > calendar["last_departure"]:
        return False
    [run] = runs
    is_gap = stay.end in taken and (stay.start == first or stay.start - DAY in taken)
    long_enough = stay.days >= run["min_nights"] or (calendar["fills_gaps"] and is_gap)
    return long_enough and stay.days <= run["max_nights"] and f"{stay.end}" not in calendar["no_departure"]


async def a_house(scene: Scene, make: Makers, chance: random.Random) -> int:
    bounds = {"min_days": chance.choice([1, 1, 2, 3]), "max_days": chance.choice([0, 0, 3, 7])}
    house_id = await make.house(scene.host, **bounds, capacity=chance.randrange(1, 6))
    path = f"/api/v1.0/houses/{house_id}"
    if chance.random() < 0.1:
        await scene.host.put(f"{path}/status", {"online": False})
    first = today(scene.deps)
    blocked = [f"{first + timedelta(days=chance.randrange(60))}" for _ in range(chance.randrange(8))]
    await scene.host.put(f"{path}/calendar", {"blocked": blocked})
    if chance.random() < 0.8:
        assert (await scene.host.put(f"{path}/rules", some_rules(chance, first))).errno in (0, 4103)
    if chance.random() < 0.3:
        await scene.host.put(f"{path}/prices", {"weekend_price": 50_000, "cleaning_fee": 8_000, "weekly_discount": 9})
    return house_id


def some_rules(chance: random.Random, first: date) -> dict[str, Any]:
    """Rules of every kind, each of which some houses have."""

    def dates(count: int) -> list[str]:
        return [f"{first + timedelta(days=chance.randrange(70))}" for _ in range(chance.randrange(count))]

    def weekdays() -> list[int]:
        return [number for number in range(1, 8) if chance.random() < 0.15]

    def nights(*choices: int) -> list[int]:
        return [chance.choice(choices) for _ in range(7)]

    starts = sorted(chance.sample(range(0, 70, 5), chance.randrange(4)))
    seasons = [
        {
            "first_day": f"{first + timedelta(days=start)}",
            "last_day": f"{first + timedelta(days=start + chance.randrange(5))}",
            "min_nights": chance.choice([0, 1, 2, 3]),
            "max_nights": chance.choice([0, 0, 3, 9]),
        }
        for start in starts
    ]
    rules = {
        "notice_days": chance.choice([0, 0, 1, 2]),
        "notice_hour": chance.choice([7, 8, 9, 12, 18, 24]),
        "window_days": chance.choice([365, 365, 30, 10]),
        "weekday_min_nights": nights(0, 0, 0, 1, 2, 3),
        "weekday_max_nights": nights(0, 0, 0, 3, 5),
        "seasons": seasons,
        "no_arrival_weekdays": weekdays(),
        "no_departure_weekdays": weekdays(),
        "no_arrival_dates": dates(6),
        "no_departure_dates": dates(6),
        "fills_gaps": True,
        "included_guests": chance.choice([1, 2]),
        "extra_guest_price": chance.choice([0, 3_000]),
    }
    return dict(chance.sample(sorted(rules.items()), chance.randrange(1, 7)))


async def totals(client: Client, query: str) -> dict[int, int]:
    """All houses of a search, with what the stay costs."""
    ids, costs, after = [], [], ""
    while True:
        page = (await client.get(f"/api/v1.0/houses?{query}&size=50{after}")).data
        ids += [house["house_id"] for house in page["houses"]]
        costs += page["stay_totals"] or [0] * len(page["houses"])
        if page["next"] is None:
            return dict(zip(ids, costs, strict=True))
        after = f"&after={page['next']}"


async def found(client: Client, query: str) -> set[int]:
    """All pages of a search."""
    return set(await totals(client, query))
