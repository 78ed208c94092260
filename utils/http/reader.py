"""Bytes to requests. Pure: it takes bytes and gives heads and pieces of bodies, or raises Malformed.

llhttp gets the head of a message whole. Bodies are read here, so that all bytes outside the body count against one
bound.
"""

import re
from http import HTTPStatus
from typing import NamedTuple

from utils.http.bounds import Bounds
from utils.http.chunks import ChunkedBody
from utils.http.llhttp import Head, HeadParser
from utils.http.malformed import Malformed

_PIECE = 16 * 1024
"""The largest piece of a body, in bytes: what is read ahead of the application has a bound."""

_LENGTH_DIGITS = 15
"""The longest Content-Length: llhttp reads leading zeros without end."""

_BARE_LF = re.compile(rb"(?<!\r)\n")


class Piece(NamedTuple):
    """A piece of a body. The last one may be empty."""

    data: bytes
    is_last: bool


class SizedBody:
    """A body whose length in bytes the head announces."""

    def __init__(self, length: int) -> None:
        self._left = length

    @property
    def complete(self) -> bool:
        """Whether all announced bytes were read."""
        return not self._left

    def read(self, data: bytes, at: int, limit: int) -> tuple[bytes, int]:
        """As ChunkedBody.read."""
        piece = data[at : at + min(self._left, limit)]
        self._left -= len(piece)
        return piece, at + len(piece)


class Reader:
    """The requests in the bytes of one client."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._parser = HeadParser(bounds.headers)
        self._received, self._at = b"", 0
        """The bytes that have come, and up to where they are read."""
        self._searched = 0
        """The first bytes of an unfinished head that contain no end of it; they are not searched again."""
        self._body: SizedBody | ChunkedBody | None = None
        """The body of the last head, until its end is read."""
        self._body_bytes = 0

    @property
    def unread(self) -> bool:
        """Whether bytes have come that are not read."""
        return self._at < len(self._received)

    def feed(self, data: bytes) -> None:
        """Add bytes that the client has sent."""
        self._received, self._at = self._received[self._at :] + data, 0

    def drop(self) -> None:
        """Forget the unread bytes."""
        self._received, self._at = b"", 0

    def read(self) -> Head | Piece | None:
        """The next head, or the next piece of its body while `has_body`; None if more bytes are needed.

        Raises Malformed.
        """
        return self._read_head() if self._body is None else self._read_body(self._body)

    @property
    def has_body(self) -> bool:
        """Whether a body follows the last head, and its end is not read."""
        return self._body is not None

    def _read_head(self) -> Head | None:
        """From the request line to the empty line, once all of it has come. Raises Malformed."""
        data, start, limit = self._received, self._at, self._bounds.header_bytes
        line = start + 2 if data.startswith(b"\r\n", start) else start
        end = data.find(b"\r\n\r\n", max(line, start + self._searched - 3), start + limit) + 4
        if end < 4:
            self._check_unfinished_head(line)
            if len(data) - start >= limit:
                raise Malformed(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
            self._searched = len(data) - start
            return None
        self._searched = 0
        head = self._parser.parse(data[line:end])
        self._at = end
        self._frame(head, limit - (end - start))
        return head

    def _check_unfinished_head(self, line: int) -> None:
        """Raises Malformed at once where waiting for the rest is no use: TLS, or a client that ends lines with LF."""
        first = self._received[line : line + 1]
        if first not in (b"", b"\r") and not b"A" <= first <= b"Z":
            raise Malformed
        if _BARE_LF.search(self._received, max(line, self._at + self._searched)):
            raise Malformed

    def _frame(self, head: Head, framing_bytes: int) -> None:
        """Find out where the body ends (RFC 9112, section 6.3). Raises Malformed."""
        if "Transfer-Encoding" in head.headers:
            if head.version == "HTTP/1.0" or head.headers["Transfer-Encoding"].lower() != "chunked":
                raise Malformed
            self._body = ChunkedBody(framing_bytes)
        elif "Content-Length" in head.headers:
            length = head.headers["Content-Length"]
            if len(length) > _LENGTH_DIGITS:
                raise Malformed
            self._body = SizedBody(int(length)) if int(length) else None
        if self._body is not None:
            self._body_bytes = 0
            self._parser.renew()

    def _read_body(self, body: SizedBody | ChunkedBody) -> Piece | None:
        """Raises Malformed."""
        data, self._at = body.read(self._received, self._at, _PIECE)
        self._body_bytes += len(data)
        if self._body_bytes > self._bounds.body_bytes:
            raise Malformed(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if body.complete:
            self._body = None
            return Piece(data, is_last=True)
        return Piece(data, is_last=False) if data else None
