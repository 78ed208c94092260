"""One fault of the Redis master under load, and what it did."""

import asyncio
import signal
from dataclasses import dataclass

from tests.redis_group import RedisGroup
from tests.redis_load import Load, Process
from tests.waiting import until


@dataclass(frozen=True)
class Outcome:
    """What went wrong, and the seconds without any acknowledgement."""

    wrong: list[str]
    gap: float


async def harm(group: RedisGroup, fault: str, seconds: float, *, replicas: int = 1) -> Outcome:
    """Kill, freeze or cut off the master for so long. One that was killed comes back after another one has begun.

    The servers on the machine of the master and on another one go on meanwhile.
    """
    old = await asyncio.to_thread(group.wait_for_replicas)
    other = next(name for name in "abc" if name != old)
    processes = [Process(group.machines[name].url, replicas) for name in (old, other)]
    load = Load(processes)
    await load.start()
    await asyncio.sleep(1)
    try:
        _begin(group, fault, old)
        await asyncio.sleep(seconds)
        if fault == "kill":
            await until(lambda: asyncio.to_thread(_has_another, group, old))
        _end(group, fault, old)
        await asyncio.sleep(3)
        await load.stop()
        await until(processes[1].answers)
        return Outcome(await load.verify(processes[1]), load.ledger.longest_gap)
    finally:
        for process in processes:
            await process.close()


def _has_another(group: RedisGroup, old: str) -> bool:
    return group.master() not in (None, old)


def _begin(group: RedisGroup, fault: str, name: str) -> None:
    if fault == "cut":
        group.cut_off(name)
    else:
        group.signal(name, signal.SIGKILL if fault == "kill" else signal.SIGSTOP)


def _end(group: RedisGroup, fault: str, name: str) -> None:
    if fault == "cut":
        group.heal()
    elif fault == "kill":
        # in this thread: the process ends with the thread that started it
        group.machines[name].processes["redis-server"].start()
    else:
        group.signal(name, signal.SIGCONT)
