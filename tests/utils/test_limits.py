"""Sliding windows on real Redis."""

import asyncio
import math

import pytest
from redis.asyncio import Redis

from tests.lifetimes import lives, moment
from tests.waiting import until
from utils.limits import Limiter, LimitGrant, LimitReached, Window, windows


@pytest.fixture
def limiter(store: Redis) -> Limiter:
    rates = {"wide": "100/1h", "narrow": "2/1m 3/1h", "quick": "1/1s", "other": "1/1m"}
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
    began = await moment(store)
    await limiter.acquire(("narrow", "me"), ("wide", "me"))
    ends = {"limit:narrow:60:me": 60, "limit:narrow:3600:me": 3600, "limit:wide:3600:me": 3600}
    assert set(await store.keys()) == ends.keys()
    assert [key for key, seconds in ends.items() if not await lives(store, key, seconds, began)] == []


async def aged(store: Redis, key: str, *seconds: float) -> None:
    """Let the marks of a window, from the oldest on, have been counted so many seconds ago."""
    now, microseconds = await store.time()
    marks = await store.zrange(key, 0, -1)
    moments = [(now - before) * 1_000_000 + microseconds for before in seconds]
    await store.zadd(key, dict(zip(marks, moments, strict=True)))


async def full_for(store: Redis, key: str, seconds: int) -> int:
    """Whole seconds until the oldest mark of a window of that length leaves it."""
    [(_, oldest)] = await store.zrange(key, 0, 0, withscores=True)
    now, microseconds = await store.time()
    return math.ceil((int(oldest) - now * 1_000_000 - microseconds) / 1_000_000 + seconds)


async def test_the_wait_is_until_the_first_place_is_free(limiter: Limiter, store: Redis) -> None:
    for _ in range(2):
        await limiter.acquire(("narrow", "me"))
    await aged(store, "limit:narrow:60:me", 40, 15)
    before = await full_for(store, "limit:narrow:60:me", 60)
    with pytest.raises(LimitReached) as refused:
        await limiter.acquire(("narrow", "me"))
    assert await full_for(store, "limit:narrow:60:me", 60) <= refused.value.retry_after <= before <= 20


async def test_of_two_full_windows_the_longer_wait_is_told_with_its_name(limiter: Limiter, store: Redis) -> None:
    for claim in [("narrow", "me")] * 3:
        await limiter.acquire(claim)
        await aged(store, "limit:narrow:60:me", *[50.0] * await store.zcard("limit:narrow:60:me"))
        await store.zremrangebyrank("limit:narrow:60:me", 0, 0)
    await limiter.acquire(("quick", "me"))
    await aged(store, "limit:narrow:3600:me", 3000, 2000, 1000)
    for claims in ([("quick", "me"), ("narrow", "me")], [("narrow", "me"), ("quick", "me")]):
        before = await full_for(store, "limit:narrow:3600:me", 3600)
        with pytest.raises(LimitReached) as refused:
            await limiter.acquire(*claims)
        assert refused.value.name == "narrow"
        assert await full_for(store, "limit:narrow:3600:me", 3600) <= refused.value.retry_after <= before <= 600


async def test_a_wait_is_a_second_at_least(limiter: Limiter, store: Redis) -> None:
    await limiter.acquire(("quick", "me"))
    told: list[int] = []

    async def is_told() -> bool:
        """False if it came too late."""
        await aged(store, "limit:quick:1:me", 0.9)
        try:
            await limiter.acquire(("quick", "me"))
        except LimitReached as refused:
            told.append(refused.retry_after)
        return bool(told)

    await until(is_told)
    assert told == [1]


async def test_what_has_a_mark_that_was_counted_counts_no_more(limiter: Limiter, store: Redis) -> None:
    for mark in ("a", "b", "a", "b"):
        assert (await limiter.acquire(("narrow", "me"), mark=mark)).mark == mark
    assert await store.zcard("limit:narrow:60:me") == 2
    with pytest.raises(LimitReached):
        await limiter.acquire(("narrow", "me"), mark="c")


async def test_a_repeated_mark_keeps_its_first_moment(limiter: Limiter, store: Redis) -> None:
    await limiter.acquire(("narrow", "me"), mark="a")
    await aged(store, "limit:narrow:60:me", 30)
    before = await store.zscore("limit:narrow:60:me", "a")
    await limiter.acquire(("narrow", "me"), mark="a")
    assert await store.zscore("limit:narrow:60:me", "a") == before


async def test_a_clock_that_was_set_back_keeps_nobody_out_for_longer_than_a_window(
    limiter: Limiter, store: Redis
) -> None:
    for _ in range(2):
        await limiter.acquire(("narrow", "me"))
    await aged(store, "limit:narrow:60:me", -1000, -2000)
    with pytest.raises(LimitReached) as refused:
        await limiter.acquire(("narrow", "me"))
    assert refused.value.retry_after == 60


async def test_of_two_equal_waits_the_first_is_told(limiter: Limiter, store: Redis) -> None:
    await limiter.acquire(("narrow", "me"), ("other", "me"))
    await limiter.acquire(("narrow", "me"))
    for name in ("narrow", "other"):  # marks that lie ahead count as of now, in both windows at the same moment
        key = f"limit:{name}:60:me"
        await aged(store, key, *[-1000] * await store.zcard(key))
    for claims in ([("narrow", "me"), ("other", "me")], [("other", "me"), ("narrow", "me")]):
        with pytest.raises(LimitReached) as refused:
            await limiter.acquire(*claims)
        assert refused.value.name == claims[0][0]


async def test_clearing_forgets_one_limit_of_one_visitor(limiter: Limiter, store: Redis) -> None:
    for whom in ("me", "you"):
        await limiter.acquire(("narrow", whom), ("wide", whom))
    await limiter.clear("narrow", "me")
    left = {"limit:narrow:60:you", "limit:narrow:3600:you", "limit:wide:3600:you", "limit:wide:3600:me"}
    assert set(await store.keys()) == left


async def test_giving_back_takes_away_one_count_of_each_window(limiter: Limiter, store: Redis) -> None:
    await limiter.acquire(("narrow", "me"))
    taken = await limiter.acquire(("narrow", "me"), ("wide", "me"))
    assert taken.keys == ("limit:narrow:60:me", "limit:narrow:3600:me", "limit:wide:3600:me")
    await limiter.release(taken)
    counts = {key: await store.zcard(key) for key in taken.keys}
    assert counts == {"limit:narrow:60:me": 1, "limit:narrow:3600:me": 1, "limit:wide:3600:me": 0}
    await limiter.release(LimitGrant("a", ()))


def test_windows_are_read_in_order() -> None:
    assert windows("1/60s 5/1h") == (Window(1, 60), Window(5, 3600))
    assert windows("999999999/1m") == (Window(999_999_999, 60),)


def test_a_limit_says_its_windows(limiter: Limiter) -> None:
    assert limiter.windows("narrow") == (Window(2, 60), Window(3, 3600))


@pytest.mark.parametrize(
    "text", ["", "5", "5/", "0/1m", "5/0m", "5/1d", "-1/1m", "5/1m,6/1h", "1/m", "1000000000/1m", "5/1m x"]
)
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="5/1h"):
        windows(text)
