"""Listens, accepts and counts connections, and ends those that take too long."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus
from socket import SO_SNDBUF, SOL_SOCKET, socket
from typing import Any

from tornado.httputil import HTTPServerConnectionDelegate

from utils.client_ip import bucket, is_in
from utils.http.bounds import Bounds
from utils.http.connection import Connection

_BACKLOG = 1024
_ACCEPTED_AT_ONCE = 64
_SEND_BYTES = 128 * 1024
"""The kernel's buffer for a client that does not read; without a bound it grows to megabytes."""


class Connections:
    """Counts open connections, in all and for each client address."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._total = 0
        self._by_address: Counter[str] = Counter()

    def enter(self, peer: str | None) -> bool:
        """Count a connection from `peer`, None for a Unix socket; False where it is one too many."""
        address = self._counted(peer)
        if self._total >= self._bounds.connections:
            return False
        if address is not None:
            if self._by_address[address] >= self._bounds.connections_per_address:
                return False
            self._by_address[address] += 1
        self._total += 1
        return True

    def leave(self, peer: str | None) -> None:
        """A connection that was counted has ended."""
        self._total -= 1
        address = self._counted(peer)
        if address is not None:
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]

    def _counted(self, peer: str | None) -> str | None:
        """The address for which a connection counts: an IPv4 address or an IPv6 /64."""
        if peer is None or is_in(peer, self._bounds.trusted_proxies):
            return None
        return bucket(peer)


class Server:
    """Serves an application on sockets that listen already.

    `note_refusal` is called with the status of each answer that the application does not give, and returns its request
    id.
    """

    def __init__(
        self, app: HTTPServerConnectionDelegate, bounds: Bounds, note_refusal: Callable[[HTTPStatus], str]
    ) -> None:
        self.app = app
        self.bounds = bounds
        self.connections: set[Connection] = set()
        self._held: set[Connection] = set()
        """Those of `connections` that are not counted: their answers stay open."""
        self.note_refusal = note_refusal
        self._counted = Connections(bounds)
        self._listening: list[tuple[asyncio.Server, socket]] = []
        self._loop: asyncio.AbstractEventLoop
        self._opening: set[asyncio.Task[Any]] = set()
        self._sweeping: asyncio.Task[None] | None = None

    async def listen_on(self, sockets: Sequence[socket]) -> None:
        """Accept connections on these sockets, which listen already."""
        self._loop = asyncio.get_running_loop()
        for each in sockets:
            each.setblocking(False)
            each.setsockopt(SOL_SOCKET, SO_SNDBUF, _SEND_BYTES)  # its connections inherit that
            opened = partial(self._opened, each)
            self._listening.append((await self._loop.create_server(opened, sock=each, backlog=_BACKLOG), each))
        self._sweeping = asyncio.create_task(self._sweep())

    def stop(self) -> None:
        """Accept nobody any more; open connections stay."""
        for server, each in self._listening:
            self._accept(each, _BACKLOG)
            server.close()
        self._listening.clear()

    async def close_all_connections(self) -> None:
        """End what is left, once what was written has been sent."""
        if self._sweeping is not None:
            self._sweeping.cancel()
        for connection in list(self.connections):
            connection.close()
        await asyncio.sleep(0)

    # -- what its connections call

    def admit(self, connection: Connection, address: str | None) -> bool:
        """Count a connection from `address`, None for a Unix socket; False where it is one too many."""
        if not self._counted.enter(address):
            return False
        self.connections.add(connection)
        return True

    def hold(self, connection: Connection, address: str | None) -> None:
        """Count the connection no more: its answer stays open."""
        self._held.add(connection)
        self._counted.leave(address)

    def release(self, connection: Connection, address: str | None) -> None:
        """The connection has ended."""
        if connection in self._held:
            self._held.discard(connection)
            self.connections.discard(connection)
        elif connection in self.connections:
            self.connections.discard(connection)
            self._counted.leave(address)

    def _opened(self, listening: socket) -> Connection:
        """libuv opens one connection a turn of the loop, however long a turn takes: open those that wait as well."""
        self._accept(listening, _ACCEPTED_AT_ONCE)
        return Connection(self)

    def _accept(self, listening: socket, limit: int) -> None:
        for _ in range(limit):
            try:
                accepted, _address = listening.accept()
            except OSError:  # nobody waits, or no descriptor is left, of which the loop takes care
                return
            opening = self._loop.create_task(self._loop.connect_accepted_socket(lambda: Connection(self), accepted))
            self._opening.add(opening)
            opening.add_done_callback(self._opening.discard)

    async def _sweep(self) -> None:
        """One timer for all connections, in place of several a request."""
        every = min(1.0, self.bounds.idle / 5, self.bounds.body / 5)
        while True:
            await asyncio.sleep(every)
            now = self._loop.time()
            for connection in list(self.connections):
                if connection.deadline.is_over(now):
                    connection.abort()
