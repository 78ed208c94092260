"""One connection to Redis for everybody: no reply reaches anybody else, whoever leaves and whatever breaks."""

import asyncio
import signal
import time

import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError, ResponseError

from tests.conftest import Stores
from tests.proxy import Proxy
from tests.waiting import until
from tools.dev_services import ServiceProcess
from utils import redis


async def test_commands_of_one_moment_share_one_connection(stores: Stores) -> None:
    client = redis.connect(stores.redis_url, timeout=1)
    assert len(set(await asyncio.gather(*(client.client_id() for _ in range(500))))) == 1
    await asyncio.gather(*(client.set(f"k{n}", n, ex=60) for n in range(500)))
    assert await asyncio.gather(*(client.get(f"k{n}") for n in range(500))) == [str(n) for n in range(500)]
    await client.aclose()


async def test_a_refused_command_is_the_business_of_who_sent_it(stores: Stores) -> None:
    client = redis.connect(stores.redis_url, timeout=1)
    await client.set("text", "x", ex=60)
    answers = await asyncio.gather(
        client.get("text"), client.zrange("text", 0, -1), client.get("text"), return_exceptions=True
    )
    assert [answers[0], type(answers[1]), answers[2]] == ["x", ResponseError, "x"]
    async with client.pipeline(transaction=True) as pipe:
        pipe.set("other", "y", ex=60)
        pipe.execute_command("NONSENSE")
        with pytest.raises(RedisError):
            await pipe.execute()
    assert await client.get("other") is None
    async with client.pipeline(transaction=False) as pipe:
        pipe.set("other", "y", ex=60)
        pipe.zrange("text", 0, -1)
        with pytest.raises(ResponseError):
            await pipe.execute()
    assert await client.get("other") == "y"
    await client.aclose()


async def test_a_value_that_is_no_text_harms_no_other_reply(stores: Stores, store: Redis) -> None:
    await store.set("broken", b"\xff\xfe\x80", ex=60)
    await store.set("text", "x", ex=60)
    client = redis.connect(stores.redis_url, timeout=1)
    answers = await asyncio.gather(client.get("text"), client.get("broken"), client.get("text"))
    assert [answers[0], answers[2]] == ["x", "x"]
    assert "\ufffd" in answers[1]
    await client.aclose()


async def test_who_leaves_takes_nobodys_reply(stores: Stores) -> None:
    client = redis.connect(stores.redis_url, timeout=1)
    for n in range(100):
        await client.set(f"k{n}", n, ex=60)
    asking = [asyncio.create_task(client.get(f"k{n}")) for n in range(100)]
    await asyncio.sleep(0)
    for task in asking[::3]:
        task.cancel()
    answers = await asyncio.gather(*asking, return_exceptions=True)
    for n, answer in enumerate(answers):
        assert answer == str(n) or (n % 3 == 0 and isinstance(answer, asyncio.CancelledError))
    await client.aclose()


async def test_a_server_that_stands_still_is_given_up_and_comes_back(stores: Stores) -> None:
    async with Proxy(stores.redis_url) as proxy:
        client = redis.connect(proxy.url, timeout=0.3)
        await client.set("a", "1", ex=60)
        proxy.freeze()
        started = time.monotonic()
        answers = await asyncio.gather(*(client.get("a") for _ in range(50)), return_exceptions=True)
        assert all(isinstance(answer, RedisError) for answer in answers)
        assert time.monotonic() - started < 3
        proxy.thaw()
        await until(lambda: redis.alive(client, timeout=1))
        assert await client.get("a") == "1"
        await client.aclose()


def is_refused_without_waiting(client: Redis) -> bool:
    """Whether a command ends before it has waited for anything but its turn."""
    asking = client.get("a").__await__()
    try:
        while asking.send(None) is None:
            pass
    except RedisError:
        return True
    return False


async def test_after_one_time_out_nobody_waits_again_until_redis_answers(stores: Stores) -> None:
    async with Proxy(stores.redis_url) as proxy:
        client = redis.connect(proxy.url, timeout=0.2, probe=0.3)
        await client.set("a", "1", ex=60)
        proxy.freeze()
        with pytest.raises(redis.RedisUnavailable):
            await client.get("a")
        connections = proxy.connections
        while proxy.connections < connections + 3:  # several probes, one after the other
            assert is_refused_without_waiting(client)
            await asyncio.sleep(0.01)
        proxy.thaw()
        await until(lambda: redis.alive(client, timeout=1))
        connections = proxy.connections
        assert await client.get("a") == "1"
        assert proxy.connections == connections
        await client.aclose()


async def test_a_redis_that_was_frozen_and_then_died_is_asked_again_by_everybody(stores: Stores) -> None:
    proxy = Proxy(stores.redis_url)
    async with proxy:
        client = redis.connect(proxy.url, timeout=0.2, probe=0.3)
        await client.ping()
        proxy.freeze()
        with pytest.raises(redis.RedisUnavailable):
            await client.get("a")
    await until(lambda: not is_refused_without_waiting(client))
    with pytest.raises(redis.RedisUnavailable):
        await client.get("a")
    await client.aclose()


async def test_a_client_that_is_closed_leaves_no_task_behind(stores: Stores) -> None:
    async with Proxy(stores.redis_url) as proxy:
        client = redis.connect(proxy.url, timeout=0.2, probe=60)
        await client.ping()
        proxy.freeze()
        with pytest.raises(redis.RedisUnavailable):
            await client.get("a")
        connections = proxy.connections
        await until(lambda: proxy.connections > connections)  # a probe waits for its answer
        [probe] = [task for task in asyncio.all_tasks() if task.get_coro().__name__ == "_probe"]
        await client.aclose()
        assert probe.done()


async def test_a_process_that_stood_still_itself_does_not_give_redis_up(stores: Stores) -> None:
    client = redis.connect(stores.redis_url, timeout=0.2)
    await client.set("a", "1", ex=60)
    asking = asyncio.create_task(client.get("a"))
    await asyncio.sleep(0)
    time.sleep(0.5)  # noqa: ASYNC251  the loop stands still
    assert await asking == "1"
    await client.aclose()


async def test_a_connection_that_was_cut_is_made_again_at_once(stores: Stores) -> None:
    async with Proxy(stores.redis_url) as proxy:
        client = redis.connect(proxy.url, timeout=1)
        for n in range(20):
            await client.set("a", n, ex=60)
            proxy.cut()
            assert await asyncio.gather(*(client.get("a") for _ in range(10))) == [str(n)] * 10
        await client.aclose()


async def test_scripts_are_loaded_when_redis_has_forgotten_them(own_redis: ServiceProcess, own_url: str) -> None:
    client, operator = redis.connect(own_url, timeout=1), Redis.from_url(own_url)
    script = client.register_script("return ARGV[1]")
    for text in ("a", "b"):
        await operator.script_flush()
        assert await script(args=[text]) == text
    await client.aclose()
    await operator.aclose()


@pytest.mark.parametrize("url", ["unix:///nowhere/redis.sock", "redis://127.0.0.1:1", "redis://nowhere.invalid"])
async def test_without_a_server_everybody_is_told_so_at_once(url: str) -> None:
    client = redis.connect(url, timeout=0.5)
    started = time.monotonic()
    with pytest.raises(redis.RedisUnavailable):
        await client.get("a")
    assert time.monotonic() - started < 3
    await client.aclose()


async def test_a_waiting_client_waits_for_a_new_master_and_others_do_not(
    own_redis: ServiceProcess, own_url: str
) -> None:
    client = redis.connect(own_url, timeout=0.5)
    patient, impatient = redis.waiting(client, 60), redis.waiting(client, 0)
    await patient.set("a", "1")
    own_redis.stop()
    asked = asyncio.create_task(patient.set("a", "2"))
    with pytest.raises(redis.RedisUnavailable):
        await impatient.get("a")
    assert not asked.done()
    await asyncio.to_thread(own_redis.start)
    assert await asked
    assert await impatient.get("a") == "2"
    await client.aclose()


async def test_in_a_long_outage_only_the_first_callers_wait(own_redis: ServiceProcess, own_url: str) -> None:
    patience = 4
    patient = redis.waiting(client := redis.connect(own_url, timeout=0.5), patience)
    await patient.set("a", "1")
    own_redis.stop()
    with pytest.raises(redis.RedisUnavailable):
        await patient.get("a")
    async with asyncio.timeout(patience):  # each of the three would wait as long as the first one did
        for _ in range(3):
            with pytest.raises(redis.RedisUnavailable):
                await patient.get("a")
    await asyncio.to_thread(own_redis.start)
    await client.ping()
    own_redis.stop()
    asked = asyncio.create_task(patient.get("a"))  # another outage
    await asyncio.to_thread(own_redis.start)
    await asked
    await client.aclose()


async def test_a_waiting_client_waits_while_redis_is_silent_but_not_longer_than_it_may(
    own_redis: ServiceProcess, own_url: str
) -> None:
    client = redis.connect(own_url, timeout=0.2, probe=0.2)
    patient = redis.waiting(client, 0.5)
    await patient.set("a", "1")
    own_redis.signal(signal.SIGSTOP)
    for _ in range(2):  # the first one finds out, the second one waits
        with pytest.raises(redis.RedisUnavailable):
            await patient.get("a")
    own_redis.signal(signal.SIGCONT)
    assert await redis.waiting(client, 60).get("a") == "1"
    await client.aclose()
