"""A Galera cluster on loopback: MariaDB with several writers, on data of its own."""

import getpass
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pymysql

from tests.live import unused_port
from tools import packages
from tools.dev_services import ServiceProcess, create_database, make_mariadb_data
from tools.migrate import migrate
from utils.mysql import connection_options

_LIBRARY = "/usr/lib/galera/libgalera_smm.so"
_PORTS = ("sql", "group", "transfer", "snapshot")
_OPTIONS = "evs.suspect_timeout=PT2S;evs.inactive_timeout=PT5S;evs.keepalive_period=PT0.5S;gcache.size=64M"


class Missing(Exception):
    """Galera is not on this machine, and cannot be installed."""


@dataclass(frozen=True)
class Node:
    """A node: the URL of its database, and its process."""

    url: str
    process: ServiceProcess


@contextmanager
def cluster(size: int) -> Iterator[list[str]]:
    """So many nodes, with the schema of ihome; yields their database URLs. Raises Missing."""
    with nodes(size) as found:
        yield [node.url for node in found]


@contextmanager
def nodes(size: int) -> Iterator[list[Node]]:
    """As `cluster`, with the processes. The first one made the cluster: it may be frozen, but not started again."""
    ports = [{name: unused_port() for name in _PORTS} for _ in range(size)]
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ihome-galera-")))
        directory.chmod(0o755)
        found: list[Node] = []
        for number, each in enumerate(ports):
            make_mariadb_data([_programs()[1]], directory / f"node-{number}", _user())
            server = _node(directory / f"node-{number}", ports, number)
            stack.callback(server.stop)
            server.start()
            found.append(Node(f"mysql://root@127.0.0.1:{each['sql']}/ihome", server))
        create_database(found[0].url)
        migrate(found[0].url)
        yield found


def _user() -> str:
    """Not root: what copies the data between nodes gives its rights away."""
    return getpass.getuser() if os.geteuid() else "mysql"


def _node(data: Path, ports: list[dict[str, int]], number: int) -> ServiceProcess:
    """The first one makes the cluster; the others take their data from it."""
    daemon, _, library = _programs()
    mine = ports[number]
    members = ",".join(f"127.0.0.1:{each['group']}" for each in ports)
    provider = f"gmcast.listen_addr=tcp://127.0.0.1:{mine['group']};ist.recv_addr=127.0.0.1:{mine['transfer']}"
    command = [
        daemon,
        "--no-defaults",
        f"--user={_user()}",
        f"--datadir={data}",
        f"--socket={data / 'socket'}",
        f"--port={mine['sql']}",
        "--bind-address=127.0.0.1",
        "--character-set-server=utf8mb4",
        "--binlog-format=ROW",
        "--skip-log-bin",
        "--innodb-autoinc-lock-mode=2",
        "--innodb-flush-log-at-trx-commit=1",
        "--wsrep-on=ON",
        f"--wsrep-provider={library}",
        "--wsrep-cluster-name=ihome",
        f"--wsrep-cluster-address=gcomm://{members}",
        "--wsrep-node-address=127.0.0.1",
        f"--wsrep-node-name=node-{number}",
        f"--wsrep-provider-options={provider};base_port={mine['group']};{_OPTIONS}",
        "--wsrep-sst-method=rsync",
        f"--wsrep-sst-receive-address=127.0.0.1:{mine['snapshot']}",
        *(["--wsrep-new-cluster"] if number == 0 else []),
    ]
    url = f"mysql://root@127.0.0.1:{mine['sql']}/mysql"
    return ServiceProcess(command, data.parent / f"{data.name}.log", lambda: is_synced(url))


def _programs() -> tuple[str, str, str]:
    """The server, what makes its data directory, and Galera's library."""
    wanted = {"mariadb-server": (("mariadbd", "mysqld"), ("mariadb-install-db",)), "galera-4": ((_LIBRARY,),)}
    wanted |= {"rsync": (("rsync",),)}
    found = [packages.find(print, names, [package]) for package, each in wanted.items() for names in each]
    if not all(found):
        raise Missing("install mariadb-server, galera-4 and rsync")
    daemon, install, library, _ = (path or "" for path in found)
    return daemon, install, library


def is_synced(url: str) -> bool:
    """Whether a node takes part in its cluster."""
    try:
        with pymysql.connect(**connection_options(url), connect_timeout=1) as connection, connection.cursor() as cursor:
            cursor.execute("SHOW STATUS LIKE 'wsrep_local_state_comment'")
            row = cursor.fetchone()
            return bool(row) and row[1] == "Synced"
    except pymysql.err.MySQLError:
        return False
