"""Answers to bytes: status line, headers, and the body in its framing (RFC 9112, sections 6 and 7)."""

from enum import StrEnum
from http import HTTPStatus

from tornado.httputil import HTTPHeaders, HTTPOutputError

from utils.http.llhttp import Head

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
"""Asks the client for its body (RFC 9110, section 15.2.1)."""

_BODILESS = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)


def refusal(status: HTTPStatus, request_id: str) -> bytes:
    """An answer to a message that the application never sees."""
    lines = (
        f"HTTP/1.1 {status.value} {status.phrase}",
        "Connection: close",
        "Content-Length: 0",
        f"X-Request-Id: {request_id}",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


class Framing(StrEnum):
    """How a client finds the end of an answer's body."""

    LENGTH = "after as many bytes as Content-Length says; at once where the answer has no body"
    CHUNKED = "after the last chunk"
    UNTIL_CLOSE = "where the connection ends"


class AnswerWriter:
    """Writes the answer to one request, and counts the bytes of its body against Content-Length."""

    def __init__(self, head: Head) -> None:
        self.keeps_alive = head.keeps_alive
        """Whether the connection stays open behind this answer."""
        self._head = head
        self._framing = Framing.UNTIL_CLOSE
        self._left = 0

    def begin(self, code: int, reason: str, headers: HTTPHeaders, chunk: bytes) -> bytes:
        """The head and the first bytes of the body. Adds Connection and Transfer-Encoding to `headers`.

        Raises HTTPOutputError for more bytes than Content-Length, ValueError for a header with a line break.
        """
        self._frame(code, headers)
        if headers.get("Connection") == "close":
            self.keeps_alive = False
        elif not self.keeps_alive:
            headers["Connection"] = "close"
        elif self._head.version == "HTTP/1.0":
            headers["Connection"] = "keep-alive"
        lines = [f"HTTP/1.1 {code} {reason}", *[f"{name}: {value}" for name, value in headers.get_all()]]
        head = "\r\n".join(lines)
        if head.count("\n") != len(lines) - 1 or head.count("\r") != len(lines) - 1:
            raise ValueError("a header has a line break in it")
        return f"{head}\r\n\r\n".encode("latin-1") + self.body(chunk)

    def body(self, chunk: bytes) -> bytes:
        """More of the body. Raises HTTPOutputError for more bytes than Content-Length."""
        if self._framing is Framing.LENGTH:
            self._left -= len(chunk)
            if self._left < 0:
                raise HTTPOutputError("more bytes than Content-Length")
        elif self._framing is Framing.CHUNKED and chunk:
            return b"%x\r\n%b\r\n" % (len(chunk), chunk)
        return chunk

    def end(self) -> bytes:
        """The end of the body. Raises HTTPOutputError for fewer bytes than Content-Length."""
        if self._left:
            raise HTTPOutputError(f"{self._left} bytes fewer than Content-Length")
        return b"0\r\n\r\n" if self._framing is Framing.CHUNKED else b""

    def _frame(self, code: int, headers: HTTPHeaders) -> None:
        length = headers.get("Content-Length")
        if code in _BODILESS or self._head.method == "HEAD":
            self._framing = Framing.LENGTH
        elif length is not None:
            self._framing, self._left = Framing.LENGTH, int(length)
        elif self._head.version == "HTTP/1.1":
            self._framing = Framing.CHUNKED
            headers["Transfer-Encoding"] = "chunked"
        else:
            self.keeps_alive = False
