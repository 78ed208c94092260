"""While another Redis takes over, no ended session lives, no code is spent twice, no SMS is sent beyond its limit."""

import pytest

from tests.redis_faults import harm
from tests.redis_group import Missing, redis_group


async def test_a_master_that_is_cut_off_takes_nothing_with_it() -> None:
    try:
        with redis_group("redis-server", "redis-sentinel", "haproxy") as group:
            assert (await harm(group, "cut", 4)).wrong == []
    except Missing as missing:
        pytest.skip(str(missing))
