"""One more server in the process of a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tornado.testing import bind_unused_port

from config import Config
from server import make_app, make_server
from services.deps import Deps


@asynccontextmanager
async def served(config: Config, deps: Deps) -> AsyncIterator[str]:
    """Serves over `deps` while the block runs; gives its address."""
    server = make_server(config, make_app(config, deps))
    listening, port = bind_unused_port()
    await server.listen_on([listening])
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.stop()
        await server.close_all_connections()
