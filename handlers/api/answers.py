"""The types that endpoints return. The API's document describes an answer from its endpoint's return annotation.

- a view (a frozen dataclass made by `view`): the `data` of the envelope
- None: an empty `data`
- Annotated[orjson.Fragment, SchemaOf(View)]: a view that comes from the cache as JSON text
- Document, Page, Redirect, Streaming: an answer without an envelope
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, is_dataclass
from typing import Any, Generic, TypeVar, dataclass_transform

from pydantic import ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

T = TypeVar("T")
D = TypeVar("D")


@dataclass_transform(frozen_default=True)
def view(cls: type[T]) -> type[T]:
    """Make a frozen dataclass whose fields' docstrings describe them in the API's document."""
    cls.__pydantic_config__ = ConfigDict(use_attribute_docstrings=True)  # type: ignore[attr-defined]
    cls.__get_pydantic_json_schema__ = classmethod(_describe)  # type: ignore[attr-defined]
    return dataclass(frozen=True)(cls)


def _describe(cls: type[Any], schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
    """The schema of a view. Inherited fields have the descriptions of the class that declares them."""
    described = handler(schema)
    properties = handler.resolve_ref_schema(described)["properties"]
    for base in filter(is_dataclass, cls.__bases__):
        for name, inherited in TypeAdapter(base).json_schema(mode="serialization")["properties"].items():
            if "description" in inherited:
                properties[name].setdefault("description", inherited["description"])
    return described


@dataclass(frozen=True)
class SchemaOf:
    """In an annotation: the value is described as this type."""

    type_: Any

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler.generate_schema(self.type_)


@dataclass(frozen=True)
class Ajax(Generic[D, T]):
    """An answer with the field names of the AJAX documents: `data`, and the fields that stand beside `errno`."""

    data: D
    beside: T


@view
class Empty:
    """Nothing beside the envelope."""


@dataclass(frozen=True)
class Document:
    """The whole body of an answer, in the route's content type."""

    content: bytes


@dataclass(frozen=True)
class Page:
    """An HTML page: a template and its values. `policy` replaces the usual Content-Security-Policy."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    policy: str | None = None
    status: int = 200


@dataclass(frozen=True)
class Redirect:
    """Sends the browser to `url` with GET."""

    url: str


@dataclass(frozen=True)
class Streaming:
    """An answer that stays open. `begin` is called once the headers and `first` are sent, with the connection.

    The connection is tornado.httputil.HTTPConnection with the `set_close_callback` that both servers have.
    """

    first: bytes
    begin: Callable[[Any], None]


RAW = (Document, Page, Redirect, Streaming)
"""Answers without an envelope."""
