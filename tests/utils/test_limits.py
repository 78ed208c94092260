"""Sliding windows on real Redis."""

import asyncio

import pytest
from redis.asyncio import Redis

from utils.limits import Limiter, LimitReached, windows


@pytest.fixture
def limiter(store: Redis) -> Limiter:
    rates = {"wide": "100/1h", "narrow": "2/1m 3/1h", "quick": "1/1s"}
    return Limiter(store, {name: windows(text) for name, text in rates.items()})


async def test_one_full_window_refuses_and_nothing_is_counted(limiter: Limiter, store: Redis) -> None:
    for _ in range(2):
        await limiter.acquire(("narrow", "me"), ("wide", "me"))
    with pytest.raises(LimitReached) as refused:
        await limiter.acquire(("wide", "me"), ("narrow", "me"))
    assert refused.value.name == "narrow"
    assert 0 < refused.value.retry_after <= 60
    assert await store.zcard("limit:wide:3600:me") == 2
    await limiter.acquire(("narrow", "you"))


async def test_a_hundred_at_once_are_two(limiter: Limiter) -> None:
    answers = await asyncio.gather(*(limiter.acquire(("narrow", "me")) for _ in range(40)), return_exceptions=True)
    assert sum(not isinstance(answer, LimitReached) for answer in answers) == 2


async def test_what_is_given_back_counts_no_more(limiter: Limiter) -> None:
    for _ in range(5):
        await limiter.release(await limiter.acquire(("narrow", "me")))
    await limiter.acquire(("narrow", "me"))
    await limiter.acquire(("narrow", "me"))
    await limiter.clear("narrow", "me")
    await limiter.acquire(("narrow", "me"))


async def test_a_window_slides(limiter: Limiter, store: Redis) -> None:
    await limiter.acquire(("quick", "me"))
    [(member, moment)] = await store.zrange("limit:quick:1:me", 0, -1, withscores=True)
    await store.zadd("limit:quick:1:me", {member: moment - 1_000_001})
    await limiter.acquire(("quick", "me"))


async def test_every_key_ends_by_itself(limiter: Limiter, store: Redis) -> None:
    await limiter.acquire(("narrow", "me"), ("wide", "me"))
    assert len(await store.keys()) == 3
    assert all([await store.ttl(key) > 0 for key in await store.keys()])


@pytest.mark.parametrize("text", ["", "5", "5/", "0/1m", "5/0m", "5/1d", "-1/1m", "5/1m,6/1h", "1/m"])
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="5/1h"):
        windows(text)
