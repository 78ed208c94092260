"""The cluster under torture: its address, its faults, the nodes of its database."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cluster.verdict import Node
from tests.makers import WIDE
from tools.cluster.control import ask
from tools.command import Problem

ROOT = Path(__file__).parents[2]
SETTINGS = WIDE | {"bcrypt_cost": 4}
"""The load sends everything from one address, and the processor is for the cluster. Limits of one mobile stay."""
_STOP_SECONDS = 90


@dataclass(frozen=True)
class Target:
    """A cluster that runs on `var`, and serves on a port of 127.0.0.1."""

    var: Path
    port: int

    @property
    def address(self) -> tuple[str, int]:
        """Where clients reach the cluster."""
        return "127.0.0.1", self.port

    def commit(self, text: str) -> list[str]:
        """Run a command such as `kill writer`; returns the pieces that it hit. Raises Problem."""
        return [str(piece) for piece in ask(self.var, text)["pieces"]]

    def pieces(self) -> list[dict[str, Any]]:
        """What the cluster says of each of its pieces."""
        return list(ask(self.var, "status")["pieces"])

    def nodes(self) -> list[Node]:
        """The nodes of the database, past every HAProxy."""
        password = json.loads((self.var / "secrets.json").read_text())["database"]
        addresses = [each["address"] for each in self.pieces() if each["name"].startswith("galera-")]
        return [Node(f"mysql://ihome:{password}@{address}/ihome") for address in addresses]


@contextmanager
def own_cluster(port: int, say: Callable[[str], None]) -> Iterator[Target]:
    """A cluster of our own, which ends with the block. Raises Problem where it does not start."""
    with tempfile.TemporaryDirectory(prefix="ihome-torture-") as directory:
        var = Path(directory)
        command = [sys.executable, "-m", "tools.cluster", "--port", str(port), "--var", str(var)]
        settings = {f"IHOME_{name.upper()}": str(value) for name, value in SETTINGS.items()}
        cluster = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | settings, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        try:
            _wait(cluster, f"http://127.0.0.1:{port}", say)
            yield Target(var, port)
        finally:
            cluster.terminate()
            cluster.wait(_STOP_SECONDS)


def _wait(cluster: subprocess.Popen[str], ready: str, say: Callable[[str], None]) -> None:
    """Return when the cluster says that it serves."""
    for line in cluster.stdout or ():
        say(line.rstrip())
        if ready in line:
            return
    raise Problem("the cluster did not start")
