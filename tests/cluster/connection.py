"""A light HTTP/1.1 client with keep-alive and cookies: the load must leave the processor to the cluster."""

import asyncio
import json as json_
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

CLIENT_SECONDS, UPLOAD_SECONDS = 8.0, 20.0
"""How long a client waits for an answer; an upload may take the server 30 s."""


@dataclass(frozen=True)
class Reply:
    """An answer. A status of 0 means that there was none; `reason` then says why: `timeout` or `cut`."""

    status: int
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    reason: str = ""

    @property
    def ok(self) -> bool:
        """Acknowledged: what was asked for is done."""
        return 200 <= self.status < 400

    @property
    def failed(self) -> bool:
        """No answer, or one that says that the platform could not do it now."""
        return self.status == 0 or self.status >= 500

    @property
    def json(self) -> dict[str, Any]:
        """The body as an object; empty where it is none."""
        with suppress(ValueError):
            if isinstance(found := json_.loads(self.body), dict):
                return found
        return {}

    @property
    def errno(self) -> int:
        """The envelope's errno; -1 without an envelope."""
        return int(self.json.get("errno", -1))

    @property
    def data(self) -> dict[str, Any]:
        """The envelope's data."""
        return self.json.get("data") or {}

    def cookie(self, name: str) -> str | None:
        """The new value of a cookie, under its plain name or its `__Host-` name; None where it is not set."""
        for header, value in self.headers:
            key, _, rest = value.partition("=")
            if header == "set-cookie" and key.removeprefix("__Host-") == name:
                return rest.partition(";")[0]
        return None


class Connection:
    """One connection, opened when it is needed. One request at a time."""

    def __init__(self, host: str, port: int) -> None:
        self._address = host, port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def send(
        self, verb: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        """Send a request and read its answer. A connection that failed is not used again."""
        sent = {"Host": f"{self._address[0]}:{self._address[1]}", **(headers or {})}
        if body is not None or verb != "GET":
            sent["Content-Length"] = str(len(body or b""))
        head = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
        request = f"{verb} {path} HTTP/1.1\r\n{head}\r\n".encode() + (body or b"")
        try:
            async with asyncio.timeout(
                UPLOAD_SECONDS if "multipart" in sent.get("Content-Type", "") else CLIENT_SECONDS
            ):
                return await self._exchange(request, may_repeat=verb == "GET")
        except TimeoutError:
            self.close()
            return Reply(0, reason="timeout")
        except (OSError, EOFError, ValueError):
            self.close()
            return Reply(0, reason="cut")

    async def _exchange(self, request: bytes, *, may_repeat: bool) -> Reply:
        """As browsers do, a GET is sent again if a kept connection turns out to be closed (RFC 9110, 9.2.2)."""
        used = self._streams is not None
        try:
            return await self._once(request)
        except (ConnectionError, asyncio.IncompleteReadError) as error:
            self.close()
            unanswered = not getattr(error, "partial", b"")
            if not (used and may_repeat and unanswered):
                raise
            return await self._once(request)

    async def _once(self, request: bytes) -> Reply:
        if self._streams is None:
            self._streams = await asyncio.open_connection(*self._address)
        reader, writer = self._streams
        writer.write(request)
        await writer.drain()
        head = await reader.readuntil(b"\r\n\r\n")
        start, *lines = head[:-4].decode("latin-1").split("\r\n")
        headers = [(name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]
        body = await _body(reader, dict(headers))
        if dict(headers).get("connection", "").lower() == "close":
            self.close()
        return Reply(int(start.split(" ")[1]), headers, body)

    def close(self) -> None:
        """Close the connection; the next request opens another."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def _body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
    if headers.get("transfer-encoding", "").lower() != "chunked":
        return await reader.readexactly(int(headers.get("content-length", 0)))
    parts = []
    while size := int((await reader.readline()).partition(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return b"".join(parts)
