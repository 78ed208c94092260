"""What the search shows as free can be booked, and nothing else can (promise 2)."""

import random
from collections import Counter
from datetime import timedelta

import pytest

from services.local_time import today
from tests.client import Client
from tests.makers import WIDE, Makers
from tests.scene import Scene

HOUSES, TRIED = 60, 10


@pytest.mark.settings(**WIDE, orders_pending=100_000)
@pytest.mark.parametrize("ranges", [30, pytest.param(1_000, marks=pytest.mark.torture)])
async def test_the_search_says_free_exactly_when_booking_succeeds(scene: Scene, make: Makers, ranges: int) -> None:
    chance = random.Random(ranges)
    houses = [scene.house_id, *[await a_house(scene, make, chance) for _ in range(HOUSES)]]
    seen: Counter[tuple[bool, int]] = Counter()
    for _ in range(ranges):
        start = today(scene.deps) + timedelta(days=chance.choice([-1, 0, 1, 363, 364, 365, *range(2, 60)]))
        end = start + timedelta(days=chance.choice([1, 1, 2, 2, 3, 5, 8, 30]))
        guests = chance.randrange(1, 6)
        dates = f"sd={start}&ed={end}"
        free = await found(scene.guest, f"{dates}&capacity={guests}")
        for house_id in chance.sample(houses, TRIED):
            stay = {"house_id": house_id, "start_date": f"{start}", "end_date": f"{end}", "guests": guests}
            quote = await scene.guest.get(f"/api/v1.0/houses/{house_id}/quote?{dates}&guests={guests}")
            answer = await scene.guest.post("/api/v1.0/orders", stay)
            assert (house_id in free) == (answer.errno == 0) == (quote.errno == 0), (stay, answer.json, quote.json)
            seen[house_id in free, answer.status] += 1
            if answer.errno == 0 and chance.random() < 0.7:
                await scene.do(scene.guest, answer.data["order_id"], "cancel")
    assert sum(seen.values()) == ranges * TRIED
    assert set(seen) == {(True, 201), (False, 400), (False, 404), (False, 409)}


async def a_house(scene: Scene, make: Makers, chance: random.Random) -> int:
    bounds = {"min_days": chance.choice([1, 1, 2, 3]), "max_days": chance.choice([0, 0, 3, 7])}
    house_id = await make.house(scene.host, **bounds, capacity=chance.randrange(1, 6))
    if chance.random() < 0.1:
        await scene.host.put(f"/api/v1.0/houses/{house_id}/status", {"online": False})
    blocked = [f"{today(scene.deps) + timedelta(days=chance.randrange(60))}" for _ in range(chance.randrange(8))]
    await scene.host.put(f"/api/v1.0/houses/{house_id}/calendar", {"blocked": blocked})
    return house_id


async def found(client: Client, query: str) -> set[int]:
    """All pages of a search."""
    ids: set[int] = set()
    after = ""
    while True:
        page = (await client.get(f"/api/v1.0/houses?{query}&size=50{after}")).data
        ids |= {house["house_id"] for house in page["houses"]}
        if page["next"] is None:
            return ids
        after = f"&after={page['next']}"
