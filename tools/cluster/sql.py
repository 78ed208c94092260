"""What `make cluster` asks of a MariaDB node, as root on its Unix socket, which works while the node is cut off."""

from dataclasses import dataclass
from pathlib import Path

import pymysql

_SECONDS = 1

MySQLError = pymysql.MySQLError


@dataclass(frozen=True)
class NodeStatus:
    """How a node sees itself and its group; `statements` counts from its start."""

    state: str
    group: str
    statements: int

    @property
    def synced(self) -> bool:
        """Whether the node has all data, in a group that has the majority."""
        return (self.state, self.group) == ("Synced", "Primary")


def node_status(path: Path) -> NodeStatus:
    """Ask the node at this socket. Raises MySQLError."""
    with (
        pymysql.connect(user="root", unix_socket=str(path), connect_timeout=_SECONDS, read_timeout=_SECONDS) as node,
        node.cursor() as cursor,
    ):
        cursor.execute("SHOW GLOBAL STATUS WHERE Variable_name RLIKE '^(wsrep_(local_state_c|cluster_st)|Questions)'")
        found = {name.lower(): value for name, value in cursor.fetchall()}
    return NodeStatus(found["wsrep_local_state_comment"], found["wsrep_cluster_status"], int(found["questions"]))


def run(path: Path, text: str) -> None:
    """Run the statements of a file, of which each ends its line. Raises MySQLError."""
    with pymysql.connect(user="root", unix_socket=str(path)) as node, node.cursor() as cursor:
        for statement in text.split(";\n"):
            if statement.strip():
                cursor.execute(statement)
