"""The Redis master dies, freezes and is cut off, for a moment and for long, again and again."""

from collections.abc import Iterator

import pytest

from tests.redis_faults import harm
from tests.redis_group import Missing, RedisGroup, redis_group

pytestmark = [pytest.mark.torture, pytest.mark.timeout(600)]
_TIMES = 5


@pytest.fixture(scope="module")
def group() -> Iterator[RedisGroup]:
    try:
        with redis_group("redis-server", "redis-sentinel", "haproxy") as running:
            yield running
    except Missing as missing:
        pytest.skip(str(missing))


@pytest.mark.parametrize(("fault", "seconds"), [("kill", 0), ("cut", 6), ("freeze", 6)])
async def test_a_failover_brings_nothing_back(group: RedisGroup, fault: str, seconds: float) -> None:
    for _ in range(_TIMES):
        outcome = await harm(group, fault, seconds)
        print(f"{fault}: {outcome.gap:.1f} s without an answer")
        assert outcome.wrong == []


@pytest.mark.parametrize("fault", ["freeze", "cut"])
async def test_a_master_that_comes_back_while_it_is_replaced_confirms_nothing(group: RedisGroup, fault: str) -> None:
    for tenths in range(11, 28, 2):
        outcome = await harm(group, fault, tenths / 10)
        print(f"{fault} for {tenths / 10} s: {outcome.gap:.1f} s without an answer")
        assert outcome.wrong == []


async def test_without_replicas_something_is_lost(group: RedisGroup) -> None:
    """If this fails, the tests above prove nothing."""
    assert (await harm(group, "cut", 6, replicas=0)).wrong
