"""Servers whose own clocks are wrong: nobody is refused, nothing expires early."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from redis.asyncio import Redis
from tornado.httpclient import AsyncHTTPClient

from composition import open_deps
from config import Config
from services.deps import Deps
from tests.client import Client
from tests.conftest import Clock
from tests.makers import PASSWORD, Makers, identity_number
from tests.scene import Scene
from tests.served import served
from utils.clock import DatabaseClock
from utils.limits import Limiter, LimitReached, windows


async def test_the_clock_is_mariadbs_whatever_the_machine_says(monkeypatch: pytest.MonkeyPatch, config: Config) -> None:
    monkeypatch.setattr("utils.clock.time.time", lambda: 1_000_000_000.0)  # the year 2001
    async with open_deps(config) as deps:
        assert abs(deps.clock() - datetime.now(UTC)) < timedelta(seconds=5)
        async with deps.db.connection() as queries:
            row = await queries.one("SELECT UTC_TIMESTAMP(6) AS now")
        assert row
        assert abs(deps.now() - row["now"]) < timedelta(seconds=1)


@pytest.mark.settings(database_url="mysql://root@127.0.0.1:1/ihome")
async def test_until_mariadb_answers_the_clock_of_the_machine_will_do(config: Config) -> None:
    async with open_deps(config) as deps:
        assert abs(deps.clock() - datetime.now(UTC)) < timedelta(seconds=5)


def test_half_the_round_trip_is_allowed_for() -> None:
    clock = DatabaseClock()
    clock.follow(datetime(2030, 1, 1), sent=100, received=104)
    before = clock()
    clock.follow(datetime(2030, 1, 1), sent=102, received=102)
    assert abs(clock() - before) < timedelta(milliseconds=200)


@pytest.mark.settings(session_idle_seconds=24 * 3600, session_absolute_seconds=7 * 24 * 3600, order_accept="0d/1h")
@pytest.mark.parametrize("minutes", [-10, 10])
async def test_two_servers_with_different_clocks(
    scene: Scene, config: Config, make: Makers, http_client: AsyncHTTPClient, minutes: int
) -> None:
    """Everything that one server did is valid at the other, and nothing is refused as too early or too late."""
    there = Clock()
    there.ahead = timedelta(minutes=minutes)
    async with open_deps(config, there) as deps, served(config, deps) as address:

        def elsewhere(client: Client) -> Client:
            other = Client(http_client, address)
            other.session = client.session
            return other

        user, other = await make.user(), Client(http_client, address)
        assert (await other.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": PASSWORD})).errno == 0
        here = scene.new_client()
        here.session = other.session
        assert (await here.get("/api/v1.0/session")).errno == 0
        order_id = await scene.book()
        assert (await scene.do(elsewhere(scene.host), order_id, "accept")).errno == 0
        assert (await scene.pay(order_id)).body == b"success"
        assert (await scene.do(elsewhere(scene.guest), order_id, "cancel")).errno == 0
        order_id = await scene.book(7, guest=elsewhere(scene.guest))
        assert (await scene.do(scene.host, order_id, "accept")).errno == 0
        assert (await scene.do(scene.guest, order_id, "cancel")).errno == 0
        assert (await other.send("DELETE", "/api/v1.0/session")).errno == 0
        assert (await here.get("/api/v1.0/session")).status == 401


async def test_a_clock_that_goes_back_an_hour(scene: Scene, clock: Clock) -> None:
    order_id = await scene.book()
    clock.ahead = timedelta(hours=-1)
    assert (await scene.guest.get("/api/v1.0/session")).errno == 0
    assert (await scene.do(scene.host, order_id, "accept")).errno == 0
    assert (await scene.pay(order_id)).body == b"success"
    assert (await scene.do(scene.guest, order_id, "cancel")).errno == 0
    assert (await scene.guest.send("DELETE", "/api/v1.0/session")).errno == 0
    assert (await scene.guest.get("/api/v1.0/session")).status == 401


async def test_sessions_end_by_the_one_clock(client: Client, make: Makers, clock: Clock, deps: Deps) -> None:
    await make.sign_in(client)
    clock.ahead = timedelta(days=399)
    assert (await client.get("/api/v1.0/session")).errno == 0
    clock.ahead = timedelta(days=401)
    assert (await client.get("/api/v1.0/session")).status == 401


async def test_a_birth_date_is_judged_by_the_one_clock(client: Client, make: Makers, clock: Clock) -> None:
    await make.sign_in(client)
    clock.ahead = timedelta(days=-40 * 365)
    born_later = {"real_name": "张三", "id_card": identity_number(45_000)}
    answer = await client.post("/api/v1.0/user/auth", born_later)
    assert (answer.errno, list(answer.data["fields"])) == (4103, ["id_card"])


async def test_redis_clock_going_back_blocks_nobody_for_longer_than_the_window(store: Redis) -> None:
    limiter = Limiter(store, {"narrow": windows("2/1m"), "quick": windows("1/1s")})
    await limiter.acquire(("narrow", "me"))
    await limiter.acquire(("narrow", "me"), ("quick", "me"))
    for key in await store.keys("limit:*"):  # as if they had been counted before the clock went back an hour
        for mark, moment in await store.zrange(key, 0, -1, withscores=True):
            await store.zadd(key, {mark: moment + 3600 * 10**6})
    with pytest.raises(LimitReached) as refused:
        await limiter.acquire(("narrow", "me"))
    assert refused.value.retry_after <= 60
    with pytest.raises(LimitReached):
        await limiter.acquire(("quick", "me"))
    async with asyncio.timeout(30):
        while True:
            try:
                await limiter.acquire(("quick", "me"))
                break
            except LimitReached as wait:
                await asyncio.sleep(wait.retry_after)
