"""Answers of outbound services, through clients that would read them whole, however long or slow they are."""

import io
import time
from collections.abc import Callable
from typing import Any

from requests import PreparedRequest, RequestException, Response
from requests.adapters import HTTPAdapter

from utils.outbound import OutboundLimits

_PIECE = 16 * 1024


class ResponseTooLarge(RequestException):
    """The answer's body has more bytes than are read, or takes longer to come."""


def read_bounded(read: Callable[[int], bytes], patience: OutboundLimits) -> bytes:
    """What `read`, which returns what there is, gives until its end. Raises ResponseTooLarge."""
    content, ends = b"", time.monotonic() + patience.total
    while piece := read(_PIECE):
        content += piece
        if len(content) > patience.max_bytes or time.monotonic() > ends:
            raise ResponseTooLarge
    return content


class BoundedAdapter(HTTPAdapter):
    """For clients that are built on requests."""

    def __init__(self, patience: OutboundLimits) -> None:
        self._patience = patience
        super().__init__()

    def send(self, request: PreparedRequest, *args: Any, **options: Any) -> Response:
        response = super().send(request, *args, **options)
        raw = response.raw
        try:
            body = read_bounded(lambda size: bytes(raw.read1(size, decode_content=True)), self._patience)
        except BaseException:
            raw.close()
            raise
        raw.release_conn()
        response.raw = io.BytesIO(body)
        return response
