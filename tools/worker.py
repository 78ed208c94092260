"""Do what is due: expire orders, settle payments, fetch calendars. Runs until SIGTERM; any number may run side by side.

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
    """Each kind of work goes its own rounds, so that a slow calendar keeps no order waiting."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with open_deps(config) as deps:
        if once:
            log.info("worked", done=await jobs.everything(deps))
            return
        log.info("working", every=config.worker_seconds)
        await asyncio.gather(
            *(_go_round(deps, name, one, config.worker_seconds, stop) for name, one in jobs.JOBS.items())
        )
    log.info("stopped")


async def _go_round(
    deps: Deps, name: str, one: Callable[[Deps], Awaitable[int]], seconds: float, stop: asyncio.Event
) -> None:
    while not stop.is_set():
        done = 0
        try:
            done = await one(deps)
        except (mysql.DatabaseUnavailable, mysql.StatementFailed) as error:
            log.warning("job_failed", work=name, error=f"{type(error).__name__}: {error}")
        except Exception:  # one kind of work must not end the others
            log.exception("job_crashed", work=name)
        if done:
            log.info("worked", work=name, done=done)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await stop.wait()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--once", action="store_true", help="one round of everything, then leave")
    once: bool = parser.parse_args().once
    config = configuration.load()
    logs.configure(json=config.production, level=config.log_level)
    asyncio.run(work(config, once=once))
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
