"""Tornado's request and handler without work that an API does not need (measured in docs/performance.md).

Tornado parses the query twice, parses cookies that nobody reads, checks headers that the server itself has written,
formats the date for every answer, and computes ETags for answers that nobody may cache.
"""

import ipaddress
import re
import time
from asyncio import Future
from functools import lru_cache
from typing import Any

import tornado.locale
from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPInputError,
    HTTPServerRequest,
    RequestStartLine,
    format_timestamp,
    split_host_and_port,
)
from tornado.locale import Locale
from tornado.web import RequestHandler

from handlers.api.representation import MAX_HEADER_CHARACTERS
from utils.http import Headers

_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|(?:[A-Za-z0-9._~!$&'()*+;=-]|%[0-9A-Fa-f]{2})+)(?::([0-9]{0,5}))?")
_HOST_CHARACTERS = 260
"""The longest domain name with a port. Longer names would fill the cache."""

_ABSOLUTE = re.compile(r"https?://([^/?#]*)(.*)", re.IGNORECASE)


class FastRequest(HTTPServerRequest):
    """A request without `arguments`: handlers/api/bodies.py reads queries and bodies."""

    def __init__(self, connection: HTTPConnection, start_line: RequestStartLine, headers: HTTPHeaders) -> None:
        self.connection = connection
        self.method, self.uri, self.version = start_line
        if self.version not in ("HTTP/1.0", "HTTP/1.1"):
            raise HTTPInputError("unsupported HTTP version")
        self.headers = headers
        self.body = b""
        context: Any = getattr(connection, "context", None)
        self.remote_ip, self.protocol = context.remote_ip, context.protocol
        if "Host" in headers:
            self.host = headers["Host"]
        elif self.version == "HTTP/1.0":
            self.host = "127.0.0.1"
        else:
            raise HTTPInputError("Host is missing")
        self.host_name = _host_name(self.host)
        if not self.uri.startswith("/"):
            self._read_target()
        self.path, _, self.query = self.uri.partition("?")
        self.arguments: dict[str, list[bytes]] = {}
        self.query_arguments: dict[str, list[bytes]] = {}
        self.body_arguments: dict[str, list[bytes]] = {}
        self.files = {}
        self.server_connection = None
        self._start_time = time.time()
        self._finish_time = None

    def _read_target(self) -> None:
        """`http://host/path` as `/path` of that host (RFC 9112, section 3.2.2). Raises HTTPInputError."""
        match = _ABSOLUTE.fullmatch(self.uri)
        if match:
            self.host = self.headers["Host"] = match[1]
            self.host_name = _host_name(self.host)
            self.uri = match[2] if match[2].startswith("/") else f"/{match[2]}"
        elif (self.method, self.uri) != ("OPTIONS", "*"):
            raise HTTPInputError("the target is malformed")


@lru_cache(1024)
def _host_name(host: str) -> str:
    """RFC 9112, section 3.2. Raises HTTPInputError."""
    match = _HOST.fullmatch(host) if len(host) <= _HOST_CHARACTERS else None
    if not match or int(match[2] or 0) > 65535 or (match[1] and not _is_ipv6(match[1])):
        raise HTTPInputError("Host is malformed")
    return split_host_and_port(host.lower())[0]


def _is_ipv6(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return True


class FastHandler(RequestHandler):
    """A handler that sets few headers of its own, and computes an ETag only where `complete` does."""

    stays_open = False
    """Whether the answer goes on without this handler."""

    def clear(self) -> None:
        self._vary: dict[str, None] = {}
        self._headers = Headers()
        self._headers["Content-Type"] = "text/html; charset=UTF-8"
        self._headers["Date"] = _date(int(time.time()))
        self.set_default_headers()
        self._write_buffer = []
        self.set_status(200)

    def vary(self, *names: str) -> None:
        """Say in the header Vary that the answer depends on these headers of the request."""
        self._vary |= dict.fromkeys(names)

    def finish(self, chunk: Any = None) -> "Future[None]":
        if self.stays_open:
            sent: Future[None] = Future()
            sent.set_result(None)
            return sent
        if chunk is not None:
            self.write(chunk)
        if not self._headers_written:
            self.complete()
            if self._vary:
                self._headers["Vary"] = ", ".join(self._vary)
        return super().finish()

    def complete(self) -> None:
        """A hook: called when the answer is complete, and nothing of it is sent yet."""

    def set_etag_header(self) -> None:
        """Do nothing: `complete` sets ETags."""

    def check_etag_header(self) -> bool:
        return "If-None-Match" in self.request.headers and super().check_etag_header()

    def get_cookie(self, name: str, default: Any = None) -> Any:
        """The first cookie of this name (RFC 6265, section 4.2). Our own cookies are never quoted."""
        if "Cookie" in self.request.headers:
            for pair in self.request.headers["Cookie"].split(";"):
                key, _, value = pair.partition("=")
                if key.strip() == name:
                    return value.strip()
        return default

    def get_browser_locale(self, default: str = "zh_CN") -> Locale:
        headers = self.request.headers
        if "Accept-Language" not in headers:
            return tornado.locale.get(default)
        if len(headers["Accept-Language"]) > MAX_HEADER_CHARACTERS:
            headers["Accept-Language"] = headers["Accept-Language"][:MAX_HEADER_CHARACTERS].rpartition(",")[0]
        return super().get_browser_locale(default)


@lru_cache(1)
def _date(second: int) -> str:
    return format_timestamp(second)
