"""What is cached is never older than the last change, whenever that is committed."""

import asyncio

import pytest
from redis.asyncio import Redis

from tests.conftest import Stores
from tests.proxy import Proxy
from tests.waiting import until
from utils import redis
from utils.cache import Cache

VERSIONS = dict.fromkeys("ab", 1)


class Source:
    """Where values are made from; `gate` holds up what has been read."""

    def __init__(self) -> None:
        self.value = "old"
        self.read = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def make(self) -> str:
        self.read += 1
        seen = self.value
        await self.gate.wait()
        return seen


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def cache(store: Redis) -> Cache:
    return Cache(store, seconds=60, versions=VERSIONS)


async def test_during_a_change_nothing_is_read_and_nothing_stored(cache: Cache, source: Source, store: Redis) -> None:
    await cache.get("a", source.make)
    change = await cache.changes.begin(["a"])
    source.value = "new"
    assert [await cache.get("a", source.make) for _ in range(3)] == ["new"] * 3
    assert await store.get("cache:a") is None
    await cache.changes.end(change, known=True)
    assert [await cache.get("a", source.make) for _ in range(3)] == ["new"] * 3
    assert source.read == 5
    assert await store.keys("changing:*") == []


async def test_of_two_changes_at_once_the_end_of_one_is_not_that_of_the_other(cache: Cache, store: Redis) -> None:
    source = Source()
    one, other = await cache.changes.begin(["a", "b"]), await cache.changes.begin(["a"])
    await cache.changes.end(one, known=True)
    await cache.get("a", source.make)
    await cache.get("b", source.make)
    assert await store.keys("cache:*") == ["cache:b"]
    await cache.changes.end(other, known=True)
    await cache.get("a", source.make)
    assert await store.get("cache:a") == "v1:old"


async def test_a_change_whose_outcome_is_unknown_goes_on_for_a_minute(
    cache: Cache, source: Source, store: Redis
) -> None:
    change = await cache.changes.begin(["a"])
    await cache.changes.end(change, known=False)
    await cache.get("a", source.make)
    assert await store.get("cache:a") is None
    assert 50 < await store.ttl("changing:a") <= 60
    [(_, ends)] = await store.zrange("changing:a", 0, -1, withscores=True)
    assert 50 < ends - (await store.time())[0] <= 60


async def test_a_change_that_has_expired_keeps_nobody_from_storing(cache: Cache, source: Source, store: Redis) -> None:
    await store.zadd("changing:a", {"of-a-writer-that-died": (await store.time())[0] - 1})
    await store.expire("changing:a", 60)
    await cache.get("a", source.make)
    assert await store.get("cache:a") == "v1:old"
    await cache.changes.begin(["a"])
    assert await store.zcard("changing:a") == 1


async def test_who_comes_after_a_change_gets_nothing_that_was_read_before_it(cache: Cache, source: Source) -> None:
    source.gate.clear()
    before = asyncio.create_task(cache.get("a", source.make))
    await until(lambda: source.read == 1)
    change = await cache.changes.begin(["a"])
    source.value = "new"
    await cache.changes.end(change, known=True)
    after = [asyncio.create_task(cache.get("a", source.make)) for _ in range(10)]
    await asyncio.sleep(0.05)
    source.gate.set()
    assert set(await asyncio.gather(*after)) == {"new"}
    assert await before == "old"
    assert source.read == 2


async def test_a_value_that_release_1_0_computes_during_a_change_is_not_stored_after_it(
    cache: Cache, store: Redis
) -> None:
    change = await cache.changes.begin(["a"])
    await store.set("cache:a", "lease:of-release-1.0", ex=60)
    await cache.changes.end(change, known=True)
    assert await store.get("cache:a") is None


async def test_without_redis_nothing_may_change_until_every_value_has_expired(stores: Stores) -> None:
    async with Proxy(stores.redis_url) as proxy:
        client = redis.connect(proxy.url, timeout=0.2)
        cache = Cache(client, seconds=1, versions=VERSIONS)
        proxy.freeze()
        with pytest.raises(redis.RedisUnavailable):
            await cache.changes.begin(["a"])
        started = asyncio.get_running_loop().time()
        await until(lambda: may_change(cache))
        assert asyncio.get_running_loop().time() - started > 0.9
        proxy.thaw()
        await until(lambda: redis.alive(client, 1))
        proxy.freeze()
        await asyncio.sleep(1.1)
        with pytest.raises(redis.RedisUnavailable):
            await cache.changes.begin(["a"])
        await client.aclose()


async def may_change(cache: Cache) -> bool:
    try:
        await cache.changes.begin(["a"])
    except redis.RedisUnavailable:
        return False
    return True


async def test_a_cache_that_is_turned_off_needs_no_redis() -> None:
    client = redis.connect("redis://127.0.0.1:1", timeout=0.2)
    cache = Cache(client, seconds=0, versions=VERSIONS)
    await cache.changes.end(await cache.changes.begin(["a"]), known=True)
    await client.aclose()
