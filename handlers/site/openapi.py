"""The OpenAPI 3.1 document, made of the routes and their forms, and a page to read it."""

import inspect
import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

import orjson

from handlers.accounts import forms as account_forms
from handlers.api.handler import ApiHandler
from handlers.api.routing import ONCE, SHARED, Route
from handlers.api.surfaces import AJAX, PAGE, REST
from utils.version import VERSION

Json = dict[str, Any]
MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.1"

_REFUSALS = {
    400: "a field is wrong: data.fields says which, and what would be right",
    401: "nobody is signed in, or signing in failed",
    403: "not for this user, or the request comes from another site",
    404: "there is no such thing",
    405: "not this verb",
    409: "exists already, or the state has moved on",
    413: "the body is too large",
    415: "neither JSON nor a form",
    429: "too often: data.retry_after says in how many seconds to come back",
    500: "our fault: data.request_id names the case",
    502: "an outbound service failed",
    503: "a store is away, or too much is going on",
    507: "the disk is full",
}
_GOOD = {REST: (200, 201), AJAX: (200,)}
_TRANSPORT = (404, 405, 413, 415, 500, 503)
_ENVELOPE: Json = {
    "type": "object",
    "required": ["errno", "errmsg", "data"],
    "properties": {
        "errno": {"type": "integer", "description": "0, or the number of the refusal"},
        "errmsg": {"type": "string"},
        "data": {"type": "object"},
    },
}
_SCHEMAS: Json = {
    "REST": _ENVELOPE,
    "AJAX": {
        **_ENVELOPE,
        "required": [*_ENVELOPE["required"], "errcode"],
        "properties": {
            **_ENVELOPE["properties"],
            "errcode": {"type": "integer", "description": "as errno"},
            "data": {"type": ["object", "array"]},
        },
    },
}
_PAGE_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'"


async def show(api: ApiHandler) -> None:
    api.reply_document(written(api.application.rows, api.session_cookie), MEDIA_TYPE)


async def page(api: ApiHandler) -> None:
    api.reply_page("docs.html", _PAGE_POLICY)


@cache
def written(rows: tuple[Route, ...], cookie: str) -> bytes:
    """The document of these rows as JSON."""
    return orjson.dumps(document(rows, cookie))


def document(rows: tuple[Route, ...], cookie: str) -> Json:
    """What these rows answer, as OpenAPI 3.1.0 (https://spec.openapis.org/oas/v3.1.0)."""
    paths: dict[str, Json] = {}
    definitions: Json = {}
    for row in rows:
        if row.surface is PAGE:
            continue
        definitions |= _schema(row).get("$defs", {})
        path = row.path.replace("<", "{").replace(">", "}")
        paths.setdefault(path, {})[row.verb.lower()] = _operation(row)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ihome",
            "version": VERSION,
            "description": "Short-term rental: AJAX /api, REST /api/v1.0. HEAD is answered wherever GET is, "
            "and has no effect. Public GETs carry an ETag.",
        },
        "paths": paths,
        "components": {
            "schemas": _SCHEMAS | definitions,
            "securitySchemes": {"session": {"type": "apiKey", "in": "cookie", "name": cookie}},
        },
    }


def _schema(row: Route) -> Json:
    if row.form is None:
        return {"properties": {}}
    schema = row.form.model_json_schema(ref_template="#/components/schemas/{model}")
    for known in schema["properties"].values():
        if known.get("default", "") is None:  # may be left out: null need not be of its type
            del known["default"]
    return schema


def _operation(row: Route) -> Json:
    module, name = row.endpoint.__module__.rpartition(".")[2], row.endpoint.__name__
    schema = _schema(row)
    in_path = {name: _property(row, name) for name in re.findall(r"<(\w+)>", row.path)}
    operation: Json = {
        "operationId": "-".join([row.verb, *row.path.replace("<", "").replace(">", "").strip("/").split("/")]).lower(),
        "summary": name.replace("_", " "),
        "tags": [f"{row.surface.name} {module}"],
        "security": [] if row.public else [{"session": []}],
        "parameters": list(_parameters(row, schema, in_path)),
        "responses": _responses(row),
    }
    if text := inspect.getdoc(row.endpoint):
        operation["description"] = text
    if row.verb in ("POST", "PUT"):
        operation["requestBody"] = _body(row, _without(schema, in_path.values()))
    return operation


def _property(row: Route, name: str) -> str:
    """The property of the row's form that a field of its path fills."""
    names = account_forms.aliases(row.form).values() if row.form else ()
    return next((each[0] for each in names if name in each), name)


def _parameters(row: Route, schema: Json, in_path: Mapping[str, str]) -> Iterable[Json]:
    properties, required = schema["properties"], schema.get("required", [])
    for name, filled in in_path.items():
        yield {"name": name, "in": "path", "required": True, "schema": properties[filled]}
    if row.verb == "GET":
        for name in [name for name in properties if name not in in_path.values()]:
            yield {"name": name, "in": "query", "required": name in required, "schema": properties[name]}
    if ONCE in row.rules:
        schema = {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"}
        yield {"name": "Idempotency-Key", "in": "header", "required": False, "schema": schema}


def _without(schema: Json, names: Collection[str]) -> Json:
    properties = {name: value for name, value in schema["properties"].items() if name not in names}
    required = [name for name in schema.get("required", []) if name not in names]
    return {"type": "object", "properties": properties, "required": required}


def _body(row: Route, schema: Json) -> Json:
    if row.upload:
        file = {"type": "string", "contentMediaType": "image/jpeg"}
        whole = {"type": "object", "properties": {row.upload.names[0]: file}, "required": [row.upload.names[0]]}
        return {"content": {"multipart/form-data": {"schema": whole}}}
    kinds = ("application/json", "application/x-www-form-urlencoded")
    return {"content": {kind: {"schema": schema} for kind in kinds}}


def _responses(row: Route) -> Json:
    envelope = {"application/json": {"schema": {"$ref": f"#/components/schemas/{row.surface.name}"}}}
    refusals = _REFUSALS if row.surface is REST else {status: _REFUSALS[status] for status in _TRANSPORT}
    success = envelope if row.answers in envelope else {row.answers: {}}
    if row.surface is not REST:
        success = envelope | success
    unchanged: Json = (
        {"304": {"description": "unchanged since the ETag of If-None-Match"}} if SHARED in row.rules else {}
    )
    return {
        **{str(status): {"description": "done", "content": success} for status in _GOOD[row.surface]},
        **unchanged,
        **{str(status): {"description": text, "content": envelope} for status, text in refusals.items()},
    }
