"""A bad network: a TCP relay in front of a server that delays, freezes and cuts."""

import asyncio
import random
from contextlib import suppress
from typing import Self, cast
from urllib.parse import parse_qs, urlsplit


class Proxy:
    """Relays to the Redis that `url` names; `delay` is the longest random delay of each piece, in seconds."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._socket = parts.path if parts.scheme == "unix" else None
        self._address = (parts.hostname, parts.port or 6379)
        self._db = parse_qs(parts.query)["db"][0]
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._accepting: set[asyncio.Task[None]] = set()
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._closed = False
        self.delay = 0.0
        self.connections = 0
        """How many were made to this relay so far."""

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        self._closed = True
        await asyncio.gather(*self._accepting, return_exceptions=True)
        self.cut()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/{self._db}"

    def freeze(self) -> None:
        """From now on nothing passes, and nobody is told."""
        self._flowing.clear()

    def thaw(self) -> None:
        self._flowing.set()

    def cut(self) -> None:
        """Every connection breaks."""
        for writer in self._writers:
            writer.transport.abort()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._closed:
            writer.transport.abort()
            return
        self._accepting.add(cast(asyncio.Task[None], asyncio.current_task()))
        self.connections += 1
        connect = (
            asyncio.open_unix_connection(self._socket) if self._socket else asyncio.open_connection(*self._address)
        )
        back, forth = await connect
        self._writers |= {writer, forth}
        self._tasks |= {asyncio.create_task(self._relay(reader, forth)), asyncio.create_task(self._relay(back, writer))}

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while piece := await reader.read(65536):
                await self._flowing.wait()
                if self.delay:
                    await asyncio.sleep(random.uniform(0, self.delay))
                writer.write(piece)
        writer.close()
