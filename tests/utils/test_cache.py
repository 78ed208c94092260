"""A cached value is computed once, and is never older than the last change."""

import asyncio
from collections.abc import Sequence

import pytest
from redis.asyncio import Redis

from tests.conftest import Stores
from tests.lifetimes import lives, moment
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


async def change(cache: Cache, *names: str) -> None:
    """A change of these names that is committed."""
    announced = await cache.changes.begin(names)
    await cache.changes.end(announced, known=True)


VERSIONS = dict.fromkeys("abcd", 1)


@pytest.fixture
def cache(store: Redis) -> Cache:
    return Cache(store, seconds=60, versions=VERSIONS)


async def test_a_value_is_computed_once_and_lives_for_a_while(cache: Cache, source: Source, store: Redis) -> None:
    began = await moment(store)
    assert [await cache.get("a", source.make) for _ in range(3)] == ["old"] * 3
    assert source.read == 1
    assert await lives(store, "cache:a", 60, began)
    await cache.get("b", source.make, seconds=5)
    assert await lives(store, "cache:b", 5, began)
    await cache.get_all(["c"], source.make_all)
    assert await lives(store, "cache:c", 60, began)


async def test_a_hundred_readers_in_two_processes_compute_it_once(store: Redis, source: Source) -> None:
    here, there = Cache(store, seconds=60, versions=VERSIONS), Cache(store, seconds=60, versions=VERSIONS)
    source.goes_on.clear()
    asking = [asyncio.create_task(each.get("a", source.make)) for each in (here, there) for _ in range(50)]
    await source.reading.wait()
    await asyncio.sleep(0.05)
    source.goes_on.set()
    assert set(await asyncio.gather(*asking)) == {"old"}
    assert source.read == 1


async def test_a_value_that_was_read_before_a_change_is_not_cached_after_it(cache: Cache, source: Source) -> None:
    source.goes_on.clear()
    asking = asyncio.create_task(cache.get("a", source.make))
    await source.reading.wait()
    source.value = "new"
    await change(cache, "a")
    source.goes_on.set()
    await asking
    assert await cache.get("a", source.make) == "new"


async def test_missing_values_of_several_are_computed_together(cache: Cache, source: Source) -> None:
    assert await cache.get_all(["a", "b"], source.make_all) == ["a old", "b old"]
    source.value = "new"
    await change(cache, "b")
    assert await cache.get_all(["a", "b", "c"], source.make_all) == ["a old", "b new", "c new"]
    assert source.read == 2
    source.goes_on.clear()
    asking = asyncio.create_task(cache.get_all(["d"], source.make_all))
    source.reading.clear()
    await source.reading.wait()
    source.value = "newest"
    await change(cache, "d")
    source.goes_on.set()
    await asking
    assert await cache.get_all(["d"], source.make_all) == ["d newest"]


async def test_a_lease_of_a_process_that_has_died_is_waited_for_and_left_to_expire(
    cache: Cache, source: Source, store: Redis
) -> None:
    await store.set("cache:a", "lease:of-the-dead", ex=60)
    started = asyncio.get_running_loop().time()
    assert await cache.get("a", source.make) == "old"
    assert 0.29 < asyncio.get_running_loop().time() - started < 5
    assert await store.get("cache:a") == "lease:of-the-dead"


async def test_a_lease_expires_within_seconds(cache: Cache, source: Source, store: Redis) -> None:
    source.goes_on.clear()
    began = await moment(store)
    asking = asyncio.create_task(cache.get("a", source.make))
    await source.reading.wait()
    assert (await store.get("cache:a")).startswith("lease:")
    assert await lives(store, "cache:a", 3, began)
    source.goes_on.set()
    assert await asking == "old"


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers wait a minute for what another process computes."""
    monkeypatch.setattr("utils.cache._MAX_POLLS", 3000)


async def test_a_value_that_another_process_stores_meanwhile_is_taken(
    cache: Cache, source: Source, store: Redis, patience: None
) -> None:
    await store.set("cache:a", "lease:of-another", ex=60)
    asking = asyncio.create_task(cache.get("a", source.make))
    await asyncio.sleep(0.05)
    await store.set("cache:a", "v1:theirs", ex=60)
    assert await asking == "theirs"
    assert source.read == 0


async def test_several_readers_compute_what_another_process_computes_without_waiting(
    cache: Cache, source: Source, store: Redis
) -> None:
    await store.set("cache:a", "lease:of-another", ex=60)
    assert await cache.get_all(["a", "b"], source.make_all) == ["a old", "b old"]
    assert [await store.get(key) for key in ("cache:a", "cache:b")] == ["lease:of-another", "v1:b old"]


async def test_no_names_have_no_values(cache: Cache, store: Redis) -> None:
    async def nothing(names: Sequence[str]) -> dict[str, str]:
        return dict.fromkeys(names, "")

    assert await cache.get_all([], nothing) == []
    await change(cache)
    assert await store.keys() == []


async def test_a_failure_reaches_every_reader_and_is_not_cached(cache: Cache, source: Source) -> None:
    async def fail() -> str:
        raise LookupError

    found = await asyncio.gather(*(cache.get("a", fail) for _ in range(5)), return_exceptions=True)
    assert [type(each) for each in found] == [LookupError] * 5
    await change(cache, "a")
    assert await cache.get("a", source.make) == "old"


async def test_a_reader_that_gives_up_stops_no_other_reader(cache: Cache, source: Source) -> None:
    source.goes_on.clear()
    first, second = [asyncio.create_task(cache.get("a", source.make)) for _ in range(2)]
    await source.reading.wait()
    first.cancel()
    source.goes_on.set()
    assert await second == "old"


async def test_without_redis_every_value_is_computed(stores: Stores, source: Source) -> None:
    async with Proxy(stores.redis_url) as proxy:
        client = redis.connect(proxy.url, timeout=0.2)
        cache = Cache(client, seconds=60, versions=VERSIONS)
        assert await cache.get("a", source.make) == "old"
        proxy.freeze()
        source.value = "new"
        assert await cache.get("b", source.make) == "new"
        assert await cache.get_all(["c"], source.make_all) == ["c new"]
        await client.aclose()


async def test_a_cache_that_is_turned_off_stores_nothing(store: Redis, source: Source) -> None:
    cache = Cache(store, seconds=0, versions=VERSIONS)
    assert [await cache.get("a", source.make) for _ in range(2)] == ["old"] * 2
    assert source.read == 2
    assert await store.keys() == []


async def test_every_value_has_its_version_in_front(cache: Cache, source: Source, store: Redis) -> None:
    await cache.get("a:1", source.make)
    await cache.get_all(["b:2"], source.make_all)
    assert [await store.get(key) for key in ("cache:a:1", "cache:b:2")] == ["v1:old", "v1:b:2 old"]


@pytest.mark.parametrize("stored", ["v2:old", "v0:old", "v11:old", "old", '{"a": 1}', ""])
async def test_a_value_of_another_version_is_a_miss_and_is_replaced(
    cache: Cache, source: Source, store: Redis, stored: str
) -> None:
    source.value = "new"
    for name in ("a", "b"):
        await store.set(f"cache:{name}", stored, ex=60)
    assert await cache.get("a", source.make) == "new"
    assert await cache.get_all(["b"], source.make_all) == ["b new"]
    assert [await store.get(key) for key in ("cache:a", "cache:b")] == ["v1:new", "v1:b new"]


async def test_two_releases_with_one_redis_never_read_each_other_s_values(store: Redis) -> None:
    releases = {version: Cache(store, seconds=60, versions={"a": version}) for version in (1, 2)}
    for version in (1, 2, 1, 2):
        source = Source()
        source.value = f"form {version}"
        assert await releases[version].get("a", source.make) == f"form {version}"
        assert source.read == 1


async def test_a_reader_does_not_wait_for_a_value_of_another_version(
    cache: Cache, source: Source, store: Redis, patience: None
) -> None:
    await store.set("cache:a", "lease:of-the-other-release", ex=60)
    started = asyncio.get_running_loop().time()
    reading = asyncio.create_task(cache.get("a", source.make))
    await asyncio.sleep(0.03)
    await store.set("cache:a", "v2:old", ex=60)
    assert await reading == "old"
    assert asyncio.get_running_loop().time() - started < 30


async def test_a_kind_without_a_version_is_refused(cache: Cache, source: Source) -> None:
    with pytest.raises(KeyError, match="other"):
        await cache.get("other:1", source.make)
    with pytest.raises(KeyError, match="other"):
        await cache.get_all(["other:1"], source.make_all)
