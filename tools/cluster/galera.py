"""Starts the three MariaDB nodes: the first one makes the cluster, the others take their data from it."""

import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from tools.cluster import sql
from tools.cluster.pieces import Piece
from tools.cluster.plan import Plan
from tools.cluster.status import Watcher
from tools.dev_services import make_mariadb_data
from tools.migrate import migrate

_RECOVERED = re.compile(r"Recovered position:? *[0-9a-f-]{36}:(-?\d+)")


def start_first(plan: Plan, watcher: Watcher, say: Callable[[str], None]) -> Piece:
    """Start the node that makes the cluster, and see to users and schema; returns it. Raises Problem."""
    first = _newest(plan, _nodes(plan))
    first.start("--wsrep-new-cluster")
    watcher.await_ready([first])
    sql.run(plan.run(first.name) / "mysqld.sock", plan.file(first.name, "accounts.sql").read_text())
    for name in migrate(f"mysql://root@localhost/ihome?unix_socket={plan.run(first.name) / 'mysqld.sock'}"):
        say(f"applied migration {name}")
    return first


def join(plan: Plan, watcher: Watcher, first: Piece) -> None:
    """Let the other nodes join. Raises Problem."""
    for node in _nodes(plan):
        if node is not first:  # one by one: on one loopback interface they share the port of the state transfer
            node.start()
            watcher.await_ready([node])


def _nodes(plan: Plan) -> list[Piece]:
    return [piece for piece in plan.pieces.values() if piece.kind == "galera"]


def _newest(plan: Plan, nodes: Sequence[Piece]) -> Piece:
    """The node with the newest data, which must make the cluster; the first one where there is no data yet."""
    first = nodes[0]
    if not any(_data(plan, node).joinpath("mysql").exists() for node in nodes):
        _data(plan, first).rmdir()
        program = [plan.programs["mariadb-install-db"]]
        make_mariadb_data(program, _data(plan, first), plan.contexts[first.name].user)
        return first
    newest = max(nodes, key=lambda node: _position(plan, node))
    state = _data(plan, newest) / "grastate.dat"
    state.write_text(state.read_text().replace("safe_to_bootstrap: 0", "safe_to_bootstrap: 1"))
    return newest


def _position(plan: Plan, node: Piece) -> int:
    """The number of the last transaction that a node has; -1 where it has no data."""
    if not (_data(plan, node) / "grastate.dat").exists():
        return -1
    done = subprocess.run([*node.command, "--wsrep-recover"], capture_output=True, text=True, check=False)
    found = _RECOVERED.search(done.stderr + node.log.read_text(errors="replace"))
    return int(found[1]) if found else -1


def _data(plan: Plan, node: Piece) -> Path:
    return Path(plan.contexts[node.name].data)
