"""Redis set back to an older state while servers and workers run, and an operator who ends all sessions."""

from datetime import timedelta
from pathlib import Path

import pytest
import redis as blocking
from redis.asyncio import Redis
from tornado.httpclient import AsyncHTTPClient

from composition import open_deps
from config import Config
from services import heartbeat, jobs
from services.deps import Deps
from tests.api.site.test_tools import run
from tests.client import Client
from tests.conftest import Clock
from tests.makers import PASSWORD, Makers
from tests.served import served
from tools.dev_services import ServiceProcess
from utils.clock import DatabaseClock


async def test_a_restored_redis_revives_no_session_that_was_ended(
    config: Config,
    clock: Clock,
    http_client: AsyncHTTPClient,
    own_redis: ServiceProcess,
    own_url: str,
    tmp_path: Path,
) -> None:
    changed = config.model_copy(update={"redis_url": own_url})
    async with open_deps(changed, clock) as deps, served(changed, deps) as address:
        client, make = Client(http_client, address), Makers(deps, tmp_path)
        await make.sign_in(client)
        stolen = client.session
        await heartbeat.beat(deps)
        with blocking.Redis.from_url(own_url) as operator:
            snapshot = {key: operator.dump(key) for key in operator.scan_iter()}
        assert (await client.send("DELETE", "/api/v1.0/session")).errno == 0
        clock.ahead += timedelta(minutes=5)
        await jobs.run_all(deps)
        await heartbeat.measure(deps.db, DatabaseClock(), deps.epoch)
        with blocking.Redis.from_url(own_url) as operator:
            operator.flushall()
            for key, value in snapshot.items():
                operator.restore(key, 60_000, value)
        own_redis.stop()
        own_redis.start()
        client.session = stolen
        assert (await client.get("/api/v1.0/session")).status == 401
        await make.sign_in(client)
        await jobs.run_all(deps)
        assert (await client.get("/api/v1.0/session")).errno == 0


async def test_a_worker_notices_it_where_no_server_has(client: Client, make: Makers, deps: Deps, store: Redis) -> None:
    await make.sign_in(client)
    await heartbeat.beat(deps)
    await store.set("heartbeat", 1, ex=60)
    assert (await client.get("/api/v1.0/session")).errno == 0
    await heartbeat.beat(deps)
    assert (await client.get("/api/v1.0/session")).status == 401


async def test_a_worker_without_redis_writes_no_heartbeat(config: Config, make: Makers) -> None:
    async with open_deps(config.model_copy(update={"redis_url": "redis://127.0.0.1:1/0"})) as deps:
        await heartbeat.beat(deps)
    assert await make.rows("SELECT * FROM heartbeat") == []


async def test_an_operator_ends_all_sessions(client: Client, make: Makers, config: Config, deps: Deps) -> None:
    await make.sign_in(client)
    number = "13800138000"
    code = await make.sms_code(number)
    done = run(config, "tools.sessions", "end-all")
    assert (done.returncode, done.stdout) == (0, "all sessions and one-time codes are ended\n")
    assert (await client.get("/api/v1.0/session")).status == 401
    body = {"mobile": number, "password": PASSWORD, "sms_code": code}
    assert (await client.post("/api/v1.0/users", body)).errno == 4002
    await make.sign_in(client)
    assert (await client.get("/api/v1.0/session")).errno == 0


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--help"], 0), (["end-all", "--help"], 0), ([], 2), (["end"], 2), (["end-all", "x"], 2)]
)
async def test_only_the_right_words_end_them(
    client: Client, make: Makers, config: Config, arguments: list[str], code: int
) -> None:
    await make.sign_in(client)
    assert run(config, "tools.sessions", *arguments).returncode == code
    assert (await client.get("/api/v1.0/session")).errno == 0


def test_it_says_where_redis_is_away(config: Config) -> None:
    done = run(config.model_copy(update={"redis_url": "redis://127.0.0.1:1/0"}), "tools.sessions", "end-all")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Redis: ")
    assert len(done.stderr.splitlines()) == 1
