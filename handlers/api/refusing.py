"""Answers a request whose endpoint, or a check before it, raised an exception."""

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import structlog
from tornado.web import HTTPError

from handlers.api.answering import Answering
from handlers.api.surfaces import HTML
from services.errors import (
    BadParameters,
    BodyTooLarge,
    DatabaseError,
    InsufficientScope,
    InvalidToken,
    MethodNotAllowed,
    NoSuchPath,
    NotSignedIn,
    Refusal,
    ServerError,
    WrongRole,
)
from utils.mysql import DatabaseUnavailable, StatementFailed
from utils.redis import RedisUnavailable

log = structlog.get_logger()

_STORE_ERRORS = (DatabaseUnavailable, StatementFailed, RedisUnavailable)
_BY_STATUS: dict[int, type[Refusal]] = {
    HTTPStatus.NOT_FOUND: NoSuchPath,
    HTTPStatus.METHOD_NOT_ALLOWED: MethodNotAllowed,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: BodyTooLarge,
}
_RETRYABLE = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


class Refusing(Answering):
    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = kwargs["exc_info"][1] if "exc_info" in kwargs else None
        refusal = _as_refusal(error, status_code)
        if self.route.surface.sign_in and isinstance(refusal, NotSignedIn):
            self.redirect(f"{self.route.surface.sign_in}?next={quote(self.request.uri or '/', safe='')}")
            return
        data = self._data_of(refusal)
        if isinstance(refusal, InvalidToken):
            self.set_header("WWW-Authenticate", 'Bearer error="invalid_token"')  # RFC 6750, section 3
        if isinstance(refusal, InsufficientScope):
            scope = f', scope="{self.route.scope}"' if self.route.scope else ""
            self.set_header("WWW-Authenticate", f'Bearer error="insufficient_scope"{scope}')
        if isinstance(refusal, MethodNotAllowed):
            self.set_header("Allow", ", ".join(self.route.allowed))
        self.set_status(self.route.surface.status(refusal))
        if self.route.surface.content_type == HTML:
            self.errno = refusal.errno
            self._announce_page()
            shown = {"errmsg": self.translate(refusal.text), "is_closed": isinstance(refusal, WrongRole)}
            self.write(self.render_string("error.html", status=self.get_status(), data=data, **shown))
        else:
            self.write_enveloped(refusal.errno, refusal.text, data)
        self.finish()

    def _data_of(self, refusal: Refusal) -> dict[str, Any]:
        data: dict[str, Any] = dict(refusal.data)
        if refusal.reason:
            data["reason"] = refusal.reason
        if refusal.fields:
            data["fields"] = {self.names_sent.get(name, name): self.translate(m) for name, m in refusal.fields.items()}
        if refusal.status in _RETRYABLE:
            data["retry_after"] = refusal.retry_after or 1
            self.set_header("Retry-After", str(data["retry_after"]))
        if isinstance(refusal, ServerError):
            data["request_id"] = self.request_id
        return data

    def log_exception(self, typ: type[BaseException] | None, value: BaseException | None, tb: Any) -> None:
        if isinstance(value, _STORE_ERRORS):
            log.warning("dependency_failed", error=_describe(value), route=self.route.path)
        elif not isinstance(value, Refusal | HTTPError):
            log.error("unexpected", exc_info=(typ, value, tb), route=self.route.path)


def _describe(error: BaseException) -> str:
    """A text for the log. The text of RedisUnavailable is left out: it is the client library's, and may quote data."""
    return type(error).__name__ if isinstance(error, RedisUnavailable) else f"{type(error).__name__}: {error}"


def _as_refusal(error: BaseException | None, status: int) -> Refusal:
    """The refusal to answer for an exception; `status` is Tornado's status for an error of its own."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, _STORE_ERRORS):
        return DatabaseError()
    fallback = BadParameters if status < HTTPStatus.INTERNAL_SERVER_ERROR else ServerError
    return _BY_STATUS.get(status, fallback)()
