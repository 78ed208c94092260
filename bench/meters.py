"""Counters of MariaDB, Redis and processes: what a run of requests has used of each."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pymysql
import redis

from tools.dev_services import DevServices
from utils.mysql import connection_options

Counts = dict[str, float]

_USER = "meter"
_USER_STATISTICS = {
    "SELECT_COMMANDS": "db_reads",
    "UPDATE_COMMANDS": "db_writes",
    "OTHER_COMMANDS": "db_others",
    "BUSY_TIME": "db_busy_us",
    "BYTES_RECEIVED": "db_bytes_in",
    "BYTES_SENT": "db_bytes_out",
    "ROWS_READ": "db_rows_read",
    "ROWS_INSERTED": "db_inserted",
    "ROWS_UPDATED": "db_updated",
    "ROWS_DELETED": "db_deleted",
}
_STATUS = {
    "Innodb_os_log_written": "db_redo_bytes",
    "Innodb_data_fsyncs": "db_fsyncs",
    "wsrep_replicated_bytes": "galera_bytes",
}


def threads_cpu_us(pid: int) -> float:
    """The processor time of all threads that a process has now, in µs: finer than its own 10 ms steps."""
    nanoseconds = 0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        with suppress(FileNotFoundError):
            nanoseconds += int((thread / "schedstat").read_text().split()[0])
    return nanoseconds / 1000


class Stores:
    """The counters of a private MariaDB and Redis. Its own statements are not counted."""

    def __init__(self, running: DevServices) -> None:
        self._processes = running.processes
        self._redis = redis.Redis.from_url(running.redis_url)
        options = connection_options(running.database_url)
        with pymysql.connect(**options, autocommit=True) as connection, connection.cursor() as cursor:
            cursor.execute("SET GLOBAL userstat = 1")
            cursor.execute(f"CREATE USER IF NOT EXISTS {_USER}@localhost")
            cursor.execute(f"GRANT PROCESS ON *.* TO {_USER}@localhost")
        self._database = pymysql.connect(**options | {"user": _USER, "db": None}, autocommit=True)

    def read(self) -> Counts:
        """All counters. Times are in µs."""
        return self._mariadb() | self._redis_counts() | {f"{name}_cpu_us": self._cpu(name) for name in self._processes}

    def _cpu(self, name: str) -> float:
        process = self._processes[name].process
        return threads_cpu_us(process.pid) if process else 0.0

    def _mariadb(self) -> Counts:
        with self._database.cursor(pymysql.cursors.DictCursor) as cursor:
            cursor.execute("SELECT * FROM information_schema.user_statistics WHERE user = 'root'")
            row = cursor.fetchone() or {}
            counts = {ours: float(row.get(theirs, 0)) for theirs, ours in _USER_STATISTICS.items()}
            cursor.execute("SHOW GLOBAL STATUS WHERE Variable_name IN %s", (list(_STATUS),))
            status = {_STATUS[each["Variable_name"]]: float(each["Value"]) for each in cursor.fetchall()}
        return counts | {"db_busy_us": counts["db_busy_us"] * 1e6} | status

    def _redis_counts(self) -> Counts:
        network: Any = self._redis.info("stats")
        stats: Any = self._redis.info("commandstats")
        ours = {name: each for name, each in stats.items() if name != "cmdstat_info"}
        return {
            "redis_commands": sum(each["calls"] for each in ours.values()),
            "redis_us": sum(each["usec"] for each in ours.values()),
            "redis_bytes_in": float(network["total_net_input_bytes"]),
            "redis_bytes_out": float(network["total_net_output_bytes"]),
        }


def difference(after: Mapping[str, float], before: Mapping[str, float]) -> Counts:
    return {name: value - before.get(name, 0) for name, value in after.items()}


def directory_bytes(path: Path) -> int:
    """The bytes of all files under a directory."""
    return sum(each.stat().st_size for each in path.rglob("*") if each.is_file())
