"""Rows of the route table, and how a request finds its route. Closed unless a route says PUBLIC."""

import enum
import itertools
import re
import secrets
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, get_type_hints
from urllib.parse import unquote

from pydantic import BaseModel
from tornado.httputil import HTTPConnection, HTTPHeaders, HTTPMessageDelegate, HTTPServerRequest
from tornado.web import Application, RequestHandler

from handlers.api.surfaces import AJAX, PAGE, REST, Surface
from handlers.api.tornado_overrides import FastRequest
from services.errors import MethodNotAllowed, NoSuchPath, Refusal

Endpoint = Callable[..., Awaitable[Any]]
"""Takes the handler and, where it has a parameter `form`, the form of that type; returns the answer (answers.py)."""

E = TypeVar("E", bound=Endpoint)


def refuses(*kinds: type[Refusal]) -> Callable[[E], E]:
    """Declare which refusals an endpoint answers, beside those that its form and its rules imply."""

    def declare(endpoint: E) -> E:
        endpoint.refusals = kinds  # type: ignore[attr-defined]
        return endpoint

    return declare


class Rule(enum.Flag):
    """What a route may declare beyond its verb, path, endpoint and surface."""

    NONE = 0
    PUBLIC = enum.auto()
    """Nobody needs to be signed in."""
    CHANGES = enum.auto()
    """A GET that changes something: guarded against other sites as every other verb is."""

    COMMAS = enum.auto()
    """Document 002 prints `?text=imagecode,id=image_code_id`: without any `&`, commas separate the query's fields."""

    ONCE = enum.auto()
    """With a header Idempotency-Key, a request has one effect however often it is sent."""

    SHARED = enum.auto()
    """A GET with one answer for everybody who is not signed in: it has an ETag, and travels compressed."""

    EFFECT = enum.auto()
    """A GET that does more than show something, such as drawing a new picture code. HEAD does not do it."""


PUBLIC, CHANGES, COMMAS, ONCE = Rule.PUBLIC, Rule.CHANGES, Rule.COMMAS, Rule.ONCE
SHARED, EFFECT = Rule.SHARED, Rule.EFFECT


@dataclass(frozen=True)
class Upload:
    """A file that is sent: the setting that bounds its bytes, and the names of its field, the usual one first."""

    setting: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Route:
    """One verb on one path. `<name>` in a path takes one segment and hands it to the form."""

    verb: str
    path: str
    endpoint: Endpoint
    surface: Surface
    rules: Rule = Rule.NONE
    upload: Upload | None = None
    content_type: str = "application/json"
    status: int = 200
    """The HTTP status of a success."""
    message: str = "OK"
    """The `errmsg` of a success."""
    max_age: int = 0
    """For how many seconds everybody may cache the answer."""
    also: tuple[int, ...] = ()
    """Other statuses with the same answer."""
    ajax: Callable[[Any], Any] | None = None
    """Translates the endpoint's answer to the names of the AJAX documents."""
    tag: str = ""
    """The section of the API's document."""
    deprecated: bool = False
    """Whether another route of the same endpoint is to be preferred."""
    allowed: tuple[str, ...] = field(default=(), compare=False)
    """The verbs of the path, where this route refuses another verb."""
    form: type[BaseModel] | None = field(init=False, compare=False)
    """What the endpoint's parameter `form` is annotated with."""
    answer: Any = field(init=False, compare=False)
    """What the endpoint, or its AJAX adapter, returns: the type of the answer's `data`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", get_type_hints(self.endpoint).get("form"))
        object.__setattr__(self, "answer", get_type_hints(self.ajax or self.endpoint, include_extras=True)["return"])

    @property
    def refusals(self) -> tuple[type[Refusal], ...]:
        """What the endpoint declares with `refuses`."""
        declared: tuple[type[Refusal], ...] = getattr(self.endpoint, "refusals", ())
        return declared

    @property
    def public(self) -> bool:
        return Rule.PUBLIC in self.rules

    @property
    def changes(self) -> bool:
        return self.verb != "GET" or Rule.CHANGES in self.rules

    @property
    def has_effect(self) -> bool:
        return self.changes or Rule.EFFECT in self.rules


Verbs = dict[str, Route]


@dataclass(frozen=True)
class StaticFiles:
    """A directory to serve: paths that match, whose first group is the file's name under `root`."""

    pattern: re.Pattern[str]
    handler: type[RequestHandler]
    root: Path


class _PathNode:
    """A place in the tree of paths: where each next segment leads, and what is here."""

    def __init__(self) -> None:
        self.literal: dict[str, _PathNode] = {}
        self.patterns: dict[re.Pattern[str], _PathNode] = {}
        self.verbs: Verbs = {}

    def next(self, segment: str) -> "_PathNode":
        """The place behind a segment of a route's path, made where it is new."""
        if "<" not in segment:
            return self.literal.setdefault(segment, _PathNode())
        pattern = re.compile(re.sub(r"<(\w+)>", r"(?P<\1>.+)", re.escape(segment)))
        return self.patterns.setdefault(pattern, _PathNode())

    def find(self, segments: list[str], fields: dict[str, str]) -> Verbs:
        """What is at the end of these segments; nothing where they lead nowhere. Literal segments go first."""
        if not segments:
            return self.verbs
        first, rest = segments[0], segments[1:]
        if first in self.literal and (found := self.literal[first].find(rest, fields)):
            return found
        for pattern, step in self.patterns.items():
            if (match := pattern.fullmatch(first)) and (found := step.find(rest, fields)):
                fields |= {name: unquote(value) for name, value in match.groupdict().items()}
                return found
        return {}


class RouteTable:
    """The routes by path: whole paths in a dictionary, and those with fields in a tree of their segments, so that a
    request costs the same however many routes there are."""

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
        step = self._tree
        for segment in path.split("/"):
            step = step.next(segment)
        return step.verbs

    def find(self, verb: str, path: str, *, browser: bool) -> tuple[Route, dict[str, str]]:
        """The route and the path's fields; for an unknown path or verb a route that refuses; a browser gets a page."""
        plain = path.removesuffix("/") or "/"
        fields: dict[str, str] = {}
        verbs = self._literal.get(plain) or self._tree.find(plain.split("/"), fields)
        if not verbs:
            return _unknown(plain, browser), {}
        if verb == "HEAD" and "GET" in verbs:
            return verbs["GET"], fields
        if verb not in verbs:
            known = next(iter(verbs.values()))
            return replace(known, verb=verb, endpoint=_wrong_verb, rules=PUBLIC, allowed=_allowed(verbs)), {}
        return verbs[verb], fields


def _allowed(verbs: Verbs) -> tuple[str, ...]:
    head = ["HEAD"] if "GET" in verbs else []
    return tuple(sorted([*verbs, *head]))


class _Routed(HTTPMessageDelegate):
    """A request before its route is known."""

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
    """Tornado's application over a Table. `active` counts requests being answered; `draining` announces the end."""

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
        """Its process, and its number there."""
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


async def _wrong_verb(_: object) -> None:
    raise MethodNotAllowed


_UNKNOWN = {surface: Route("GET", "(unknown)", _no_such_path, surface, PUBLIC) for surface in (AJAX, REST, PAGE)}


def _unknown(path: str, browser: bool) -> Route:
    if path == "/api" or path.startswith("/api/"):
        return _UNKNOWN[REST if path.startswith("/api/v") or path == "/api" else AJAX]
    return _UNKNOWN[PAGE if browser else REST]
