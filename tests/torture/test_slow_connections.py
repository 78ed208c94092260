"""A thousand connections that send and read as slowly as they may, while others browse (promise 16)."""

import asyncio
import random
import socket
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.client import Client, exchange, raw, read_answer
from tests.live import LiveServer
from tests.makers import WIDE, Makers

Start = Callable[..., LiveServer]
pytestmark = [pytest.mark.torture, pytest.mark.settings(**WIDE)]

CONNECTIONS, PER_ADDRESS, SECONDS = 1000, 200, 40
HEAD = b"Host: x\r\nX-Slow: " + b"a" * 1000 + b"\r\n\r\n"
BODY = raw("POST", "/api/login", body=b"{" + b" " * 1000 + b"}")
CHUNKED = b"POST /api/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1;ext\r\na\r\n" * 1000
UNREAD = raw("GET", "/api/v1.0/openapi.json").replace(b"Connection: close\r\n", b"") * 50
PAGES = ("/", "/search", "/api/v1.0/houses", "/api/v1.0/areas", "/houses/{}", "/livez")


class Crowd:
    """Slow clients of each kind, spread over five addresses; whoever is cut comes again."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.open = 0
        self.cut = Counter[str]()

    async def run(self) -> None:
        kinds = {"head": self._drip, "body": self._drip, "chunks": self._drip, "reader": self._never_read}
        async with asyncio.TaskGroup() as group:
            for number in range(CONNECTIONS):
                kind = list(kinds)[number % len(kinds)]
                group.create_task(self._come_again(number, kind, kinds[kind]))

    async def _come_again(self, number: int, kind: str, behave: Callable[..., object]) -> None:
        await asyncio.sleep(number / 500)
        while True:
            with socket.socket() as client:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                client.setblocking(False)
                client.bind((f"127.0.1.{number // PER_ADDRESS + 1}", 0))
                with suppress(ConnectionError):
                    await asyncio.get_running_loop().sock_connect(client, ("127.0.0.1", self._port))
                    self.open += 1
                    try:
                        await behave(client, kind)
                    finally:
                        self.open -= 1
            self.cut[kind] += 1

    async def _drip(self, client: socket.socket, kind: str) -> None:
        """A byte a second, until the server ends the connection."""
        loop = asyncio.get_running_loop()
        start = {"head": b"GET / HTTP/1.1\r\n", "body": BODY[:-1001], "chunks": CHUNKED[:70]}[kind]
        slow = {"head": HEAD, "body": BODY[-1001:], "chunks": CHUNKED[70:]}[kind]
        await loop.sock_sendall(client, start)
        for place in range(len(slow)):
            await loop.sock_sendall(client, slow[place : place + 1])
            with suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await loop.sock_recv(client, 100)
                    return

    async def _never_read(self, client: socket.socket, _: str) -> None:
        """Asks for megabytes and reads a few bytes of them each second."""
        loop = asyncio.get_running_loop()
        await loop.sock_sendall(client, UNREAD)
        while await loop.sock_recv(client, 16):
            await asyncio.sleep(1)


async def test_a_thousand_slow_connections_leave_browsing_fast(
    start_server: Start, make: Makers, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    server = start_server(connections_per_address=PER_ADDRESS)
    await make.host(client)
    house_id = await make.house(client)
    crowd, chance, took = Crowd(server.port), random.Random(7), list[float]()
    running = asyncio.create_task(crowd.run())
    most = 0
    async with asyncio.timeout(20):
        while crowd.open < CONNECTIONS:
            await asyncio.sleep(0.1)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        started = time.monotonic()
        page = chance.choice(PAGES).format(house_id)
        answer = read_answer(await exchange(server.port, raw("GET", page)))
        took.append(time.monotonic() - started)
        assert answer.status == 200, page
        most = max(most, crowd.open)
        await asyncio.sleep(0.01)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    took.sort()
    p50, p99 = took[len(took) // 2], took[len(took) * 99 // 100]
    with capsys.disabled():
        print(f"\n{len(took)} pages beside {most} slow connections: p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms, ")
        print(f"slowest {took[-1] * 1000:.0f} ms; cut by their deadlines: {dict(crowd.cut)}")
    assert most == CONNECTIONS
    assert p99 < 0.5
    assert crowd.cut["head"] >= CONNECTIONS // 4  # every one that dripped a head was cut after 15 seconds
