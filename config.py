"""Every setting, read from the environment and nowhere else.

A variable is the field's name in capitals behind `IHOME_`; `.env.example` lists them all.
Nothing is read at import: whoever needs settings builds a `Config`.
"""

import base64
import ipaddress
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from utils import crypto
from utils.client_ip import Network
from utils.durations import seconds
from utils.limits import Window, windows
from utils.mail import sender_address, smtp_server
from utils.mysql import connection_options
from utils.outbound import OutboundLimits

DEVELOPMENT_SECRET = "development-secret-known-to-everyone"  # noqa: S105  production refuses it
DEVELOPMENT_KEY = base64.b64encode(DEVELOPMENT_SECRET.encode()[:32]).decode()

Rate = Annotated[str, AfterValidator(lambda text: windows(text) and text)]


def answer_times(text: str) -> tuple[tuple[int, int], ...]:
    """`7d/24h 0d/2h` as (at least so many days before a stay, seconds), the most days first.

    Raises ValueError for anything else, where one number of days stands twice, and where there is none for 0 days.
    """
    found: dict[int, int] = {}
    for part in text.split():
        days, _, duration = part.partition("d/")
        length = seconds(duration)
        if not re.fullmatch(r"0|[1-9][0-9]{0,2}", days) or length is None:
            raise ValueError(f"{part!r} is no time to answer such as 7d/24h")
        if int(days) in found:
            raise ValueError(f"{days}d has two times to answer: leave one")
        found[int(days)] = length
    if 0 not in found:
        raise ValueError("a time for 0 days is needed, such as 0d/2h")
    return tuple(sorted(found.items(), reverse=True))


AnswerTimesText = Annotated[str, AfterValidator(lambda text: answer_times(text) and text)]


def sms_templates(text: str) -> dict[str, str]:
    """`accepted=SMS_123,paid=SMS_124` as kind of notification → template code. Raises ValueError for anything else."""
    found: dict[str, str] = {}
    for part in text.replace(",", " ").split():
        kind, _, template = part.partition("=")
        if not re.fullmatch(r"[a-z_]{1,50}", kind) or not re.fullmatch(r"[A-Za-z0-9_]{1,50}", template):
            raise ValueError(f"{part!r} is no template such as accepted=SMS_123")
        found[kind] = template
    return found


class Unsafe(Exception):
    """Settings that must not serve; `problems` has one line for each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Servers(BaseSettings):
    """Which MariaDB and Redis to use; `tools/dev_services.py` starts what is not named."""

    model_config = SettingsConfigDict(
        env_prefix="IHOME_", frozen=True, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    database_url: str | None = None
    redis_url: str | None = None

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str | None) -> str | None:
        if value:
            connection_options(value)
        return value

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, value: str | None) -> str | None:
        if value and not (re.fullmatch(r"(rediss?|unix)://\S+", value) and _has_good_port(value)):
            raise ValueError("a Redis URL is redis://host:6379/0 or unix:///path?db=0")
        return value


def _has_good_port(url: str) -> bool:
    try:
        _ = urlsplit(url).port
    except ValueError:
        return False
    return True


def _tile_addresses(text: str) -> str:
    """Raises ValueError unless each part is the address of a tile server with {z}, {x} and {y}."""
    for address in text.split():
        if not re.fullmatch(r"https?://[a-z0-9.-]+(:\d+)?/[\w.~:/?&=,%{}-]*", address):
            raise ValueError(
                f"{address!r} is no address of map tiles such as https://tiles.example/{{z}}/{{x}}/{{y}}.png"
            )
        if sorted(re.findall(r"{(.*?)}", address)) != ["x", "y", "z"]:
            raise ValueError(f"{address!r} does not name {{z}}, {{x}} and {{y}} once each")
    return text


TileAddresses = Annotated[str, AfterValidator(_tile_addresses)]

SmsTemplates = Annotated[str, AfterValidator(lambda text: text if sms_templates(text) is not None else "")]

S = TypeVar("S", bound=Servers)


class SiteSettings(Servers):
    """Where ihome runs, and under which address."""

    env: Literal["production", "development"] = "production"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    metrics_host: str = "127.0.0.1"
    metrics_port: int = Field(default=0, ge=0, le=65535)
    debug: bool = False
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = ()
    trusted_origins: Annotated[tuple[str, ...], NoDecode] = ()
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    site_url: str = ""
    operator_name: str = Field(default="", max_length=100)
    operator_contact: str = Field(default="", max_length=200)
    icp: str = Field(default="", max_length=50)
    hsts_seconds: int = Field(default=365 * 24 * 3600, ge=0)
    old_cookies: bool = True
    map_tiles: TileAddresses = ""
    map_datum: Literal["gcj02", "wgs84"] = "gcj02"
    map_attribution: str = Field(default="", max_length=200)

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        return (
            tuple(ipaddress.ip_network(part) for part in value.replace(",", " ").split())
            if isinstance(value, str)
            else value
        )

    @field_validator("trusted_origins", "cors_origins", mode="before")
    @classmethod
    def _origins(cls, value: object) -> object:
        origins = tuple(value.replace(",", " ").split()) if isinstance(value, str) else value
        if isinstance(origins, tuple) and not all(re.fullmatch(r"https?://[a-z0-9.:\[\]-]+", each) for each in origins):
            raise ValueError("an origin is https://m.ihome.example, without a path; * is none")
        return origins


class SecretSettings(SiteSettings):
    """Secrets: production refuses the ones that are known to everyone."""

    secret_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    password_pepper: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    idcard_keys: SecretStr = SecretStr("dev:" + DEVELOPMENT_KEY)
    idcard_index_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)


class OutboundSettings(SecretSettings):
    """Services outside the platform: SMS, storage, payments."""

    sms: Literal["aliyun", "local", ""] = ""
    outbox: Path | None = None
    aliyun_access_key_id: str = ""
    aliyun_access_key_secret: SecretStr = SecretStr("")
    aliyun_sms_endpoint: str = "https://dysmsapi.aliyuncs.com"
    aliyun_sms_sign_name: str = ""
    aliyun_sms_template_register: str = ""
    aliyun_sms_template_login: str = ""
    aliyun_sms_template_reset: str = ""
    aliyun_sms_templates: SmsTemplates = ""
    smtp_url: SecretStr = SecretStr("")
    smtp_from: str = ""
    smtp_timeout: float = Field(default=8, gt=0)
    vapid_private_key: SecretStr = SecretStr("")
    outbound_connect_timeout: float = Field(default=2, gt=0)
    outbound_timeout: float = Field(default=5, gt=0)
    outbound_bytes: int = Field(default=1024**2, ge=1024)
    outbound_breaker_failures: int = Field(default=5, ge=1)
    outbound_breaker_seconds: float = Field(default=30, gt=0)

    storage: Literal["oss", "qiniu", "local", ""] = ""
    media: Path | None = None
    media_url: str = "/media"
    oss_access_key_id: str = ""
    oss_access_key_secret: SecretStr = SecretStr("")
    oss_endpoint: str = ""
    oss_bucket: str = ""
    qiniu_access_key: str = ""
    qiniu_secret_key: SecretStr = SecretStr("")
    qiniu_bucket: str = ""
    qiniu_up_host: str = ""
    qiniu_rs_host: str = ""
    avatar_bytes: int = Field(default=2 * 1024**2, ge=1024)
    house_picture_bytes: int = Field(default=8 * 1024**2, ge=1024)
    house_pictures_bytes: int = Field(default=100 * 1024**2, ge=1024)
    picture_processes: int = Field(default=2, ge=1)
    picture_queue: int = Field(default=20, ge=0)
    picture_seconds: float = Field(default=10, gt=0)
    picture_memory: int = Field(default=1024**3, ge=1024**2)

    payments: Literal["alipay", "local", ""] = ""
    alipay_app_id: str = ""
    alipay_seller_id: str = ""
    alipay_private_key: SecretStr = SecretStr("")
    alipay_public_key: str = ""
    alipay_gateway: str = "https://openapi.alipay.com/gateway.do"


class RuleSettings(OutboundSettings):
    """The rules of houses and orders, and calendars of other platforms."""

    reserved_names: str = "官方 客服 管理员 管理員 工作人员 爱家租房 ihome admin moderator official"

    cache_seconds: int = Field(default=60, ge=0)
    house_review: Literal["auto", "manual", ""] = ""

    order_accept: AnswerTimesText = "7d/24h 1d/12h 0d/2h"
    order_pay: AnswerTimesText = "7d/24h 1d/12h 0d/1h"
    orders_pending: int = Field(default=5, ge=1)
    booking_seconds: float = Field(default=2.8, gt=0)
    idempotency_seconds: int = Field(default=24 * 3600, ge=1)
    worker_seconds: float = Field(default=5, gt=0)
    feed_seconds: int = Field(default=15 * 60, ge=1)
    feed_timeout: float = Field(default=10, gt=0)
    feed_bytes: int = Field(default=512 * 1024, ge=1024)
    feed_header_bytes: int = Field(default=32 * 1024, ge=1024)
    feed_processes: int = Field(default=2, ge=1)
    feed_parse_seconds: float = Field(default=10, gt=0)
    feed_memory: int = Field(default=512 * 1024**2, ge=1024**2)
    feed_private: bool = False
    webhook_timeout: float = Field(default=5, gt=0, le=10)
    webhook_private: bool = False


class AccountSettings(RuleSettings):
    """Codes, passwords, sessions."""

    picture_code_seconds: int = Field(default=180, ge=1)
    pictures_ahead: int = Field(default=16, ge=0)
    sms_code_seconds: int = Field(default=300, ge=1)
    sms_code_tries: int = Field(default=5, ge=1)
    bcrypt_cost: int = Field(default=12, ge=4, le=16)
    bcrypt_threads: int = Field(default=0, ge=0)
    bcrypt_queue: int = Field(default=32, ge=0)
    bcrypt_wait_seconds: float = Field(default=5, gt=0)
    session_idle_seconds: int = Field(default=24 * 3600, ge=1)
    session_absolute_seconds: int = Field(default=7 * 24 * 3600, ge=1, le=3 * 365 * 24 * 3600)
    session_touch_seconds: int = Field(default=60, ge=0)
    app_session_idle_seconds: int = Field(default=30 * 24 * 3600, ge=1)
    app_session_absolute_seconds: int = Field(default=180 * 24 * 3600, ge=1, le=3 * 365 * 24 * 3600)
    access_token_seconds: int = Field(default=15 * 60, ge=1)
    refresh_retry_seconds: int = Field(default=30, ge=0)
    device_seconds: int = Field(default=180 * 24 * 3600, ge=1)
    mail_link_seconds: int = Field(default=24 * 3600, ge=1)


class LimitSettings(AccountSettings):
    """How often something may happen, in how long (docs/abuse.md)."""

    limit_picture_per_ip: Rate = "30/1m"
    limit_sms_per_mobile: Rate = "1/60s 5/1h 10/24h"
    limit_sms_per_mobile_new_devices: Rate = "4/1h 8/24h"
    limit_sms_per_ip: Rate = "10/10m 50/24h"
    limit_sms_per_device: Rate = "5/10m 10/24h"
    limit_sms_overall: Rate = "30/1m 1000/24h"
    limit_sms_overall_new_devices: Rate = "27/1m 900/24h"
    limit_sms_notifications_per_mobile: Rate = "5/1h 10/24h"
    limit_sms_notifications_per_guest: Rate = "20/1h 40/24h"
    limit_sms_notifications_overall: Rate = "30/1m 500/24h"
    limit_sms_warnings_per_mobile: Rate = "3/1h 6/24h"
    limit_sms_warnings_overall: Rate = "30/1m 200/24h"
    limit_mail_link_per_user: Rate = "3/1h 10/24h"
    limit_mail_link_per_address: Rate = "3/1h 5/24h"
    limit_mail_link_per_ip: Rate = "10/1h 30/24h"
    limit_mail_link_overall: Rate = "30/1m 1000/24h"
    limit_mail_check_per_ip: Rate = "30/5m"
    limit_push_per_user: Rate = "30/1h"
    limit_code_per_mobile: Rate = "50/24h"
    limit_code_per_ip: Rate = "30/5m"
    limit_login_per_mobile_and_ip: Rate = "5/5m"
    limit_login_per_mobile: Rate = "20/5m"
    limit_login_per_device: Rate = "5/5m"
    limit_login_per_ip: Rate = "10/1m"
    limit_login_overall: Rate = "1000/5m"
    limit_register_per_ip: Rate = "20/1m"
    limit_real_name_per_user: Rate = "5/24h"
    limit_profile_per_user: Rate = "10/1m"
    limit_house_per_user: Rate = "30/1m"
    limit_draft_per_user: Rate = "60/1m"
    limit_search_per_ip: Rate = "20/4s"
    limit_suggestions_per_ip: Rate = "40/4s"
    limit_order_per_user: Rate = "10/1m"
    limit_change_per_user: Rate = "20/1h"
    limit_favourite_per_user: Rate = "60/1m"
    limit_request_per_key: Rate = "600/1m"
    limit_notification_per_user: Rate = "60/1m"
    limit_message_per_user: Rate = "30/1m 1000/24h"
    limit_thread_per_user: Rate = "20/24h"
    limit_message_image_per_user: Rate = "100/24h"
    limit_message_search_per_user: Rate = "30/1m"
    limit_report_per_user: Rate = "20/24h"
    limit_webhook_per_user: Rate = "30/1m 1000/24h"


class RequestSettings(LimitSettings):
    """Bounds of requests and connections, and the stores' deadlines."""

    http: Literal["httptools", "tornado"] = "httptools"
    body_bytes: int = Field(default=64 * 1024, ge=1024)
    body_parts: int = Field(default=20, ge=1)
    part_header_bytes: int = Field(default=1024, ge=256)
    cookie_bytes: int = Field(default=8 * 1024, ge=256)
    header_bytes: int = Field(default=32 * 1024, ge=1024)
    headers: int = Field(default=100, ge=1)
    connections: int = Field(default=2000, ge=1)
    connections_per_address: int = Field(default=200, ge=1)
    idle_seconds: float = Field(default=15, gt=0)
    body_seconds: float = Field(default=30, gt=0)
    request_seconds: float = Field(default=10, gt=0)
    upload_body_seconds: float = Field(default=60, gt=0)
    upload_seconds: float = Field(default=30, gt=0)
    lame_duck_seconds: float = Field(default=1, ge=0)
    grace_seconds: float = Field(default=15, ge=0)

    streams: int = Field(default=12_000, ge=0)
    streams_per_user: int = Field(default=6, ge=1)
    streams_per_address: int = Field(default=200, ge=1)
    stream_seconds: float = Field(default=900, gt=0)
    stream_heartbeat_seconds: float = Field(default=15, gt=0)
    stream_look_seconds: float = Field(default=5, gt=0)
    stream_session_seconds: float = Field(default=20, gt=0)

    database_pool: int = Field(default=10, ge=1)
    database_acquire_timeout: float = Field(default=1, gt=0)
    database_connect_timeout: float = Field(default=2, gt=0)
    database_query_timeout: float = Field(default=3, gt=0)
    database_deadline: float = Field(default=2.5, gt=0)
    database_read_url: str | None = None
    database_first_statement: str = ""
    database_failover_seconds: float = Field(default=0, ge=0)
    database_isolation: Literal["READ COMMITTED", "REPEATABLE READ"] = "REPEATABLE READ"
    redis_timeout: float = Field(default=0.5, gt=0)
    redis_probe_seconds: float = Field(default=1, gt=0)
    redis_replicas: int = Field(default=0, ge=0)
    redis_failover_seconds: float = Field(default=0, ge=0)
    clock_seconds: float = Field(default=10, gt=0)
    clock_wait_seconds: float = Field(default=1, gt=0)

    @field_validator("database_read_url")
    @classmethod
    def _read_database(cls, value: str | None) -> str | None:
        if value:
            connection_options(value)
        return value


class Config(RequestSettings):
    """Every setting, and what follows from several of them."""

    @property
    def production(self) -> bool:
        return self.env == "production"

    @property
    def sms_sender(self) -> str:
        """`aliyun` or `local`: the one that was named, else the local one outside production."""
        return self.sms or ("aliyun" if self.production else "local")

    @property
    def mail_sender(self) -> str:
        """`smtp` where a server is named, else `local` outside production; empty where nothing sends mails."""
        if self.smtp_url.get_secret_value():
            return "smtp"
        return "local" if not self.production and self.outbox is not None else ""

    @property
    def vapid_key(self) -> bytes | None:
        """The private key that signs Web Push: 32 bytes, None where production names none.

        Raises ValueError where `IHOME_VAPID_PRIVATE_KEY` is no key.
        """
        if text := self.vapid_private_key.get_secret_value():
            key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
            crypto.p256_point(key)
            return key
        secret = self.secret_key.get_secret_value()
        return None if self.production else crypto.p256_key(crypto.derive(secret, "web push"))

    @property
    def storage_kind(self) -> str:
        """`oss`, `qiniu` or `local`: the one that was named, else the local one outside production."""
        return self.storage or ("oss" if self.production else "local")

    @property
    def payments_kind(self) -> str:
        """`alipay` or `local`: the one that was named, else the local one outside production."""
        return self.payments or ("alipay" if self.production else "local")

    @property
    def address(self) -> str:
        """Where everybody finds ihome, without a slash at the end."""
        return self.site_url.rstrip("/") or f"http://127.0.0.1:{self.port}"

    @property
    def https(self) -> bool:
        """Whether browsers reach ihome over TLS; in production they must, since cookies are Secure."""
        return self.production or self.address.startswith("https://")

    @property
    def strict_transport(self) -> str:
        """The header Strict-Transport-Security; empty outside production."""
        return f"max-age={self.hsts_seconds}" if self.production and self.hsts_seconds else ""

    @property
    def review_kind(self) -> Literal["auto", "manual"]:
        """How new houses are approved: as was said, else by an admin in production and by themselves elsewhere."""
        return self.house_review or ("manual" if self.production else "auto")

    @property
    def outbound_limits(self) -> OutboundLimits:
        return OutboundLimits(
            connect=self.outbound_connect_timeout,
            total=self.outbound_timeout,
            failures=self.outbound_breaker_failures,
            pause=self.outbound_breaker_seconds,
            max_bytes=self.outbound_bytes,
        )

    @property
    def rates(self) -> dict[str, tuple[Window, ...]]:
        """Each limit with its windows (docs/deadlines.md): `sms_per_mobile` → 1 in 60 s, 5 in 3,600 s, …"""
        prefix = "limit_"
        names = (name for name in type(self).model_fields if name.startswith(prefix))
        return {name.removeprefix(prefix): windows(getattr(self, name)) for name in names}

    @property
    def identity_keys(self) -> dict[str, bytes]:
        """Key id → AES-256 key; the first one encrypts, all of them decrypt.

        Raises ValueError where `IHOME_IDCARD_KEYS` is not `id:base64 id:base64 …`.
        """
        keys: dict[str, bytes] = {}
        for pair in self.idcard_keys.get_secret_value().replace(",", " ").split():
            name, _, encoded = pair.partition(":")
            if not re.fullmatch(r"[A-Za-z0-9_-]{1,16}", name):
                raise ValueError("a key id is 1 to 16 letters, digits, - or _")
            keys[name] = base64.b64decode(encoded, validate=True)
            if len(keys[name]) != 32:
                raise ValueError("an AES-256 key is 32 bytes in base64")
        if not keys:
            raise ValueError("at least one key is needed")
        return keys

    def problems(self) -> list[str]:
        """What keeps these settings from serving, a line each; empty when they may."""
        return [*_gaps(self), *(_dangers(self) if self.production else ())]

    def warnings(self) -> list[str]:
        """What may serve, but not as it should."""
        found = [
            f"{name} is no setting of ihome: .env.example names them all"
            for name in sorted(os.environ)
            if name.startswith("IHOME_") and name.removeprefix("IHOME_").lower() not in type(self).model_fields
        ]
        if self.storage_kind == "oss" and (urlsplit(self.media_url).hostname or "").endswith(".aliyuncs.com"):
            found.append(
                "IHOME_MEDIA_URL is a default domain of OSS: browsers download its pictures instead of showing them"
            )
        if self.database_failover_seconds >= self.database_deadline:
            found.append("IHOME_DATABASE_FAILOVER_SECONDS is cut short: IHOME_DATABASE_DEADLINE is not longer")
        return found


def _gaps(config: Config) -> Iterator[str]:
    if not config.database_url:
        yield "IHOME_DATABASE_URL is missing: mysql://user:password@host/database"
    if not config.redis_url:
        yield "IHOME_REDIS_URL is missing: redis://host:6379/0"
    try:
        _ = config.identity_keys
    except ValueError as error:
        yield f"IHOME_IDCARD_KEYS is not `id:base64 …` of 32-byte keys: {error}"
    yield from _local_gaps(config)
    yield from _outbound_gaps(config)


def _local_gaps(config: Config) -> Iterator[str]:
    if config.sms_sender == "local" and config.outbox is None:
        yield "IHOME_OUTBOX is missing: the local SMS sender needs a directory to write to"
    if config.storage_kind == "local" and config.media is None:
        yield "IHOME_MEDIA is missing: the local storage needs a directory to write to"
    if config.payments_kind == "local" and config.outbox is None:
        yield "IHOME_OUTBOX is missing: the local payment service keeps its ledger there"


def _outbound_gaps(config: Config) -> Iterator[str]:
    if config.sms_sender == "aliyun":
        yield from _missing(config, _ALIYUN, "Aliyun's SMS service")
    if config.mail_sender == "smtp":
        yield from _mail_gaps(config)
    try:
        _ = config.vapid_key
    except ValueError:
        yield "IHOME_VAPID_PRIVATE_KEY is no key: `python -m tools.vapid` makes one"
    if config.storage_kind == "oss":
        yield from _missing(config, _OSS, "Aliyun OSS")
    if config.storage_kind == "qiniu":
        yield from _missing(config, _QINIU, "Qiniu")
    if config.storage_kind != "local" and not _names_a_bucket(config):
        yield "IHOME_MEDIA_URL is missing: https:// and the bucket's domain, or a path where a proxy serves it"
    if config.payments_kind == "alipay":
        yield from _missing(config, _ALIPAY, "Alipay")
        if not config.site_url.startswith("https://"):
            yield "IHOME_SITE_URL is missing: https:// and the domain where Alipay reaches ihome"


def _mail_gaps(config: Config) -> Iterator[str]:
    try:
        smtp_server(config.smtp_url.get_secret_value())
    except ValueError:
        yield "IHOME_SMTP_URL names no mail server: smtps://user:password@host:465 or smtp://user:password@host:587"
    try:
        sender_address(config.smtp_from)
    except ValueError as error:
        yield f"IHOME_SMTP_FROM is missing or no sender: {error}"


def _names_a_bucket(config: Config) -> bool:
    """Whether browsers can find the bucket's pictures. The default is the local storage's: a path must be said."""
    address = ("https://",) if config.production else ("https://", "http://")
    is_path = re.fullmatch(r"(/[A-Za-z0-9._-]+)+/?", config.media_url) and "media_url" in config.model_fields_set
    return config.media_url.startswith(address) or bool(is_path)


def _missing(config: Config, names: tuple[str, ...], whom: str) -> Iterator[str]:
    for name in names:
        value = getattr(config, name)
        if not (value.get_secret_value() if isinstance(value, SecretStr) else value):
            yield f"IHOME_{name.upper()} is missing: {whom} needs it"


def _dangers(config: Config) -> Iterator[str]:
    for name in ("secret_key", "password_pepper", "idcard_index_key"):
        yield from _weakness(f"IHOME_{name.upper()}", getattr(config, name).get_secret_value())
    if DEVELOPMENT_KEY in config.idcard_keys.get_secret_value():
        yield "IHOME_IDCARD_KEYS is missing or holds the key known to everyone: `openssl rand -base64 32` makes one"
    yield from _plain_origins(config)
    yield from _plain_services(config)
    if config.debug:
        yield "IHOME_DEBUG is on: it must be off in production"
    if config.sms_sender == "local":
        yield "IHOME_SMS=local writes codes to a file: production needs IHOME_SMS=aliyun"
    if config.payments_kind == "local":
        yield "IHOME_PAYMENTS=local lets everybody pay with nothing: production needs IHOME_PAYMENTS=alipay"
    if config.webhook_private:
        yield "IHOME_WEBHOOK_PRIVATE lets users send requests into your network: it must be off in production"
    if config.feed_private:
        yield "IHOME_FEED_PRIVATE lets hosts read addresses inside your network: it must be off in production"
    if config.outbox is not None:
        yield "IHOME_OUTBOX would write codes to a file: unset it in production"
    if config.bcrypt_cost < 12:
        yield "IHOME_BCRYPT_COST is below 12, which production does not allow"


def _plain_services(config: Config) -> Iterator[str]:
    if config.sms_sender == "aliyun" and not config.aliyun_sms_endpoint.startswith("https://"):
        yield "IHOME_ALIYUN_SMS_ENDPOINT is no https:// address: codes would travel in the open"
    if config.mail_sender == "smtp" and not _mails_are_safe(config):
        yield "IHOME_SMTP_URL is smtp+insecure:// for another machine: mails would travel in the open, use smtp://"
    if config.payments_kind == "alipay" and not config.alipay_gateway.startswith("https://"):
        yield "IHOME_ALIPAY_GATEWAY is no https:// address: anybody on the way could say that an order is paid"


def _mails_are_safe(config: Config) -> bool:
    try:
        server = smtp_server(config.smtp_url.get_secret_value())
    except ValueError:
        return True  # _mail_gaps names it
    return server.tls != "none" or server.host in {"127.0.0.1", "::1", "localhost"}


def _plain_origins(config: Config) -> Iterator[str]:
    for name in ("trusted_origins", "cors_origins"):
        if any(origin.startswith("http://") for origin in getattr(config, name)):
            yield f"IHOME_{name.upper()} has an http:// origin, which anybody on the way can be: use https://"


_ALIYUN = (
    "aliyun_access_key_id",
    "aliyun_access_key_secret",
    "aliyun_sms_sign_name",
    "aliyun_sms_template_register",
    "aliyun_sms_template_login",
    "aliyun_sms_template_reset",
)
_ALIPAY = ("alipay_app_id", "alipay_seller_id", "alipay_private_key", "alipay_public_key")
_OSS = ("oss_access_key_id", "oss_access_key_secret", "oss_endpoint", "oss_bucket")
_QINIU = ("qiniu_access_key", "qiniu_secret_key", "qiniu_bucket")


def _weakness(name: str, secret: str) -> Iterator[str]:
    hint = "`openssl rand -base64 48` makes one"
    if secret == DEVELOPMENT_SECRET:
        yield f"{name} is missing or the one known to everyone: {hint}"
    elif len(secret) < 32:
        yield f"{name} is shorter than 32 characters: {hint}"
    elif len(set(secret)) < 10 or re.search(r"change.?me|placeholder|example|secret.?key", secret, re.IGNORECASE):
        yield f"{name} looks like a placeholder: {hint}"


def environment(**settings: object) -> dict[str, str]:
    """The environment of this process with these settings, for a child process."""
    return os.environ | {f"IHOME_{name.upper()}": str(value) for name, value in settings.items()}


def load_servers() -> Servers:
    """Which MariaDB and Redis this process is told to use. Raises Unsafe where an address is malformed."""
    return _read(Servers)


def load() -> Config:
    """The settings of this process.

    Raises Unsafe, with a line for each setting that is malformed, missing or not fit for production.
    """
    config = _read(Config)
    if problems := config.problems():
        raise Unsafe(problems)
    return config


def _read(kind: type[S]) -> S:
    try:
        return kind()
    except ValidationError as error:
        raise Unsafe(
            [f"IHOME_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors(include_input=False)]
        ) from None
