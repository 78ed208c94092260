"""One-time codes as they lie in Redis."""

import pytest
from redis.asyncio import Redis

from utils.one_time_codes import OneTimeCodes, Verdict


@pytest.fixture
def codes(store: Redis) -> OneTimeCodes:
    return OneTimeCodes(store, "test", b"key", ttl=60, tries=3)


async def test_a_code_ends_by_itself(codes: OneTimeCodes, store: Redis) -> None:
    await codes.put("a", "1")
    assert 0 < await store.ttl("test:a") <= 60


async def test_a_new_code_may_be_tried_as_often_as_the_first(codes: OneTimeCodes) -> None:
    for code in ("1", "2"):
        await codes.put("a", code)
        assert [await codes.spend("a", "wrong") for _ in range(2)] == [Verdict.WRONG] * 2
    assert await codes.spend("a", "1") is Verdict.WRONG
    assert await codes.spend("a", "2") is Verdict.GONE


async def test_only_the_code_that_is_named_is_forgotten(codes: OneTimeCodes) -> None:
    for subject in ("a", "b", "c"):
        await codes.put(subject, "1")
    await codes.put("d", "1", forget="a")
    verdicts = [await codes.spend(subject, "1") for subject in ("a", "b", "c", "d")]
    assert verdicts == [Verdict.GONE, *[Verdict.RIGHT] * 3]


async def test_a_code_is_stored_with_its_version(codes: OneTimeCodes, store: Redis) -> None:
    await codes.put("a", "1")
    assert await store.hget("test:a", "v") == "1"


async def test_a_code_of_release_0_1_is_accepted(codes: OneTimeCodes, store: Redis) -> None:
    await codes.put("a", "1")
    await store.hdel("test:a", "v")
    assert await codes.spend("a", "1") is Verdict.RIGHT


@pytest.mark.parametrize("version", ["2", "x", ""])
async def test_a_code_of_an_unknown_version_is_gone_until_it_is_replaced(
    codes: OneTimeCodes, store: Redis, version: str
) -> None:
    await codes.put("a", "1")
    await store.hset("test:a", "v", version)
    assert await codes.spend("a", "1") is Verdict.GONE
    await codes.put("a", "2")
    assert await codes.spend("a", "2") is Verdict.RIGHT
