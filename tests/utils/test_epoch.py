"""An older Redis that comes back revives neither sessions nor codes, and forgets no limit."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from redis.asyncio import Redis
from tornado.ioloop import IOLoop

from tests.conftest import Stores
from utils import redis
from utils.epoch import SECONDS, Epoch
from utils.limits import Limiter, LimitReached, windows
from utils.one_time_codes import OneTimeCodes, Verdict
from utils.sessions import Lifetime, SessionStore

NOW = datetime(2026, 11, 21, 12)


class Process:
    """A server's view of Redis."""

    def __init__(self, url: str) -> None:
        self.epoch = Epoch()
        self.client = redis.connect(url, timeout=1, greet=self.epoch.check)
        self.epoch.redis = self.client
        self.sessions = SessionStore(
            self.client, browser=Lifetime(3600, 7200), app=Lifetime(3600, 7200), touch=60, clock=time.time
        )
        self.codes = OneTimeCodes(self.client, "sms", b"key", ttl=60, tries=5)

    async def open(self) -> str:
        return await self.sessions.open(1, address="a", device="d")


@pytest.fixture
def process(stores: Stores, io_loop: IOLoop) -> Iterator[Process]:
    made = Process(stores.redis_url)
    yield made
    io_loop.run_sync(made.client.aclose)


@pytest.mark.parametrize("lost", [31, 3600])
async def test_a_restored_redis_revives_nothing(stores: Stores, store: Redis, process: Process, lost: int) -> None:
    ended, code = await process.open(), "314159"
    await process.codes.put("me", code)
    await process.epoch.compare(NOW)
    again = Process(stores.redis_url)
    again.epoch.expect(NOW + timedelta(seconds=lost))  # MariaDB has a later heartbeat: Redis is the older one
    limiter = Limiter(store, {"narrow": windows("1/1h")})
    await limiter.acquire(("narrow", "me"))
    assert await again.sessions.find(ended) is None
    assert await again.codes.spend("me", code) is Verdict.GONE
    with pytest.raises(LimitReached):
        await limiter.acquire(("narrow", "me"))
    fresh = await again.open()
    another = Process(stores.redis_url)
    another.epoch.expect(NOW + timedelta(seconds=lost))
    assert await another.sessions.find(fresh)  # it is noticed once
    await another.client.aclose()
    await again.client.aclose()


async def test_what_a_crash_loses_ends_nothing(stores: Stores, process: Process) -> None:
    token = await process.open()
    await process.epoch.compare(NOW)
    again = Process(stores.redis_url)
    again.epoch.expect(NOW + timedelta(seconds=29))
    assert await again.sessions.find(token)
    await again.client.aclose()


async def test_an_operator_ends_everything(process: Process, store: Redis) -> None:
    token = await process.open()
    await process.codes.put("me", "314159")
    await process.epoch.begin()
    assert await process.sessions.find(token) is None
    assert await process.sessions.of_user(1) == []
    assert await process.codes.spend("me", "314159") is Verdict.GONE
    later = await process.open()
    assert await process.sessions.find(later)
    assert [session.epoch for session in await process.sessions.of_user(1)] != [""]
    await store.expire("epoch", 60)
    await process.open()
    assert await store.ttl("epoch") > SECONDS - 60


async def test_every_key_ends_and_a_heartbeat_never_goes_back(process: Process, store: Redis) -> None:
    await process.epoch.compare(NOW)
    await process.epoch.compare(NOW - timedelta(hours=1))
    assert await store.get("heartbeat") == str(int(NOW.replace(tzinfo=UTC).timestamp() * 1000))
    assert await store.ttl("heartbeat") > 0


async def test_a_heartbeat_in_an_unknown_form_is_neither_compared_nor_replaced(
    stores: Stores, process: Process, store: Redis
) -> None:
    token = await process.open()
    await store.set("heartbeat", "v2:1790000000000", ex=60)
    again = Process(stores.redis_url)
    again.epoch.expect(NOW)
    await again.epoch.compare(NOW)
    assert await again.sessions.find(token)
    assert await store.get("heartbeat") == "v2:1790000000000"
    await again.client.aclose()
