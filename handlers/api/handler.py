"""ApiHandler: every request's way in and out."""

import asyncio
import hashlib
import re
import time
from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import cached_property
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import structlog
import tornado.locale
from tornado.locale import Locale
from tornado.web import HTTPError, RequestHandler, stream_request_body

from handlers.accounts import forms as account_forms
from handlers.accounts.views import yuan
from handlers.api import bodies, representation
from handlers.api.routing import COMMAS, SHARED, Route, Site, Upload
from handlers.api.session import SessionMixin
from handlers.api.surfaces import HTML, Payload
from models.orders.idempotency import IdempotencyKey
from models.types import UserId
from services.deps import Deps, Visitor
from services.errors import (
    BadParameters,
    BodyTooLarge,
    CrossSite,
    DatabaseError,
    Message,
    MethodNotAllowed,
    NoSuchPath,
    NotSignedIn,
    Overloaded,
    Refusal,
    ServerError,
)
from services.orders.transitions import RequestContext
from utils import client_ip, metrics, mysql, redis
from utils import log as logs
from utils.sessions import Session

log = structlog.get_logger()
_FORM_BYTES = 16 * 1024
"""What a form may add to the file that it carries."""


@stream_request_body
class ApiHandler(SessionMixin):
    """One request. Its row of ROUTES says who may make it, and which endpoint answers."""

    application: Site

    def initialize(self, row: Route, path_fields: bodies.Fields) -> None:
        self.row = row
        self.errno = 0
        self._path_fields = path_fields
        self._names_sent: Mapping[str, str] = {}
        self._body = bytearray()
        self._refusal: Exception | None = None
        self._started = time.perf_counter()
        self.application.active += 1
        self._counted = True

    @cached_property
    def request_id(self) -> str:
        return self.application.new_request_id()

    @property
    def deps(self) -> Deps:
        deps: Deps = self.settings["deps"]
        return deps

    @property
    def visitor(self) -> Visitor:
        forwarded = self.request.headers.get("X-Forwarded-For", "")
        peer = self.request.remote_ip or ""
        address = client_ip.client_address(peer, forwarded, self.settings["trusted_proxies"])
        return Visitor(client_ip.bucket(address), self.request.headers.get("User-Agent", "")[:200], self.device_cookie)

    @property
    def signed_in(self) -> Session:
        """The session of a route that is not PUBLIC."""
        if self.session is None:
            raise NotSignedIn
        return self.session

    @property
    def asked(self) -> RequestContext:
        """Who asks for a change, on a route that is not PUBLIC."""
        return RequestContext(UserId(self.signed_in.user_id), self.request_id)

    @property
    def once(self) -> IdempotencyKey | None:
        """What the header Idempotency-Key asks for, on a route that is ONCE. Raises BadParameters."""
        key = self.request.headers.get("Idempotency-Key")
        if key is None:
            return None
        if not 1 <= len(key) <= 255 or not key.isprintable():
            raise BadParameters(fields={"Idempotency-Key": ("应为 1 到 {max} 个可见字符", {"max": 255})})
        route = hashlib.sha256(f"{self.row.verb} {self.row.path} {key}".encode())
        return IdempotencyKey(route.digest(), hashlib.sha256(self._body).digest())

    async def viewer(self) -> Session | None:
        """Who looks at a PUBLIC page, if that can be known: browsing goes on without Redis."""
        if self.session is None:
            with suppress(redis.RedisUnavailable):
                await self.load_session()
        return self.session

    # -- in

    async def prepare(self) -> None:
        """Who is refused hears so once their body was read: a connection closed with unread bytes is reset instead."""
        logs.REQUEST_ID.set(self.request_id)
        if self._announced_bytes() > self.settings["drained_bytes"]:
            raise BodyTooLarge
        if self.row.upload:
            cast(Any, self.request.connection).set_body_timeout(self.settings["upload_body_seconds"])
        try:
            await self._admit()
        except Exception as refusal:
            self._refusal = refusal

    async def _admit(self) -> None:
        if len(self.request.headers.get("Cookie", "")) > (max_length := self.settings["cookie_bytes"]):
            raise BadParameters(fields={"Cookie": ("不可超过 {max} 字节", {"max": max_length})})
        if self.row.changes and self._from_another_site():
            raise CrossSite
        if not self.row.public:
            await self.load_session()
            if self.session is None:
                raise NotSignedIn

    def _from_another_site(self) -> bool:
        return bool(self._check_cross_origin(self.check_trusted_origin))

    def _origin_matches_host(self, origin: str) -> bool:
        """Scheme included, which Tornado leaves out: what came without TLS may have been written by anybody."""
        return origin.lower() == f"{self._scheme}://{self.request.host.lower()}"

    @property
    def _scheme(self) -> str:
        """How browsers reach this site."""
        if self.settings["https"]:
            return "https"
        forwarded = self.request.headers.get("X-Forwarded-Proto", "").rpartition(",")[2].strip().lower()
        trusted = client_ip.is_in(self.request.remote_ip or "", self.settings["trusted_proxies"])
        return forwarded if trusted and forwarded else self.request.protocol

    def _announced_bytes(self) -> int:
        length = self.request.headers.get("Content-Length", "0")
        if not re.fullmatch(r"[0-9]{1,15}", length):
            raise BadParameters("Content-Length 格式错误")
        return int(length)

    def data_received(self, chunk: bytes) -> None:
        if self._refusal is not None:
            return
        if len(self._body) + len(chunk) > self._max_bytes():
            self._refusal = BodyTooLarge()
        else:
            self._body += chunk

    async def answer(self, *_: object) -> None:
        """Every verb of every route: run the row's endpoint, in time."""
        if self._refusal is not None:
            raise self._refusal
        if self.request.method == "OPTIONS" and self.row.allowed and self._is_named_origin():
            self._reply_to_preflight()
            return
        if self.request.method == "HEAD" and self.row.verb == "GET" and self.row.has_effect:
            self._head_without_effect()
            return
        try:
            async with asyncio.timeout(self.settings["upload_seconds" if self.row.upload else "request_seconds"]):
                form = self.row.form
                await (self.row.endpoint(self) if form is None else self.row.endpoint(self, await self.read(form)))
        except TimeoutError:
            raise Overloaded from None

    def _head_without_effect(self) -> None:
        """What GET would answer is not made, so its length is not known (RFC 9110, section 8.6)."""
        self.set_header("Content-Type", self.row.answers)
        self.flush()

    def _reply_to_preflight(self) -> None:
        self.set_status(HTTPStatus.NO_CONTENT)
        self.clear_header("Content-Type")
        self.set_header("Access-Control-Allow-Methods", ", ".join(self.row.allowed))
        self.set_header("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key")
        self.set_header("Access-Control-Max-Age", "600")

    get = post = put = delete = patch = head = options = answer

    async def read(self, form: type[account_forms.F]) -> account_forms.F:
        """What was asked, from path and query or body. Raises BadParameters with every wrong field."""
        sent = account_forms.prefer_path(form, self._fields_sent(account_forms.lists(form)), self._path_fields)
        self._names_sent = account_forms.names_sent(form, sent)
        return await account_forms.check(form, self.deps, sent)

    def _fields_sent(self, lists: Collection[str]) -> bodies.Fields:
        if self.row.verb == "GET":
            text = self.request.query
            return bodies.query(text, "," if COMMAS in self.row.rules and "&" not in text else "&", lists)
        content_type = self.request.headers.get("Content-Type", "")
        return bodies.body(bytes(self._body), content_type, self.settings["multipart"], lists)

    def _max_bytes(self) -> int:
        """How large the body may be."""
        if self.row.upload:
            return int(self.settings[self.row.upload.setting]) + _FORM_BYTES
        return int(self.settings["body_bytes"])

    def read_file(self) -> bytes:
        """The file of the row's field; where there is none of its names, the only file. Raises BadParameters."""
        upload = cast(Upload, self.row.upload)
        content_type = self.request.headers.get("Content-Type", "")
        files = bodies.files(bytes(self._body), content_type, self.settings["multipart"])
        named = [content for name, content in files if name in upload.names] or [content for _, content in files]
        if len(named) != 1:
            raise BadParameters(fields={upload.names[0]: "请选择一个文件"})
        if len(named[0]) > self.settings[upload.setting]:
            raise BodyTooLarge
        return named[0]

    def url(self, name: str | None) -> str | None:
        """Where an object is found."""
        return None if name is None else self.deps.storage.url(name)

    # -- out

    def set_default_headers(self) -> None:
        headers = self._headers
        headers["X-Request-Id"] = self.request_id
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Cache-Control"] = "no-store"
        if self.settings["strict_transport"]:
            headers["Strict-Transport-Security"] = self.settings["strict_transport"]
        if self.application.draining:
            headers["Connection"] = "close"
        if self._is_named_origin():
            self.set_header("Access-Control-Allow-Origin", self.request.headers["Origin"])
            self.set_header("Access-Control-Allow-Credentials", "true")
            self.set_header("Access-Control-Expose-Headers", "X-Request-Id, Retry-After")
        if self.settings["cors_origins"]:
            self.vary("Origin")

    def _is_named_origin(self) -> bool:
        """Whether a page of an origin that is named for CORS asks; no other origin is ever sent back."""
        return self.request.headers.get("Origin") in self.settings["cors_origins"]

    def reply(self, payload: Payload = Payload(), text: str = "OK") -> None:  # noqa: B008  a frozen value
        self._write(0, text if text == "OK" else self.say(text), payload)

    def reply_cacheable(self, payload: Payload, seconds: int) -> None:
        """What is the same for everybody and seldom changes."""
        self.set_header("Cache-Control", f"public, max-age={seconds}")
        self.reply(payload)

    def reply_document(self, document: bytes, content_type: str) -> None:
        """Without an envelope."""
        self.set_header("Cache-Control", "public, max-age=3600")
        self.set_header("Content-Type", content_type)
        self.write(document)

    def complete(self) -> None:
        """Name and compress an answer that is SHARED. What a viewer gets who is signed in is neither: a compressed
        answer with a secret and a stranger's text in it tells the secret by its length (BREACH)."""
        if SHARED not in self.row.rules or self.errno or self.get_status() != HTTPStatus.OK:
            return
        self.vary("Accept-Encoding")
        if self.session is None:
            self._share(b"".join(self._write_buffer))

    def _share(self, body: bytes) -> None:
        headers = self._headers
        headers["Etag"] = representation.etag(body)
        if headers["Cache-Control"] == "no-store":
            headers["Cache-Control"] = "no-cache"
        if self.check_etag_header():
            self._write_buffer = []
            self.set_status(HTTPStatus.NOT_MODIFIED)
        elif "Accept-Encoding" in self.request.headers:
            coding, body = representation.encode(body, self.request.headers["Accept-Encoding"])
            if coding:
                headers["Content-Encoding"] = coding
            self._write_buffer = [body]

    def reply_bytes(self, content: bytes) -> None:
        """As the row says, without an envelope."""
        self.set_header("Content-Type", self.row.answers)
        self.write(content)

    def reply_page(self, template: str, policy: str | None = None, **values: Any) -> None:
        """A page for browsers; `policy` is its Content-Security-Policy, where it needs one of its own."""
        self._announce_page(policy)
        self.write(self.render_string(template, **values))

    def _announce_page(self, policy: str | None = None) -> None:
        policy = policy or f"default-src 'self'; img-src 'self' data: blob: {self.settings['media_origin']}"
        self.set_header(
            "Content-Security-Policy", f"{policy}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        )
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Content-Type", HTML)

    def get_template_namespace(self) -> dict[str, Any]:
        """What every page and every part of one may use."""
        known = {"asset": self.settings["asset"], "viewer": self.session, "yuan": yuan}
        return super().get_template_namespace() | known | {"lang": self.locale.code.replace("_", "-")}

    def get_user_locale(self) -> Locale | None:
        """What the reader chose at the foot of a page."""
        self.vary("Cookie", "Accept-Language")
        chosen = self.get_cookie("lang")
        return tornado.locale.get(chosen) if chosen in ("zh_CN", "en") else None

    def _write(self, errno: int, text: str, payload: Payload) -> None:
        self.errno = errno
        surface = self.row.surface
        self.set_header("Content-Type", surface.content_type)
        self.write(surface.body(self.render_string, errno, text, payload))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = kwargs["exc_info"][1] if "exc_info" in kwargs else None
        refusal = _as_refusal(error, status_code)
        data: dict[str, Any] = dict(refusal.data)
        if refusal.reason:
            data["reason"] = refusal.reason
        if refusal.fields:
            data["fields"] = {self._names_sent.get(name, name): self.say(said) for name, said in refusal.fields.items()}
        if refusal.status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
            data["retry_after"] = refusal.retry_after or 1
            self.set_header("Retry-After", str(data["retry_after"]))
        if isinstance(refusal, ServerError):
            data["request_id"] = self.request_id
        if isinstance(refusal, MethodNotAllowed):
            self.set_header("Allow", ", ".join(self.row.allowed))
        if self.row.surface.content_type == HTML:
            self._announce_page()
        if self.row.surface.sign_in and isinstance(refusal, NotSignedIn):
            self.redirect(f"{self.row.surface.sign_in}?next={quote(self.request.uri or '/', safe='')}")
            return
        self.set_status(self.row.surface.status(refusal))
        self._write(refusal.errno, self.say(refusal.text), Payload(data))
        self.finish()

    def say(self, said: Message) -> str:
        """In the reader's language."""
        template, values = (said, {}) if isinstance(said, str) else said
        return self.locale.translate(template).format(**values)

    def log_exception(self, typ: type[BaseException] | None, value: BaseException | None, tb: Any) -> None:
        if isinstance(value, mysql.DatabaseUnavailable | mysql.StatementFailed | redis.RedisUnavailable):
            log.warning("dependency_failed", error=_kind(value), route=self.row.path)
        elif not isinstance(value, Refusal | HTTPError):
            log.error("unexpected", exc_info=(typ, value, tb), route=self.row.path)

    def on_finish(self) -> None:
        seconds = time.perf_counter() - self._started
        metrics.requests(self.row.path, self.get_status()).observe(seconds)
        self._leave()

    def on_connection_close(self) -> None:
        super().on_connection_close()
        self._leave()

    def _leave(self) -> None:
        if self._counted:
            self._counted = False
            self.application.active -= 1

    @property
    def elapsed_ms(self) -> float:
        return round((time.perf_counter() - self._started) * 1000, 1)


def log_request(handler: RequestHandler) -> None:
    """One line a request: nothing of what was sent, since a path may hold a mobile and a query a code."""
    if not isinstance(handler, ApiHandler):
        return
    logs.access(
        request_id=handler.request_id,
        verb=handler.request.method,
        route=handler.row.path,
        status=handler.get_status(),
        errno=handler.errno,
        ms=handler.elapsed_ms,
        user_id=handler.session.user_id if handler.session else None,
    )


def _kind(error: BaseException) -> str:
    """Our own errors say what happened and quote nobody; a client library's text may."""
    return type(error).__name__ if isinstance(error, redis.RedisUnavailable) else f"{type(error).__name__}: {error}"


_BY_STATUS: dict[int, type[Refusal]] = {
    HTTPStatus.NOT_FOUND: NoSuchPath,
    HTTPStatus.METHOD_NOT_ALLOWED: MethodNotAllowed,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: BodyTooLarge,
}


def _as_refusal(error: BaseException | None, status: int) -> Refusal:
    """What went wrong, in the words of the code table; `status` is Tornado's, for errors of its own."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, mysql.DatabaseUnavailable | mysql.StatementFailed | redis.RedisUnavailable):
        return DatabaseError()
    fallback = BadParameters if status < HTTPStatus.INTERNAL_SERVER_ERROR else ServerError
    return _BY_STATUS.get(status, fallback)()
