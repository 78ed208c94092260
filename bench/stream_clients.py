"""Clients of the stream of events, thousands in a process: `python -m bench.stream_clients`, started by bench.streams.

Reads from standard input a line with the port, the address to connect from, and a file of sessions, one a line. Writes
a JSON line once all are connected, and another one for each line `report` that it reads.
"""

import asyncio
import re
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import orjson
import uvloop

_PARALLEL = 20
_SENT = re.compile(rb'"device":"([0-9.]+)"')


class Tally:
    """What the clients of this process have been sent since the last report."""

    def __init__(self) -> None:
        self.open = 0
        self.lost = 0
        self.heartbeats = 0
        self.delays: list[float] = []
        """Seconds from the moment that an event names to its arrival."""

    def report(self) -> bytes:
        """A JSON line, after which the counts begin anew."""
        line = {"open": self.open, "lost": self.lost, "heartbeats": self.heartbeats, "delays": self.delays}
        self.lost, self.heartbeats, self.delays = 0, 0, []
        return orjson.dumps(line) + b"\n"


class StreamClient(asyncio.Protocol):
    """One client."""

    def __init__(self, tally: Tally, request: bytes) -> None:
        self._tally = tally
        self._request = request
        self.begun: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.write(self._request)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        if not self.begun.done():
            is_open = data.startswith(b"HTTP/1.1 200")
            self._tally.open += is_open
            self.begun.set_result(is_open)
        now = time.time()
        sent = [float(each) for each in _SENT.findall(data)]
        self._tally.delays += [now - each for each in sent]
        self._tally.heartbeats += not sent

    def connection_lost(self, _: Exception | None) -> None:
        if not self.begun.done():
            self.begun.set_result(False)
        elif self.begun.result():
            self._tally.open -= 1
            self._tally.lost += 1


async def run(port: int, address: str, sessions: Sequence[str]) -> None:
    """Connect a client for each session, and report until the end of standard input."""
    loop, tally, slots = asyncio.get_running_loop(), Tally(), asyncio.Semaphore(_PARALLEL)

    async def connect(session: str) -> bool:
        client = socket.socket()
        client.setblocking(False)
        client.bind((address, 0))
        request = f"GET /api/v1.0/events/stream HTTP/1.1\r\nHost: x\r\nCookie: __Host-session_id={session}\r\n\r\n"
        await loop.sock_connect(client, ("127.0.0.1", port))
        _, protocol = await loop.create_connection(lambda: StreamClient(tally, request.encode()), sock=client)
        return await protocol.begun

    async def come(session: str) -> None:
        """Try again where the server is too busy."""
        async with slots:
            if await connect(session):
                return
        await asyncio.sleep(1)
        await come(session)

    await asyncio.gather(*(come(session) for session in sessions))
    while True:
        sys.stdout.buffer.write(tally.report())
        sys.stdout.buffer.flush()
        if not await loop.run_in_executor(None, sys.stdin.readline):
            return


if __name__ == "__main__":
    port, address, file = sys.stdin.readline().split()
    uvloop.run(run(int(port), address, Path(file).read_text().split()))
