"""Rows of the route table, and how a request finds its row. Closed unless a row says PUBLIC."""

import enum
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_type_hints
from urllib.parse import unquote

from pydantic import BaseModel
from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import Application, GZipContentEncoding, RequestHandler

from handlers.surfaces import AJAX, PAGE, REST, Surface
from services.errors import NoSuchPath, WrongVerb

Endpoint = Callable[..., Awaitable[None]]
"""Takes the handler and, where it has a parameter `form`, what was asked, of that parameter's type."""


class Rule(enum.Flag):
    """What a row may declare beyond its verb, path, endpoint and surface."""

    NONE = 0
    PUBLIC = enum.auto()
    """Nobody needs to be signed in."""
    CHANGES = enum.auto()
    """A GET that changes something: guarded against other sites as every other verb is."""

    COMMAS = enum.auto()
    """D2 prints `?text=imagecode,id=image_code_id`: without any `&`, commas part the fields of the query."""

    ONCE = enum.auto()
    """With a header Idempotency-Key, a request has one effect however often it is sent."""


PUBLIC, CHANGES, COMMAS, ONCE = Rule.PUBLIC, Rule.CHANGES, Rule.COMMAS, Rule.ONCE


@dataclass(frozen=True)
class Upload:
    """A file that is sent: the setting that bounds its bytes, and the names of its field, the usual one first."""

    setting: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One verb on one path. `<name>` in a path takes one segment and hands it to the form."""

    verb: str
    path: str
    endpoint: Endpoint
    surface: Surface
    rules: Rule = Rule.NONE
    upload: Upload | None = None
    answers: str = "application/json"
    """The content type of a success."""
    allowed: tuple[str, ...] = field(default=(), compare=False)
    """Which verbs the path knows, where this row stands for a wrong one."""
    form: type[BaseModel] | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", get_type_hints(self.endpoint).get("form"))

    @property
    def public(self) -> bool:
        return Rule.PUBLIC in self.rules

    @property
    def changes(self) -> bool:
        return self.verb != "GET" or Rule.CHANGES in self.rules


Verbs = dict[str, Row]


@dataclass(frozen=True)
class Files:
    """A directory to serve: paths that match, whose first group is the file's name under `root`."""

    pattern: re.Pattern[str]
    handler: type[RequestHandler]
    root: Path


class Table:
    """The rows by path: literal paths in a dictionary, looked up before any pattern is tried."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._literal: dict[str, Verbs] = {}
        self._patterns: dict[re.Pattern[str], Verbs] = {}
        by_path: dict[str, Verbs] = {}
        for row in rows:
            verbs = by_path.setdefault(row.path, {})
            if row.verb in verbs:
                raise ValueError(f"two rows for {row.verb} {row.path}")
            verbs[row.verb] = row
        for path, verbs in by_path.items():
            if "<" in path:
                self._patterns[re.compile(re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", re.escape(path)))] = verbs
            else:
                self._literal[path] = verbs

    def find(self, verb: str, path: str, *, browser: bool) -> tuple[Row, dict[str, str]]:
        """The row and the path's fields; for an unknown path or verb, a row that says so, as a page to a browser."""
        plain = path.removesuffix("/") or "/"
        verbs, fields = self._literal.get(plain), {}
        if verbs is None:
            for pattern, candidates in self._patterns.items():
                if match := pattern.fullmatch(plain):
                    verbs = candidates
                    fields = {name: unquote(value) for name, value in match.groupdict().items()}
                    break
        if verbs is None:
            return _unknown(plain, browser), {}
        if verb not in verbs:
            known = next(iter(verbs.values()))
            return replace(known, verb=verb, endpoint=_wrong_verb, rules=PUBLIC, allowed=tuple(sorted(verbs))), {}
        return verbs[verb], fields


class _Compressed(GZipContentEncoding):
    """For pages and their files; an answer of the API is too small to be worth it."""

    def __init__(self, request: HTTPServerRequest) -> None:
        super().__init__(request)
        self._wanted = not request.path.startswith("/api/")
        self._gzipping = self._gzipping and self._wanted

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        if not self._wanted:
            return status_code, headers, chunk
        return super().transform_first_chunk(status_code, headers, chunk, finishing)


class Site(Application):
    """Tornado's application over a Table. `active` counts requests being answered; `draining` announces the end."""

    def __init__(
        self, rows: Iterable[Row], handler: type[RequestHandler], files: Iterable[Files], **settings: Any
    ) -> None:
        super().__init__(transforms=[_Compressed], **settings)
        self._files = tuple(files)
        self.rows = tuple(rows)
        self._table = Table(self.rows)
        self._handler = handler
        self.active = 0
        self.draining = False

    def find_handler(self, request: HTTPServerRequest, **_: Any) -> Any:
        for files in self._files:
            if match := files.pattern.fullmatch(request.path):
                settings, name = {"path": str(files.root)}, match[1].encode()
                return self.get_handler_delegate(request, files.handler, settings, path_args=[name])
        browser = "text/html" in request.headers.get("Accept", "")
        row, fields = self._table.find(request.method or "", request.path, browser=browser)
        return self.get_handler_delegate(request, self._handler, {"row": row, "path_fields": fields})


async def _no_such_path(_: object) -> None:
    raise NoSuchPath


async def _wrong_verb(_: object) -> None:
    raise WrongVerb


_UNKNOWN = {surface: Row("GET", "(unknown)", _no_such_path, surface, PUBLIC) for surface in (AJAX, REST, PAGE)}


def _unknown(path: str, browser: bool) -> Row:
    if path == "/api" or path.startswith("/api/"):
        return _UNKNOWN[REST if path.startswith("/api/v") or path == "/api" else AJAX]
    return _UNKNOWN[PAGE if browser else REST]
