"""How many machines so many users need: python -m tools.capacity --dau 1000000 [--book 0.05 …].

Turns users a day into requests a second, and these into processor time, bytes and machines, by the measured costs in
bench/results (`make cluster-bench`). Every other number is an option. --check compares with measured throughput.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from tools import command
from tools.capacity_model import (
    ASSUMPTIONS,
    DAY,
    YEAR,
    Assumed,
    Costs,
    Growth,
    Load,
    Machines,
    cell,
    growth,
    load,
    machines,
    peak_factor,
    per_user,
    predicted,
)

RESULTS = Path(__file__).parents[1] / "bench" / "results"
_OVERVIEW_COLUMNS = (
    "requests a second",
    "bookings a second",
    "cores: servers and proxies",
    "writer",
    "Redis",
    "Mbit/s out",
    "orders a year",
    "GB a year",
    "machines",
)
OVERVIEW = (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
TOLERANCE = 0.2
"""How far a prediction may be from what was measured."""


def read(name: str, results: Path = RESULTS) -> dict[str, Any]:
    """A file that the bench has written. Raises Problem where it is missing."""
    try:
        found: dict[str, Any] = json.loads((results / f"{name}.json").read_bytes())
    except FileNotFoundError:
        raise command.Problem(f"no bench/results/{name}.json: run `make cluster-bench` first") from None
    return found


def report(users: int, costs: Costs, sizes: Mapping[str, float], assumed: Assumed) -> Iterator[str]:
    """What so many users a day need, line by line."""
    mean = {kind: rate * users / DAY for kind, rate in per_user(assumed).items()}
    peak = peak_factor(assumed)
    needed = load({kind: rate * peak for kind, rate in mean.items()}, costs, assumed)
    yield f"{users:,} users a day; the busiest second of the year has {peak:.1f} × the mean"
    yield f"  requests     {sum(mean.values()):,.0f} a second in the mean, {needed.requests:,.0f} at the peak"
    yield f"  bookings     {mean['book']:,.2f} a second in the mean, {needed.bookings:,.1f} at the peak"
    yield from _parts(needed)
    yield from _growth(growth(users, sizes, assumed))
    yield from _machines(machines(needed, assumed), assumed)


def _parts(needed: Load) -> Iterator[str]:
    yield f"  servers      {needed.servers:.2f} cores"
    yield f"  proxies      {needed.proxies:.2f} cores"
    yield f"  writer       {needed.writer:.2f} cores; {needed.writing_transactions:,.0f} writing requests a second"
    yield f"  readers      {needed.readers:.2f} cores for reads, {needed.applying:.2f} on each node to apply writes"
    yield f"  Redis        {needed.redis:.3f} of its one core; {needed.redis_commands:,.0f} commands a second"
    yield f"  replication  {needed.replicated_mbit:,.1f} Mbit/s to each other node"
    yield f"  network      {needed.out_mbit:,.0f} Mbit/s out, {needed.in_mbit:,.0f} Mbit/s in"
    yield f"  pictures     {needed.pictures_mbit:,.0f} Mbit/s from the bucket or its CDN"


def _growth(year: Growth) -> Iterator[str]:
    yield f"  a year adds  {year.orders:,.0f} orders, {year.tables_gb:,.0f} GB of tables"
    yield f"               {year.pictures_gb:,.0f} GB of pictures"


def _machines(found: Machines, assumed: Assumed) -> Iterator[str]:
    small, large = f"{assumed['cores']:g} cores", f"{assumed['data_cores']:g} cores"
    if found.shared:
        yield f"  machines     {found.shared} of {small}, everything on each (deploy/)"
        return
    yield f"  machines     {found.fronts} of {small} for servers and proxies, one of them spare"
    yield f"               {found.data} of {large} for MariaDB and Redis"
    yield f"               writers: {found.cells}, masters of Redis: {found.redises}"


def cell_lines(costs: Costs, assumed: Assumed) -> Iterator[str]:
    """What one cell carries: a writer with its nodes, and a Redis."""
    found, peak = cell(costs, assumed), peak_factor(assumed)
    yield f"One cell, its writer on {assumed['data_cores']:g} cores, every part {assumed['busy']:.0%} busy at the peak:"
    yield f"  writer       {found.users_by_writer:,.0f} users a day"
    yield f"  Redis        {found.users_by_redis:,.0f} users a day"
    yield f"  orders       {found.order_us:,.0f} µs of MariaDB for one; {found.orders:,.0f} a second with nothing else,"
    yield f"               or {found.orders / peak * DAY * YEAR / 1e6:,.0f} million a year with peaks of {peak:.1f} ×"


def overview(costs: Costs, sizes: Mapping[str, float], assumed: Assumed) -> Iterator[str]:
    """The table of machines in docs/capacity.md."""
    yield f"| users a day | {' | '.join(_OVERVIEW_COLUMNS)} |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|"
    for users in OVERVIEW:
        rates = {kind: rate * users * peak_factor(assumed) / DAY for kind, rate in per_user(assumed).items()}
        needed, year = load(rates, costs, assumed), growth(users, sizes, assumed)
        found = machines(needed, assumed)
        plan = f"{found.shared} for everything" if found.shared else f"{found.fronts} + {found.data} for data"
        more = f", {found.cells} writers" if found.cells > 1 else ""
        more += f", {found.redises} Redis" if found.redises > 1 else ""
        cores = f"{needed.servers + needed.proxies:,.1f} | {needed.writer:,.2f} | {needed.redis:,.3f}"
        yields = f"{needed.out_mbit:,.0f} | {year.orders:,.0f} | {year.tables_gb:,.1f}"
        rates_text = f"{needed.requests:,.0f} | {needed.bookings:,.1f}"
        yield f"| {users:,} | {rates_text} | {cores} | {yields} | {plan}{more} |"


def compared(results: Path = RESULTS) -> Iterator[tuple[str, float, float, str]]:
    """Each measured point: its name, measured and predicted requests a second, and which part is predicted full."""
    costs, cluster = read("costs", results)["costs"], read("cluster", results)
    speed = held_speed(costs, cluster)
    for point in cluster["points"]:
        expected, part = _expected(point, costs, cluster, speed)
        limit = ", MariaDB held" if "mariadb" in point["allowed"] else ""
        yield f"{point['work']}{limit}, {point['servers']} servers", point["per_second"], expected, part


def held_speed(costs: Costs, cluster: Mapping[str, Any]) -> float:
    """How fast a server is that is held to a share of a core, against one that is busy all the time.

    It is stopped every few milliseconds, and finds its caches cold. One number for all works and sizes: the median
    over the points in which MariaDB is not held.
    """
    points = [point for point in cluster["points"] if "mariadb" not in point["allowed"]]
    speeds: list[float] = [point["per_second"] / _expected(point, costs, cluster)[0] for point in points]
    return median(speeds)


def _expected(
    point: Mapping[str, Any], costs: Costs, cluster: Mapping[str, Any], speed: float = 1
) -> tuple[float, str]:
    allowed = {part: cores for part, cores in point["allowed"].items() if part != "machine"}
    allowed["servers"] *= speed
    return predicted(cluster["works"][point["work"]], costs, allowed)


def check(results: Path = RESULTS) -> bool:
    """Print measured and predicted throughput; whether all are within TOLERANCE."""
    good = True
    print(f"a held server is {held_speed(read('costs', results)['costs'], read('cluster', results)):.2f} times as fast")
    for name, measured, expected, part in compared(results):
        error = expected / measured - 1
        good &= abs(error) <= TOLERANCE
        print(f"{name:36} measured {measured:7,.0f}/s  predicted {expected:7,.0f}/s  {error:+.0%}  full: {part}")
    return good


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dau", type=int, default=1_000_000, help="users a day")
    parser.add_argument("--check", action="store_true", help="compare with the measured throughput")
    parser.add_argument("--overview", action="store_true", help="a table from ten thousand to a hundred million users")
    parser.add_argument("--assumptions", action="store_true", help="print them as a table")
    for each in ASSUMPTIONS:
        option, text = f"--{each.name.replace('_', '-')}", f"{each.meaning}; {each.source} (%(default)g)"
        parser.add_argument(option, type=float, default=each.value, help=text, metavar="N")
    return parser


def main() -> int:
    arguments = _parser().parse_args()
    if arguments.check:
        return 0 if check() else 1
    if arguments.assumptions:
        print("\n".join(assumptions()))
        return 0
    assumed: dict[str, float] = {each.name: getattr(arguments, each.name) for each in ASSUMPTIONS}
    costs, sizes = read("costs")["costs"], read("storage")["bytes"]
    lines = overview(costs, sizes, assumed) if arguments.overview else report(arguments.dau, costs, sizes, assumed)
    print("\n".join([*lines, "", *cell_lines(costs, assumed)]))
    return 0


def assumptions() -> Iterator[str]:
    """The table of assumptions in docs/capacity.md."""
    yield "| option | value | meaning | source |"
    yield "|---|---:|---|---|"
    for each in ASSUMPTIONS:
        yield f"| `--{each.name.replace('_', '-')}` | {each.value:g} | {each.meaning} | {each.source} |"


if __name__ == "__main__":
    sys.exit(command.run(main))
