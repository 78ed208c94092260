"""Three servers behind HAProxy, with the file of deploy/: a rolling restart, and two releases side by side."""

import asyncio
import re
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
from tests.live import ROOT, LiveServer
from tests.makers import WIDE, Makers
from tests.pair import copied_tree
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

    async def serves(self) -> None:
        """Wait until it has a server."""

        async def is_served() -> bool:
            with suppress(ConnectionError):
                client = Client(AsyncHTTPClient(), self.url)
                client.documented = False  # HAProxy itself may answer
                return (await client.get("/livez")).status == 200
            return False

        await until(is_served)

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
        self._roots: dict[str, Path] = {}
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

    def upgrade(self, number: int, root: Path) -> None:
        """As `restart`, with the source code in `root`."""
        self._roots[MACHINES[number].name] = root
        self.restart(number)

    def _start(self, machine: Machine) -> LiveServer:
        own, log = {"host": machine.server, "port": SERVER}, self._directory / f"{machine.name}.log"
        return LiveServer(self._settings | own, log, root=self._roots.get(machine.name, ROOT))


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

    await haproxy.serves()
    using = asyncio.gather(*(use(number) for number in range(CLIENTS)))
    for number in range(len(MACHINES)):
        await asyncio.to_thread(servers.restart, number)
    restarted.set()
    await using
    assert set(answers) == {"GET 200", "PUT 200"}


@pytest.fixture
def next_release(tmp_path: Path) -> Path:
    """The source code with another style sheet."""
    root = copied_tree(tmp_path / "ihome")
    (root / "static" / "base.css").write_text("body { color: red }")
    return root


async def test_during_an_upgrade_every_page_gets_the_files_of_its_release(
    haproxy: HaProxy, servers: Servers, next_release: Path
) -> None:
    await haproxy.serves()
    await asyncio.to_thread(servers.upgrade, 2, next_release)
    pages, wrong = set(), Counter[int]()
    client = Client(AsyncHTTPClient(), haproxy.url)

    async def load() -> str:
        page = (await client.get("/")).body.decode()
        [styles] = set(re.findall(r"/static/[0-9a-f]+/site\.css", page))
        files = set(re.findall(r"/static/[0-9a-f]+/[a-z.-]+", page))
        answers = await asyncio.gather(*(client.get(file) for file in files))
        wrong.update(answer.status for answer in answers if answer.status != 200)
        shown = await client.get(styles)
        assert shown.status != 200 or (b"color: red" in shown.body) == (shown.body == b"body { color: red }")
        return styles

    async def both_were_seen() -> bool:
        pages.add(await load())
        return len(pages) == 2

    await until(both_were_seen)
    await asyncio.gather(*(load() for _ in range(50)))
    assert not wrong
