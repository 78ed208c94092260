"""The OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.0), made from the routes, and a page to read it.

A route tells its parameters (its endpoint's form), its answer (its endpoint's return annotation), and its refusals (the
decorator `refuses`, and those that every route with such a form and such rules may answer).
"""

import inspect
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

import orjson
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from handlers.api import forms
from handlers.api.answers import RAW, Ajax, Document, Empty, Page, SchemaOf
from handlers.api.handler import ApiHandler
from handlers.api.routing import ONCE, SHARED, Route
from handlers.api.settings import ApiInfo
from handlers.api.surfaces import AJAX
from services.errors import (
    BadParameters,
    BodyTooLarge,
    CrossSite,
    DatabaseError,
    InsufficientScope,
    NotSignedIn,
    Overloaded,
    Refusal,
    ServerError,
    TooOften,
    UnsupportedMediaType,
)

JsonObject = dict[str, Any]
MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.1"

_JSON = "application/json"
_REF = "#/components/schemas/{model}"
_FORM = "application/x-www-form-urlencoded"
_BODY_VERBS = ("POST", "PUT")
_PAGE_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'"
_DESCRIPTION = """Short-term house rental.

Answers are JSON envelopes: `errno` is 0, or the number of a refusal; `errmsg` says the same in the reader's language;
`data` is what each operation describes. A refusal with `data.fields` names every wrong field, and says what would be
right. `Accept-Language: en` asks for English.

Money is in fen: 39900 is 399.00 yuan. Dates are local dates at the house, and a stay is half-open: the check-out date
is not booked. Times are RFC 3339 with China's offset.

A body in JSON may as well be sent as `application/x-www-form-urlencoded`, with the same names; so numbers may be
written as text there and everywhere, and ids in a list between commas.

HEAD is answered wherever GET is, and has no effect. Public GETs carry an ETag. The operations under /api (without a
version) are for pages and apps that know older documents: they answer refusals with HTTP 200.
"""
_KEY_TEXT = "An API key of a user's own program. It needs the scope that the operation names; see docs/api-keys.md."
_ERRNO: JsonObject = {"type": "integer", "description": "0 for a success.", "const": 0}
_ERRMSG: JsonObject = {"type": "string", "description": "The outcome in the reader's language.", "examples": ["OK"]}
_REFUSAL_DATA: JsonObject = {
    "type": "object",
    "description": "Details of the refusal.",
    "properties": {
        "fields": {
            "type": "object",
            "description": "What is wrong with each wrong field, by the name that was sent.",
            "additionalProperties": {"type": "string"},
        },
        "reason": {
            "type": "string",
            "description": "Tells refusals with the same errno apart.",
            "enum": [
                "rate_limited",
                "changed_meanwhile",
                "captcha_required",
                "cross_site",
                "wrong_verb",
                "busy",
                "sign_in_again",
                "insufficient_scope",
            ],
        },
        "retry_after": {"type": "integer", "minimum": 1, "description": "In how many seconds to try again."},
        "captcha": {"type": "boolean", "description": "Whether to send the request again with a picture code."},
        "request_id": {"type": "string", "description": "Names the case in the server's log."},
    },
}


_REFUSED: JsonObject = {"type": "integer", "minimum": 1, "description": "The number of the refusal."}
_REFUSAL: JsonObject = {
    "type": "object",
    "description": "Why a request was not carried out.",
    "required": ["errno", "errmsg", "data"],
    "properties": {"errno": _REFUSED, "errmsg": _ERRMSG | {"examples": ["参数错误"]}, "data": _REFUSAL_DATA},
}
_AJAX_REFUSAL: JsonObject = _REFUSAL | {
    "required": [*_REFUSAL["required"], "errcode"],
    "properties": _REFUSAL["properties"] | {"errcode": _REFUSED | {"description": "As `errno`."}},
}


async def show(api: ApiHandler) -> Document:
    """Show this document."""
    return Document(document_json(api.application.routes, api.http.api_info))


async def page(_: ApiHandler) -> Page:
    """Show this document as a page."""
    return Page("docs.html", policy=_PAGE_POLICY)


@cache
def document_json(routes: tuple[Route, ...], info: ApiInfo) -> bytes:
    """The document as JSON."""
    return orjson.dumps(document(routes, info))


def document(routes: Iterable[Route], info: ApiInfo) -> JsonObject:
    """The document of these routes."""
    schemas = _Schemas()
    paths: dict[str, JsonObject] = {}
    for route in routes:
        if route.surface.documented:
            path = route.path.replace("<", "{").replace(">", "}")
            paths.setdefault(path, {})[route.verb.lower()] = _Operation(route, schemas).describe()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ihome",
            "version": info.version,
            "summary": "Short-term house rental",
            "description": _DESCRIPTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": info.url}],
        "tags": [{"name": name, "description": text} for name, text in info.tags],
        "paths": paths,
        "components": {
            "schemas": dict(sorted(schemas.components.items())),
            "securitySchemes": {
                "session": {"type": "apiKey", "in": "cookie", "name": info.cookie},
                "bearer": {"type": "http", "scheme": "bearer"},
                "api_key": {"type": "http", "scheme": "bearer", "bearerFormat": "ihk_…", "description": _KEY_TEXT},
            },
        },
    }


def operation_id(route: Route) -> str:
    """The name of an operation, from which generated clients name their functions."""
    if route.surface is AJAX:
        return "_".join(["ajax", route.verb.lower(), *re.findall(r"\w+", route.path.removeprefix("/api/"))])
    return route.name or route.endpoint.__name__


def summary_and_description(route: Route) -> tuple[str, str]:
    """Summary and description of an operation: the first sentence of its endpoint's docstring, and the rest."""
    summary, _, description = re.sub(r"\n(?!\n)", " ", inspect.getdoc(route.endpoint) or "").partition(".")
    return summary, description.strip()


def _security(route: Route) -> list[JsonObject]:
    """Who may use a route: a browser with a session, an app with a token, a program with a key of that scope."""
    if route.public:
        return []
    key = [{"api_key": [route.scope]}] if route.scope else []
    return [{"session": []}, {"bearer": []}, *key]


def refusals_of(route: Route) -> list[type[Refusal]]:
    """Every refusal that a route may answer."""
    implied: list[type[Refusal]] = [BadParameters, DatabaseError, ServerError, Overloaded]
    if route.verb in _BODY_VERBS:
        implied += [BodyTooLarge, UnsupportedMediaType]
    if route.changes:
        implied.append(CrossSite)
    if not route.public:
        implied += [NotSignedIn, InsufficientScope]
    if route.scope:
        implied.append(TooOften)
    return list(dict.fromkeys([*route.refusals, *implied]))


class _NoFieldTitles(GenerateJsonSchema):
    """Classes have titles; fields have descriptions, and a title would only repeat their names."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002
        return False


class _Schemas:
    """The components that operations share."""

    def __init__(self) -> None:
        self.components: JsonObject = {}

    def of_type(self, type_: Any) -> JsonObject:
        """The schema of a type, whose classes become components."""
        schema = _schema_of(type_)
        self.components |= schema.pop("$defs", {})
        if schema.get("type") == "object" and "properties" in schema:
            return self._named(schema["title"], schema)
        return schema

    def of_form(self, route: Route) -> JsonObject:
        if route.form is None:
            return {"properties": {}}
        schema = route.form.model_json_schema(ref_template=_REF, schema_generator=_NoFieldTitles)
        self.components |= schema.pop("$defs", {})
        for known in schema["properties"].values():
            if known.get("default", "") is None:  # the field is optional: its default need not be of its type
                del known["default"]
        return schema

    def body(self, route: Route, schema: JsonObject) -> JsonObject:
        """The schema of a body: a component named after its form, unless another route has other fields of it there."""
        name = route.form.__name__ if route.form else ""
        return self._named(name if self.components.get(name, schema) == schema else _camel(route, "Body"), schema)

    def refusal(self, route: Route) -> JsonObject:
        """The envelope of a refusal."""
        if route.surface is AJAX:
            return self._named("AjaxRefusal", _AJAX_REFUSAL)
        return self._named("Refusal", _REFUSAL)

    def _named(self, name: str, schema: JsonObject) -> JsonObject:
        self.components[name] = schema
        return {"$ref": _REF.format(model=name)}

    def answer(self, route: Route) -> JsonObject:
        """The envelope of a success."""
        name = _answer_name(route)
        if name not in self.components:
            data, beside = self._parts(route.answer)
            if "$ref" not in data:
                data = {"description": "The result of the operation."} | data
            properties = {"errno": _ERRNO, "errmsg": _ERRMSG, "data": data}
            if route.surface is AJAX:
                properties["errcode"] = _ERRNO | {"description": "As `errno`."}
            properties |= beside.get("properties", {})
            self._named(name, {"type": "object", "required": list(properties), "properties": properties})
        return {"$ref": _REF.format(model=name)}

    def _parts(self, answer: Any) -> tuple[JsonObject, JsonObject]:
        """The schemas of `data` and of the fields beside it."""
        if get_origin(answer) is Ajax:
            data, beside = get_args(answer)
            inline = _schema_of(beside)
            self.components |= inline.pop("$defs", {})
            return self.of_type(data), inline
        return self.of_type(Empty if answer in (None, NoneType) else answer), {}

    def example(self, schema: Mapping[str, Any]) -> Any:
        """A value of this schema, from the examples of its parts."""
        for part in ("examples", "enum"):
            if schema.get(part):
                return schema[part][0]
        for part in ("const", "default"):
            if part in schema:
                return schema[part]
        return self._composed_example(schema)

    def _composed_example(self, schema: Mapping[str, Any]) -> Any:
        if "$ref" in schema:
            return self.example(self.components[schema["$ref"].rpartition("/")[2]])
        if "properties" in schema:
            return {name: self.example(part) for name, part in schema["properties"].items()}
        if "items" in schema:
            return [self.example(schema["items"])]
        choices = schema.get("anyOf") or schema.get("oneOf")
        return self.example(choices[0]) if choices else _PLAIN_EXAMPLES.get(str(schema.get("type")))


def _schema_of(type_: Any) -> JsonObject:
    adapter: TypeAdapter[Any] = TypeAdapter(type_)
    return adapter.json_schema(ref_template=_REF, mode="serialization", schema_generator=_NoFieldTitles)


_PLAIN_EXAMPLES = {"string": "text", "integer": 1, "number": 1.5, "boolean": True, "object": {}}


def _answer_name(route: Route) -> str:
    described = [part.type_ for part in get_args(route.answer) if isinstance(part, SchemaOf)]
    answer = described[0] if described else route.answer
    if route.surface is not AJAX:
        if answer in (None, NoneType):
            return "EmptyAnswer"
        if inspect.isclass(answer) and get_origin(answer) is None:
            return f"{answer.__name__.removesuffix('View').removesuffix('Answer')}Answer"
    return _camel(route, "Answer")


def _camel(route: Route, ending: str) -> str:
    return "".join(part.capitalize() for part in operation_id(route).split("_")) + ending


class _Operation:
    """One route as OpenAPI describes it."""

    def __init__(self, route: Route, schemas: _Schemas) -> None:
        self._route = route
        self._schemas = schemas
        self._form = schemas.of_form(route)
        names = re.findall(r"<(\w+)>", route.path)
        self._in_path = {name: self._property(name) for name in names}

    def describe(self) -> JsonObject:
        route = self._route
        summary, description = summary_and_description(route)
        described: JsonObject = {
            "operationId": operation_id(route),
            "summary": summary,
            "tags": [route.tag],
            "security": _security(route),
            "parameters": list(self._parameters()),
            "responses": self._responses(),
        }
        if description:
            described["description"] = description
        if route.deprecated:
            described["deprecated"] = True
        if body := self._body():
            described["requestBody"] = body
        return described

    def _property(self, name: str) -> str:
        """The property of the form that a field of the path fills."""
        names = forms.aliases(self._route.form).values() if self._route.form else ()
        return next((each[0] for each in names if name in each), name)

    def _parameters(self) -> Iterator[JsonObject]:
        properties, required = self._form["properties"], self._form.get("required", [])
        for name, filled in self._in_path.items():
            yield self._parameter(name, "path", properties[filled], required=True)
        if self._route.verb == "GET":
            for name in [name for name in properties if name not in self._in_path.values()]:
                yield self._parameter(name, "query", properties[name], required=name in required)
        if ONCE in self._route.rules:
            schema = {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"}
            schema |= {"description": "Requests with the same key have one effect.", "examples": ["7f1c9a52"]}
            yield self._parameter("Idempotency-Key", "header", schema, required=False)

    def _parameter(self, name: str, place: str, schema: JsonObject, *, required: bool) -> JsonObject:
        schema = _never_null(schema)
        description = schema.pop("description", "")
        return {"name": name, "in": place, "required": required, "description": description, "schema": schema}

    def _body(self) -> JsonObject | None:
        """The body of a request; None if there is nothing to send."""
        upload = self._route.upload
        if upload:
            name = upload.names[0]
            file = {"type": "string", "format": "binary", "description": "JPEG, PNG or WebP."}
            properties = {name: file} | self._without(self._in_path.values())["properties"]
            whole = {"type": "object", "properties": properties, "required": [name]}
            return {"required": True, "content": {"multipart/form-data": {"schema": whole}}}
        schema = self._without(self._in_path.values())
        if self._route.verb not in _BODY_VERBS or not schema["properties"]:
            return None
        kind = _JSON if self._route.content_type == _JSON else _FORM  # a route without JSON answers a browser's form
        content = {"schema": self._schemas.body(self._route, schema)}
        content["example"] = self._schemas.example(_required_part(schema))
        return {"required": bool(schema["required"]), "content": {kind: content}}

    def _without(self, names: Collection[str]) -> JsonObject:
        properties = {name: value for name, value in self._form["properties"].items() if name not in names}
        required = [name for name in self._form.get("required", []) if name not in names]
        return self._form | {"type": "object", "properties": properties, "required": required}

    def _responses(self) -> JsonObject:
        route = self._route
        responses: JsonObject = {str(status): self._success() for status in (route.status, *route.also)}
        if SHARED in route.rules:
            responses["304"] = {"description": "Unchanged since the ETag of If-None-Match."}
        by_status: dict[int, list[type[Refusal]]] = {}
        for kind in refusals_of(route):
            by_status.setdefault(route.surface.status(kind()), []).append(kind)
        refused = {_JSON: {"schema": self._schemas.refusal(route)}}
        for status, kinds in sorted(by_status.items()):
            described = {"description": _describe(kinds), "x-errno": sorted({kind.errno for kind in kinds})}
            if str(status) not in responses:
                responses[str(status)] = described | {"content": refused}
            else:  # AJAX answers most refusals with 200
                success = responses[str(status)]
                described["description"] = f"{success['description']} Or a refusal: {described['description']}"
                responses[str(status)] = described | {"content": _either(success["content"], refused)}
        return responses

    def _success(self) -> JsonObject:
        route = self._route
        if route.answer in RAW:
            schema: JsonObject = {"type": "string"}
            if route.content_type == MEDIA_TYPE:
                schema = {"type": "object"}
            elif not route.content_type.startswith("text/"):
                schema["format"] = "binary"
            return {"description": "Done.", "content": {route.content_type: {"schema": schema}}}
        schema = self._schemas.answer(route)
        return {
            "description": "Done.",
            "content": {_JSON: {"schema": schema, "example": self._schemas.example(schema)}},
        }


def _never_null(schema: JsonObject) -> JsonObject:
    """A copy of the schema without its null: URLs and headers have none."""
    choices = [choice for choice in schema.get("anyOf", [{}]) if choice != {"type": "null"}]
    rest = {name: part for name, part in schema.items() if name != "anyOf"}
    return choices[0] | rest if len(choices) == 1 else dict(schema)


def _required_part(schema: JsonObject) -> JsonObject:
    """The fields that the example of a body shows: the required ones, or all if none is required."""
    shown = {name: part for name, part in schema["properties"].items() if name in schema["required"]}
    return schema | {"properties": shown or schema["properties"]}


def _describe(kinds: Iterable[type[Refusal]]) -> str:
    """Each errno with the names of its refusals."""
    by_errno: dict[int, list[str]] = {}
    for kind in kinds:
        by_errno.setdefault(kind.errno, []).append(kind.__name__)
    return "; ".join(f"{errno} {', '.join(names)}" for errno, names in sorted(by_errno.items()))


def _either(success: JsonObject, refused: JsonObject) -> JsonObject:
    if _JSON not in success:
        return success | refused
    both = {"oneOf": [success[_JSON]["schema"], refused[_JSON]["schema"]]}
    return success | {_JSON: success[_JSON] | {"schema": both}}
