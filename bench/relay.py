"""Stands between the server and its stores, and counts round trips: what distance would make slow."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit, urlunsplit

import uvloop

from tools.dev_services import DevServices

_CHUNK = 2**16


@dataclass
class Relays:
    """Round trips so far, right while one request at a time is sent. Sockets are made in `directory`."""

    directory: Path
    trips: dict[str, int] = field(default_factory=lambda: {"db_trips": 0, "redis_trips": 0})

    def behind(self, running: DevServices) -> DevServices:
        """The stores as a server reaches them through the relays."""
        url = urlsplit(running.database_url)._replace(query=f"unix_socket={self.path('db_trips')}")
        return replace(running, database_url=urlunsplit(url), redis_url=f"unix://{self.path('redis_trips')}?db=0")

    def path(self, name: str) -> Path:
        return self.directory / f"{name}.sock"

    async def serve(self, name: str, target: str) -> asyncio.Server:
        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            there_reader, there_writer = await asyncio.open_unix_connection(target)
            turn = [False]
            await asyncio.gather(
                self._pump(reader, there_writer, turn, name), self._pump(there_reader, writer, turn, None)
            )

        return await asyncio.start_unix_server(connected, self.path(name))

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, turn: list[bool], counted: str | None
    ) -> None:
        """Pass bytes on. `turn` is whether the client has spoken last: what it says behind an answer is a new trip."""
        while chunk := await reader.read(_CHUNK):
            if counted and not turn[0]:
                self.trips[counted] += 1
            turn[0] = counted is not None
            writer.write(chunk)
        writer.close()


@contextmanager
def relayed(running: DevServices, directory: Path) -> Iterator[Relays]:
    """Relays in front of the stores during the block, in a thread of their own."""
    relays, ready, stop = Relays(directory), threading.Event(), asyncio.Event()
    loop = uvloop.new_event_loop()

    async def work() -> None:
        database = parse_qs(urlsplit(running.database_url).query)["unix_socket"][0]
        servers = [
            await relays.serve("db_trips", database),
            await relays.serve("redis_trips", urlsplit(running.redis_url).path),
        ]
        ready.set()
        await stop.wait()
        for server in servers:
            server.close()

    thread = threading.Thread(target=loop.run_until_complete, args=[work()], daemon=True)
    thread.start()
    try:
        if not ready.wait(10):
            raise RuntimeError("the relays did not start")
        yield relays
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
