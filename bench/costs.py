"""What one request of each kind costs every shared part: python -m bench.costs [--houses N] [--no-galera].

Counts statements, rows, bytes, commands and processor time; no wall-clock time. Starts a private MariaDB and Redis as
`make run` does, and one server. A second, shorter pass runs on a Galera node and counts what it replicates.
"""

import argparse
import asyncio
import json
import os
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bench import data, load, report
from bench.__main__ import fill, say
from bench.kinds import KINDS, Kind, Story
from bench.meters import Counts, Stores, difference
from bench.servers import IHOME, PORT, Served, pin_this_process, production, served
from bench.wire import send
from services.local_time import LOCAL
from tools.dev_services import DevServices, create_database, dev_services
from tools.migrate import migrate

WARM = 8
_IDLE_SECONDS = 3
_SHORT = 10
_GALERA = (
    "--wsrep-on=ON",
    "--wsrep-provider=/usr/lib/galera/libgalera_smm.so",
    "--wsrep-cluster-name=bench",
    "--wsrep-cluster-address=gcomm://",
    "--wsrep-new-cluster",
    "--wsrep-node-address=127.0.0.1",
    "--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:45671;base_port=45671",
    "--binlog-format=ROW",
    "--innodb-autoinc-lock-mode=2",
)


@dataclass
class Bench:
    """One server on its stores. `idle` is what they use in a second without requests."""

    stores: Stores
    server: Served
    story: Story
    idle: Counts

    def read(self) -> Counts:
        return self.stores.read() | {"server_cpu_us": self.server.cpu_seconds() * 1e6, "seconds": time.monotonic()}

    def measure_idle(self) -> None:
        load.settle(self.server)
        before = self.read()
        time.sleep(_IDLE_SECONDS)
        found = difference(self.read(), before)
        self.idle = {name: value / found["seconds"] for name, value in found.items()}

    def measure(self, kind: Kind, count: int) -> Counts:
        """The costs of one request of that kind."""
        requests = kind.make(self.story, count + WARM)
        first = send(PORT, requests[:WARM], kind.connections)
        load.settle(self.server)
        before = self.read()
        traffic = send(PORT, requests[WARM:], kind.connections)
        load.settle(self.server)
        used = difference(self.read(), before)
        answers = [*first.answers, *traffic.answers]
        if refused := [answer for answer in answers if answer.status >= 400]:
            raise SystemExit(f"{kind.title}: {len(refused)} refused, the first with {refused[0]}")
        kind.learn(self.story, answers)
        used |= {"bytes_in": traffic.sent, "bytes_out": traffic.received}
        costs = {name: (value - self.idle.get(name, 0) * used["seconds"]) / count for name, value in used.items()}
        return {name: max(0.0, round(value, 2)) for name, value in costs.items() if name != "seconds"}


def settings(running: DevServices, var: Path) -> dict[str, Any]:
    """As in production, but codes go to files, where the bench reads them."""
    found = production(running, var)
    return found | {
        "env": "development",
        "sms": "local",
        "outbox": var,
        "payments": "alipay",
        "site_url": "https://ihome.example",
        "house_pictures_bytes": 2**40,
    }


def story(settings: Mapping[str, Any], houses: int, var: Path, later: int) -> Story:
    """`later` keeps the bookings and mobiles of a second pass apart from those of the first."""
    keys = settings["alipay_private_key"], settings["alipay_public_key"]
    return Story(houses, datetime.now(LOCAL).date(), var, keys, first_slot=later, first_mobile=later)


@contextmanager
def platform(running: DevServices, var: Path, houses: int, later: int = 0) -> Iterator[Bench]:
    used = settings(running, var)
    with served(IHOME, used, var / "server.log") as server:
        bench = Bench(Stores(running), server, story(used, houses, var, later), {})
        bench.measure_idle()
        yield bench


def all_kinds(bench: Bench, share: int = 1) -> dict[str, Counts]:
    found = {}
    for name, kind in KINDS.items():
        started = time.monotonic()
        found[name] = bench.measure(kind, max(2, kind.count // share))
        say(f"{kind.title}: {time.monotonic() - started:.1f} s")
    return found


def restart_as_galera(running: DevServices) -> None:
    server = running.processes["mariadb"]
    server.stop()
    server.command += _GALERA
    server.start()


COLUMNS = {
    "server_cpu_us": "server CPU µs",
    "mariadb_cpu_us": "MariaDB CPU µs",
    "statements": "statements",
    "rows": "rows written",
    "db_bytes_in": "bytes to it",
    "db_bytes_out": "bytes from it",
    "db_redo_bytes": "redo bytes",
    "galera_bytes": "replicated bytes",
    "redis_cpu_us": "Redis CPU µs",
    "redis_commands": "commands",
    "redis_bytes_in": "bytes to it",
    "redis_bytes_out": "bytes from it",
    "bytes_in": "request bytes",
    "bytes_out": "answer bytes",
}


def table(costs: Mapping[str, Counts]) -> Iterator[str]:
    """The costs as the table in docs/capacity.md."""
    yield f"| one request | {' | '.join(COLUMNS.values())} |"
    yield f"|---{'|---:' * len(COLUMNS)}|"
    for name, counts in costs.items():
        sums = {
            "statements": counts["db_reads"] + counts["db_writes"] + counts["db_others"],
            "rows": counts["db_inserted"] + counts["db_updated"] + counts["db_deleted"],
        }
        cells = [_number(sums.get(column, counts.get(column, 0))) for column in COLUMNS]
        yield f"| {KINDS[name].title} | {' | '.join(cells)} |"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value < 0.05 else f"{value:.1f}"


def save(costs: Mapping[str, Counts], houses: int, how: Mapping[str, Any]) -> Path:
    report.RESULTS.mkdir(exist_ok=True)
    path = report.RESULTS / "costs.json"
    machine = report.describe() | {"load": [round(each, 1) for each in os.getloadavg()]}
    path.write_text(json.dumps({"machine": machine, "houses": houses, **how, "costs": costs}, indent=1) + "\n")
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--houses", type=int, default=data.HOUSES)
    parser.add_argument("--no-galera", action="store_true", help="without the pass on a Galera node")
    arguments = parser.parse_args()
    houses: int = arguments.houses
    pin_this_process()
    with tempfile.TemporaryDirectory(prefix="ihome-costs-") as directory:
        var = Path(directory)
        with dev_services(var, say=say, megabytes=1024) as running:
            create_database(running.database_url)
            migrate(running.database_url)
            asyncio.run(fill(running.database_url, running.redis_url, houses, settings(running, var)))
            with platform(running, var, houses) as bench:
                costs = all_kinds(bench)
            if not arguments.no_galera:
                restart_as_galera(running)
                with platform(running, var, houses, later=houses // 2) as bench:
                    for name, counts in all_kinds(bench, _SHORT).items():
                        costs[name] |= {key: value for key, value in counts.items() if key.startswith("galera_")}
    print("\n".join(table(costs)))
    say(f"saved to {save(costs, houses, {})}")


if __name__ == "__main__":
    main()
