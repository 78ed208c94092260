"""MariaDB with a replica that applies every change some seconds late."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pymysql

from tests.live import unused_port
from tools.dev_services import ServiceProcess, _mariadb, create_database
from tools.migrate import migrate
from utils.mysql import connection_options

_CATCH_UP_SECONDS = 60


@dataclass(frozen=True)
class Pair:
    """The URLs of the writer and of its replica, and the replica's process."""

    writer: str
    replica: str
    process: ServiceProcess


@contextmanager
def replicated(directory: Path, delay: int) -> Iterator[Pair]:
    """The schema of ihome on both; the replica is `delay` seconds late."""
    with ExitStack() as stack:
        writer, port = _server(directory / "writer", 1, stack)
        shutil.copytree(directory / "writer" / "mariadb", directory / "replica" / "mariadb")
        replica, replica_port = _server(directory / "replica", 2, stack)
        for server in (writer, replica):
            server.start()
        urls = [f"mysql://root@127.0.0.1:{each}/ihome" for each in (port, replica_port)]
        create_database(urls[0])
        migrate(urls[0])
        _follow(urls[1].replace("/ihome", "/mysql"), port, _position(urls[0]), delay)
        yield Pair(urls[0], urls[1], replica)


def _server(var: Path, number: int, stack: ExitStack) -> tuple[ServiceProcess, int]:
    var.mkdir(parents=True, exist_ok=True)
    port = unused_port()
    server = _mariadb(var, print, 64)
    server.command.remove("--skip-networking")
    server.command += [f"--port={port}", "--bind-address=127.0.0.1", f"--server-id={number}"]
    server.command += ["--log-bin=binlog", "--relay-log=relay", "--binlog-format=ROW"]
    stack.callback(server.stop)
    return server, port


def _follow(url: str, port: int, done: str, delay: int) -> None:
    """Have the replica apply what the writer has done so far, then follow it `delay` seconds behind."""
    with pymysql.connect(**connection_options(url), autocommit=True) as connection, connection.cursor() as cursor:
        cursor.execute(
            f"CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = {port}, MASTER_USER = 'root', "
            "MASTER_CONNECT_RETRY = 1, MASTER_USE_GTID = slave_pos"
        )
        cursor.execute("START SLAVE")
        cursor.execute("SELECT MASTER_GTID_WAIT(%s, %s)", (done, _CATCH_UP_SECONDS))
        assert cursor.fetchone() == (0,)
        cursor.execute("STOP SLAVE")
        cursor.execute(f"CHANGE MASTER TO MASTER_DELAY = {delay}")
        cursor.execute("START SLAVE")


def wait_for_replica(pair: Pair) -> None:
    """Return when the replica has applied what the writer has done so far."""
    done = _position(pair.writer)
    with pymysql.connect(**connection_options(pair.replica)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT MASTER_GTID_WAIT(%s, %s)", (done, _CATCH_UP_SECONDS))
        assert cursor.fetchone() == (0,)


def _position(writer: str) -> str:
    with pymysql.connect(**connection_options(writer)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT @@gtid_binlog_pos")
        return str((cursor.fetchone() or ("",))[0])
