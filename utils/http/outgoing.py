"""Sends bytes to one client, with flow control."""

import asyncio
from collections.abc import Callable

from tornado.iostream import StreamClosedError


class Outgoing:
    """What one client is sent. `on_wait` is called for each write that waits for the client to read."""

    def __init__(self, transport: asyncio.Transport, on_wait: Callable[[], None]) -> None:
        self._transport = transport
        self._on_wait = on_wait
        self._loop = asyncio.get_running_loop()
        self.waiting: list[asyncio.Future[None]] | None = None
        """The writes that wait for the client to read; None while it reads."""

    @property
    def is_closing(self) -> bool:
        """Whether the transport accepts nothing more."""
        return self._transport.is_closing()

    def write(self, data: bytes) -> "asyncio.Future[None]":
        """The future is done when more may be written; it has StreamClosedError where the client is gone."""
        sent: asyncio.Future[None] = self._loop.create_future()
        if self._transport.is_closing():
            sent.set_exception(StreamClosedError())
            sent.exception()  # nobody has to look
            return sent
        self._transport.write(data)
        if self.waiting is None:
            sent.set_result(None)
        else:
            self.waiting.append(sent)
            self._on_wait()
        return sent

    def stall(self) -> None:
        """The transport holds as much as it may."""
        self.waiting = []

    def flow(self) -> None:
        """The client has read enough, or is gone."""
        waiting, self.waiting = self.waiting or [], None
        for future in waiting:
            if not future.done():
                future.set_result(None)
