"""Two servers on two machines behind a load balancer."""

import itertools
import json
import shutil
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient

from tests.client import Answer, Client
from tests.live import ROOT, LiveServer

SITE = "http://ihome.example"
HOST = {"Host": "ihome.example"}
_LEFT_OUT = (".*", "node_modules", "var", "tests", "bench", "docs", "__pycache__")


def copied_tree(root: Path) -> Path:
    """Another copy of the source code, whose files have other times, in `root`."""
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*_LEFT_OUT), copy_function=shutil.copyfile)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    return root


class Pair:
    """Both servers, and where they write codes and payments in development."""

    def __init__(self, servers: tuple[LiveServer, LiveServer], metrics_ports: tuple[int, int], outbox: Path) -> None:
        self.servers = servers
        self.metrics_ports = metrics_ports
        self.outbox = outbox

    def at(self, number: int) -> Client:
        """A browser whose requests all reach one server."""
        return Client(AsyncHTTPClient(), self.servers[number].base_url)

    def browser(self) -> "Browser":
        return Browser(self)

    def last(self, name: str) -> dict[str, str]:
        record: dict[str, str] = json.loads((self.outbox / name).read_text().splitlines()[-1])
        return record


class Browser(Client):
    """The load balancer sends each of its requests to the next server. It names the host of the site."""

    def __init__(self, pair: Pair) -> None:
        self._next = itertools.cycle([server.base_url for server in pair.servers])
        super().__init__(AsyncHTTPClient(), "")

    async def send(self, verb: str, path: str, **options: Any) -> Answer:
        self._base_url = next(self._next)
        options["headers"] = HOST | dict(options.get("headers") or {})
        return await super().send(verb, path, **options)
