"""Three servers behind HAProxy, with the file of deploy/, are restarted one after the other: no request is lost."""

import asyncio
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient

from config import Config
from tests.client import Client
from tests.live import LiveServer
from tests.makers import WIDE, Makers
from tests.waiting import until
from tools.cluster.layout import BALANCER, SERVER, Context, Machine, Secrets, render

pytestmark = [pytest.mark.torture, pytest.mark.settings(**WIDE)]
NETWORK = "127.77.0"
"""Loopback addresses of this test's own: the ports are those of deploy/."""

MACHINES = tuple(Machine.real(name, f"{NETWORK}.{number}") for number, name in enumerate("abc", 1))
DRAIN = {"lame_duck_seconds": 2, "idle_seconds": 75}
"""As in deploy/ihome.env."""

CLIENTS = 8


class HaProxy:
    """The HAProxy of one machine, on an address of its own."""

    def __init__(self, directory: Path) -> None:
        me = Machine(**vars(MACHINES[0]) | {"haproxy": f"{NETWORK}.9"})
        context = Context("ihome.example", MACHINES, me, f"{NETWORK}.0/24", Secrets("", "", "", ""), run=str(directory))
        config = directory / "haproxy.cfg"
        config.write_text(render("haproxy/haproxy.cfg", context))
        with (directory / "haproxy.log").open("wb") as log:
            self.process = subprocess.Popen(["haproxy", "-db", "-f", str(config)], stdout=log, stderr=log)
        self.url = f"http://{me.haproxy}:{BALANCER}"

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture
def haproxy(tmp_path: Path) -> Iterator[HaProxy]:
    if shutil.which("haproxy") is None:
        pytest.skip("haproxy is not installed")
    started = HaProxy(tmp_path)
    yield started
    started.stop()


class Servers:
    """The servers of the three machines, with the drain of deploy/ihome.env."""

    def __init__(self, settings: dict[str, Any], directory: Path) -> None:
        self._settings = settings
        self._directory = directory
        with ThreadPoolExecutor() as threads:
            self.running = list(threads.map(self._start, MACHINES))

    def restart(self, number: int) -> None:
        """As systemd does: SIGTERM, and when it has ended, a new one, until that answers."""
        self.running[number].signal(signal.SIGTERM)
        assert self.running[number].wait() == 0
        self.running[number] = self._start(MACHINES[number])

    def stop(self) -> None:
        for server in self.running:
            server.stop()

    def _start(self, machine: Machine) -> LiveServer:
        own = {"host": machine.server, "port": SERVER}
        return LiveServer(self._settings | own, self._directory / f"{machine.name}.log")


@pytest.fixture
def servers(config: Config, tmp_path: Path) -> Iterator[Servers]:
    own = DRAIN | {"trusted_proxies": f"{NETWORK}.0/24"}
    started = Servers(config.model_dump(include=config.model_fields_set) | own, tmp_path)
    yield started
    started.stop()


async def test_a_rolling_restart_behind_haproxy_loses_no_request(
    haproxy: HaProxy, servers: Servers, make: Makers
) -> None:
    answers: Counter[str] = Counter()
    restarted = asyncio.Event()

    async def use(number: int) -> None:
        client = Client(AsyncHTTPClient(), haproxy.url)
        await make.sign_in(client)
        while not restarted.is_set():
            for verb, path, body in (
                ("GET", "/api/v1.0/houses", None),
                ("PUT", "/api/v1.0/user/name", {"name": f"name{number}"}),
                ("GET", "/api/v1.0/session", None),
            ):
                try:
                    answer = await client.send(verb, path, json=body)
                    answers[f"{verb} {answer.status}"] += 1
                except ConnectionError as error:
                    answers[f"{verb} {error}"] += 1

    async def is_served() -> bool:
        with suppress(ConnectionError):
            return (await Client(AsyncHTTPClient(), haproxy.url).get("/livez")).status == 200
        return False

    await until(is_served)
    using = asyncio.gather(*(use(number) for number in range(CLIENTS)))
    for number in range(len(MACHINES)):
        await asyncio.to_thread(servers.restart, number)
    restarted.set()
    await using
    assert set(answers) == {"GET 200", "PUT 200"}
