"""Calendars that are meant to do harm: they cost a worker neither its other rounds nor its memory (promises 16, 21)."""

import asyncio
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tornado.ioloop import IOLoop

from config import Config
from tests.makers import WIDE
from tests.platform import Platform
from tests.scene import Scene
from tests.torture.test_bookings import Worker
from tests.torture.test_pictures import memory
from tests.utils.test_ical import BOMB, FULL
from tests.waiting import until

BRISK = {"worker_seconds": 0.2, "order_accept": "0d/1s", "orders_pending": 1000, "feed_parse_seconds": 2}
pytestmark = [pytest.mark.torture, pytest.mark.settings(**WIDE, **BRISK, feed_private=True)]
BOMBS = 20
ORDERS = 20


@pytest.fixture
def platforms(io_loop: IOLoop) -> Iterator[list[Platform]]:
    """One for each bomb, and an honest one."""
    made = [Platform() for _ in range(BOMBS + 1)]
    yield made
    for platform in made:
        io_loop.run_sync(platform.close)


async def test_twenty_bombs_at_once_stop_no_round_and_no_other_calendar(
    scene: Scene,
    platforms: list[Platform],
    config: Config,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    *bad, honest = platforms
    shapes = [BOMB, *FULL.values()]
    for number, platform in enumerate(bad):
        platform.raw = shapes[number % len(shapes)]
    honest.take(scene.first + timedelta(days=100), 2)
    # what bombs take must not be booked here, so only the honest calendar is of the house that is booked
    houses = [*[await scene.make.house(scene.host) for _ in range(2)], scene.house_id]
    for number, platform in enumerate(platforms):
        answer = await scene.host.post(f"/api/v1.0/houses/{houses[number // 10]}/feeds", {"url": platform.url})
        assert answer.status == 201, answer.json
    settings = config.model_dump(include=config.model_fields_set)
    worker = Worker(settings, tmp_path / "worker.log")
    try:
        await until(lambda: any(platform.arrived.is_set() for platform in platforms))
        before = memory(worker)
        slowest, peak = 0.0, before
        for number in range(ORDERS):
            order_id = await scene.book(number * 2, 2)
            due = time.monotonic() + 1
            while await scene.status(order_id) != "EXPIRED":
                peak = max(peak, memory(worker))
                assert time.monotonic() < due + 30
                await asyncio.sleep(0.05)
            slowest = max(slowest, time.monotonic() - due)
        await until(lambda: all(platform.arrived.is_set() for platform in platforms))
        await until(lambda: is_read(scene))
        after = memory(worker)
    finally:
        worker.stop()
    with capsys.disabled():
        print(
            f"\n{BOMBS} bombs: an order expired {slowest:.2f} s late at most, "
            f"memory {before} MiB at first, {peak} MiB at most, {after} MiB at last"
        )
    assert slowest < 3
    assert after < 500
    assert "job_crashed" not in (tmp_path / "worker.log").read_text()


async def is_read(scene: Scene) -> bool:
    """Whether every calendar was judged, and the honest one's nights were taken."""
    rows = await scene.make.rows("SELECT 1 FROM feeds WHERE fetched_at IS NULL AND error IS NULL")
    taken = await scene.make.rows("SELECT night FROM house_nights WHERE night = %s", scene.first + timedelta(days=100))
    return not rows and bool(taken)
