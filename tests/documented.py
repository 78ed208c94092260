"""Every answer that a test gets from the API is the one that the OpenAPI document describes."""

import json
from functools import cache
from typing import Any

import jsonschema_rs
from tornado.httputil import HTTPHeaders

from handlers.api.dispatch import RouteTable
from handlers.api.routing import Route
from handlers.api.settings import ApiInfo
from handlers.routes import ROUTES, TAGS
from handlers.site.openapi import document

_TABLE = RouteTable(ROUTES)
_INFO = ApiInfo("https://ihome.example", "0", "session_id", TAGS)


def check(verb: str, target: str, status: int, headers: HTTPHeaders, body: bytes) -> None:
    """Raises AssertionError where the document does not have this answer."""
    route, _ = _TABLE.find(verb, target.partition("?")[0], browser=False)
    if route not in ROUTES or not route.surface.documented or verb == "HEAD":
        return
    described = _operation(route)["responses"].get(str(status))
    assert described is not None, f"{route.verb} {route.path} answers {status}, which is not documented: {body[:300]!r}"
    kind = headers.get("Content-Type", "").partition(";")[0]
    if kind != "application/json" or not body:
        return
    answer = json.loads(body)
    if answer["errno"]:
        known = described.get("x-errno", [])
        assert answer["errno"] in known, f"{route.verb} {route.path} answers errno {answer['errno']}, not in {known}"
    error = next(_validator(route, status, bool(answer["errno"])).iter_errors(answer), None)
    assert error is None, f"{route.verb} {route.path}: {error}"


@cache
def _document() -> dict[str, Any]:
    return document(ROUTES, _INFO)


def _operation(route: Route) -> dict[str, Any]:
    path = route.path.replace("<", "{").replace(">", "}")
    operation: dict[str, Any] = _document()["paths"][path][route.verb.lower()]
    return operation


@cache
def _validator(route: Route, status: int, refused: bool) -> jsonschema_rs.Draft202012Validator:
    """For a success or a refusal, since AJAX answers both with 200."""
    schema = _operation(route)["responses"][str(status)]["content"]["application/json"]["schema"]
    if "oneOf" in schema:
        schema = schema["oneOf"][1 if refused else 0]
    return jsonschema_rs.Draft202012Validator(schema | {"components": _strict(_document()["components"])})


def _strict(schema: Any) -> Any:
    """The same schemas, where objects have no further properties: a field without a description is a mistake."""
    if isinstance(schema, list):
        return [_strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {name: _strict(part) for name, part in schema.items()}
    if schema.get("type") == "object" and "properties" in schema and "additionalProperties" not in schema:
        strict["additionalProperties"] = False
    return strict
