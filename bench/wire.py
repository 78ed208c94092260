"""Sends each request once over kept-open connections, fast enough to keep a server busy, and counts the bytes."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

import uvloop

_SECONDS = 120
_HEAD_END = b"\r\n\r\n"
_LENGTH = b"content-length:"


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes


@dataclass
class Traffic:
    """What came back, in the order of the requests. Bytes are HTTP's: without TLS, TCP and IP."""

    answers: list[Answer]
    sent: int
    received: int = 0


@dataclass
class _Run:
    requests: Sequence[bytes]
    traffic: Traffic
    numbers: Iterator[int]
    left: int
    done: asyncio.Future[None]

    def answered(self, number: int, answer: Answer, size: int) -> None:
        self.traffic.answers[number] = answer
        self.traffic.received += size
        self.left -= 1
        if not self.left and not self.done.done():
            self.done.set_result(None)


@dataclass
class _Connection(asyncio.Protocol):
    """Sends a request when the one before is answered."""

    run: _Run
    number: int = -1
    buffer: bytearray = field(default_factory=bytearray)
    transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's own class has no such base
        self._next()

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        end = self.buffer.find(_HEAD_END) + len(_HEAD_END)
        if end < len(_HEAD_END):
            return
        head = bytes(self.buffer[:end]).lower()
        length = int(head.partition(_LENGTH)[2].partition(b"\r\n")[0] or 0)
        if len(self.buffer) < end + length:
            return
        answer = Answer(int(head[9:12]), bytes(self.buffer[end:]))
        self.run.answered(self.number, answer, len(self.buffer))
        self.buffer.clear()
        self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.run.done.done():
            self.run.done.set_exception(exc or ConnectionError("the server closed a connection"))

    def _next(self) -> None:
        self.number = next(self.run.numbers, -1)
        if self.number >= 0 and self.transport:
            self.transport.write(self.run.requests[self.number])


def send(port: int, requests: Sequence[bytes], connections: int) -> Traffic:
    """Send the requests over so many connections.

    Raises ConnectionError if the server closes one of them, TimeoutError after two minutes.
    """
    return uvloop.run(_send(port, requests, connections))


async def _send(port: int, requests: Sequence[bytes], connections: int) -> Traffic:
    loop = asyncio.get_running_loop()
    traffic = Traffic([Answer(0, b"")] * len(requests), sum(map(len, requests)))
    run = _Run(requests, traffic, iter(range(len(requests))), len(requests), loop.create_future())
    opened = [
        (await loop.create_connection(lambda: _Connection(run), "127.0.0.1", port))[0]
        for _ in range(min(connections, len(requests)))
    ]
    async with asyncio.timeout(_SECONDS):
        await run.done
    for transport in opened:
        transport.close()
    return traffic
