"""The server: opens what the configuration names, serves it, drains it and closes it in order.

    python server.py [--processes N]

Configured by the environment alone; .env.example documents every variable.
"""

import argparse
import asyncio
import gc
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime
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
from config import Config
from handlers.api.handler import ApiHandler, log_request
from handlers.api.routing import Site
from handlers.api.session import COOKIE, cookie_name
from handlers.api.settings import ApiInfo, HttpSettings
from handlers.routes import ROUTES, TAGS
from handlers.site import files, openapi
from services import heartbeat
from services.cache_versions import CACHE_VERSIONS
from services.deps import Deps, OrderRules, SmsSender
from services.jobs import MAX_PARALLEL_CALENDARS
from services.local_time import LOCAL
from utils import crypto, metrics, mysql, redis
from utils import log as logs
from utils.alipay_client import AlipayKeys
from utils.bearer_tokens import BearerTokens
from utils.cache import Cache
from utils.captcha import CaptchaImages
from utils.clock import DatabaseClock
from utils.dev_outbox import DevOutbox
from utils.devices import Devices
from utils.epoch import Epoch
from utils.http import Bounds, Connections, Server, refusal
from utils.ical import CalendarClient
from utils.images import ImageWorkers
from utils.keyed_lock import KeyedLock
from utils.limits import Limiter
from utils.local_payments import LocalPayments
from utils.mysql import Database
from utils.one_time_codes import DevCodes, OneTimeCodes
from utils.passwords import PasswordHasher
from utils.payments import AlipayPayments, AlipayUrls
from utils.sandbox import Sandbox
from utils.sessions import Lifetime, SessionStore
from utils.sms import AliyunSms, LocalSms
from utils.storage import LocalStorage, OssStorage, QiniuStorage
from utils.supervisor import Supervisor
from utils.text_rules import LookAlikes
from utils.version import VERSION

HERE = Path(__file__).parent
_DRAINED_BYTES = 32 * 1024 * 1024
"""How large a body is still read to its end and thrown away, so that its sender gets to read the 413."""

_TORNADO_REFUSAL = b"HTTP/1.1 400 Bad Request\r\n\r\n"
"""What Tornado 6.6.1 writes for a malformed request; tests/api/site/test_malformed.py notices if that changes."""

_HASHED_BY = 0.8
"""The share of a request's time by which a password has to be hashed."""

_QUIET_SECONDS, _QUIET_STEP = 0.5, 0.02

log = structlog.get_logger()


@asynccontextmanager
async def open_deps(config: Config, clock: Callable[[], datetime] | None = None) -> AsyncIterator[Deps]:
    """Everything the use cases reach for. MariaDB and Redis may be away: they are connected to when first used.

    `clock` is for tests; else the time is MariaDB's.
    """
    async with AsyncExitStack() as stack:
        epoch = Epoch()
        client = redis.connect(
            config.redis_url or "",
            timeout=config.redis_timeout,
            probe=config.redis_probe_seconds,
            greet=epoch.check,
        )
        stack.push_async_callback(client.aclose)
        epoch.redis = client
        database = Database(
            config.database_url or "",
            size=config.database_pool,
            acquire_timeout=config.database_acquire_timeout,
            connect_timeout=config.database_connect_timeout,
            query_timeout=config.database_query_timeout,
            deadline=config.database_deadline,
            isolation=config.database_isolation,
        )
        await database.open()
        stack.push_async_callback(database.close)
        database_clock = DatabaseClock()
        # the clock of this machine will do until MariaDB answers
        with suppress(TimeoutError, mysql.DatabaseUnavailable, mysql.StatementFailed):
            async with asyncio.timeout(config.clock_wait_seconds):
                await heartbeat.measure(database, database_clock, epoch)
        watching = asyncio.create_task(heartbeat.watch(database, database_clock, epoch, config.clock_seconds))
        stack.push_async_callback(_cancel, watching)
        clock = clock or database_clock
        captcha_images = CaptchaImages(config.pictures_ahead)
        stack.push_async_callback(captcha_images.close)
        storage = _storage(config)
        stack.callback(storage.close)
        payments = _payments(config)
        stack.callback(payments.close)
        image_workers = _image_workers(config)
        stack.push_async_callback(image_workers.close)
        calendars = _calendars(config)
        stack.push_async_callback(calendars.close)
        secret = config.secret_key.get_secret_value()
        password_hasher = PasswordHasher(
            crypto.derive(config.password_pepper.get_secret_value(), "password"),
            cost=config.bcrypt_cost,
            threads=config.bcrypt_threads or os.cpu_count() or 1,
            queue=config.bcrypt_queue,
            patience=config.bcrypt_wait_seconds,
            deadline=config.request_seconds * _HASHED_BY,
        )
        stack.callback(password_hasher.close)
        sessions = SessionStore(
            client,
            browser=Lifetime(config.session_idle_seconds, config.session_absolute_seconds),
            app=Lifetime(config.app_session_idle_seconds, config.app_session_absolute_seconds),
            touch=config.session_touch_seconds,
            clock=lambda: clock().timestamp(),
        )
        yield Deps(
            db=database,
            sessions=sessions,
            tokens=BearerTokens(
                client,
                sessions,
                crypto.derive(secret, "refresh token"),
                access=config.access_token_seconds,
                retry=config.refresh_retry_seconds,
                clock=lambda: clock().timestamp(),
            ),
            limiter=Limiter(client, config.rates),
            captcha_images=captcha_images,
            captcha_codes=_captcha_codes(config, client, crypto.derive(secret, "picture code")),
            sms_codes=OneTimeCodes(
                client,
                "sms",
                crypto.derive(secret, "sms code"),
                ttl=config.sms_code_seconds,
                tries=config.sms_code_tries,
            ),
            sms=_sms_sender(config),
            storage=storage,
            image_workers=image_workers,
            password_hasher=password_hasher,
            vault=crypto.Vault(
                config.identity_keys, crypto.derive(config.idcard_index_key.get_secret_value(), "identity number")
            ),
            pseudonyms=crypto.Pseudonyms(crypto.derive(secret, "pseudonym")),
            devices=Devices(crypto.derive(secret, "device"), config.device_seconds),
            reserved_names=LookAlikes(config.reserved_names.split()),
            house_review=config.review_kind,
            house_pictures_bytes=config.house_pictures_bytes,
            payments=payments,
            pay_page=payments if isinstance(payments, LocalPayments) else None,
            calendars=calendars,
            order_rules=OrderRules(
                accept=configuration.answer_times(config.order_accept),
                pay=configuration.answer_times(config.order_pay),
                pending=config.orders_pending,
                key=config.idempotency_seconds,
                booking=config.booking_seconds,
                feed=config.feed_seconds,
            ),
            cache=Cache(client, seconds=config.cache_seconds, versions=CACHE_VERSIONS),
            booking_locks=KeyedLock(),
            site_url=config.address,
            clock=clock,
            epoch=epoch,
        )


async def _cancel(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


def _captcha_codes(config: Config, client: Any, key: bytes) -> OneTimeCodes:
    if config.outbox is None:
        return OneTimeCodes(client, "picture", key, ttl=config.picture_code_seconds, tries=1)
    outbox = DevOutbox(config.outbox / "captcha-outbox.jsonl")
    return DevCodes(client, "picture", key, ttl=config.picture_code_seconds, tries=1, outbox=outbox)


def _sms_sender(config: Config) -> SmsSender:
    if config.sms_sender == "local" and config.outbox is not None:
        return LocalSms(DevOutbox(config.outbox / "sms-outbox.jsonl"))
    return AliyunSms(
        key_id=config.aliyun_access_key_id,
        key_secret=config.aliyun_access_key_secret.get_secret_value(),
        endpoint=config.aliyun_sms_endpoint,
        sign_name=config.aliyun_sms_sign_name,
        templates={
            "register": config.aliyun_sms_template_register,
            "login": config.aliyun_sms_template_login,
            "reset": config.aliyun_sms_template_reset,
        },
        patience=config.patience,
    )


def _storage(config: Config) -> LocalStorage | OssStorage | QiniuStorage:
    match config.storage_kind:
        case "oss":
            return OssStorage(
                key_id=config.oss_access_key_id,
                key_secret=config.oss_access_key_secret.get_secret_value(),
                endpoint=config.oss_endpoint,
                bucket=config.oss_bucket,
                base_url=config.media_url,
                patience=config.patience,
            )
        case "qiniu":
            return QiniuStorage(
                access_key=config.qiniu_access_key,
                secret_key=config.qiniu_secret_key.get_secret_value(),
                bucket=config.qiniu_bucket,
                base_url=config.media_url,
                up_host=config.qiniu_up_host,
                rs_host=config.qiniu_rs_host,
                patience=config.patience,
            )
    return LocalStorage(config.media or HERE / "media", config.media_url)


def _image_workers(config: Config) -> ImageWorkers:
    return ImageWorkers(
        Sandbox(
            processes=config.picture_processes,
            queue=config.picture_queue,
            seconds=config.picture_seconds,
            memory=config.picture_memory,
        )
    )


def _calendars(config: Config) -> CalendarClient:
    return CalendarClient(
        LOCAL,
        Sandbox(
            processes=config.feed_processes,
            queue=MAX_PARALLEL_CALENDARS,
            seconds=config.feed_parse_seconds,
            memory=config.feed_memory,
        ),
        seconds=config.feed_timeout,
        connect=config.outbound_connect_timeout,
        max_bytes=config.feed_bytes,
        max_header_bytes=config.feed_header_bytes,
        allow_private=config.feed_private,
    )


def _payments(config: Config) -> AlipayPayments | LocalPayments:
    notify_url = f"{config.address}/api/v1.0/payments/notice"
    if config.payments_kind == "local" and config.outbox is not None:
        return LocalPayments(
            config.outbox / "payments",
            page_url=f"{config.address}/pay",
            notify_url=notify_url,
            patience=config.patience,
        )
    keys = AlipayKeys(config.alipay_app_id, config.alipay_private_key.get_secret_value(), config.alipay_public_key)
    urls = AlipayUrls(config.alipay_gateway, notify=notify_url, return_=f"{config.address}/orders")
    return AlipayPayments(keys, config.alipay_seller_id, urls, config.patience)


def make_app(config: Config, deps: Deps) -> Site:
    """The application over `deps`; opens nothing."""
    tornado.locale.set_default_locale("zh_CN")
    tornado.locale.load_translations(str(HERE / "locale"), encoding="utf-8")
    info = ApiInfo(config.address, VERSION, cookie_name(COOKIE, secure=config.production), TAGS)
    openapi.written(ROUTES, info)  # before the first request, which it would delay
    return Site(
        ROUTES,
        ApiHandler,
        files.all_of_them(config.media if config.storage_kind == "local" else None),
        http=HttpSettings(
            deps=deps,
            api_info=info,
            asset_url=files.addresses(),
            media_origin=_origin(config.media_url),
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
        log_function=log_request,
        debug=config.debug,
        autoreload=False,
    )


def _origin(url: str) -> str:
    """Where pictures come from, for a Content-Security-Policy; nothing where that is ihome itself."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


class TornadoServer(HTTPServer):
    """Tornado's own reader, for `IHOME_HTTP=tornado`, with our bounds of connections and an id in its refusals."""

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
        server = make_server(config, app)
        await server.listen_on(sockets)
        watching = asyncio.create_task(metrics.watch_loop())
        monitor = _serve_metrics(config, process)
        gc.collect()
        gc.freeze()  # what was imported stays: looking through it again and again would stop everything for 0.1 s
        ready()
        await stop.wait()
        log.info("draining", process=process)
        await _drain(config, app, server)
        if monitor:
            monitor.stop()
        watching.cancel()
    logs.flush()
    log.info("stopped", process=process)
    return 0


async def _drain(config: Config, app: Site, server: TornadoServer | Server) -> None:
    """Say on /readyz that the end is near, stop listening, let what is in flight finish, close what is idle."""
    app.draining = True
    await asyncio.sleep(config.lame_duck_seconds)
    server.stop()
    with suppress(TimeoutError):
        async with asyncio.timeout(config.grace_seconds):
            await _quiet(app)
    await server.close_all_connections()


async def _quiet(app: Site) -> None:
    """Wait until nothing was in flight for a while: who was let in last has yet to send their request."""
    left = _QUIET_SECONDS
    while left > 0:
        await asyncio.sleep(_QUIET_STEP)
        left = _QUIET_SECONDS if app.active else left - _QUIET_STEP


class Metrics(RequestHandler):
    def get(self) -> None:
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.write(generate_latest())


def _serve_metrics(config: Config, process: int) -> HTTPServer | None:
    """On a loopback port of its own, the next one for each further process."""
    if not config.metrics_port:
        return None
    app = Application([("/metrics", Metrics)], log_function=lambda _: None)
    return app.listen(config.metrics_port + process, address="127.0.0.1", reuse_port=True)


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
