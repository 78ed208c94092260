"""Work on what strangers sent, in processes with little time and memory.

A process that takes too much, or dies, is replaced, and the next piece of work is done meanwhile.
"""

import asyncio
import math
import multiprocessing
import os
import resource
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

_PIECES_PER_PROCESS = 200
T = TypeVar("T")


class SandboxLimitExceeded(Exception):
    """The work took too much time or memory, or killed its process."""


class SandboxBusy(Exception):
    """More pieces of work wait than the queue allows."""


class Sandbox:
    """Runs functions in `processes` processes, which start with the first piece of work; at most `queue` pieces wait.

    One piece has `seconds`, by the clock and of the processor, and a process has `memory` bytes of address space.
    """

    def __init__(self, *, processes: int, queue: int, seconds: float, memory: int) -> None:
        self._processes = processes
        self._seconds = seconds
        self._memory = memory
        self._room = processes + queue
        self._pool = self._new_pool()

    async def run(self, work: Callable[..., T], *args: object) -> T:
        """What `work` returns or raises; it must be importable. Raises SandboxLimitExceeded and SandboxBusy."""
        if self._room <= 0:
            raise SandboxBusy
        self._room -= 1
        try:
            try:
                return await self._schedule(work, args)
            except BrokenProcessPool:  # a process died while it had nothing to do, and pebble gives up the others
                return await self._schedule(work, args)
        except (ProcessExpired, TimeoutError, BrokenProcessPool, MemoryError):
            raise SandboxLimitExceeded from None
        finally:
            self._room += 1

    async def close(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        await asyncio.to_thread(self._pool.join)

    async def _schedule(self, work: Callable[..., T], args: tuple[object, ...]) -> T:
        if not self._pool.active:
            self._pool = self._new_pool()
        return await asyncio.wrap_future(
            self._pool.schedule(limited, args=[self._seconds, work, *args], timeout=self._seconds)
        )

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._processes,
            max_tasks=_PIECES_PER_PROCESS,
            initializer=_confine,
            initargs=[self._memory],
            context=multiprocessing.get_context("forkserver"),
        )


def limited(seconds: float, work: Callable[..., T], *args: object) -> T:
    """In the process: the kernel ends it when the work takes more processor time than that."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
    return work(*args)


def _confine(memory: int) -> None:
    """In a new process: bound its memory, write no core file, and let the web server go first."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)
