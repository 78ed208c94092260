"""server.py as processes of its own, started and stopped as an operator does."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from tornado.testing import bind_unused_port

from config import environment

ROOT = Path(__file__).parents[1]


def unused_port() -> int:
    listening, port = bind_unused_port()
    listening.close()
    return port


def runs(pid: int) -> bool:
    """Whether there is a process of that number that is no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_for_the_end_of(pids: Iterable[int]) -> None:
    deadline = time.monotonic() + 30
    for pid in pids:
        while runs(pid):
            assert time.monotonic() < deadline, pid
            time.sleep(0.02)


class LiveServer:
    """`settings` are Config's fields; without `port`, it serves on an unused one. Its output goes to `log`.

    `root` holds the source code. `prefix` is a command that runs the server.
    """

    def __init__(
        self,
        settings: dict[str, Any],
        log: Path,
        processes: int = 1,
        root: Path = ROOT,
        prefix: Sequence[str] = (),
    ) -> None:
        self.host = settings.get("host", "127.0.0.1")
        self.port = settings.get("port") or unused_port()
        self.log = log
        command = [*prefix, sys.executable, "server.py", "--processes", str(processes)]
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                command, cwd=root, env=environment(**settings | {"port": self.port}), stdout=output, stderr=output
            )
        try:
            self._wait_until_live()
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise

    @property
    def base_url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def wait(self) -> int:
        return self.process.wait(timeout=40)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.wait()

    def _wait_until_live(self) -> None:
        deadline = time.monotonic() + 60
        while True:
            try:
                urlopen(f"{self.base_url}/livez", timeout=1).close()  # noqa: S310  an http address of our own
            except (URLError, OSError):
                assert self.process.poll() is None, self.log.read_text()
                assert time.monotonic() < deadline, self.log.read_text()
                time.sleep(0.05)
            else:
                return
