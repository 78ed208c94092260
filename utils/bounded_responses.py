"""Bounds for the answers of outbound services, in clients that otherwise read a whole body, however long or slow."""

import io
import time
from collections.abc import Callable
from typing import Any

from requests import PreparedRequest, RequestException, Response
from requests.adapters import HTTPAdapter

from utils.outbound import OutboundLimits

_CHUNK_BYTES = 16 * 1024


class ResponseTooLarge(RequestException):
    """The body is longer than the limit, or took longer than the limit to arrive."""


def read_bounded(read: Callable[[int], bytes], limits: OutboundLimits) -> bytes:
    """The whole body. `read` returns the bytes that have arrived, at most its argument. Raises ResponseTooLarge."""
    content, ends = b"", time.monotonic() + limits.total
    while chunk := read(_CHUNK_BYTES):
        content += chunk
        if len(content) > limits.max_bytes or time.monotonic() > ends:
            raise ResponseTooLarge
    return content


class BoundedAdapter(HTTPAdapter):
    """An adapter of requests, for clients that are built on it. Its `send` raises ResponseTooLarge."""

    def __init__(self, limits: OutboundLimits) -> None:
        self._limits = limits
        super().__init__()

    def send(self, request: PreparedRequest, *args: Any, **options: Any) -> Response:
        """As requests does, but the body of the answer is bounded. Raises ResponseTooLarge."""
        response = super().send(request, *args, **options)
        raw = response.raw
        try:
            body = read_bounded(lambda size: bytes(raw.read1(size, decode_content=True)), self._limits)
        except BaseException:
            raw.close()
            raise
        raw.release_conn()
        response.raw = io.BytesIO(body)
        return response
