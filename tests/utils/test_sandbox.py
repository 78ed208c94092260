"""The sandbox: what takes too much ends, and the next piece of work is done."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from tornado.ioloop import IOLoop

from tests.live import ROOT
from utils.sandbox import Sandbox, SandboxBusy, SandboxLimitExceeded

MEMORY = 512 * 1024**2


@pytest.fixture
def sandbox(io_loop: IOLoop) -> Iterator[Sandbox]:
    made = Sandbox(processes=1, queue=3, seconds=1, memory=MEMORY)
    yield made
    io_loop.run_sync(made.close)


def double(number: int) -> int:
    return 2 * number


def endless() -> None:
    while True:
        pass


def greedy() -> int:
    return len(bytearray(2 * MEMORY))


def dying() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def failing() -> None:
    raise ValueError("as expected")


@pytest.mark.parametrize("work", [endless, greedy, dying])
async def test_what_takes_too_much_ends_and_the_next_work_is_done(sandbox: Sandbox, work: object) -> None:
    for _ in range(2):
        with pytest.raises(SandboxLimitExceeded):
            await sandbox.run(work)
        assert await sandbox.run(double, 21) == 42


async def test_an_exception_of_the_work_arrives(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="as expected"):
        await sandbox.run(failing)


async def test_one_that_takes_too_long_keeps_only_its_own_process(io_loop: IOLoop) -> None:
    two = Sandbox(processes=2, queue=3, seconds=3, memory=MEMORY)
    assert await two.run(double, 1) == 2
    stuck = asyncio.ensure_future(two.run(endless))
    assert await two.run(double, 21) == 42
    assert not stuck.done()
    with pytest.raises(SandboxLimitExceeded):
        await stuck
    await two.close()


async def test_a_process_that_dies_while_idle_is_replaced(sandbox: Sandbox) -> None:
    pid = await sandbox.run(os.getpid)
    os.kill(pid, signal.SIGKILL)
    for _ in range(3):
        assert await sandbox.run(double, 21) == 42


async def test_beyond_the_queue_it_is_busy_and_recovers(sandbox: Sandbox) -> None:
    answers = await asyncio.gather(*(sandbox.run(double, 1) for _ in range(10)), return_exceptions=True)
    assert sum(isinstance(answer, SandboxBusy) for answer in answers) == 6
    assert await sandbox.run(double, 21) == 42


def test_the_kernel_ends_what_takes_too_much_of_the_processor() -> None:
    code = "from utils.sandbox import limited\nlimited(0.1, lambda: any(iter(int, 1)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=30)
    assert done.returncode == -signal.SIGXCPU
