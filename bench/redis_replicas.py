"""What IHOME_REDIS_REPLICAS costs: `python -m bench.redis_replicas`, as root, on a machine that is otherwise idle.

One Redis with two replicas, all on this machine, so the network between machines is not in these numbers.
"""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from typing import Any

from redis import Redis

from tests.redis_group import Machine, redis_group
from tests.redis_load import Process
from tests.waiting import until
from utils.cache import Cache

_CALLS, _CLIENTS = 1000, 50
Step = Callable[[int], Awaitable[Any]]


def steps(process: Process) -> dict[str, Step]:
    """What is measured; every step is given a number that no other has."""
    changes = Cache(process.client, seconds=60, versions={}, confirmed=process.confirmed).changes

    async def announce(number: int) -> None:
        names = [f"house:{number}", f"card:{number}", "index:popular", "index:newest"]
        await changes.end(await changes.begin(names), known=True)

    async def sign_in_and_out(number: int) -> None:
        await process.sessions.open(number, address="", device="")
        await process.sessions.end_all(number)

    return {
        "look up a session": lambda number: process.sessions.load(str(number), "browser"),
        "sign in and out": sign_in_and_out,
        "count a limit": lambda number: process.limiter.acquire(("sms", str(number))),
        "announce the change of a house": announce,
    }


async def measure(machine: Machine, replicas: int) -> None:
    process = Process(machine.url, replicas)
    await until(process.answers)
    for name, step in steps(process).items():
        alone = [await _seconds(step, number) for number in range(_CALLS)]
        started = time.perf_counter()
        for first in range(0, _CALLS, _CLIENTS):
            await asyncio.gather(*(step(_CALLS + first + number) for number in range(_CLIENTS)))
        together = _CALLS / (time.perf_counter() - started)
        middle, worst = statistics.median(alone) * 1000, statistics.quantiles(alone, n=100)[98] * 1000
        print(
            f"{replicas} replicas  {name:32} {middle:6.2f} ms, 99 %: {worst:6.2f} ms; {together:8,.0f} a second by 50"
        )
    await process.close()


async def _seconds(step: Step, number: int) -> float:
    started = time.perf_counter()
    await step(number)
    return time.perf_counter() - started


async def measure_lease(machine: Machine) -> None:
    """What an idle process costs the master."""
    with Redis(unix_socket_path=f"{machine.directory}/redis.sock") as operator:
        process = Process(machine.url, 1)
        await until(process.answers)
        operator.config_resetstat()
        await asyncio.sleep(10)
        for name in ("eval", "wait"):
            spent = operator.info("commandstats")[f"cmdstat_{name}"]
            print(
                f"lease of one process: {spent['calls'] / 10:.1f} {name} a second, {spent['usec_per_call']:.1f} µs each"
            )
        await process.close()


async def main() -> None:
    with redis_group("redis-server", "haproxy") as group:
        for replicas in (0, 1):
            await measure(group.machines["a"], replicas)
        await measure_lease(group.machines["a"])


if __name__ == "__main__":
    asyncio.run(main())
