"""The rules of a house: what a host sets, what a guest reads, and who is refused."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from models.houses import listing_rules
from services.houses import listings
from services.local_time import local_now, today
from tests.api.houses.test_listings import wrong
from tests.client import Answer
from tests.conftest import Clock
from tests.makers import HOUSE, WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NONE: dict[str, Any] = {
    "min_nights": 1,
    "max_nights": 0,
    "notice_days": 0,
    "notice_hour": 24,
    "window_days": 365,
    "weekday_min_nights": [0] * 7,
    "weekday_max_nights": [0] * 7,
    "seasons": [],
    "no_arrival_weekdays": [],
    "no_departure_weekdays": [],
    "no_arrival_dates": [],
    "no_departure_dates": [],
    "fills_gaps": False,
    "included_guests": 0,
    "extra_guest_price": 0,
}
SEASON = {"first_day": "2027-02-01", "last_day": "2027-02-20", "min_nights": 3, "max_nights": 0}
ALL = NONE | {
    "notice_days": 2,
    "notice_hour": 18,
    "window_days": 90,
    "weekday_min_nights": [0, 0, 0, 0, 2, 2, 0],
    "weekday_max_nights": [0, 0, 0, 0, 0, 0, 9],
    "seasons": [SEASON, SEASON | {"first_day": "2027-03-01", "last_day": "2027-03-01", "max_nights": 5}],
    "no_arrival_weekdays": [7],
    "no_departure_weekdays": [1, 7],
    "no_arrival_dates": ["2027-01-01", "2027-01-02"],
    "no_departure_dates": ["2027-01-03"],
    "fills_gaps": True,
    "included_guests": 2,
    "extra_guest_price": 5000,
}
OF_HOUSE = ("min_nights", "max_nights")


def path(scene: Scene) -> str:
    return f"/api/v1.0/houses/{scene.house_id}/rules"


async def put(scene: Scene, **rules: Any) -> Answer:
    return await scene.host.put(path(scene), rules)


async def shown(scene: Scene) -> Any:
    return (await scene.guest.get(path(scene))).data


def sent(rules: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in rules.items() if name not in OF_HOUSE}


async def test_rules_are_shown_as_they_were_set(scene: Scene) -> None:
    assert await shown(scene) == NONE
    assert (await put(scene, **sent(ALL))).errno == 0
    assert await shown(scene) == ALL
    assert (await put(scene, fills_gaps=False)).errno == 0
    assert await shown(scene) == ALL | {"fills_gaps": False}
    assert await wrong(scene) == []
    assert (await put(scene, **sent(NONE))).errno == 0
    assert await shown(scene) == NONE
    async with scene.deps.db.connection() as queries:
        assert await listing_rules.rows(queries, [scene.house_id]) == {}


async def test_clients_that_know_no_rules_leave_them_as_they_are(scene: Scene) -> None:
    await put(scene, **sent(ALL))
    changed = HOUSE | {"min_days": 2, "max_days": 20}
    assert (await scene.host.put(f"/api/v1.0/houses/{scene.house_id}", changed)).errno == 0
    assert await shown(scene) == ALL | {"min_nights": 2, "max_nights": 20}
    assert await wrong(scene) == []


async def test_rules_are_those_of_the_host_alone(scene: Scene) -> None:
    for who, errno in ((scene.guest, 4105), (scene.new_client(), 4101)):
        assert (await who.put(path(scene), {"window_days": 9})).errno == errno
    assert (await scene.host.put("/api/v1.0/houses/999999999/rules", {"window_days": 9})).errno == 4002
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": False})
    everybody = (scene.host, scene.guest, scene.new_client())
    assert [(await who.get(path(scene))).status for who in everybody] == [200, 404, 404]
    assert (await scene.host.get(path(scene))).data == NONE


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("notice_days", [-1, 61, None, "x", True, 10**30]),
        ("notice_hour", [0, 25]),
        ("window_days", [0, 366]),
        ("weekday_min_nights", [[], [1] * 6, [1] * 8, [91] * 7, [-1] * 7, "1", [None] * 7]),
        ("weekday_max_nights", [[91] * 7]),
        ("seasons", [None, [SEASON] * 51, [3], [{}], [SEASON, SEASON], [SEASON | {"last_day": "2027-01-31"}],
                     [SEASON | {"max_nights": 2}], [SEASON | {"min_nights": 91}],
                     [SEASON, SEASON | {"first_day": "2027-02-20", "last_day": "2027-02-21"}]]),
        ("no_arrival_weekdays", [[0], [8], [1] * 8, ["Monday"], {}]),
        ("no_departure_weekdays", [[0]]),
        ("no_arrival_dates", [["2027-02-29"], ["x"], ["2027-01-01"] * 101, [[]]]),
        ("no_departure_dates", [["1999-01-01"]]),
        ("fills_gaps", ["maybe", None]),
        ("included_guests", [-1, 101]),
        ("extra_guest_price", [-1, 100_000_001, 0.5]),
    ],
)  # fmt: skip
async def test_every_wrong_rule_is_named(scene: Scene, name: str, values: list[Any]) -> None:
    for value in values:
        answer = await put(scene, **{name: value})
        assert (answer.status, answer.errno, list(answer.fields)) == (400, 4103, [name]), value
    assert await shown(scene) == NONE


async def test_rules_that_contradict_each_other_are_named(scene: Scene) -> None:
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}", HOUSE | {"max_days": 5})
    answer = await put(scene, weekday_min_nights=[6] + [0] * 6, extra_guest_price=100, seasons=[SEASON])
    assert (answer.errno, set(answer.fields)) == (4103, {"weekday_min_nights", "included_guests"})
    answer = await put(scene, seasons=[SEASON | {"min_nights": 6}], window_days=9)
    assert (answer.errno, set(answer.fields)) == (4103, {"seasons"})
    assert await shown(scene) == NONE | {"max_nights": 5}


@pytest.mark.settings(limit_house_per_user="2/1m")
async def test_changing_rules_is_limited(scene: Scene) -> None:
    assert [(await put(scene, window_days=days)).status for days in (9, 10)] == [200, 429]


async def test_further_guests_pay_in_quote_search_and_order(scene: Scene) -> None:
    await put(scene, included_guests=2, extra_guest_price=5_000)
    dates = f"sd={scene.first}&ed={scene.nights(3, 1)[0]}"
    quote = (await scene.guest.get(f"/api/v1.0/houses/{scene.house_id}/quote?{dates}&guests=4")).data
    assert quote["items"][1] == {"item": "extra_guests", "amount": 30_000, "price": 10_000, "count": 3}
    assert quote["total"] == 3 * 39_900 + 30_000
    found = (await scene.guest.get(f"/api/v1.0/houses?{dates}&capacity=4")).data
    assert found["stay_totals"] == [quote["total"]]
    order = await scene.order(await scene.book(0, 3, guests=4))
    assert (order["amount"], order["items"]) == (quote["total"], quote["items"])


async def test_a_reason_is_given_for_each_date(scene: Scene) -> None:
    monday, sunday = scene.first, scene.first + timedelta(days=6)
    await put(scene, no_arrival_weekdays=[1], no_departure_dates=[f"{sunday}"])
    answer = await scene.guest.post("/api/v1.0/orders", scene.stay(0, 6))
    assert answer.fields == {"start_date": "该日不可入住", "end_date": "该日不可离店"}
    calendar = (await scene.guest.get(f"/api/v1.0/houses/{scene.house_id}/calendar")).data
    assert calendar["no_departure"] == [f"{sunday}"]
    assert not [run for run in calendar["arrivals"] if run["first_day"] <= f"{monday}" <= run["last_day"]]


async def test_without_rules_every_day_of_the_calendar_is_alike(scene: Scene) -> None:
    calendar = (await scene.guest.get(f"/api/v1.0/houses/{scene.house_id}/calendar")).data
    first = today(scene.deps)
    last = f"{first + timedelta(days=364)}"
    assert calendar["arrivals"] == [{"first_day": f"{first}", "last_day": last, "min_nights": 1, "max_nights": 90}]
    assert calendar["last_departure"] == f"{first + timedelta(days=365)}"
    assert (calendar["no_departure"], calendar["fills_gaps"]) == ([], False)


@pytest.mark.settings(session_idle_seconds=9 * 10**7, session_absolute_seconds=9 * 10**7)
async def test_a_worker_renews_the_days_that_searches_read(scene: Scene, make: Makers, clock: Clock) -> None:
    await put(scene, no_arrival_weekdays=[1, 2, 3, 4, 5, 6, 7])
    first = today(scene.deps)
    assert await listings.renew_rules(scene.deps) == 0
    clock.ahead += timedelta(days=181)
    assert await listings.renew_rules(scene.deps) == 1
    assert await listings.renew_rules(scene.deps) == 0
    [row] = await make.rows("SELECT first_day FROM listing_rules")
    assert row["first_day"] == first + timedelta(days=181)


async def test_a_search_closes_at_the_hour_of_the_rule(scene: Scene, clock: Clock) -> None:
    await put(scene, notice_days=1, notice_hour=9)
    to_midnight = timedelta(hours=24 - local_now(scene.deps).hour)
    for hour, count in ((8, 1), (9, 0)):
        clock.ahead = to_midnight + timedelta(hours=hour)
        start = today(scene.deps) + timedelta(days=1)
        found = await scene.guest.get(f"/api/v1.0/houses?sd={start}&ed={start + timedelta(days=2)}")
        assert (local_now(scene.deps).hour, found.data["house_count"]) == (hour, count)


@pytest.mark.settings(orders_pending=1_000)
async def test_a_change_of_rules_comes_before_or_after_a_booking(scene: Scene, make: Makers) -> None:
    """Bookings of 2 nights race a rule of 3: what is booked behind the rule is refused, and the rest stays."""
    guests = [await scene.another_guest() for _ in range(4)]
    bookings = [guest.post("/api/v1.0/orders", scene.stay(3 * n, 2)) for n, guest in enumerate(guests)]
    answers = await asyncio.gather(*bookings, put(scene, weekday_min_nights=[3] * 7))
    assert answers[-1].errno == 0
    booked = sum(answer.errno == 0 for answer in answers[:-1])
    assert [row["n"] for row in await make.rows("SELECT COUNT(*) AS n FROM orders")] == [booked]
    assert {answer.errno for answer in answers[:-1]} <= {0, 4103}
    assert (await scene.guest.post("/api/v1.0/orders", scene.stay(20, 2))).fields.keys() == {"end_date"}
    assert await wrong(scene) == []


async def test_rules_that_were_damaged_are_found_and_mended(scene: Scene, make: Makers) -> None:
    await put(scene, window_days=9)
    for damage in ("DELETE FROM listing_rules", "UPDATE listing_rules SET shortest = REVERSE(shortest), notice = 7"):
        await make.change(damage)
        assert await wrong(scene) == [scene.house_id]
        await listings.mend(scene.deps, scene.house_id)
        assert await wrong(scene) == []
