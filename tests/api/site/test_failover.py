"""Requests while the writer is replaced: they wait, each up to its deadline, and what they change is changed once."""

import asyncio
from collections.abc import Iterator
from time import monotonic

import pytest
from tornado.ioloop import IOLoop

from config import Config
from tests.conftest import Stores
from tests.makers import WIDE, Makers
from tests.mysql_gate import Gate
from tests.scene import Scene

pytestmark = pytest.mark.settings(
    **WIDE, cache_seconds=0, database_pool=2, database_failover_seconds=50, database_deadline=60, booking_seconds=60
)
patient = pytest.mark.settings(request_seconds=60)


@pytest.fixture
def gate(stores: Stores, io_loop: IOLoop) -> Iterator[Gate]:
    gate = Gate(stores.database_url)
    io_loop.run_sync(gate.__aenter__)
    yield gate
    io_loop.run_sync(gate.__aexit__)


@pytest.fixture
def config(config: Config, gate: Gate) -> Config:
    return config.model_copy(update={"database_url": gate.url})


@patient
async def test_requests_are_answered_by_the_next_writer(scene: Scene, make: Makers, gate: Gate) -> None:
    guests = [await scene.another_guest() for _ in range(10)]
    gate.close()
    orders = [asyncio.ensure_future(guest.post("/api/v1.0/orders", scene.stay())) for guest in guests]
    reads = [asyncio.ensure_future(guest.get(f"/api/v1.0/houses/{scene.house_id}")) for guest in guests]
    searches = [asyncio.ensure_future(guest.get("/api/v1.0/houses")) for guest in guests]
    ready = await scene.new_client().get("/readyz")
    assert (ready.status, ready.data["writable"]) == (503, False)
    assert not any(each.done() for each in (*orders, *reads, *searches))
    gate.is_open = True
    assert sorted([answer.status for answer in await asyncio.gather(*orders)]) == [201, *[409] * 9]
    assert {answer.status for answer in await asyncio.gather(*reads, *searches)} == {200}
    assert await make.rows("SELECT COUNT(*) AS n FROM orders") == [{"n": 1}]


@pytest.mark.settings(request_seconds=2)
async def test_no_request_waits_longer_than_its_deadline(scene: Scene, gate: Gate) -> None:
    gate.close()
    began = monotonic()
    requests = [
        scene.guest.get(f"/api/v1.0/houses/{scene.house_id}"),
        scene.guest.get("/api/v1.0/houses"),
        scene.guest.get("/api/v1.0/user/orders"),
        scene.guest.post("/api/v1.0/orders", scene.stay()),
    ]
    assert {answer.status for answer in await asyncio.gather(*requests)} == {503}
    assert monotonic() - began < 20
    assert (await scene.new_client().get("/livez")).status == 200
