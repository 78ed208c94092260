"""Reads a message body in chunks (RFC 9112, section 7.1).

llhttp reads chunks as well, but does not count the bytes outside the body; those need a bound.
"""

import re
from enum import Enum, auto
from http import HTTPStatus

from utils.http.malformed import Malformed

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,16})(?:;[\t\x20-\x7e\x80-\xff]*)?\r\n")
_TRAILER = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[\t\x20-\x7e\x80-\xff]*\r\n")


class _Next(Enum):
    SIZE = auto()
    DATA = auto()
    DATA_END = auto()
    TRAILER = auto()
    NOTHING = auto()


class ChunkedBody:
    """One body. Extensions and trailers are checked and dropped.

    `framing_bytes` bounds the bytes outside the body: sizes, extensions, line ends and trailers.
    """

    def __init__(self, framing_bytes: int) -> None:
        self._framing_left = framing_bytes
        self._next = _Next.SIZE
        self._left = 0
        self._searched = 0
        """The first bytes of an unfinished line that contain no end of it; they are not searched again."""

    @property
    def complete(self) -> bool:
        """Whether the last chunk and the trailers were read."""
        return self._next is _Next.NOTHING

    def read(self, data: bytes, at: int, limit: int) -> tuple[bytes, int]:
        """The body in `data` from `at` on, at most `limit` bytes of it, and the place where reading stopped.

        Reading stops at the end of the body or before an unfinished line. Raises Malformed.
        """
        pieces: list[bytes] = []
        while limit and not self.complete:
            if self._next is _Next.DATA:
                piece = data[at : at + min(self._left, limit)]
                end = at + len(piece)
                self._left -= len(piece)
                self._next = _Next.DATA if self._left else _Next.DATA_END
                limit -= len(piece)
                pieces.append(piece)
            else:
                end = self._read_line(data, at)
                self._count(end - at)
            if end == at:
                self._check_unfinished(data, at)
                break
            at = end
        return b"".join(pieces), at

    def _read_line(self, data: bytes, at: int) -> int:
        """Where the line at `at` ends; `at` where its end has not arrived. Raises Malformed."""
        if data.find(b"\n", at + self._searched) < 0:
            self._searched = len(data) - at
            return at
        self._searched = 0
        if self._next is _Next.SIZE:
            match = _CHUNK.match(data, at)
            if match:
                self._left = int(match[1], 16)
                self._next = _Next.DATA if self._left else _Next.TRAILER
        elif data.startswith(b"\r\n", at):
            self._next = _Next.SIZE if self._next is _Next.DATA_END else _Next.NOTHING
            return at + 2
        else:
            match = _TRAILER.match(data, at) if self._next is _Next.TRAILER else None
        if match is None:
            raise Malformed
        return match.end()

    def _check_unfinished(self, data: bytes, at: int) -> None:
        """Raises Malformed where the rest is too long for a line, or stands in place of a chunk's end."""
        if self._next is _Next.DATA_END and data[at : at + 2] not in (b"", b"\r"):
            raise Malformed
        if self._next is not _Next.DATA and len(data) - at > self._framing_left:
            raise Malformed(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def _count(self, framing_bytes: int) -> None:
        self._framing_left -= framing_bytes
        if self._framing_left < 0:
            raise Malformed(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
