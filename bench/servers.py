"""The servers that are measured: ihome and its peers, each in processes of its own on one core."""

import base64
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from config import Config, environment
from tools.dev_services import DevServices
from utils import crypto

PORT = 8790
HERE = Path(__file__).parents[1]
CORES = sorted(os.sched_getaffinity(0))


@dataclass(frozen=True)
class Contestant:
    """`command` are Python's arguments; `answers` are the works that the server can do, empty for all of them."""

    title: str
    command: tuple[str, ...]
    answers: tuple[str, ...] = ()
    directory: Path = HERE


IHOME = "ihome"
TEMPLATE = "template"
CONTESTANTS = {
    IHOME: Contestant("ihome", ("server.py",)),
    TEMPLATE: Contestant("FastAPI, SQLAlchemy async", ("-m", "bench.peers.template")),
    "lean": Contestant("FastAPI, aiomysql", ("-m", "bench.peers.lean")),
    "flask": Contestant("Flask, gunicorn, SQLAlchemy", ("-m", "bench.peers.flasked")),
    "course": Contestant("Tornado with no care", ("-m", "bench.peers.course")),
    "bare": Contestant("bare Tornado", ("-m", "bench.peers.bare"), ("bare",)),
    "floor": Contestant("asyncio protocol, fixed bytes", ("-m", "bench.peers.floor"), ("bare",)),
}


def another_tree(directory: Path) -> str:
    """Add ihome from another working tree to CONTESTANTS; returns its name there."""
    said = subprocess.run(
        ["git", "-C", str(directory), "log", "-1", "--format=%h %s"],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    )
    name = said.stdout.strip()
    CONTESTANTS[name] = Contestant(f"{directory.name}: {name[:7]}", ("server.py",), directory=directory.resolve())
    return name


class Served:
    """A running contestant."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = psutil.Process(process.pid)
        self.pid = process.pid

    def cpu_seconds(self) -> float:
        """The processor time that all its processes have used, including those that have ended."""
        seconds = 0.0
        for each in [self._process, *self._process.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                seconds += sum(each.cpu_times()[:4])
        return seconds

    def memory_mib(self) -> float:
        """The memory of its main process."""
        return float(self._process.memory_info().rss) / 2**20


def pin_this_process() -> None:
    """Keep the first core for the server: this process and those it starts, such as wrk and MariaDB, use the others."""
    if len(CORES) > 1:
        os.sched_setaffinity(0, CORES[1:])


_OPTIONAL = ("aliyun_sms_endpoint", "aliyun_sms_templates")
"""Settings that may stay as they are."""


def production(running: DevServices, directory: Path) -> dict[str, Any]:
    """ihome's settings: as in production, but with high limits, since all requests come from one address."""
    private, public = crypto.rsa_key_pair()
    return {
        "env": "production",
        "database_url": running.database_url,
        "redis_url": running.redis_url,
        "site_url": "https://ihome.example",
        "storage": "local",
        "media": directory / "media",
        "alipay_app_id": "1",
        "alipay_seller_id": "1",
        "alipay_private_key": private,
        "alipay_public_key": public,
        "orders_pending": 1_000_000,
        "bcrypt_queue": 64,
        "connections_per_address": 2000,
        "idcard_keys": "bench:" + base64.b64encode(_secret("idcard_keys").encode()[:32]).decode(),
        **{name: _secret(name) for name in ("secret_key", "password_pepper", "idcard_index_key")},
        **{name: "bench" for name in Config.model_fields if name.startswith("aliyun_") and name not in _OPTIONAL},
        **{name: "1000000/1s" for name in Config.model_fields if name.startswith("limit_")},
    }


def _secret(name: str) -> str:
    """A secret that is the same in every run: stored password hashes depend on one of them."""
    return hashlib.sha256(f"bench {name}".encode()).hexdigest()


@contextmanager
def served(
    name: str, settings: Mapping[str, Any], log: Path, *, port: int = PORT, pinned: bool = True
) -> Iterator[Served]:
    """Run a contestant during the block, which begins when it answers. `pinned` keeps it on the first core."""
    command = [sys.executable, *CONTESTANTS[name].command]
    if pinned and len(CORES) > 1:
        command = ["taskset", "-c", str(CORES[0]), *command]
    pepper = crypto.derive(settings["password_pepper"], "password")
    env = environment(**settings, port=port) | {"BENCH_PEPPER": base64.b64encode(pepper).decode()}
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, env=env, cwd=CONTESTANTS[name].directory, stdout=subprocess.DEVNULL, stderr=output
        )
    try:
        _wait(process, log, port)
        yield Served(process)
    finally:
        process.terminate()
        process.wait(30)


def _wait(process: subprocess.Popen[bytes], log: Path, port: int) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            urlopen(f"http://127.0.0.1:{port}/livez", timeout=1).close()
        except (URLError, OSError):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(log.read_text()[-4000:]) from None
            time.sleep(0.05)
        else:
            return
