"""Finds the route of a request."""

import itertools
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tornado.httputil import HTTPConnection, HTTPHeaders, HTTPMessageDelegate, HTTPServerRequest
from tornado.web import Application, RequestHandler

from handlers.api.routing import PUBLIC, Route
from handlers.api.surfaces import AJAX, PAGE, REST
from handlers.api.tornado_overrides import FastRequest
from services.errors import MethodNotAllowed, NoSuchPath

Verbs = dict[str, Route]


@dataclass(frozen=True)
class StaticFiles:
    """A directory to serve: the first group of `pattern` is the name of a file under `root`."""

    pattern: re.Pattern[str]
    handler: type[RequestHandler]
    root: Path


class _PathNode:
    """A node in the tree of paths: the routes that end here, and the nodes behind each next segment."""

    def __init__(self) -> None:
        self.literal: dict[str, _PathNode] = {}
        self.patterns: dict[re.Pattern[str], _PathNode] = {}
        self.verbs: Verbs = {}

    def next(self, segment: str) -> "_PathNode":
        """The node behind a segment of a route's path; created if there is none."""
        if "<" not in segment:
            return self.literal.setdefault(segment, _PathNode())
        pattern = re.compile(re.sub(r"<(\w+)>", r"(?P<\1>.+)", re.escape(segment)))
        return self.patterns.setdefault(pattern, _PathNode())

    def find(self, segments: list[str], fields: dict[str, str]) -> Verbs:
        """The routes at the end of these segments, or nothing. Literal segments win over fields."""
        if not segments:
            return self.verbs
        first, rest = segments[0], segments[1:]
        if first in self.literal and (found := self.literal[first].find(rest, fields)):
            return found
        for pattern, node in self.patterns.items():
            if (match := pattern.fullmatch(first)) and (found := node.find(rest, fields)):
                fields |= {name: unquote(value) for name, value in match.groupdict().items()}
                return found
        return {}


class RouteTable:
    """The routes by path: literal paths in a dictionary, paths with fields in a tree of segments.

    Finding a route costs the same however many there are.
    """

    def __init__(self, routes: Iterable[Route]) -> None:
        self._literal: dict[str, Verbs] = {}
        self._tree = _PathNode()
        for route in routes:
            verbs = self._verbs(route.path)
            if route.verb in verbs:
                raise ValueError(f"two routes for {route.verb} {route.path}")
            verbs[route.verb] = route

    def _verbs(self, path: str) -> Verbs:
        if "<" not in path:
            return self._literal.setdefault(path, {})
        node = self._tree
        for segment in path.split("/"):
            node = node.next(segment)
        return node.verbs

    def find(self, verb: str, path: str, *, browser: bool) -> tuple[Route, dict[str, str]]:
        """The route and the fields of the path.

        For an unknown path or verb, it is a route that refuses: an unknown path in a browser with a page.
        """
        plain = path.removesuffix("/") or "/"
        fields: dict[str, str] = {}
        verbs = self._literal.get(plain) or self._tree.find(plain.split("/"), fields)
        if not verbs:
            return _unknown(plain, browser), {}
        if verb == "HEAD" and "GET" in verbs:
            return verbs["GET"], fields
        if verb not in verbs:
            known = next(iter(verbs.values()))
            return replace(known, verb=verb, endpoint=_method_not_allowed, rules=PUBLIC, allowed=_allowed(verbs)), {}
        return verbs[verb], fields


def _allowed(verbs: Verbs) -> tuple[str, ...]:
    head = ["HEAD"] if "GET" in verbs else []
    return tuple(sorted([*verbs, *head]))


class _Routed(HTTPMessageDelegate):
    """Receives a request: finds its handler when the headers are there, and passes everything on to it."""

    def __init__(self, site: "Site", connection: HTTPConnection) -> None:
        self._site = site
        self._connection = connection
        self._delegate: HTTPMessageDelegate | None = None

    def headers_received(self, start_line: Any, headers: HTTPHeaders) -> Any:
        self._delegate = self._site.find_handler(FastRequest(self._connection, start_line, headers))
        return self._delegate.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Any:
        return self._delegate and self._delegate.data_received(chunk)

    def finish(self) -> None:
        if self._delegate:
            self._delegate.finish()

    def on_connection_close(self) -> None:
        if self._delegate:
            self._delegate.on_connection_close()


class Site(Application):
    """Tornado's application over a RouteTable.

    `active` counts the requests being answered; `draining` says that the process is about to stop.
    """

    def __init__(
        self, routes: Iterable[Route], handler: type[RequestHandler], files: Iterable[StaticFiles], **settings: Any
    ) -> None:
        super().__init__(transforms=[], **settings)
        self._files = tuple(files)
        self.routes = tuple(routes)
        self._table = RouteTable(self.routes)
        self._handler = handler
        self.active = 0
        self.draining = False
        self._process, self._numbers = secrets.token_hex(4), itertools.count()

    def new_request_id(self) -> str:
        """A random name of the process, and the number of the request in it."""
        return f"{self._process}{next(self._numbers):08x}"

    def start_request(self, server_conn: object, request_conn: HTTPConnection) -> HTTPMessageDelegate:  # noqa: ARG002
        return _Routed(self, request_conn)

    def find_handler(self, request: HTTPServerRequest, **_: Any) -> Any:
        path = request.path
        if not path.startswith("/api/"):
            for files in self._files:
                if match := files.pattern.fullmatch(path):
                    settings, name = {"path": str(files.root)}, match[1].encode()
                    return self.get_handler_delegate(request, files.handler, settings, path_args=[name])
        browser = "text/html" in request.headers.get("Accept", "")
        route, fields = self._table.find(request.method or "", path, browser=browser)
        return self.get_handler_delegate(request, self._handler, {"route": route, "path_fields": fields})


async def _no_such_path(_: object) -> None:
    raise NoSuchPath


async def _method_not_allowed(_: object) -> None:
    raise MethodNotAllowed


_UNKNOWN = {surface: Route("GET", "(unknown)", _no_such_path, surface, PUBLIC) for surface in (AJAX, REST, PAGE)}


def _unknown(path: str, browser: bool) -> Route:
    if path == "/api" or path.startswith("/api/"):
        return _UNKNOWN[REST if path.startswith("/api/v") or path == "/api" else AJAX]
    return _UNKNOWN[PAGE if browser else REST]
