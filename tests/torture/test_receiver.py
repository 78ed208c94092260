"""A receiver that dies at random rebuilds every order from feed and webhooks alone (docs/webhooks.md)."""

import asyncio
import json
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient

from config import Config, environment
from services.deps import Deps
from tests.client import Client
from tests.live import ROOT, LiveServer, unused_port
from tests.makers import WIDE, Makers
from tests.scene import Scene, a_scene

SETTINGS = {"webhook_private": True, "webhook_timeout": 1, "worker_seconds": 0.2, "orders_pending": 10_000}
pytestmark = [pytest.mark.torture, pytest.mark.timeout(900), pytest.mark.settings(**WIDE, **SETTINGS)]
STEPS, GUESTS = 150, 4
ACTIONS = ("accept", "accept", "reject", "cancel", "pay", "pay", "check_in", "complete")


class Victim:
    """A process that is killed and started again."""

    def __init__(self, command: Callable[[], list[str]], log: Path, settings: dict[str, Any]) -> None:
        self._command, self._log, self._settings = command, log, settings
        self.killed = 0
        self.start()

    def start(self) -> None:
        with self._log.open("ab") as output:
            self.process = subprocess.Popen(
                self._command(), cwd=ROOT, env=environment(**self._settings), stdout=output, stderr=output
            )

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.killed += 1

    async def die_at_random(self, seconds: float) -> None:
        """For ever, each life lasting `seconds` on average."""
        while True:
            await asyncio.sleep(random.expovariate(1 / seconds))
            self.kill()
            await asyncio.sleep(random.uniform(0, seconds / 4))
            self.start()


@pytest.fixture
def victims() -> Iterator[list[Victim]]:
    started: list[Victim] = []
    yield started
    for each in started:
        each.kill()


async def drive(scene: Scene, guests: list[Client]) -> int:
    """Random bookings and steps of orders; most are refused. Returns how many were made."""
    orders: list[tuple[int, Client]] = []
    done = 0
    for _ in range(STEPS):
        if not orders or random.random() < 0.3:
            guest = random.choice(guests)
            stay = scene.stay(random.randrange(-14, 200), random.randrange(1, 4))
            answer = await guest.post("/api/v1.0/orders", stay)
            if answer.errno == 0:
                orders.append((int(answer.data["order_id"]), guest))
        else:
            order_id, guest = random.choice(orders)
            answer = await step(scene, guest, order_id, random.choice(ACTIONS))
        done += answer.errno == 0
        await asyncio.sleep(0.05)
    return done


async def step(scene: Scene, guest: Client, order_id: int, action: str) -> Any:
    if action != "pay":
        who = random.choice([scene.host, guest])
        return await scene.do(who, order_id, action)
    answer = await scene.do(guest, order_id, "pay")
    if answer.errno == 0:
        amount = (await guest.get(f"/api/v1.0/orders/{order_id}")).data["order"]["amount"]
        await scene.notify(str(answer.data["pay_url"].rpartition("/")[2]), amount)
    return answer


async def in_database(make: Makers) -> dict[int, list[Any]]:
    rows = await make.rows(
        """SELECT orders.id, status, version, start_date, end_date, guests, orders.amount, deposit, refund
           FROM orders LEFT JOIN payments ON payments.order_id = orders.id"""
    )
    found = {row.pop("id"): [*row.values()] for row in rows}
    return {each: json.loads(json.dumps([*state[:-1], state[-1] or 0], default=str)) for each, state in found.items()}


def in_receiver(file: Path) -> dict[int, list[Any]]:
    with sqlite3.connect(file) as tables:
        return {row[0]: json.loads(row[1]) for row in tables.execute("SELECT id, state FROM orders")}


async def settle(scene: Scene, path: str) -> None:
    """Until each event is planned, each refund made, and each delivery taken; the late ones are sent again by hand."""
    open_ = """SELECT (SELECT COUNT(*) FROM events WHERE planned_at IS NULL) AS events,
                      (SELECT COUNT(*) FROM payments WHERE refund IS NOT NULL AND refunded_at IS NULL) AS refunds,
                      (SELECT COUNT(*) FROM webhook_deliveries WHERE state <> 'delivered') AS deliveries"""
    async with asyncio.timeout(300):
        while any((await scene.make.rows(open_))[0].values()):
            waiting = await scene.make.rows(
                "SELECT id FROM webhook_deliveries WHERE state <> 'delivered' AND next_at > NOW(6) + INTERVAL 20 SECOND"
            )
            for row in waiting:
                await scene.host.post(f"{path}/deliveries/{row['id']}/redeliver")
            await asyncio.sleep(0.5)


@pytest.mark.parametrize("reads_feed", [True, False], ids=["feed and webhooks", "webhooks only"])
async def test_a_receiver_that_dies_at_random_has_every_order(
    start_server: Callable[..., LiveServer],
    http_client: AsyncHTTPClient,
    make: Makers,
    deps: Deps,
    config: Config,
    tmp_path: Path,
    victims: list[Victim],
    reads_feed: bool,
) -> None:
    server, file, port = start_server(), tmp_path / "receiver.sqlite", unused_port()
    scene = await a_scene(lambda: Client(http_client, server.base_url), make, deps)
    guests = [scene.guest, *[await scene.another_guest() for _ in range(GUESTS - 1)]]
    made = (await scene.host.post("/api/v1.0/user/webhooks", {"url": f"http://127.0.0.1:{port}/"})).data
    key = (await scene.host.post("/api/v1.0/user/api-keys", {"name": "x", "scopes": ["events:read"]})).data["key"]
    feed, calm = f"{server.base_url}/api/v1.0/events" if reads_feed else "", ["0"]
    program = [sys.executable, "-m", "tests.torture.receiver_program"]
    settings = config.model_dump(include=config.model_fields_set)
    receiver = Victim(
        lambda: [*program, str(port), str(file), made["secret"], feed, key, *calm], tmp_path / "receiver.log", settings
    )
    worker = Victim(lambda: [sys.executable, "-m", "tools.worker"], tmp_path / "worker.log", settings)
    victims += [receiver, worker]
    chaos = [asyncio.create_task(receiver.die_at_random(1.5)), asyncio.create_task(worker.die_at_random(12))]
    try:
        done = await drive(scene, guests)
    finally:
        for task in chaos:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    calm[:] = ["1"]
    receiver.kill()
    receiver.start()
    if worker.process.poll() is not None:
        worker.start()
    await settle(scene, f"/api/v1.0/user/webhooks/{made['id']}")
    if reads_feed:
        receiver.kill()
        receiver.start()
    expected = await in_database(make)
    with suppress(TimeoutError):
        async with asyncio.timeout(30):
            while in_receiver(file) != expected:
                await asyncio.sleep(0.2)
    known = in_receiver(file)
    assert [(expected[each], known.get(each)) for each in expected if known.get(each) != expected[each]] == []
    with sqlite3.connect(file) as tables:
        sources = dict(tables.execute("SELECT source, COUNT(*) FROM events GROUP BY source"))
        [[duplicates]] = tables.execute("SELECT COUNT(*) FROM duplicates")
        [[seqs, newest]] = tables.execute("SELECT COUNT(*), MAX(seq) FROM events")
    assert seqs == newest  # a stream has no gaps
    sent = (await make.rows("SELECT COUNT(*) AS n, SUM(status BETWEEN 200 AND 299) AS ok FROM webhook_attempts"))[0]
    print(
        f"{len(expected)} orders, {done} steps, {seqs} events (first by {sources}), {sent['n']} attempts of which "
        f"{sent['ok']} succeeded, {duplicates} duplicates; killed: receiver {receiver.killed}, worker {worker.killed}"
    )
    assert receiver.killed >= 3
