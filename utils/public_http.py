"""HTTP requests to servers that users name: calendars, webhooks, push services.

A user may name an address within our own network. So only addresses of the public Internet are connected to, on the
ports of the web: after name resolution, and again at each redirect.
"""

import asyncio
import re
import socket
import ssl
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from tornado.httpclient import HTTPResponse
from tornado.httputil import HTTPHeaders
from tornado.netutil import Resolver
from tornado.simple_httpclient import SimpleAsyncHTTPClient, _HTTPConnection

from utils.client_ip import is_public, numeric_host

_SCHEMES = frozenset({"http", "https"})
_PORTS = frozenset({80, 443, 8080, 8443})
_HOST_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+")
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".home.arpa")
_RESOLVER_THREADS = 64
"""Looking up a name blocks a thread, for as long as its owner's name servers like."""
_NO_LIMIT = 2**40


class NotPublicAddress(Exception):
    """The address cannot be that of a public web server."""


class Unreachable(Exception):
    """No usable answer came. `reason` is timeout, tls, or unreachable for everything else."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class HttpAnswer:
    """The answer of a server. Its headers are found in any case of their names."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class HttpBounds:
    """Bounds of one request with its redirects: `seconds` for all of it, `connect` seconds for each connection.

    An answer with a longer body is Unreachable, or is cut off if `cut_body`.
    """

    seconds: float
    connect: float
    max_bytes: int
    max_header_bytes: int = 32 * 1024
    redirects: int = 0
    https_only: bool = False
    cut_body: bool = False


class PublicHttpClient:
    """Sends requests to public web servers; with `allow_private`, which is for development, to all."""

    def __init__(self, bounds: HttpBounds, *, allow_private: bool = False) -> None:
        self._bounds = bounds
        self._allow_private = allow_private
        self._threads = ThreadPoolExecutor(_RESOLVER_THREADS, thread_name_prefix="resolver")

    def check(self, url: str) -> None:
        """Check a URL without resolving its name. Raises NotPublicAddress."""
        if not self._allow_private:
            _check_public(url, frozenset({"https"}) if self._bounds.https_only else _SCHEMES)

    async def request(
        self, method: Literal["GET", "POST"], url: str, *, headers: Mapping[str, str], body: bytes | None = None
    ) -> HttpAnswer:
        """Send a request; any status is an answer. Raises NotPublicAddress, Unreachable."""
        self.check(url)
        try:
            async with asyncio.timeout(self._bounds.seconds):  # the client's own one starts again with each redirect
                answer = await self._fetch(method, url, headers, body)
        except NotPublicAddress:
            raise
        except Exception as error:  # the client raises many kinds of errors
            raise Unreachable(_reason(error)) from None
        return HttpAnswer(answer.code, answer.headers, answer.body)

    def close(self) -> None:
        """Stop the threads that look up names."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _fetch(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None) -> HTTPResponse:
        bounds = self._bounds
        client = _Client(
            force_instance=True,
            resolver=_Resolver(threads=self._threads, public=not self._allow_private),
            max_body_size=_NO_LIMIT if bounds.cut_body else bounds.max_bytes,
            max_header_size=bounds.max_header_bytes,
        )
        client.kept_bytes = bounds.max_bytes if bounds.cut_body else None
        try:
            return await client.fetch(
                url,
                raise_error=False,
                method=method,
                headers=HTTPHeaders(headers),
                body=body,
                connect_timeout=bounds.connect,
                request_timeout=bounds.seconds,
                follow_redirects=bounds.redirects > 0,
                max_redirects=bounds.redirects,
                decompress_response=False,
                user_agent="ihome",
            )
        finally:
            client.close()


class _Connection(_HTTPConnection):
    """Ends with an answer, and hangs up, when as much of the body has come as is kept."""

    client: "_Client"

    def data_received(self, chunk: bytes) -> None:
        kept = self.client.kept_bytes
        if kept is None:
            super().data_received(chunk)
        elif self.final_callback is not None:
            super().data_received(chunk[: kept - len(self.chunks)])
            if len(self.chunks) >= kept:
                self.finish()
                self.stream.close()


class _Client(SimpleAsyncHTTPClient):
    kept_bytes: int | None

    def _connection_class(self) -> type:
        return _Connection


class _Resolver(Resolver):
    """Looks names up in `threads`. If `public`, refuses those with an address of this machine or of a private network.

    The client connects to the addresses that this resolver returns, so a name cannot change its address in between (DNS
    rebinding).
    """

    def initialize(self, threads: ThreadPoolExecutor, *, public: bool) -> None:
        self._threads = threads
        self._public = public

    async def resolve(self, host: str, port: int, family: Any = 0) -> list[tuple[int, Any]]:
        if self._public and port not in _PORTS:
            raise NotPublicAddress("not a port of the web")
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._threads, _addresses, host, port, family)
        if self._public and not all(is_public(address[0]) for _, address in found):
            raise NotPublicAddress("not a public address")
        return found


def _addresses(host: str, port: int, family: int) -> list[tuple[int, Any]]:
    found = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)
    return [(int(family), address) for family, _, _, _, address in found]


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError) or type(error).__name__ == "HTTPTimeoutError":
        return "timeout"
    return "tls" if isinstance(error, ssl.SSLError) else "unreachable"


def _check_public(url: str, schemes: frozenset[str]) -> None:
    """Raises NotPublicAddress. `_Resolver` checks the addresses of a name when a request is sent."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:
        raise NotPublicAddress from None
    if parts.scheme not in schemes or port not in _PORTS | {None} or "@" in parts.netloc:
        raise NotPublicAddress
    address = numeric_host(host)
    if address is not None:
        public = is_public(address)
    else:
        public = bool(_HOST_NAME.fullmatch(host)) and not host.endswith(_LOCAL_NAMES)
    if not public:
        raise NotPublicAddress
