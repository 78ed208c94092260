"""Run the periodic jobs: orders that are due, payments, calendars. Stops on SIGTERM; several workers may run at once.

python -m tools.worker [--once]
"""

import argparse
import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog

import config as configuration
from composition import open_deps
from config import Config
from services import jobs
from services.deps import Deps
from tools import command
from utils import log as logs
from utils import mysql

log = structlog.get_logger()


async def work(config: Config, *, once: bool) -> None:
    """Run each job in a loop of its own, so that a slow calendar delays no order."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with open_deps(config) as deps:
        if once:
            log.info("worked", done=await jobs.run_all(deps))
            return
        log.info("working", every=config.worker_seconds)
        await asyncio.gather(
            *(_repeat(deps, name, job, config.worker_seconds, stop) for name, job in jobs.JOBS.items())
        )
    log.info("stopped")


async def _repeat(
    deps: Deps, name: str, job: Callable[[Deps], Awaitable[int]], seconds: float, stop: asyncio.Event
) -> None:
    """Run a job, wait `seconds`, and so on until `stop` is set; a job that failed runs again the next time."""
    while not stop.is_set():
        done = 0
        try:
            done = await job(deps)
        except (mysql.DatabaseUnavailable, mysql.StatementFailed) as error:
            log.warning("job_failed", work=name, error=f"{type(error).__name__}: {error}")
        except Exception:  # a fault in one job must not end the others
            log.exception("job_crashed", work=name)
        if done:
            log.info("worked", work=name, done=done)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await stop.wait()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--once", action="store_true", help="run every job once, then exit")
    once: bool = parser.parse_args().once
    config = configuration.load()
    logs.configure(json=config.production, level=config.log_level)
    asyncio.run(work(config, once=once))
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
