"""The server: serves what composition.py opens, drains it and stops.

    python server.py [--processes N]

Configured by the environment alone; .env.example documents every variable.
"""

import argparse
import asyncio
import gc
import logging
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from socket import socket
from typing import Any, cast
from urllib.parse import urlsplit

import structlog
import tornado.locale
import uvloop
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from tornado.httpserver import HTTPServer
from tornado.httputil import ParseMultipartConfig
from tornado.iostream import IOStream
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

import config as configuration
from composition import open_deps
from config import Config
from handlers.api.dispatch import Site
from handlers.api.handler import ApiHandler, log_request
from handlers.api.session import COOKIE, cookie_name
from handlers.api.settings import ApiInfo, HttpSettings, MapSettings, SiteInfo
from handlers.routes import ROUTES, TAGS
from handlers.site import files, openapi, parts
from services.deps import Deps
from services.events.streaming import EventStreams
from services.houses import search_text, suggestions
from utils import log as logs
from utils import metrics
from utils.http import Bounds, Connections, Server, refusal
from utils.supervisor import Supervisor
from utils.version import VERSION

HERE = Path(__file__).parent
_DRAINED_BYTES = 32 * 1024 * 1024
"""Bodies up to this size are read to their end and thrown away, so that the client can read the 413."""

_TORNADO_REFUSAL = b"HTTP/1.1 400 Bad Request\r\n\r\n"
"""What Tornado 6.6.1 writes for a malformed request; tests/api/site/test_malformed.py notices if that changes."""

_QUIET_SECONDS, _QUIET_STEP = 0.5, 0.02

log = structlog.get_logger()


def make_app(config: Config, deps: Deps) -> Site:
    """The application over `deps`; opens nothing."""
    tornado.locale.set_default_locale("zh_CN")
    tornado.locale.load_translations(str(HERE / "locale"), encoding="utf-8")
    info = ApiInfo(config.address, VERSION, cookie_name(COOKIE, secure=config.production), TAGS)
    # before the first request, which they would delay
    openapi.document_json(ROUTES, info)
    search_text.prepare()
    suggestions.prepare()
    return Site(
        ROUTES,
        ApiHandler,
        files.static_files(config.media if config.storage_kind == "local" else None),
        http=HttpSettings(
            deps=deps,
            api_info=info,
            site=SiteInfo(config.address, config.operator_name, config.operator_contact, config.icp),
            asset_url=files.static_url_of(),
            media_origin=_origin(config.media_url),
            map=MapSettings(config.map_tiles, config.map_datum, config.map_attribution),
            trusted_proxies=config.trusted_proxies,
            trusted_origins=(*config.trusted_origins, *config.cors_origins),
            cors_origins=config.cors_origins,
            https=config.https,
            strict_transport=config.strict_transport,
            secure_cookies=config.production,
            old_cookies=config.old_cookies,
            session_seconds=config.session_absolute_seconds,
            device_seconds=config.device_seconds,
            request_seconds=config.request_seconds,
            upload_seconds=config.upload_seconds,
            upload_body_seconds=config.upload_body_seconds,
            body_bytes=config.body_bytes,
            avatar_bytes=config.avatar_bytes,
            house_image_bytes=config.house_picture_bytes,
            multipart=ParseMultipartConfig(max_parts=config.body_parts, max_part_header_size=config.part_header_bytes),
            cookie_bytes=config.cookie_bytes,
            drained_bytes=_DRAINED_BYTES,
        ),
        template_path=str(HERE / "templates"),
        ui_modules=parts,
        log_function=log_request,
        debug=config.debug,
        autoreload=False,
    )


def _origin(url: str) -> str:
    """Where pictures come from, for a Content-Security-Policy; nothing where that is ihome itself."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


class TornadoServer(HTTPServer):
    """Tornado's own HTTP reader, for `IHOME_HTTP=tornado`, with our limits of connections and request ids."""

    counted: Connections
    note_refusal: Callable[[HTTPStatus], str]

    async def listen_on(self, sockets: Sequence[socket]) -> None:
        self.add_sockets(sockets)

    def handle_stream(self, stream: IOStream, address: Any) -> None:
        peer = _peer(address)
        if not self.counted.enter(peer):
            stream.close()
            return
        write = stream.write

        def write_with_id(data: bytes | memoryview) -> Awaitable[None]:
            if data == _TORNADO_REFUSAL:
                data = refusal(HTTPStatus.BAD_REQUEST, self.note_refusal(HTTPStatus.BAD_REQUEST))
            return write(data)

        cast(Any, stream).write = write_with_id
        super().handle_stream(stream, address)

    def on_close(self, server_conn: object) -> None:
        super().on_close(server_conn)
        self.counted.leave(_peer(cast(Any, server_conn).context.address))


def _peer(address: Any) -> str | None:
    """The IP address of a client; None on a Unix socket."""
    return address[0] if isinstance(address, tuple) else None


def make_server(config: Config, app: Site) -> TornadoServer | Server:
    bounds = Bounds(
        connections=config.connections,
        connections_per_address=config.connections_per_address,
        idle=config.idle_seconds,
        body=config.body_seconds,
        header_bytes=config.header_bytes,
        headers=config.headers,
        body_bytes=_DRAINED_BYTES,
        trusted_proxies=config.trusted_proxies,
    )

    def note_refusal(status: HTTPStatus) -> str:
        request_id = app.new_request_id()
        logs.access(request_id=request_id, route="(malformed)", status=int(status))
        return request_id

    if config.http == "httptools":
        return Server(app, bounds, note_refusal)
    server = TornadoServer(
        app,
        idle_connection_timeout=bounds.idle,
        body_timeout=bounds.body,
        max_header_size=bounds.header_bytes,
        max_body_size=bounds.body_bytes,
    )
    server.counted, server.note_refusal = Connections(bounds), note_refusal
    return server


async def serve(config: Config, sockets: Sequence[socket], process: int, ready: Callable[[], None]) -> int:
    """Serve on `sockets` until SIGTERM or SIGINT, then drain. Returns the exit code."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with open_deps(config) as deps:
        app = make_app(config, deps)
        metrics.DATABASE_IN_USE.set_function(lambda: deps.db.in_use)
        metrics.PASSWORDS_WAITING.set_function(lambda: deps.password_hasher.waiting)
        metrics.ACTIVE.set_function(lambda: app.active)
        metrics.STREAMS.set_function(lambda: len(deps.event_streams.open))
        server = make_server(config, app)
        await server.listen_on(sockets)
        watching = asyncio.create_task(metrics.watch_loop())
        monitor = _serve_metrics(config, process)
        gc.collect()
        gc.freeze()  # imported objects stay: scanning them again and again would stop the loop for 0.1 s
        ready()
        await stop.wait()
        log.info("draining", process=process)
        await _drain(config, app, server, deps.event_streams)
        if monitor:
            monitor.stop()
        watching.cancel()
    logs.flush()
    log.info("stopped", process=process)
    return 0


async def _drain(config: Config, app: Site, server: TornadoServer | Server, streams: EventStreams) -> None:
    """Report draining on /readyz, stop listening, finish the requests in flight, close idle connections."""
    app.draining = True
    await asyncio.sleep(config.lame_duck_seconds)
    server.stop()
    await streams.drain()
    with suppress(TimeoutError):
        async with asyncio.timeout(config.grace_seconds):
            await _quiet(app)
    await server.close_all_connections()


async def _quiet(app: Site) -> None:
    """Wait until no request was in flight for a while: a new connection may still send its request."""
    left = _QUIET_SECONDS
    while left > 0:
        await asyncio.sleep(_QUIET_STEP)
        left = _QUIET_SECONDS if app.active else left - _QUIET_STEP


class Metrics(RequestHandler):
    def get(self) -> None:
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.write(generate_latest())


def _serve_metrics(config: Config, process: int) -> HTTPServer | None:
    """Serve /metrics on a port of its own; each further process takes the next port."""
    if not config.metrics_port:
        return None
    app = Application([("/metrics", Metrics)], log_function=lambda _: None)
    return app.listen(config.metrics_port + process, address=config.metrics_host, reuse_port=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="The ihome server, configured by the environment (.env.example).")
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="how many processes share the port")
    arguments = parser.parse_args()
    try:
        config = configuration.load()
    except configuration.Unsafe as unsafe:
        for problem in unsafe.problems:
            print(f"ihome cannot start: {problem}", file=sys.stderr)
        return 2
    logs.configure(json=config.production, level=config.log_level)
    logging.getLogger("tornado").setLevel(logging.ERROR)  # its messages quote what clients sent
    count = max(1, arguments.processes)
    try:
        groups = [bind_sockets(config.port, config.host, reuse_port=True) for _ in range(count)]
    except OSError as error:
        print(f"ihome cannot start: {config.host}:{config.port}: {error.strerror}", file=sys.stderr)
        return 1
    for warning in config.warnings():
        log.warning(warning)
    if not files.PACKAGES.exists():
        log.warning("the packages of the web pages are missing: npm ci --omit=dev")
    log.info("listening", version=VERSION, address=f"http://{config.host}:{config.port}", processes=count)
    if count == 1:
        return uvloop.run(serve(config, groups[0], 0, lambda: None))
    return Supervisor(groups, lambda place, sockets, ready: uvloop.run(serve(config, sockets, place, ready))).run()


if __name__ == "__main__":
    sys.exit(main())
