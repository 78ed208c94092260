"""What local implementations of outbound services have in common: a server on a port of its own."""

import asyncio

from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler


class LocalService:
    """Answers every path with `handler`, which is given the service itself."""

    def __init__(self, handler: type[RequestHandler]) -> None:
        self.arrived, self.may_answer = asyncio.Event(), asyncio.Event()
        self.may_answer.set()
        listening, port = bind_unused_port()
        self.endpoint = f"http://127.0.0.1:{port}"
        self._server = HTTPServer(Application([("/.*", handler, {"service": self})], log_function=self.note))
        self._server.add_socket(listening)

    async def hold(self) -> None:
        """Called with every request that has arrived; returns when it may be answered."""
        self.arrived.set()
        await self.may_answer.wait()

    def note(self, handler: RequestHandler) -> None:
        """Called with every request that was answered."""

    async def close(self) -> None:
        self._server.stop()
        await self._server.close_all_connections()
