"""How the cost of a request grows with the data: python -m bench.growth [--houses N …] [--memory].

Prints a table of ihome alone with different numbers of houses, each with five orders. With --memory, prints instead how
much memory its process uses after different numbers of requests of a mixed session.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bench import data, load
from bench.__main__ import fill, say
from bench.servers import IHOME, Served, pin_this_process, production, served
from bench.works import WORKS, Platform, requests
from services.local_time import LOCAL
from tools.dev_services import create_database, dev_services
from tools.migrate import migrate

MEASURED = ("check_login", "house", "search", "booking", "mixed")
SECONDS, MILLION, STEP = 4, 1_000_000, 100_000


@contextmanager
def platform_of(houses: int) -> Iterator[tuple[Platform, Served]]:
    """Run ihome with a database of that size during the block."""
    with (
        tempfile.TemporaryDirectory(prefix="ihome-bench-") as var,
        dev_services(Path(var), say=say, megabytes=4096) as running,
    ):
        settings = production(running, Path(var))
        create_database(running.database_url)
        migrate(running.database_url)
        asyncio.run(fill(running.database_url, running.redis_url, houses, settings))
        with served(IHOME, settings, Path(var, "server.log")) as server:
            yield Platform(houses, datetime.now(LOCAL).date()), server


def at(houses: int) -> None:
    """Measure with that many houses, and print a row."""
    with platform_of(houses) as (platform, server):
        cells = []
        for name in MEASURED:
            load.settle(server)
            load.run(WORKS[name], server, requests(WORKS[name], platform, SECONDS), SECONDS)
            found = load.run(WORKS[name], server, requests(WORKS[name], platform, SECONDS), SECONDS)
            cells.append(f"{found.per_second:,.0f} /s, {found.cpu:,.0f} µs, p50 {found.p50:.1f} ms")
    print(f"| {houses:,} | {' | '.join(cells)} |", flush=True)


def memory(houses: int) -> None:
    """Print a row for every hundred thousand requests, up to a million."""
    with platform_of(houses) as (platform, server):
        print(f"| {0:,} | {server.memory_mib():.1f} |", flush=True)
        answered, shown = 0.0, STEP
        while answered < MILLION:
            answered += _some(platform, server)
            if answered >= shown:
                print(f"| {answered:,.0f} | {server.memory_mib():.1f} |", flush=True)
                shown += STEP


def _some(platform: Platform, server: Served) -> float:
    seconds = 10
    found = load.run(WORKS["mixed"], server, requests(WORKS["mixed"], platform, seconds), seconds)
    if found.refused or found.broken:
        say(f"{found.refused + found.broken} answers were refusals or came not at all")
    return found.per_second * seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--houses", type=int, nargs="+", default=[10_000, data.HOUSES, 1_000_000])
    parser.add_argument("--memory", action="store_true")
    arguments = parser.parse_args()
    load.find_wrk()
    pin_this_process()
    if arguments.memory:
        print("| requests | MiB |\n|---|---|")
        memory(data.HOUSES)
        return
    print(f"| houses | {' | '.join(WORKS[name].title for name in MEASURED)} |\n|---{'|---' * len(MEASURED)}|")
    for houses in arguments.houses:
        at(houses)


if __name__ == "__main__":
    main()
