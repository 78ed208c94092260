"""What is kept is made once, and is never older than the last change."""

import asyncio

import pytest
from redis.asyncio import Redis

from tests.conftest import Stores
from tests.proxy import Proxy
from utils import redis
from utils.cache import Cache


class Source:
    """Where values are made from; counts how often it is read."""

    def __init__(self) -> None:
        self.value = "old"
        self.read = 0
        self.reading = asyncio.Event()
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    async def make(self) -> str:
        self.read += 1
        seen = self.value
        self.reading.set()
        await self.goes_on.wait()
        return seen

    async def make_all(self, names: list[str]) -> dict[str, str]:
        value = await self.make()
        return {name: f"{name} {value}" for name in names}


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def kept(store: Redis) -> Cache:
    return Cache(store, seconds=60)


async def test_a_value_is_made_once_and_lives_for_a_while(kept: Cache, source: Source, store: Redis) -> None:
    assert [await kept.get("a", source.make) for _ in range(3)] == ["old"] * 3
    assert source.read == 1
    assert 0 < await store.ttl("cache:a") <= 60
    await kept.get("b", source.make, seconds=5)
    assert 0 < await store.ttl("cache:b") <= 5


async def test_a_hundred_at_once_in_two_processes_make_it_once(store: Redis, source: Source) -> None:
    here, there = Cache(store, seconds=60), Cache(store, seconds=60)
    source.goes_on.clear()
    asking = [asyncio.create_task(each.get("a", source.make)) for each in (here, there) for _ in range(50)]
    await source.reading.wait()
    await asyncio.sleep(0.05)
    source.goes_on.set()
    assert set(await asyncio.gather(*asking)) == {"old"}
    assert source.read == 1


async def test_what_was_read_before_a_change_is_not_kept_behind_it(kept: Cache, source: Source) -> None:
    source.goes_on.clear()
    asking = asyncio.create_task(kept.get("a", source.make))
    await source.reading.wait()
    source.value = "new"
    await kept.drop("a")
    source.goes_on.set()
    await asking
    assert await kept.get("a", source.make) == "new"


async def test_of_several_what_is_missing_is_made_together(kept: Cache, source: Source) -> None:
    assert await kept.get_all(["a", "b"], source.make_all) == ["a old", "b old"]
    source.value = "new"
    await kept.drop("b")
    assert await kept.get_all(["a", "b", "c"], source.make_all) == ["a old", "b new", "c new"]
    assert source.read == 2
    source.goes_on.clear()
    asking = asyncio.create_task(kept.get_all(["d"], source.make_all))
    source.reading.clear()
    await source.reading.wait()
    source.value = "newest"
    await kept.drop("d")
    source.goes_on.set()
    await asking
    assert await kept.get_all(["d"], source.make_all) == ["d newest"]


async def test_a_failure_reaches_everybody_and_is_not_kept(kept: Cache, source: Source) -> None:
    async def fail() -> str:
        raise LookupError

    found = await asyncio.gather(*(kept.get("a", fail) for _ in range(5)), return_exceptions=True)
    assert [type(each) for each in found] == [LookupError] * 5
    await kept.drop("a")
    assert await kept.get("a", source.make) == "old"


async def test_who_stops_waiting_stops_nobody_else(kept: Cache, source: Source) -> None:
    source.goes_on.clear()
    first, second = [asyncio.create_task(kept.get("a", source.make)) for _ in range(2)]
    await source.reading.wait()
    first.cancel()
    source.goes_on.set()
    assert await second == "old"


async def test_without_redis_everything_is_made_anew(stores: Stores, source: Source) -> None:
    async with Proxy(stores.redis_url) as proxy:
        client = redis.connect(proxy.url, timeout=0.2)
        kept = Cache(client, seconds=60)
        assert await kept.get("a", source.make) == "old"
        proxy.freeze()
        source.value = "new"
        assert await kept.get("b", source.make) == "new"
        assert await kept.get_all(["c"], source.make_all) == ["c new"]
        await kept.drop("a")
        await client.aclose()


async def test_nothing_is_kept_where_that_is_wanted(store: Redis, source: Source) -> None:
    kept = Cache(store, seconds=0)
    assert [await kept.get("a", source.make) for _ in range(2)] == ["old"] * 2
    assert source.read == 2
    assert await store.keys() == []
