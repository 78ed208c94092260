"""A night is sold once (promises 1 to 4): many requests at one moment, and what the database holds afterwards."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from services import jobs
from tests.client import Answer, Client, race, raw
from tests.conftest import Clock
from tests.live import LiveServer
from tests.makers import PATIENT, WIDE, Makers
from tests.scene import Scene

CROWD = 200
many = pytest.mark.settings(**WIDE, **PATIENT, orders_pending=10_000)
both_levels = pytest.mark.parametrize(
    "level",
    [
        pytest.param(level, marks=pytest.mark.settings(database_isolation=level), id=level.lower())
        for level in ("READ COMMITTED", "REPEATABLE READ")
    ],
)


def rounds(few: int, all_of_them: int) -> Any:
    """A few in every run, all of them in `make torture`."""
    return pytest.mark.parametrize("rounds", [few, pytest.param(all_of_them, marks=pytest.mark.torture)])


def booking(scene: Scene, session: str, start: int, days: int, **headers: str) -> bytes:
    return raw("POST", "/api/v1.0/orders", json=scene.stay(start, days), session=session, headers=headers)


async def orders(make: Makers) -> list[tuple[date, date]]:
    live = "SELECT start_date, end_date FROM orders WHERE status NOT IN ('CANCELED', 'REJECTED', 'EXPIRED') ORDER BY 1"
    return [(row["start_date"], row["end_date"]) for row in await make.rows(live)]


async def no_two_overlap(make: Makers) -> None:
    """Orders follow one another, and the nights in the table are exactly theirs."""
    found = await orders(make)
    for (_, end), (start, _) in pairwise(found):
        assert end <= start
    nights = {start + timedelta(days=number) for start, end in found for number in range((end - start).days)}
    assert {row["night"] for row in await make.rows("SELECT night FROM house_nights")} == nights


@many
@both_levels
@rounds(3, 20)
async def test_two_hundred_bookings_of_the_same_nights_make_one_order(
    scene: Scene, start_server: Callable[..., LiveServer], make: Makers, level: str, rounds: int
) -> None:
    server = start_server(processes=2)
    people = await make.crowd(CROWD)
    for number in range(rounds):
        start = number * 3
        answers = await race(server.port, [booking(scene, person, start, 3) for person in people])
        assert Counter((answer.status, answer.errno) for answer in answers) == {(201, 0): 1, (409, 4004): CROWD - 1}
        assert len(await orders(make)) == number + 1
    await no_two_overlap(make)


@many
@both_levels
@rounds(3, 50)
async def test_bookings_that_overlap_sell_no_night_twice_and_refuse_no_gap_that_stays_free(
    scene: Scene, start_server: Callable[..., LiveServer], make: Makers, level: str, rounds: int
) -> None:
    server = start_server(processes=2)
    people = await make.crowd(CROWD)
    chance = random.Random(level)
    for _ in range(rounds):
        await make.change("DELETE FROM house_nights")
        await make.change("UPDATE orders SET status = 'CANCELED'")
        stays = [(chance.randrange(60), chance.randrange(1, 6)) for _ in people]
        requests = [booking(scene, person, *stay) for person, stay in zip(people, stays, strict=True)]
        answers = await race(server.port, requests)
        assert {(answer.status, answer.errno) for answer in answers} == {(201, 0), (409, 4004)}
        await no_two_overlap(make)
        sold = {row["night"] for row in await make.rows("SELECT night FROM house_nights")}
        for (start, days), answer in zip(stays, answers, strict=True):
            nights = {scene.first + timedelta(days=start + number) for number in range(days)}
            assert nights <= sold if answer.errno == 0 else nights & sold


@many
@rounds(10, 100)
async def test_of_accept_reject_and_cancel_one_wins(scene: Scene, http_port: int, make: Makers, rounds: int) -> None:
    """All of them have seen the order as it was booked."""
    for number in range(rounds):
        order_id = await scene.book(number % 30, 1)
        path = f"/api/v1.0/orders/{order_id}/status"
        asked = [
            raw("PUT", path, json={"action": "accept", "version": 1}, session=scene.host.session),
            raw("PUT", path, json={"action": "reject", "reason": "x", "version": 1}, session=scene.host.session),
            raw("PUT", path, json={"action": "cancel", "version": 1}, session=scene.guest.session),
        ] * 3
        random.shuffle(asked)
        answers = await race(http_port, asked)
        assert Counter((answer.status, answer.errno) for answer in answers) == {(200, 0): 1, (409, 4004): 8}
        assert len((await scene.order(order_id))["events"]) == 2
        if await scene.status(order_id) == "WAIT_PAYMENT":
            assert (await scene.do(scene.guest, order_id, "cancel")).errno == 0
        await no_two_overlap(make)


@many
@rounds(8, 20)
async def test_one_key_fifty_times_at_once_is_one_order(
    scene: Scene, start_server: Callable[..., LiveServer], make: Makers, rounds: int
) -> None:
    server = start_server(processes=2, limit_order_per_user="10/1m" if rounds < 10 else "1000/1m")
    for number in range(rounds):
        key = {"Idempotency-Key": f"key-{number}"}
        request = booking(scene, scene.guest.session or "", number, 1, **key)
        answers = await race(server.port, [request] * 50)
        assert {(answer.status, answer.body) for answer in answers} == {(201, answers[0].body)}
        assert len(await orders(make)) == number + 1
        other = booking(scene, scene.guest.session or "", number + 100, 1, **key)
        [refused] = await race(server.port, [other])
        assert (refused.status, refused.errno) == (409, 4004)


@many
async def test_whose_connection_is_cut_finds_the_order_again(
    scene: Scene, http_port: int, make: Makers, new_client: Callable[[], Client]
) -> None:
    for number in range(20):
        key = {"Idempotency-Key": f"cut-{number}"}
        request = booking(scene, scene.guest.session or "", number, 1, **key)
        _, writer = await asyncio.open_connection("127.0.0.1", http_port)
        writer.write(request)
        await writer.drain()
        while len(await orders(make)) <= number:
            await asyncio.sleep(0.001)
        writer.transport.abort()
        [again] = await race(http_port, [request])
        assert again.status == 201
    found = await orders(make)
    assert len(found) == 20


@pytest.mark.settings(**WIDE, **PATIENT)
async def test_a_guest_has_five_orders_waiting_also_when_booking_at_once(
    scene: Scene, http_port: int, make: Makers
) -> None:
    houses = [await make.house(scene.host) for _ in range(20)]
    for start, session in enumerate(await make.crowd(10)):
        stays = [scene.stay(start, 1) | {"house_id": house_id} for house_id in houses]
        answers = await race(http_port, [raw("POST", "/api/v1.0/orders", json=stay, session=session) for stay in stays])
        assert Counter(answer.status for answer in answers) == {201: 5, 409: 15}


@pytest.mark.settings(**WIDE, orders_pending=10_000)
async def test_a_house_that_many_want_keeps_nobody_else_waiting_for_ever(
    scene: Scene, http_port: int, make: Makers
) -> None:
    people = await make.crowd(CROWD)
    browsing = [raw("GET", f"/api/v1.0/houses/{scene.house_id}")] * 20
    answers = await race(http_port, [booking(scene, person, 0, 2) for person in people] + browsing)
    assert Counter(answer.status for answer in answers) == {201: 1, 409: CROWD - 1, 200: 20}


@many
async def test_workers_side_by_side_do_each_thing_once(scene: Scene, make: Makers, clock: Clock) -> None:
    paid = [await scene.paid(start, 1) for start in range(5)]
    for order_id in paid:
        await scene.do(scene.host, order_id, "cancel")
    waiting = [await scene.book(start, 1) for start in range(20)]
    clock.ahead = timedelta(hours=25)
    # one that finds the house locked leaves its order for the next run
    while sum(await asyncio.gather(*(jobs.run_all(scene.deps) for _ in range(8)))):
        pass
    counted = "SELECT action, COUNT(*) AS n, COUNT(DISTINCT order_id) AS orders FROM order_events GROUP BY action"
    events = {row["action"]: (row["n"], row["orders"]) for row in await make.rows(counted)}
    assert events["expire"] == (len(waiting), len(waiting))
    assert events["refund"] == (len(paid), len(paid))
    await no_two_overlap(make)


class Chaos:
    """People who book, accept, reject, cancel and let orders expire; what the nights should be is computed apart."""

    def __init__(self, scene: Scene, port: int, people: list[str], seed: int) -> None:
        self.scene = scene
        self.port = port
        self.people = people
        self.chance = random.Random(seed)
        self.known: list[tuple[str, int]] = []
        self.outcomes: Counter[str] = Counter()

    async def one(self) -> None:
        what = self.chance.choice(["book", "book", "accept", "reject", "cancel", "cancel by host", "expire"])
        if what == "book" or not self.known:
            await self.book()
        elif what == "expire":
            await self.expire()
        else:
            person, order_id = self.chance.choice(self.known)
            session = self.scene.host.session if what in ("accept", "reject", "cancel by host") else person
            body = {"action": what.split()[0], "reason": "x"}
            await self.ask(raw("PUT", f"/api/v1.0/orders/{order_id}/status", json=body, session=session), what)

    async def book(self) -> None:
        person = self.chance.choice(self.people)
        request = booking(self.scene, person, self.chance.randrange(40), self.chance.randrange(1, 6))
        answer = await self.ask(request, "book")
        if answer.errno == 0:
            self.known.append((person, answer.data["order_id"]))

    async def expire(self) -> None:
        _, order_id = self.chance.choice(self.known)
        sql = "UPDATE orders SET due_at = NOW(6) - INTERVAL 1 SECOND WHERE id = %s AND due_at IS NOT NULL"
        await self.scene.make.change(sql, order_id)
        self.outcomes["expire"] += await jobs.expire_orders(self.scene.deps)

    async def ask(self, request: bytes, what: str) -> Answer:
        [answer] = await race(self.port, [request])
        assert answer.status in (200, 201, 409), (what, answer.status, json.dumps(answer.json))
        self.outcomes[what] += answer.errno == 0
        return answer


@many
@pytest.mark.parametrize("steps", [150, pytest.param(1_000, marks=pytest.mark.torture)])
async def test_after_every_step_the_nights_are_those_of_live_orders(
    scene: Scene, http_port: int, make: Makers, steps: int
) -> None:
    chaos = Chaos(scene, http_port, await make.crowd(20), seed=steps)
    for _ in range(steps):
        await chaos.one()
        await no_two_overlap(make)
    assert set(chaos.outcomes) == {"book", "accept", "reject", "cancel", "cancel by host", "expire"}
    assert min(chaos.outcomes.values()) > 0


@many
@pytest.mark.parametrize("steps", [200, pytest.param(2_000, marks=pytest.mark.torture)])
async def test_twenty_people_at_once_leave_the_nights_of_live_orders(
    scene: Scene, start_server: Callable[..., LiveServer], make: Makers, steps: int
) -> None:
    server = start_server(processes=2)
    people = await make.crowd(20)
    crowd = [Chaos(scene, server.port, people, seed) for seed in range(20)]
    known: list[tuple[str, int]] = []
    for chaos in crowd:
        chaos.known = known

    async def live(chaos: Chaos) -> None:
        for _ in range(steps // 20):
            await chaos.one()

    await asyncio.gather(*(live(chaos) for chaos in crowd))
    await no_two_overlap(make)
