"""`make run` is killed."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from config import environment
from tests.conftest import Stores
from tests.live import ROOT, runs, unused_port, wait_for_the_end_of

pytestmark = pytest.mark.torture


def test_server_and_worker_end_with_make_run(stores: Stores, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tools.run", f"--port={unused_port()}", f"--var={tmp_path}"]
    own = environment(database_url=stores.database_url, redis_url=stores.redis_url)
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=own, stdout=log, stderr=log)
    children = _server_and_worker(process.pid)
    assert all(map(runs, children))
    process.kill()
    process.wait(30)
    wait_for_the_end_of(children)


def _server_and_worker(pid: int) -> list[int]:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        found = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        lines = {child: Path(f"/proc/{child}/cmdline").read_bytes() for child in found}
        serving = [child for child, line in lines.items() if b"server.py" in line or b"tools.worker" in line]
        if len(serving) == 2:
            return serving
        time.sleep(0.05)
    raise AssertionError("they never started")
