"""The cluster under torture: its address, its faults, the nodes of its database."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config import environment
from tests.cluster.verdict import Node
from tests.makers import WIDE
from tools.cluster import network
from tools.cluster.control import ask
from tools.command import Problem

ROOT = Path(__file__).parents[2]
SETTINGS = WIDE | {"bcrypt_cost": 4}
"""The load sends everything from one address, and the processor is for the cluster. Limits of one mobile stay."""
START_SECONDS, STOP_SECONDS, ROLE_SECONDS = 170, 90, 15


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
        """Run a command such as `kill writer`; returns the pieces that it hit.

        Raises Problem where no piece has that role for some seconds.
        """
        deadline = time.monotonic() + ROLE_SECONDS
        while True:
            try:
                return [str(piece) for piece in ask(self.var, text)["pieces"]]
            except Problem:
                if time.monotonic() > deadline:
                    raise

    def pieces(self) -> list[dict[str, Any]]:
        """What the cluster says of each of its pieces."""
        return list(ask(self.var, "status")["pieces"])

    def nodes(self) -> list[Node]:
        """The nodes of the database, past every HAProxy."""
        password = json.loads((self.var / "secrets.json").read_text())["database"]
        addresses = [each["address"] for each in self.pieces() if each["name"].startswith("galera-")]
        return [Node(f"mysql://ihome:{password}@{address}/ihome") for address in addresses]

    def wrong_listings(self) -> str:
        """What `python -m tools.listings` says where the table of searches does not agree with its sources."""
        command = ["sh", "-c", '. "$0"; exec "$1" -m tools.listings', str(self.var / "env"), sys.executable]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        return (done.stdout + done.stderr).strip() if done.returncode else ""


@contextmanager
def own_cluster(port: int, say: Callable[[str], None]) -> Iterator[Target]:
    """A cluster of our own, which ends with the block. Raises Problem where it does not start."""
    with tempfile.TemporaryDirectory(prefix="ihome-torture-", ignore_cleanup_errors=True) as directory:
        var = Path(directory)
        command = [sys.executable, "-m", "tools.cluster", "--port", str(port), "--var", str(var)]
        with (var / "cluster.log").open("w") as log:
            cluster = subprocess.Popen(
                command, cwd=ROOT, env=environment(**SETTINGS), stdout=log, stderr=log, start_new_session=True
            )
        try:
            _wait(cluster, var / "cluster.log", f"http://127.0.0.1:{port}", say)
            yield Target(var, port)
        finally:
            _stop(cluster, port)


def _wait(cluster: subprocess.Popen[bytes], log: Path, ready: str, say: Callable[[str], None]) -> None:
    """Return when the cluster says that it serves. Raises Problem where it ends before, or is not ready in time."""
    deadline = time.monotonic() + START_SECONDS
    while ready not in (text := log.read_text()):
        if cluster.poll() is not None or time.monotonic() > deadline:
            raise Problem(f"the cluster did not start:\n{text[-3000:]}")
        time.sleep(0.2)
    say("the cluster serves")


def _stop(cluster: subprocess.Popen[bytes], port: int) -> None:
    """Stop the cluster; one that does not stop is killed with all of its pieces."""
    cluster.terminate()
    try:
        cluster.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        cluster.kill()
        cluster.wait()
        network.make(port).close()
