"""Reads the head of a request, from the request line to the empty line, with llhttp (through httptools).

This file alone knows httptools. It depends on a detail that httptools does not document: an exception in a callback
arrives as the `__context__` of the error that `feed_data` raises. A test names the version in which that is true.
"""

from http import HTTPStatus
from typing import NamedTuple

import httptools

from utils.http.headers import Headers
from utils.http.malformed import Malformed

_NAME_BYTES = 256
"""The longest name of a header: Tornado's table of the latest thousand names has no bound in bytes."""

_VERSIONS = ("1.0", "1.1")


class Head(NamedTuple):
    """The head of one request."""

    method: str
    target: str
    version: str
    """"HTTP/1.0" or "HTTP/1.1"."""
    headers: Headers
    keeps_alive: bool
    """Whether the client may send another request behind this one."""


class HeadParser:
    """Parses the heads of one connection, one after the other."""

    def __init__(self, max_headers: int) -> None:
        self._max_headers = max_headers
        self.renew()

    def renew(self) -> None:
        """Expect a head next: after the head of a message with a body, llhttp expects that."""
        self._llhttp = httptools.HttpRequestParser(self)

    def parse(self, data: bytes) -> Head:
        """`data` is one head, with its empty line. Raises Malformed."""
        self._method = self._target = self._version = ""
        self._headers, self._lines = Headers(), 0
        try:
            self._llhttp.feed_data(data)
        except httptools.HttpParserUpgrade:  # ihome speaks no other protocol, so it ignores the wish
            self.renew()
        except httptools.HttpParserError as error:
            raise error.__context__ if isinstance(error.__context__, Malformed) else Malformed from None
        line = f"{self._method} {self._target} {self._version}\r\n".encode("latin-1")
        if not data.startswith(line):  # llhttp reads two spaces, and RTSP/1.0, as well
            raise Malformed
        return Head(self._method, self._target, self._version, self._headers, self._keeps_alive)

    # -- what llhttp calls

    def on_url(self, url: bytes) -> None:
        self._target += url.decode("latin-1")

    def on_header(self, name: bytes, value: bytes) -> None:
        self._lines += 1
        if self._lines > self._max_headers or len(name) > _NAME_BYTES:
            raise Malformed(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        self._headers.read(name.decode("latin-1"), value.rstrip(b" \t").decode("latin-1"))  # llhttp leaves some

    def on_headers_complete(self) -> None:
        version = self._llhttp.get_http_version()
        if self._version or version not in _VERSIONS:
            raise Malformed
        self._version = f"HTTP/{version}"
        self._method = self._llhttp.get_method().decode("latin-1")
        self._keeps_alive = self._llhttp.should_keep_alive()
