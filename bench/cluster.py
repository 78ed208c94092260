"""Throughput of 1, 2, 4 and 8 servers, each held to a share of a core: python -m bench.cluster [--share 0.1].

HAProxy spreads the requests; all servers use one MariaDB and one Redis. Says which part was full: a part is full if it
uses nine tenths of what it may use. A last series holds MariaDB to a share as well, so that it is full first.
"""

import argparse
import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil

from bench import load, report, scale_chart, tables, wire
from bench.__main__ import fill, say
from bench.costs import settings
from bench.kinds import KINDS, Story
from bench.meters import threads_cpu_us
from bench.servers import IHOME, Served, served
from bench.shares import held
from bench.tables import Point
from services.local_time import LOCAL
from tools.dev_services import DevServices, create_database, dev_services
from tools.migrate import migrate

SIZES = (1, 2, 4, 8)
WORKS = {
    "browsing": {"index": 1, "house_cached": 4},
    "searching": {"search_dates": 1},
    "booking": {"book": 1},
}
"""How many requests of each kind a work has in a row."""

_PORT, _SERVER_PORT = 8800, 8810
_CONNECTIONS = 8
"""For each server. More would leave more half-done requests at the end, which nobody counts."""

_SETTLE_SECONDS, _IDLE_US = 10, 20_000
_WARM, _A_SECOND = 100, 1500
"""How many rows of requests warm a server up, and how many are prepared for a second: more than are answered."""

_HAPROXY = """
global
    nbthread 1
    maxconn 4000
defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s
    option forwardfor
    http-reuse always
"""


@dataclass
class Cluster:
    running: DevServices
    servers: Sequence[Served]
    haproxy: int
    share: float
    story: Story

    def requests(self, work: str, count: int) -> list[bytes]:
        """So many times the kinds of a work. No two bookings want the same nights."""
        mix = WORKS[work]
        made = {kind: iter(KINDS[kind].make(self.story, count * weight)) for kind, weight in mix.items()}
        self.story.asked.clear()
        return [next(made[kind]) for _ in range(count) for kind, weight in mix.items() for _ in range(weight)]

    def warm_up(self) -> None:
        """Let each server compile its templates and open its connections, while none is held to a share."""
        for number in range(len(self.servers)):
            for work in WORKS:
                wire.send(_SERVER_PORT + number, self.requests(work, _WARM), _CONNECTIONS)

    def measure(self, work: str, size: int, seconds: float, mariadb: float | None = None) -> Point:
        """Send the requests of `work` to `size` servers; `mariadb` is the share that MariaDB is held to."""
        port, connections = _PORT + size, _CONNECTIONS * size
        self._settle()
        requests = self.requests(work, round(_A_SECOND * seconds))
        before = self._cpu()
        found = load.replay(port, connections, requests, seconds)
        used = {name: round((value - before[name]) / found.seconds / 1e6, 4) for name, value in self._cpu().items()}
        allowed = {"servers": size * self.share, "machine": float(os.cpu_count() or 1)}
        allowed |= {"mariadb": mariadb} if mariadb else {}
        rate = found.requests / found.seconds
        return Point(work, size, rate, found.p50, found.p99, found.refused + found.broken, used, allowed)

    def _settle(self) -> None:
        """Wait until the servers have finished the requests of the last measurement."""
        deadline, before = time.monotonic() + _SETTLE_SECONDS, self._cpu()["servers"]
        while time.monotonic() < deadline:
            time.sleep(0.3)
            before, last = self._cpu()["servers"], before
            if before - last < _IDLE_US:
                return

    def _cpu(self) -> dict[str, float]:
        """µs of processor time: of each part, and of the whole machine with everything else that runs on it."""
        stores = {name: each.process.pid for name, each in self.running.processes.items() if each.process}
        times = psutil.cpu_times()
        return {
            "servers": sum(each.cpu_seconds() for each in self.servers) * 1e6,
            **{name: threads_cpu_us(pid) for name, pid in stores.items()},
            "haproxy": threads_cpu_us(self.haproxy),
            "machine": (sum(times) - times.idle - times.iowait) * 1e6,
        }


@contextmanager
def haproxy(var: Path) -> Iterator[int]:
    """One listener for each size; yields the process id."""
    lines = [_HAPROXY]
    for size in SIZES:
        lines.append(f"listen size-{size}\n    bind 127.0.0.1:{_PORT + size}\n    balance roundrobin")
        lines += [f"    server s{n} 127.0.0.1:{_SERVER_PORT + n} maxconn 1000" for n in range(size)]
    file = var / "haproxy.cfg"
    file.write_text("\n".join(lines) + "\n")
    process = subprocess.Popen(["haproxy", "-q", "-db", "-f", str(file)])  # noqa: S607
    try:
        time.sleep(0.5)
        yield process.pid
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def cluster(var: Path, houses: int, share: float) -> Iterator[Cluster]:
    """All servers on their stores, each held to its share during the block."""
    with ExitStack() as stack:
        running = stack.enter_context(dev_services(var, say=say, megabytes=1024))
        used = settings(running, var) | {"trusted_proxies": "127.0.0.1/32", "connections": 10_000}
        create_database(running.database_url)
        migrate(running.database_url)
        asyncio.run(fill(running.database_url, running.redis_url, houses, used))
        servers = [
            stack.enter_context(served(IHOME, used, var / "servers.log", port=_SERVER_PORT + number, pinned=False))
            for number in range(max(SIZES))
        ]
        keys = used["alipay_private_key"], used["alipay_public_key"]
        story = Story(houses, datetime.now(LOCAL).date(), var, keys)
        found = Cluster(running, servers, stack.enter_context(haproxy(var)), share, story)
        found.warm_up()
        say(f"{len(servers)} servers, each held to {share:.0%} of a core")
        for number, server in enumerate(servers):
            stack.enter_context(held(f"server-{number}", [server.pid], share))
        yield found


def measure(found: Cluster, rounds: int, seconds: float, mariadb: float) -> Iterator[Point]:
    process = found.running.processes["mariadb"].process
    for number in range(1, rounds + 1):
        for work in WORKS:
            yield from (found.measure(work, size, seconds) for size in SIZES)
        with held("mariadb", [process.pid] if process else [], mariadb):
            yield from (found.measure("booking", size, seconds, mariadb) for size in SIZES)
        say(f"round {number} of {rounds}; load average {os.getloadavg()[0]:.1f}")


def medians(points: Sequence[Point]) -> list[Point]:
    """For each work, size and hold of MariaDB the point with the median throughput; of two the faster one.

    What else runs on the machine makes points slower, never faster.
    """
    groups: dict[tuple[Any, ...], list[Point]] = {}
    for each in points:
        groups.setdefault((each.work, each.servers, each.allowed.get("mariadb")), []).append(each)
    return [sorted(group, key=lambda each: each.per_second)[len(group) // 2] for group in groups.values()]


def save(points: Sequence[Point], how: dict[str, Any]) -> Path:
    report.RESULTS.mkdir(exist_ok=True)
    path = report.RESULTS / "cluster.json"
    machine = report.describe() | {"load": [round(each, 1) for each in os.getloadavg()]}
    path.write_text(
        json.dumps({"machine": machine, **how, "points": [asdict(each) for each in points]}, indent=1) + "\n"
    )
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=0.1, help="of a core, for each server")
    parser.add_argument("--mariadb", type=float, default=0.3, help="of a core, for MariaDB in the last series")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--houses", type=int, default=20_000)
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the cgroups must be removed
    load.find_wrk()
    with (
        tempfile.TemporaryDirectory(prefix="ihome-cluster-bench-") as var,
        cluster(Path(var), arguments.houses, arguments.share) as found,
    ):
        points = medians(list(measure(found, arguments.rounds, arguments.seconds, arguments.mariadb)))
    print("\n".join(tables.of_points(points)))
    scale_chart.draw(points, arguments.share, Path("docs/cluster-scale.svg"))
    how = {"works": WORKS} | vars(arguments)
    say(f"saved to {save(points, how)}")


if __name__ == "__main__":
    main()
