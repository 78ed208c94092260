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
