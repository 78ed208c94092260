"""Builds what the use cases need from the configuration: stores, workers, and the services outside."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import config as configuration
from config import Config
from services import document_facts, documents, heartbeat
from services.cache_versions import CACHE_VERSIONS
from services.deps import Deps, MailSender, OrderRules, SmsSender
from services.document_facts import Installation
from services.documents import Documents
from services.events.open_streams import StreamBounds
from services.events.streaming import EventStreams, StreamTerms
from services.jobs import MAX_PARALLEL_CALENDARS
from services.local_time import LOCAL
from services.notifications import channels, mail_texts
from services.notifications.mail_channel import MailChannel
from services.notifications.push_channel import PushChannel
from services.notifications.sms_channel import SmsChannel
from services.programs.webhooks import ANSWER_BYTES
from utils import crypto, mysql, redis
from utils.alipay_client import AlipayKeys
from utils.bearer_tokens import BearerTokens
from utils.cache import Cache
from utils.captcha import CaptchaImages
from utils.clock import DatabaseClock
from utils.dev_outbox import DevOutbox
from utils.devices import Devices
from utils.epoch import Epoch
from utils.event_signal import EventSignal, SignalReader
from utils.first_tries import FirstTries
from utils.ical import CalendarClient
from utils.images import ImageWorkers
from utils.keyed_lock import KeyedLock
from utils.limits import Limiter
from utils.local_payments import LocalPayments
from utils.mail import LocalMail, SmtpMail, sender_address, smtp_server
from utils.mysql import ConnectionPool, Database
from utils.mysql_reader import ReadDatabase
from utils.one_time_codes import DevCodes, OneTimeCodes
from utils.open_files import open_files
from utils.passwords import PasswordHasher
from utils.payment_numbers import PaymentNumbers
from utils.payments import AlipayPayments, AlipayUrls
from utils.public_http import HttpBounds, PublicHttpClient
from utils.sandbox import Sandbox
from utils.sessions import Lifetime, SessionStore
from utils.sms import AliyunSms, LocalSms
from utils.storage import LocalStorage, OssStorage, QiniuStorage
from utils.text_rules import LookAlikes
from utils.unsubscribe_links import UnsubscribeLinks
from utils.web_push import WebPush

HERE = Path(__file__).parent
_HASHED_BY = 0.8
"""The share of a request's time by which a password has to be hashed."""

_PUSH_ANSWER_BYTES = 4096
"""So much of a push service's answer is read; nothing depends on it."""

_OTHER_FILES = 500
"""How many files a process may have open beside its connections: databases, Redis, pictures, pipes."""

_READER_CONNECT_SECONDS = 0.5
"""The longest time that a request tries to connect to the reader, before it turns to the writer."""


@asynccontextmanager
async def open_deps(config: Config, clock: Callable[[], datetime] | None = None) -> AsyncIterator[Deps]:
    """Open everything that the use cases need, and close it in the opposite order.

    MariaDB and Redis may be away: they are connected to when first used. `clock` is for tests; otherwise the time is
    MariaDB's.
    """
    async with AsyncExitStack() as stack:
        epoch = Epoch()
        client, confirmed = _open_redis(config, stack, epoch)
        epoch.redis = confirmed
        database = Database(
            await _open_pool(config, stack, config.database_url or "", first_statement=config.database_first_statement),
            deadline=config.database_deadline,
            failover=config.database_failover_seconds,
        )
        database_clock = await _follow_clock(config, stack, database, epoch)
        clock = clock or database_clock
        captcha_images = CaptchaImages(config.pictures_ahead)
        stack.push_async_callback(captcha_images.close)
        image_workers = _image_workers(config)
        stack.push_async_callback(image_workers.close)
        calendars = _calendars(config)
        stack.push_async_callback(calendars.close)
        storage, payments, password_hasher = _storage(config), _payments(config), _password_hasher(config)
        for closed in (storage, payments, password_hasher):
            stack.callback(closed.close)
        secret = config.secret_key.get_secret_value()
        waiting, confirmed = (redis.waiting(each, config.redis_failover_seconds) for each in (client, confirmed))
        sessions = _sessions(config, waiting, confirmed, clock)
        event_signal = EventSignal(client)
        stack.push_async_callback(event_signal.close)
        sms, limiter = _sms_sender(config), Limiter(client, config.rates, confirmed=confirmed)
        pseudonyms = crypto.Pseudonyms(crypto.derive(secret, "pseudonym"))
        mail, web_push = _mail_sender(config), _web_push(config, stack, clock)
        links = UnsubscribeLinks(crypto.derive(secret, "unsubscribe link"))
        texts = mail_texts.load(HERE / "content" / "mail.toml")
        by_sms = SmsChannel(sms, limiter, FirstTries(confirmed), pseudonyms, clock)
        by_mail = MailChannel(mail, texts, links, config.address) if mail else None
        by_push = PushChannel(web_push, database, sessions) if web_push else None
        event_streams = _event_streams(config, database, sessions)
        stack.push_async_callback(event_streams.close)
        webhook_http = _webhook_http(config)
        stack.callback(webhook_http.close)
        yield Deps(
            db=database,
            read_db=ReadDatabase(database, await _reader(config, stack)),
            sessions=sessions,
            tokens=_tokens(config, waiting, confirmed, sessions, clock),
            limiter=limiter,
            captcha_images=captcha_images,
            captcha_codes=_captcha_codes(config, confirmed, crypto.derive(secret, "picture code")),
            sms_codes=_sms_codes(config, confirmed, crypto.derive(secret, "sms code")),
            sms=sms,
            storage=storage,
            image_workers=image_workers,
            password_hasher=password_hasher,
            vault=_vault(config),
            pseudonyms=pseudonyms,
            devices=Devices(crypto.derive(secret, "device"), config.device_seconds),
            reserved_names=LookAlikes(config.reserved_names.split()),
            house_review=config.review_kind,
            house_pictures_bytes=config.house_pictures_bytes,
            payments=payments,
            payment_numbers=PaymentNumbers(crypto.derive(secret, "payment number")),
            pay_page=payments if isinstance(payments, LocalPayments) else None,
            calendars=calendars,
            order_rules=_order_rules(config),
            cache=Cache(client, seconds=config.cache_seconds, versions=CACHE_VERSIONS, confirmed=confirmed),
            webhook_http=webhook_http,
            booking_locks=KeyedLock(),
            site_url=config.address,
            documents=_documents(config),
            clock=clock,
            epoch=epoch,
            event_signal=event_signal,
            event_streams=event_streams,
            channels=channels.available(by_sms, by_mail, by_push),
            mail=mail,
            mail_texts=texts,
            mail_link_seconds=config.mail_link_seconds,
            unsubscribe_links=links,
            web_push=web_push,
        )


def _open_redis(config: Config, stack: AsyncExitStack, epoch: Epoch) -> tuple[Any, Any]:
    """A client, and one for what must not be lost with a master: without replicas they are the same."""
    options: dict[str, Any] = {
        "timeout": config.redis_timeout,
        "probe": config.redis_probe_seconds,
        "greet": epoch.check,
        "replicas": config.redis_replicas,
    }
    client = redis.connect(config.redis_url or "", **options)
    stack.push_async_callback(client.aclose)
    if not config.redis_replicas:
        return client, client
    confirmed = redis.connect_confirmed(config.redis_url or "", **options)
    stack.push_async_callback(confirmed.aclose)
    return client, confirmed


async def _open_pool(
    config: Config, stack: AsyncExitStack, url: str, *, connect_timeout: float | None = None, first_statement: str = ""
) -> ConnectionPool:
    pool = ConnectionPool(
        url,
        size=config.database_pool,
        # while a writer is replaced, its connections are waited for as long as for its successor
        acquire_timeout=max(config.database_acquire_timeout, config.database_failover_seconds),
        connect_timeout=connect_timeout or config.database_connect_timeout,
        query_timeout=config.database_query_timeout,
        isolation=config.database_isolation,
        first_statement=first_statement,
    )
    await pool.open()
    stack.push_async_callback(pool.close)
    return pool


async def _reader(config: Config, stack: AsyncExitStack) -> ConnectionPool | None:
    if not config.database_read_url:
        return None
    return await _open_pool(config, stack, config.database_read_url, connect_timeout=_READER_CONNECT_SECONDS)


async def _follow_clock(config: Config, stack: AsyncExitStack, database: Database, epoch: Epoch) -> DatabaseClock:
    """A clock that follows MariaDB's; until MariaDB answers, it is this machine's."""
    clock = DatabaseClock()
    with suppress(TimeoutError, mysql.DatabaseUnavailable, mysql.StatementFailed):
        async with asyncio.timeout(config.clock_wait_seconds):
            await heartbeat.measure(database, clock, epoch)
    watching = asyncio.create_task(heartbeat.watch(database, clock, epoch, config.clock_seconds))
    stack.push_async_callback(_cancel, watching)
    return clock


def _sessions(config: Config, client: Any, confirmed: Any, clock: Callable[[], datetime]) -> SessionStore:
    return SessionStore(
        client,
        browser=Lifetime(config.session_idle_seconds, config.session_absolute_seconds),
        app=Lifetime(config.app_session_idle_seconds, config.app_session_absolute_seconds),
        touch=config.session_touch_seconds,
        clock=lambda: clock().timestamp(),
        confirmed=confirmed,
    )


def _event_streams(config: Config, database: Database, sessions: SessionStore) -> EventStreams:
    # Tornado's own server counts streams among its connections
    most = config.streams if config.http == "httptools" else min(config.streams, config.connections // 2)
    reserved = config.connections + _OTHER_FILES
    bounds = StreamBounds(
        total=max(0, min(most, open_files(most + reserved) - reserved)),
        per_user=config.streams_per_user,
        per_address=config.streams_per_address,
    )
    return EventStreams(
        database,
        sessions,
        SignalReader(config.redis_url or "", config.redis_timeout),
        StreamTerms(
            bounds,
            life=config.stream_seconds,
            heartbeat=config.stream_heartbeat_seconds,
            look=config.stream_look_seconds,
            session=config.stream_session_seconds,
        ),
    )


def _tokens(
    config: Config, client: Any, confirmed: Any, sessions: SessionStore, clock: Callable[[], datetime]
) -> BearerTokens:
    return BearerTokens(
        client,
        sessions,
        crypto.derive(config.secret_key.get_secret_value(), "refresh token"),
        access=config.access_token_seconds,
        retry=config.refresh_retry_seconds,
        clock=lambda: clock().timestamp(),
        confirmed=confirmed,
    )


def _password_hasher(config: Config) -> PasswordHasher:
    return PasswordHasher(
        crypto.derive(config.password_pepper.get_secret_value(), "password"),
        cost=config.bcrypt_cost,
        threads=config.bcrypt_threads or os.cpu_count() or 1,
        queue=config.bcrypt_queue,
        max_wait=config.bcrypt_wait_seconds,
        max_reserved_wait=config.request_seconds * _HASHED_BY,
    )


def _vault(config: Config) -> crypto.Vault:
    index_key = crypto.derive(config.idcard_index_key.get_secret_value(), "identity number")
    return crypto.Vault(config.identity_keys, index_key)


def _order_rules(config: Config) -> OrderRules:
    return OrderRules(
        accept=configuration.answer_times(config.order_accept),
        pay=configuration.answer_times(config.order_pay),
        pending=config.orders_pending,
        key=config.idempotency_seconds,
        booking=config.booking_seconds,
        feed=config.feed_seconds,
    )


def _documents(config: Config) -> Documents:
    """The texts of content/, with the deadlines and limits of these settings."""
    installation = Installation(
        site=config.address,
        operator=config.operator_name,
        contact=config.operator_contact,
        icp=config.icp,
        session=config.session_absolute_seconds,
        session_idle=config.session_idle_seconds,
        app_session=config.app_session_absolute_seconds,
        device=config.device_seconds,
        sms_code=config.sms_code_seconds,
        picture=config.house_picture_bytes,
    )
    folder = HERE / "content"
    return documents.load(folder, document_facts.load(folder, _order_rules(config), installation))


def _sms_codes(config: Config, client: Any, key: bytes) -> OneTimeCodes:
    return OneTimeCodes(client, "sms", key, ttl=config.sms_code_seconds, tries=config.sms_code_tries)


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
        notifications=configuration.sms_templates(config.aliyun_sms_templates),
        limits=config.outbound_limits,
    )


def _mail_sender(config: Config) -> MailSender | None:
    if config.mail_sender == "local" and config.outbox is not None:
        return LocalMail(DevOutbox(config.outbox / "mail-outbox.jsonl"))
    if config.mail_sender != "smtp":
        return None
    return SmtpMail(
        smtp_server(config.smtp_url.get_secret_value()),
        sender=sender_address(config.smtp_from),
        limits=replace(config.outbound_limits, total=config.smtp_timeout),
    )


def _web_push(config: Config, stack: AsyncExitStack, clock: Callable[[], datetime]) -> WebPush | None:
    if config.vapid_key is None:
        return None
    limits = config.outbound_limits
    client = PublicHttpClient(
        HttpBounds(seconds=limits.total, connect=limits.connect, max_bytes=_PUSH_ANSWER_BYTES, cut_body=True),
        allow_private=config.feed_private,
    )
    stack.callback(client.close)
    # whom a push service asks about our messages
    contact = f"mailto:{config.operator_contact}" if "@" in config.operator_contact else config.address
    return WebPush(client, config.vapid_key, contact=contact, clock=lambda: clock().timestamp())


def _storage(config: Config) -> LocalStorage | OssStorage | QiniuStorage:
    match config.storage_kind:
        case "oss":
            return OssStorage(
                key_id=config.oss_access_key_id,
                key_secret=config.oss_access_key_secret.get_secret_value(),
                endpoint=config.oss_endpoint,
                bucket=config.oss_bucket,
                base_url=config.media_url,
                limits=config.outbound_limits,
            )
        case "qiniu":
            return QiniuStorage(
                access_key=config.qiniu_access_key,
                secret_key=config.qiniu_secret_key.get_secret_value(),
                bucket=config.qiniu_bucket,
                base_url=config.media_url,
                up_host=config.qiniu_up_host,
                rs_host=config.qiniu_rs_host,
                limits=config.outbound_limits,
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
        PublicHttpClient(
            HttpBounds(
                seconds=config.feed_timeout,
                connect=config.outbound_connect_timeout,
                max_bytes=config.feed_bytes,
                max_header_bytes=config.feed_header_bytes,
                redirects=3,
            ),
            allow_private=config.feed_private,
        ),
    )


def _webhook_http(config: Config) -> PublicHttpClient:
    return PublicHttpClient(
        HttpBounds(
            seconds=config.webhook_timeout,
            connect=config.webhook_timeout,
            max_bytes=ANSWER_BYTES,
            https_only=True,
            cut_body=True,
        ),
        allow_private=config.webhook_private,
    )


def _payments(config: Config) -> AlipayPayments | LocalPayments:
    notice = "/api/v1.0/payments/notice"
    if config.payments_kind == "local" and config.outbox is not None:
        return LocalPayments(
            config.outbox / "payments",
            page_url=f"{config.address}/pay",
            # the process that shows the page takes the notice: it may not reach its own public address
            notify_url=f"http://{config.host}:{config.port}{notice}",
            limits=config.outbound_limits,
        )
    keys = AlipayKeys(config.alipay_app_id, config.alipay_private_key.get_secret_value(), config.alipay_public_key)
    urls = AlipayUrls(config.alipay_gateway, notify=f"{config.address}{notice}", return_=f"{config.address}/orders")
    return AlipayPayments(keys, config.alipay_seller_id, urls, config.outbound_limits)
