"""Booking while something is killed (promises 3 and 4): what was answered OK is there, and nothing is there twice."""

import asyncio
import itertools
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from composition import open_deps
from config import Config, environment
from services.deps import Deps
from services.local_time import today
from tests.client import Answer, exchange, raw, read_answer
from tests.live import ROOT, LiveServer
from tests.makers import HOUSE, WIDE, Makers
from tests.torture.conftest import kill
from tests.waiting import until
from tools.dev_services import DevServices

pytestmark = pytest.mark.torture
BOOKERS, HOUSES, NIGHTS = 16, 8, 60
BRISK = {"orders_pending": 10**6, "order_accept": "0d/2s", "order_pay": "0d/1s", "worker_seconds": 0.2}


class Worker:
    """A worker process; it can be started again after it was killed."""

    def __init__(self, settings: dict[str, Any], log: Path) -> None:
        self._settings = settings
        self._log = log
        self.start()

    def start(self) -> None:
        with self._log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tools.worker"],
                cwd=ROOT,
                env=environment(**self._settings),
                stdout=output,
                stderr=output,
            )

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


class Load:
    """Guests who book with a key and ask again until they are told; hosts who accept; guests who cancel."""

    def __init__(self, server: LiveServer, deps: Deps, host: str, guests: list[str], houses: list[int]) -> None:
        self._server = server
        self._first = today(deps) + timedelta(days=10)
        self.host = host
        self._guests = guests
        self.houses = houses
        self._keys = itertools.count()
        self._running = True
        self.booked: dict[int, int] = {}
        self.outcomes: Counter[str] = Counter()

    async def run(self) -> None:
        await asyncio.gather(*(self._guest(guest) for guest in self._guests))

    def stop(self) -> None:
        self._running = False

    async def more(self, count: int) -> None:
        """Return once so many more orders were booked."""
        before = len(self.booked)
        await until(lambda: len(self.booked) >= before + count)

    async def _guest(self, session: str) -> None:
        while self._running:
            key, start, days = next(self._keys), random.randrange(NIGHTS), random.randrange(1, 4)
            stay = {
                "house_id": random.choice(self.houses),
                "start_date": f"{self._first + timedelta(days=start)}",
                "end_date": f"{self._first + timedelta(days=start + days)}",
            }
            request = raw("POST", "/api/v1.0/orders", json=stay, session=session, headers={"Idempotency-Key": f"{key}"})
            answer = await self._until_told(request)
            self.outcomes[f"book {answer.status}"] += 1
            if answer.status == 201:
                assert key not in self.booked
                self.booked[key] = answer.data["order_id"]
                await self._go_on(session, answer.data["order_id"])

    async def _go_on(self, session: str, order_id: int) -> None:
        path = f"/api/v1.0/orders/{order_id}/status"
        for who, action, chance in ((self.host, "accept", 0.5), (session, "cancel", 0.3)):
            if random.random() < chance:
                answer = await self._ask(raw("PUT", path, json={"action": action}, session=who))
                self.outcomes[f"{action} {answer.status if answer else 'cut'}"] += 1

    async def _until_told(self, request: bytes) -> Answer:
        """Ask again while the answer is missing or says that ihome could not do it now."""
        for _ in range(400):
            answer = await self._ask(request)
            if answer is not None and answer.status in (201, 409):
                return answer
            self.outcomes[f"asked again after {answer.status if answer else 'cut'}"] += 1
            await asyncio.sleep(0.05)
        raise AssertionError("never told")

    async def _ask(self, request: bytes) -> Answer | None:
        try:
            async with asyncio.timeout(10):
                received = await exchange(self._server.port, request)
        except OSError:
            return None
        return read_answer(received) if received else None


def kill_process(server: LiveServer) -> Callable[[], None]:
    """One of the two; the parent starts another."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    os.kill(int(random.choice(children)), signal.SIGKILL)
    return lambda: None


def kill_worker(worker: Worker) -> Callable[[], None]:
    worker.process.kill()
    worker.process.wait()
    return worker.start


@pytest.mark.parametrize("victim", ["mariadb", "redis", "server", "worker"])
async def test_what_was_answered_is_there_and_nothing_is_there_twice(
    own_backing: DevServices, tmp_path: Path, capsys: pytest.CaptureFixture[str], victim: str
) -> None:
    settings = own_backing.settings(tmp_path) | {"bcrypt_cost": 4} | WIDE | BRISK
    server = LiveServer(settings, tmp_path / "server.log", processes=2)
    worker = Worker(settings, tmp_path / "worker.log")
    try:
        async with open_deps(Config.model_validate(settings)) as deps:
            make = Makers(deps, tmp_path)
            load = await a_load(server, deps, make)
            running = asyncio.create_task(load.run())
            for _ in range(3):
                await load.more(10)
                heal = await asyncio.to_thread(
                    {
                        "mariadb": lambda: kill("mariadb", own_backing),
                        "redis": lambda: kill("redis", own_backing),
                        "server": lambda: kill_process(server),
                        "worker": lambda: kill_worker(worker),
                    }[victim]
                )
                await asyncio.sleep(1)
                await asyncio.to_thread(heal)
            await load.more(10)
            await until(lambda: some_expired(make))
            load.stop()
            async with asyncio.timeout(60):
                await running
            await asyncio.to_thread(worker.stop)
            await judge(make, load)
    finally:
        worker.stop()
        server.stop()
    with capsys.disabled():
        print(f"\n{victim} killed three times: {len(load.booked)} booked, {dict(sorted(load.outcomes.items()))}")
    for log in ("server.log", "worker.log"):
        assert "Traceback" not in (tmp_path / log).read_text()


async def a_load(server: LiveServer, deps: Deps, make: Makers) -> Load:
    host, *guests = await make.crowd(BOOKERS + 1)
    houses = []
    for _ in range(HOUSES):
        answer = read_answer(await exchange(server.port, raw("POST", "/api/v1.0/houses", json=HOUSE, session=host)))
        houses.append(int(answer.data["house_id"]))
    return Load(server, deps, host, guests, houses)


async def some_expired(make: Makers) -> bool:
    return bool(await make.rows("SELECT 1 FROM orders WHERE status = 'EXPIRED' LIMIT 1"))


async def judge(make: Makers, load: Load) -> None:
    """Every key that was answered has its order, no other order exists, and nights are those of live orders."""
    assert len(load.booked) > 20
    assert len(set(load.booked.values())) == len(load.booked)
    orders = await make.rows("SELECT * FROM orders")
    assert {order["id"] for order in orders} == set(load.booked.values())
    expected = {
        (order["house_id"], order["start_date"] + timedelta(days=number), order["id"])
        for order in orders
        if order["status"] not in ("CANCELED", "REJECTED", "EXPIRED")
        for number in range(order["days"])
    }
    nights = await make.rows("SELECT house_id, night, order_id FROM house_nights")
    assert {(night["house_id"], night["night"], night["order_id"]) for night in nights} == expected
    assert Counter(order["status"] for order in orders)["EXPIRED"] > 0
    [row] = await make.rows(
        """SELECT COUNT(*) AS n FROM orders WHERE status <> (SELECT target FROM order_events
           WHERE order_id = orders.id ORDER BY id DESC LIMIT 1)"""
    )
    assert row["n"] == 0
