"""What was acknowledged is on a replica, and a master without replicas is not believed."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress

import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as ConnectionLost

from composition import open_deps
from config import Config
from services.deps import Deps
from tests.redis_group import Missing, RedisGroup, redis_group
from tests.waiting import until
from utils import redis
from utils.redis_lease import NotReplicated
from utils.sessions import Session


@pytest.fixture(scope="module")
def replicated() -> Iterator[RedisGroup]:
    try:
        with redis_group("redis-server", "haproxy") as running:
            yield running
    except Missing as missing:
        pytest.skip(str(missing))


@pytest.fixture
def group(replicated: RedisGroup) -> Iterator[RedisGroup]:
    yield replicated
    replicated.signal("abc", signal.SIGCONT)
    replicated.wait_for_replicas()


@asynccontextmanager
async def clients(group: RedisGroup) -> AsyncIterator[tuple[Redis, Redis]]:
    """One for all commands, and one for those that must not be lost."""
    url = group.machines["a"].url
    client = redis.connect(url, timeout=0.5, replicas=1)
    confirmed = redis.connect_confirmed(url, timeout=0.5, replicas=1)
    try:
        await until(lambda: answers(client))  # the master of which nobody heard for a while is on probation
        await until(lambda: answers(confirmed))
        yield client, confirmed
    finally:
        await client.aclose()
        await confirmed.aclose()


async def answers(client: Redis) -> bool:
    return await redis.alive(client, timeout=2)


async def is_refused(client: Redis) -> bool:
    try:
        await client.get("key")
    except NotReplicated:
        return True
    return False


async def test_a_confirmed_write_needs_a_replica(group: RedisGroup) -> None:
    async with clients(group) as (client, confirmed):
        await confirmed.set("key", "1", ex=60)
        group.signal("b", signal.SIGSTOP)
        await confirmed.set("key", "2", ex=60)
        group.signal("c", signal.SIGSTOP)
        with pytest.raises(NotReplicated):
            await confirmed.set("key", "3", ex=60)
        group.signal("b", signal.SIGCONT)
        await until(lambda: answers(confirmed))
        await confirmed.set("key", "4", ex=60)
        assert await client.get("key") == "4"


async def test_a_confirmed_answer_rests_on_nothing_that_can_be_lost(group: RedisGroup) -> None:
    async with clients(group) as (client, confirmed):
        assert [await each.exists("other") for each in (client, confirmed)] == [0, 0]
        group.signal("bc", signal.SIGSTOP)
        await client.set("other", "1", ex=60)
        with pytest.raises(NotReplicated):
            await confirmed.exists("other")


async def test_a_master_without_replicas_counts_as_away_until_one_follows(group: RedisGroup) -> None:
    async with clients(group) as (client, _):
        await client.set("key", "1", ex=60)
        group.signal("bc", signal.SIGSTOP)
        await until(lambda: is_refused(client))
        with pytest.raises(redis.RedisUnavailable):
            await client.get("key")
        group.signal("c", signal.SIGCONT)
        await until(lambda: answers(client))
        assert await client.get("key") == "1"


async def test_a_process_that_stood_still_asks_for_the_replicas_first(group: RedisGroup) -> None:
    async with clients(group) as (client, _):
        await client.set("key", "1", ex=60)
        group.signal("bc", signal.SIGSTOP)
        asyncio.get_running_loop().call_soon(time.sleep, 0.9)  # the whole process stands still
        await asyncio.sleep(0)
        with pytest.raises(NotReplicated):
            await client.get("key")


async def test_writes_of_one_moment_wait_together(group: RedisGroup) -> None:
    async with clients(group) as (client, confirmed):
        await confirmed.ping()
        before = (await client.info("commandstats"))["cmdstat_wait"]["calls"]
        assert await asyncio.gather(*(confirmed.incr("sum") for _ in range(500))) == list(range(1, 501))
        assert (await client.info("commandstats"))["cmdstat_wait"]["calls"] - before < 10
        await client.expire("sum", 60)


async def test_an_error_reaches_only_who_caused_it(group: RedisGroup) -> None:
    async with clients(group) as (_, confirmed):
        await confirmed.set("text", "x", ex=60)
        asking = [confirmed.get("text"), confirmed.zrange("text", 0, -1), confirmed.get("text")]
        first, refused, last = await asyncio.gather(*asking, return_exceptions=True)
        assert [first, last] == ["x", "x"]
        assert isinstance(refused, redis.RedisUnavailable)
        leaving = asyncio.create_task(confirmed.get("text"))
        await asyncio.sleep(0)
        leaving.cancel()
        assert await confirmed.get("text") == "x"


async def test_a_replica_is_no_master(group: RedisGroup) -> None:
    client = redis.connect(f"unix://{group.machines['b'].directory}/redis.sock?db=0", timeout=0.5, replicas=1)
    with pytest.raises(ConnectionLost):
        await client.get("key")
    await client.aclose()


async def test_the_settings_of_a_cluster_open_such_clients(group: RedisGroup, config: Config) -> None:
    settings = {"redis_url": group.machines["a"].url, "redis_replicas": 1, "redis_failover_seconds": 20}
    async with open_deps(config.model_copy(update=settings)) as deps:
        secret = await deps.sessions.open(1, address="", device="")
        session = await deps.sessions.find(secret)
        assert session
        group.signal("bc", signal.SIGSTOP)
        ending = asyncio.create_task(end(deps, session))
        await until(lambda: isolated(deps))
        assert not ending.done()
        group.signal("bc", signal.SIGCONT)
        assert await ending
        assert await deps.sessions.find(secret) is None


async def end(deps: Deps, session: Session) -> bool:
    """End a session, with another attempt where the first one found out that the master is isolated."""
    with suppress(redis.RedisUnavailable):
        return await deps.sessions.end(1, session.id)
    return await deps.sessions.end(1, session.id)


async def isolated(deps: Deps) -> bool:
    return not await deps.sessions.alive(0.3)
