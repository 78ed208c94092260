"""A gate in front of MariaDB, as HAProxy is in front of a cluster: closed, frozen, or breaking at a statement."""

import asyncio
from contextlib import suppress
from typing import Literal, Self
from urllib.parse import urlsplit

from utils.mysql import connection_options


class Gate:
    """Relays to the MariaDB that `url` names."""

    def __init__(self, url: str) -> None:
        self._target = connection_options(url)
        self._name = urlsplit(url).path
        self._user = urlsplit(url).username or "root"
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._flowing = asyncio.Event()
        self._flowing.set()
        self.is_open = True
        """While it is not, connections are accepted and closed at once."""
        self.connections = 0
        """How many were made so far."""
        self.break_at: tuple[bytes, Literal["before", "after"]] | None = None
        """Break the next connection that sends these bytes, before or after MariaDB has answered them."""
        self.instead: tuple[bytes, bytes] | None = None
        """MariaDB gets the second statement in the place of the next first one."""

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        self.cut()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def url(self) -> str:
        return f"mysql://{self._user}@127.0.0.1:{self._server.sockets[0].getsockname()[1]}{self._name}"

    def close(self) -> None:
        """There is no writer: every connection breaks, and new ones are closed at once."""
        self.is_open = False
        self.cut()

    def cut(self) -> None:
        """Every connection breaks."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    def freeze(self) -> None:
        """From now on nothing passes, and nobody is told."""
        self._flowing.clear()

    def thaw(self) -> None:
        self._flowing.set()

    async def _accept(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        self.connections += 1
        if not self.is_open:
            to_client.close()
            return
        if "unix_socket" in self._target:
            server, to_server = await asyncio.open_unix_connection(self._target["unix_socket"])
        else:
            server, to_server = await asyncio.open_connection(self._target["host"], self._target["port"])
        self._writers |= {to_client, to_server}
        broken = asyncio.Event()
        self._tasks |= {
            asyncio.create_task(self._forward(client, to_server, to_client, broken)),
            asyncio.create_task(self._answer(server, to_client, broken)),
        }

    async def _forward(
        self,
        client: asyncio.StreamReader,
        to_server: asyncio.StreamWriter,
        to_client: asyncio.StreamWriter,
        broken: asyncio.Event,
    ) -> None:
        with suppress(ConnectionError):
            while piece := await client.read(65536):
                await self._flowing.wait()
                if self.break_at and self.break_at[0] in piece:
                    (_, when), self.break_at = self.break_at, None
                    if when == "before":
                        to_client.transport.abort()
                        break
                    broken.set()
                to_server.write(self._exchanged(piece))
        to_server.close()

    def _exchanged(self, piece: bytes) -> bytes:
        if self.instead and piece == _packet(self.instead[0]):
            (_, statement), self.instead = self.instead, None
            return _packet(statement)
        return piece

    async def _answer(
        self, server: asyncio.StreamReader, to_client: asyncio.StreamWriter, broken: asyncio.Event
    ) -> None:
        with suppress(ConnectionError):
            while piece := await server.read(65536):
                await self._flowing.wait()
                if broken.is_set():
                    to_client.transport.abort()
                    return
                to_client.write(piece)
        to_client.close()


def _packet(statement: bytes) -> bytes:
    """COM_QUERY."""
    return (len(statement) + 1).to_bytes(3, "little") + b"\x00\x03" + statement
