"""What one request of each kind costs every shared part: python -m bench.costs [--houses N] [--no-galera].

Counts statements, rows, bytes, commands and processor time; no wall-clock time. Starts a private MariaDB and Redis as
`make run` does, and one server. Two shorter passes follow: one counts round trips to the stores, the other runs on a
Galera node and counts what it replicates.
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

from bench import data, load, report, tables
from bench.__main__ import fill, say
from bench.kinds import KINDS, Kind, Story
from bench.meters import Counts, Stores, difference
from bench.relay import Relays, relayed
from bench.servers import IHOME, PORT, Served, pin_this_process, production, served
from bench.wire import send
from services.local_time import LOCAL
from tools.dev_services import DevServices, create_database, dev_services
from tools.migrate import migrate

_FEW, _WARM = 50, 8
_IDLE_SECONDS = 3
_SHORT = 4
_TRIPS = {name: name for name in ("db_trips", "redis_trips")}
_ON_GALERA = {"galera_bytes": "galera_bytes", "mariadb_cpu_us": "galera_cpu_us"}
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
    """One server on its stores. `idle` is what they use in a second without requests.

    With `relays`, which count round trips, one request at a time is sent.
    """

    stores: Stores
    server: Served
    story: Story
    idle: Counts
    relays: Relays | None = None

    def read(self) -> Counts:
        trips: Counts = dict(self.relays.trips) if self.relays else {}
        used = {"server_cpu_us": self.server.cpu_seconds() * 1e6, "seconds": time.monotonic()}
        return self.stores.read() | used | trips

    def measure_idle(self) -> None:
        load.settle(self.server)
        before = self.read()
        time.sleep(_IDLE_SECONDS)
        found = difference(self.read(), before)
        self.idle = {name: value / found["seconds"] for name, value in found.items()}

    def measure(self, kind: Kind, count: int) -> Counts:
        """The costs of one request of that kind."""
        warm = _WARM if kind.count > _FEW else 2
        requests = kind.make(self.story, count + warm)
        connections = 1 if self.relays else kind.connections
        first = send(PORT, requests[:warm], connections)
        load.settle(self.server)
        before = self.read()
        traffic = send(PORT, requests[warm:], connections)
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
        "picture_seconds": 60,  # a busy machine decodes slowly
        "upload_seconds": 120,
    }


def story(settings: Mapping[str, Any], houses: int, var: Path, later: int) -> Story:
    """`later` keeps the bookings and mobiles of a second pass apart from those of the first."""
    keys = settings["alipay_private_key"], settings["alipay_public_key"]
    return Story(houses, datetime.now(LOCAL).date(), var, keys, first_slot=later, first_mobile=later)


@contextmanager
def platform(
    running: DevServices, var: Path, houses: int, later: int = 0, relays: Relays | None = None
) -> Iterator[Bench]:
    """A server on these stores, or on the relays in front of them, during the block."""
    used = settings(relays.behind(running) if relays else running, var)
    with served(IHOME, used, var / "server.log") as server:
        bench = Bench(Stores(running), server, story(used, houses, var, later), {}, relays)
        bench.measure_idle()
        yield bench


def all_kinds(bench: Bench, share: int = 1) -> dict[str, Counts]:
    found = {}
    for name, kind in KINDS.items():
        started = time.monotonic()
        found[name] = bench.measure(kind, max(2, kind.count // share))
        say(f"{kind.title}: {time.monotonic() - started:.1f} s")
    return found


def add(costs: Mapping[str, Counts], found: Mapping[str, Counts], names: Mapping[str, str]) -> None:
    """Take these counters from another pass, under the names that they get."""
    for kind, counts in found.items():
        costs[kind] |= {ours: counts[theirs] for theirs, ours in names.items()}


def restart_as_galera(running: DevServices) -> None:
    server = running.processes["mariadb"]
    server.stop()
    server.command += _GALERA
    server.start()


def save(costs: Mapping[str, Counts], houses: int) -> Path:
    report.RESULTS.mkdir(exist_ok=True)
    path = report.RESULTS / "costs.json"
    machine = report.describe() | {"load": [round(each, 1) for each in os.getloadavg()]}
    found = {"machine": machine, "houses": houses, "costs": costs}
    path.write_text(json.dumps(found, indent=1) + "\n")
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
            with relayed(running, var) as relays, platform(running, var, houses, houses // 3, relays) as bench:
                add(costs, all_kinds(bench, _SHORT), _TRIPS)
            if not arguments.no_galera:
                restart_as_galera(running)
                with platform(running, var, houses, 2 * houses // 3) as bench:
                    add(costs, all_kinds(bench, _SHORT), _ON_GALERA)
    print("\n".join([*tables.of_work(costs), "", *tables.of_bytes(costs)]))
    say(f"saved to {save(costs, houses)}")


if __name__ == "__main__":
    main()
