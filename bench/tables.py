"""The measurements of bench.costs, bench.cluster and bench.storage as the tables in docs/capacity.md."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.kinds import KINDS

FULL = 0.9
"""A part is full if it uses this share of what it may use."""

_WORK = {
    "server_cpu_us": "server, CPU µs",
    "mariadb_cpu_us": "MariaDB, CPU µs",
    "galera_cpu_us": "on a Galera node",
    "statements": "statements",
    "rows": "rows written",
    "db_trips": "round trips",
    "redis_cpu_us": "Redis, CPU µs",
    "redis_commands": "commands",
    "redis_trips": "round trips",
}
_BYTES = {
    "bytes_in": "request",
    "bytes_out": "answer",
    "db_bytes_in": "to MariaDB",
    "db_bytes_out": "from MariaDB",
    "db_redo_bytes": "redo log",
    "galera_bytes": "replicated by Galera",
    "redis_bytes_in": "to Redis",
    "redis_bytes_out": "from Redis",
}


def of_work(costs: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Processor time, statements and commands of one request of each kind."""
    return _costs("one request", _WORK, costs)


def of_bytes(costs: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The bytes that one request of each kind moves."""
    return _costs("bytes of one request", _BYTES, costs)


def _costs(head: str, columns: Mapping[str, str], costs: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield f"| {head} | {' | '.join(columns.values())} |"
    yield f"|---{'|---:' * len(columns)}|"
    for name, counts in costs.items():
        sums = {
            "statements": counts["db_reads"] + counts["db_writes"] + counts["db_others"],
            "rows": counts["db_inserted"] + counts["db_updated"] + counts["db_deleted"],
        }
        cells = [_number(sums.get(column, counts.get(column, 0))) for column in columns]
        yield f"| {KINDS[name].title} | {' | '.join(cells)} |"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value < 0.05 else f"{value:.1f}"


@dataclass(frozen=True)
class Point:
    """One measurement. `used` is the share of a core that each part used, `allowed` what it may use."""

    work: str
    servers: int
    per_second: float
    p50: float
    p99: float
    refused: int
    used: dict[str, float]
    allowed: dict[str, float]

    @property
    def full(self) -> list[str]:
        return [part for part, share in self.used.items() if share >= FULL * self.allowed.get(part, 1)]


def title(point: Point) -> str:
    limit = point.allowed.get("mariadb")
    return f"{point.work}, MariaDB held to {limit:.0%}" if limit else point.work


def of_points(points: Sequence[Point]) -> Iterator[str]:
    """The throughput of each work with each number of servers."""
    yield "| work | servers | a second | × the half | p50, p99 ms | servers' CPU | MariaDB | Redis | HAProxy | full |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---|"
    before: Point | None = None
    for point in points:
        doubled = before and title(before) == title(point)
        ratio = f"{point.per_second / before.per_second:.2f}" if before and doubled else ""
        shares = " | ".join(f"{point.used[part]:.0%}" for part in ("servers", "mariadb", "redis", "haproxy"))
        rate = f"{point.per_second:,.0f} | {ratio} | {point.p50:.0f}, {point.p99:.0f}"
        yield f"| {title(point)} | {point.servers} | {rate} | {shares} | {', '.join(point.full)} |"
        before = point


def of_sizes(sizes: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Bytes of a row of each table, the largest tables first."""
    yield "| table | rows | bytes a row | of these, secondary indexes |"
    yield "|---|---:|---:|---:|"
    for name, each in sorted(sizes.items(), key=lambda pair: -(pair[1]["data"] + pair[1]["indexes"])):
        row = (each["data"] + each["indexes"]) / each["rows"]
        yield f"| {name} | {each['rows']:,.0f} | {row:,.0f} | {each['indexes'] / each['rows']:,.0f} |"
