"""The commands of an operator and of `make run`."""

import asyncio
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from config import Config, environment
from services.deps import Deps
from services.houses import listings
from tests.client import Client
from tests.live import ROOT
from tests.makers import Makers
from tests.scene import Scene
from tests.waiting import until
from tools import demo


async def test_demo_data_is_loaded_once_and_is_worth_looking_at(client: Client, make: Makers, deps: Deps) -> None:
    for _ in range(2):
        assert (await demo.load(deps))[-1] == "200 demo houses"
    found = (await client.get("/api/v1.0/houses?size=50")).data
    assert found["total_page"] == 4
    assert all(house["image_url"] for house in found["houses"])
    titles = Counter(row["title"] for row in await make.rows("SELECT title FROM houses"))
    assert len(titles) > 150
    for mobile, _ in demo.PEOPLE[:2]:
        assert (await client.post("/api/login", {"mobile": mobile, "password": demo.PASSWORD})).errno == 0
        talks = (await client.get("/api/v1.0/user/threads")).data
        assert (len(talks["threads"]), talks["unread"]) == (2, 1)
    [order] = (await client.get("/api/v1.0/user/orders?tab=upcoming")).data["orders"]
    assert order["host_name"] == demo.PEOPLE[0][1]
    assert (await client.get(f"/api/v1.0/orders/{order['order_id']}/arrival")).data["door_code"]
    assert (await listings.compare(deps, 0)).wrong == []


def run(config: Config, *arguments: str) -> subprocess.CompletedProcess[str]:
    own = config.model_dump(include=config.model_fields_set)
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment(**own),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.settings(house_review="manual")
async def test_an_operator_reviews_houses_at_the_terminal(client: Client, make: Makers, config: Config) -> None:
    user = await make.host(client)
    house_id = await make.house(client)
    listed = run(config, "tools.admin", "list")
    assert listed.stdout.splitlines()[-1] == "1 pending"
    assert str(house_id) in listed.stdout
    assert run(config, "tools.admin", "reject", str(house_id), "图片不清").returncode == 0
    assert "图片不清" in run(config, "tools.admin", "list", "rejected").stdout
    assert run(config, "tools.admin", "approve", str(house_id)).returncode == 0
    assert (await client.get("/api/v1.0/houses")).data["houses"][0]["house_id"] == house_id
    assert run(config, "tools.admin", "appoint", user.mobile).returncode == 0
    assert (await client.get("/api/v1.0/admin/houses")).status == 200
    unknown = run(config, "tools.admin", "appoint", "13000000000")
    assert (unknown.returncode, unknown.stderr) == (1, "用户不存在或未激活\n")
    assert run(config, "tools.admin", "approve", "999999").returncode == 1


async def test_the_sweeper_runs(config: Config, deps: Deps) -> None:
    done = run(config, "tools.sweep")
    assert (done.returncode, done.stdout) == (0, "0 objects removed\n")


async def test_a_worker_does_one_round(scene: Scene, config: Config, make: Makers) -> None:
    order_id = await scene.book()
    await make.change("UPDATE orders SET due_at = NOW(6) - INTERVAL 1 SECOND")
    assert run(config, "tools.worker", "--once").returncode == 0
    assert await scene.status(order_id) == "EXPIRED"
    [event] = await make.rows("SELECT request_id FROM order_events WHERE action = 'expire'")
    assert event["request_id"].startswith("worker-")


def start_worker(settings: dict[str, object], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "tools.worker"], cwd=ROOT, env=environment(**settings), stdout=output
        )


async def test_a_worker_goes_on_while_mariadb_is_away_and_ends_when_told(config: Config, tmp_path: Path) -> None:
    own = config.model_dump(include=config.model_fields_set)
    own |= {"database_url": "mysql://root@127.0.0.1:1/ihome", "worker_seconds": 0.05}
    log = tmp_path / "worker.log"
    process = start_worker(own, log)
    try:
        await until(lambda: process.poll() is not None or "job_failed" in log.read_text())
    finally:
        process.terminate()
    assert await asyncio.to_thread(process.wait, 30) == 0
    assert "job_failed" in log.read_text()
    assert "Traceback" not in log.read_text()
