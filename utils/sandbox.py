"""Processing of untrusted data in separate processes with limits on time and memory.

A process that exceeds a limit or dies is replaced; other processes go on meanwhile.
"""

import asyncio
import math
import multiprocessing
import os
import resource
import tempfile
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

_CALLS_PER_PROCESS = 200
T = TypeVar("T")


class SandboxLimitExceeded(Exception):
    """The call took too much time or memory, or killed its process."""


class SandboxBusy(Exception):
    """The queue of waiting calls is full."""


class Sandbox:
    """Runs functions in `processes` processes, which start at the first call; at most `queue` more calls wait.

    A call has `seconds` of time and as many of processor time; a process has `memory` bytes of address space.
    """

    def __init__(self, *, processes: int, queue: int, seconds: float, memory: int) -> None:
        self._processes = processes
        self._seconds = seconds
        self._memory = memory
        self._room = processes + queue
        self._pool = self._new_pool()

    async def run(self, work: Callable[..., T], *args: object) -> T:
        """Call `work`, a function of a module, and return its result or raise its exception.

        Raises SandboxLimitExceeded and SandboxBusy.
        """
        if self._room <= 0:
            raise SandboxBusy
        self._room -= 1
        try:
            try:
                return await self._schedule(work, args)
            except BrokenProcessPool:  # a process died while it was idle, and pebble then stops the others
                return await self._schedule(work, args)
        except (ProcessExpired, TimeoutError, BrokenProcessPool, MemoryError):
            raise SandboxLimitExceeded from None
        finally:
            self._room += 1

    async def close(self) -> None:
        """End the processes, with the work that they are doing."""
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
            max_tasks=_CALLS_PER_PROCESS,
            initializer=_confine,
            initargs=[self._memory],
            context=multiprocessing.get_context(_start_method()),
        )


def _start_method() -> str:
    """How processes start: forked from one that has imported everything, or anew where its socket finds no place.

    Starting anew imports all of the server for each process, and shares no memory with the others.
    """
    try:
        tempfile.gettempdir()
    except FileNotFoundError:  # every disk is read-only
        return "spawn"
    return "forkserver"


def limited(seconds: float, work: Callable[..., T], *args: object) -> T:
    """In the process: call `work`. The kernel kills the process after `seconds` of processor time."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = math.ceil(used.ru_utime + used.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
    return work(*args)


def _confine(memory: int) -> None:
    """In a new process: limit its memory, write no core file, and give the web server priority."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)
