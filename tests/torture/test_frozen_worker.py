"""A worker that stands still while its lease ends, and goes on after another one has done its work, changes nothing."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tornado.ioloop import IOLoop

from config import Config, environment
from tests.alipay import AlipayGateway
from tests.live import ROOT
from tests.makers import WIDE, Makers
from tests.platform import Platform
from tests.scene import Scene
from tests.service import LocalService

pytestmark = [pytest.mark.torture, pytest.mark.settings(**WIDE, feed_private=True)]
Worker = Callable[[], "subprocess.Popen[bytes]"]


@contextmanager
def workers(config: Config, directory: Path, **settings: Any) -> Iterator[Worker]:
    """Starts workers that run every job once."""
    fields = config.model_dump(include=config.model_fields_set) | settings
    started: list[subprocess.Popen[bytes]] = []

    def start() -> "subprocess.Popen[bytes]":
        with (directory / "worker.log").open("ab") as output:
            command = [sys.executable, "-m", "tools.worker", "--once"]
            started.append(subprocess.Popen(command, cwd=ROOT, env=environment(**fields), stdout=output, stderr=output))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()
        worker.wait()


async def frozen_at(service: LocalService, start: Worker) -> "subprocess.Popen[bytes]":
    """A worker that stands still with the answer of that service in its socket."""
    service.arrived.clear()
    service.may_answer.clear()
    worker = start()
    async with asyncio.timeout(60):
        await service.arrived.wait()
    worker.send_signal(signal.SIGSTOP)
    service.may_answer.set()
    return worker


async def end_of(worker: "subprocess.Popen[bytes]") -> int:
    worker.send_signal(signal.SIGCONT)
    return await asyncio.to_thread(worker.wait, 60)


@pytest.fixture
def platform(io_loop: IOLoop) -> Iterator[Platform]:
    platform = Platform()
    yield platform
    io_loop.run_sync(platform.close)


@pytest.fixture
def gateway(io_loop: IOLoop) -> Iterator[AlipayGateway]:
    gateway = AlipayGateway()
    yield gateway
    io_loop.run_sync(gateway.close)


async def feed(scene: Scene) -> dict[str, Any]:
    [shown] = (await scene.host.get(f"/api/v1.0/houses/{scene.house_id}/feeds")).data["feeds"]
    return dict(shown)


@pytest.mark.parametrize("mode", ["ok", "lie"])
async def test_an_older_calendar_does_not_replace_a_newer_one(
    scene: Scene, platform: Platform, make: Makers, config: Config, tmp_path: Path, mode: str
) -> None:
    platform.take(scene.first, 1)
    assert (await scene.host.post(f"/api/v1.0/houses/{scene.house_id}/feeds", {"url": platform.url})).errno == 0
    with workers(config, tmp_path, feed_timeout=60) as start:
        platform.mode = mode
        frozen = await frozen_at(platform, start)
        platform.mode = "ok"
        platform.stays = []
        platform.take(scene.first + timedelta(days=5), 1)
        await make.change("UPDATE feeds SET next_at = next_at - INTERVAL 1 HOUR")  # the lease has ended
        assert await end_of(start()) == 0
        newer = await feed(scene)
        assert await scene.taken() == scene.nights(5, 1)
        assert await end_of(frozen) == 0
    assert platform.statuses == [200, 200]
    assert await scene.taken() == scene.nights(5, 1)
    assert await feed(scene) == newer


async def test_a_refund_is_made_and_told_once(
    scene: Scene, gateway: AlipayGateway, make: Makers, config: Config, tmp_path: Path
) -> None:
    order_id = await scene.paid()
    assert (await scene.do(scene.host, order_id, "cancel")).errno == 0
    [payment] = await make.rows("SELECT out_trade_no, amount FROM payments")
    gateway.paid[payment["out_trade_no"]] = f"{payment['amount'] / 100:.2f}"
    with workers(config, tmp_path, **gateway.settings(), outbound_timeout=60) as start:
        frozen = await frozen_at(gateway, start)
        await make.change("UPDATE payments SET next_at = next_at - INTERVAL 1 HOUR")  # the lease has ended
        assert await end_of(start()) == 0
        [refunded] = await make.rows("SELECT refunded_at FROM payments")
        assert refunded["refunded_at"] is not None
        assert await end_of(frozen) == 0
    assert gateway.asked == 2
    assert len(gateway.refunds) == 1
    assert await make.rows("SELECT refunded_at FROM payments") == [refunded]
    events = (await scene.order(order_id))["events"]
    assert [event["action"] for event in events].count("refund") == 1
    notices = (await scene.guest.get("/api/v1.0/user/notices")).data["notices"]
    assert [notice["action"] for notice in notices].count("refund") == 1


async def test_money_is_counted_once(
    scene: Scene, gateway: AlipayGateway, make: Makers, config: Config, tmp_path: Path
) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    gateway.paid[number] = f"{(await scene.order(order_id))['amount'] / 100:.2f}"
    with workers(config, tmp_path, **gateway.settings(), outbound_timeout=60) as start:
        await make.change("UPDATE payments SET next_at = next_at - INTERVAL 1 HOUR")
        frozen = await frozen_at(gateway, start)
        await make.change("UPDATE payments SET next_at = next_at - INTERVAL 1 HOUR")  # the lease has ended
        assert await end_of(start()) == 0
        assert await scene.status(order_id) == "PAID"
        assert (await scene.do(scene.host, order_id, "cancel")).errno == 0
        assert await end_of(frozen) == 0
    assert await scene.status(order_id) == "CANCELED"
    actions = [event["action"] for event in (await scene.order(order_id))["events"]]
    assert actions.count("receive") == 1
    assert "late_payment" not in actions
