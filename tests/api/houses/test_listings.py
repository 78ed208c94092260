"""What searches read is what houses and their nights are, whatever happens and however much time goes by."""

import random
from datetime import timedelta

import pytest

from models.houses import listings, nights
from models.houses.listings import SearchFilter, SearchPlan
from services.houses import listings as checks
from services.local_time import today
from tests.api.orders.test_bookable import found
from tests.conftest import Clock
from tests.makers import WIDE, Makers, day
from tests.scene import Scene


async def wrong(scene: Scene) -> list[int]:
    ids, after = [], 0
    while True:
        batch = await checks.compare(scene.deps, after)
        ids += batch.wrong
        if batch.last is None:
            return ids
        after = batch.last


@pytest.mark.settings(**WIDE, orders_pending=100_000)
async def test_after_every_change_the_rows_are_right(scene: Scene, make: Makers) -> None:
    chance, houses = random.Random(60), [scene.house_id, *[await make.house(scene.host) for _ in range(3)]]
    orders: list[int] = []
    for _ in range(60):
        house_id, start = chance.choice(houses), day(chance.randrange(0, 300))
        path = f"/api/v1.0/houses/{house_id}"
        match chance.randrange(5):
            case 0:
                blocked = [f"{start + timedelta(days=n)}" for n in range(chance.randrange(40))]
                await scene.host.put(f"{path}/calendar", {"blocked": blocked})
            case 1:
                await scene.host.put(f"{path}/status", {"online": chance.random() < 0.7})
            case 2 if orders:
                who = chance.choice([scene.host, scene.guest])
                action = chance.choice(["accept", "reject", "cancel"])
                body = {"action": action, "reason": "x"}
                await who.put(f"/api/v1.0/orders/{chance.choice(orders)}/status", body)
            case _:
                stay = {"house_id": house_id, "start_date": f"{start}"}
                stay["end_date"] = f"{start + timedelta(days=chance.randrange(1, 60))}"
                answer = await scene.guest.post("/api/v1.0/orders", stay)
                if answer.errno == 0:
                    orders.append(answer.data["order_id"])
        assert await wrong(scene) == []
    assert orders


@pytest.mark.settings(
    **WIDE, orders_pending=100_000, session_idle_seconds=9 * 10**7, session_absolute_seconds=9 * 10**7
)
async def test_days_pass_and_no_row_is_written(scene: Scene, make: Makers, clock: Clock) -> None:
    """Two houses: one is booked now and then, one never again. Both are found exactly where they are free."""
    chance, other = random.Random(61), await make.house(scene.host)
    taken = {scene.house_id: set(), other: {today(scene.deps) + timedelta(days=3)}}
    await scene.host.put(f"/api/v1.0/houses/{other}/calendar", {"blocked": [f"{night}" for night in taken[other]]})
    for _ in range(25):
        clock.ahead += timedelta(days=chance.randrange(1, 90))
        first = today(scene.deps)
        start = first + timedelta(days=chance.randrange(0, 360))
        stay = {"house_id": scene.house_id, "start_date": f"{start}", "end_date": f"{start + timedelta(days=2)}"}
        if (await scene.guest.post("/api/v1.0/orders", stay)).errno == 0:
            taken[scene.house_id] |= {start, start + timedelta(days=1)}
        assert await wrong(scene) == []
        for _ in range(12):
            night = first + timedelta(days=chance.choice([0, 1, 59, 60, 61, 363, *range(365)]))
            free = {house_id for house_id, nights in taken.items() if night not in nights}
            assert await found(scene.guest, f"sd={night}&ed={night + timedelta(days=1)}") == free


async def test_a_row_that_is_wrong_is_found_and_mended(scene: Scene, make: Makers) -> None:
    for damage in (
        "UPDATE listings SET taken_3 = taken_3 ^ 1",
        "UPDATE listings SET price = price + 1",
        "UPDATE listings SET listed = 0",
        "DELETE FROM listings",
    ):
        await make.change(damage)
        assert await wrong(scene) == [scene.house_id]
        await checks.mend(scene.deps, scene.house_id)
        assert await wrong(scene) == []


async def test_what_is_sold_behind_its_back_is_noticed(scene: Scene, make: Makers) -> None:
    night = today(scene.deps) + timedelta(days=7)
    await make.change("INSERT INTO house_nights (house_id, night) VALUES (%s, %s)", scene.house_id, night)
    assert await wrong(scene) == [scene.house_id]
    async with scene.deps.db.connection() as queries:
        taken = await nights.of_houses(queries, [scene.house_id])
        row = (await listings.rows(queries, [scene.house_id]))[scene.house_id]
        facts = (await listings.facts(queries, [scene.house_id]))[scene.house_id]
    assert not row.is_right(facts, taken[scene.house_id])


async def test_one_end_of_a_stay_alone_is_no_condition(scene: Scene) -> None:
    night = scene.first
    async with scene.deps.db.connection() as queries:
        for wanted in (
            SearchFilter(first_night=night),
            SearchFilter(last_night=night),
            SearchFilter(first_night=night, last_night=night),
        ):
            [cursor] = await listings.find(queries, wanted, "new", SearchPlan.SORT_ORDER, limit=2)
            assert cursor.house_id == scene.house_id
