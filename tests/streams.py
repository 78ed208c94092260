"""A client of the stream of events: reads as the HTML standard says, and reconnects where a test says."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tornado.httputil import HTTPHeaders

from tests.client import COOKIE

PATH = "/api/v1.0/events/stream"


@dataclass(frozen=True)
class Told:
    """An event as the browser's script gets it."""

    id: str
    type: str
    data: Any


class EventSource:
    """One connection. `last_id` is what the next one begins behind."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, last_id: str) -> None:
        self._reader = reader
        self._writer = writer
        self.last_id = last_id
        self.status = 0
        self.headers = HTTPHeaders()
        self.body = b""
        """Of a refusal."""
        self.comments = 0
        self.retry: int | None = None
        self._chunked = False

    async def read_head(self) -> None:
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        start, _, headers = head.partition("\r\n")
        self.status, self.headers = int(start.split(" ")[1]), HTTPHeaders.parse(headers)
        self._chunked = self.headers.get("Transfer-Encoding") == "chunked"
        if self.status != 200:
            self.body = await self._reader.readexactly(int(self.headers["Content-Length"]))

    async def _pieces(self) -> AsyncIterator[bytes]:
        """The body as it comes, until its end, or the connection's."""
        while self._chunked:
            size = int(await self._reader.readline() or b"0", 16)
            if not size:
                return
            yield (await self._reader.readexactly(size + 2))[:-2]
        while piece := await self._reader.read(65536):
            yield piece

    async def __aiter__(self) -> AsyncIterator[Told]:
        rest = b""
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            async for piece in self._pieces():
                *blocks, rest = (rest + piece).split(b"\n\n")
                for block in blocks:
                    if told := self._told(block.decode()):
                        yield told

    def _told(self, block: str) -> Told | None:
        fields: dict[str, str] = {}
        for line in block.split("\n"):
            name, _, value = line.partition(":")
            self.comments += name == ""
            fields[name] = value.removeprefix(" ")
        self.last_id = fields.get("id", self.last_id)
        self.retry = int(fields["retry"]) if "retry" in fields else self.retry
        if "data" not in fields:
            return None
        return Told(self.last_id, fields.get("event", "message"), json.loads(fields["data"]))

    async def next(self, count: int = 1) -> list[Told]:
        """The next events; fewer where the stream ends before."""
        found: list[Told] = []
        async for told in self:
            found.append(told)
            if len(found) == count:
                break
        return found

    async def close(self) -> None:
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()


async def listen(
    port: int,
    session: str | None,
    last_id: str = "",
    *,
    query: str = "",
    headers: Mapping[str, str] | None = None,
    version: str = "1.1",
    receive_bytes: int | None = None,
) -> EventSource:
    """Open a stream, with the cookie of a session; its head is read. `headers` win.

    `receive_bytes` is how much the kernel takes before the client reads.
    """
    sent = {"Host": "127.0.0.1", "Accept": "text/event-stream"}
    if session:
        sent["Cookie"] = f"{COOKIE}={session}"
    if last_id:
        sent["Last-Event-ID"] = last_id
    sent |= headers or {}
    client = socket.socket()
    if receive_bytes is not None:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
    client.setblocking(False)
    try:
        await asyncio.get_running_loop().sock_connect(client, ("127.0.0.1", port))
        reader, writer = await asyncio.open_connection(sock=client)
    except BaseException:
        client.close()
        raise
    lines = [f"GET {PATH}{query} HTTP/{version}", *(f"{name}: {value}" for name, value in sent.items())]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    source = EventSource(reader, writer, last_id)
    try:
        await source.read_head()
    except BaseException:
        await source.close()
        raise
    return source
