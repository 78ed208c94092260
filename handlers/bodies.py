"""Queries and bodies as dictionaries: JSON, urlencoded and multipart forms, read strictly."""

import re
from typing import Any
from urllib.parse import parse_qsl

import orjson
from tornado.httputil import (
    HTTPFile,
    HTTPInputError,
    ParseMultipartConfig,
    parse_multipart_form_data,
)

from services.errors import BadParameters, WrongContentType

Fields = dict[str, Any]
_MAX_FIELDS = 100
_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]")
"""RFC 2046, section 5.1.1. Searching for a longer one takes time in the product of its length and the body's."""


def query(text: str, separator: str = "&") -> Fields:
    """The fields of a query string or urlencoded form. Raises BadParameters."""
    try:
        pairs = parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS, separator=separator
        )
    except ValueError:
        raise BadParameters("表单无法解析，或字段过多") from None
    return _once(pairs)


def body(content: bytes, content_type: str, parts: ParseMultipartConfig) -> Fields:
    """The fields of a body; a body without a content type is taken for JSON. Raises BadParameters, WrongContentType."""
    kind, _, parameters = content_type.partition(";")
    charset = re.search(r"""charset="?([^\s";]*)""", parameters.lower())
    readable = charset is None or charset[1] == "utf-8"
    match kind.strip().lower():
        case "application/json" | "" if readable:
            return _json(content)
        case "application/x-www-form-urlencoded" if readable:  # Alipay puts `text/html` among the parameters
            return query(_utf8(content))
        case "multipart/form-data":
            return _multipart(content, content_type, parts)
    raise WrongContentType


def _json(content: bytes) -> Fields:
    if not content.strip():
        return {}
    try:
        value = orjson.loads(content)
    except orjson.JSONDecodeError:
        raise BadParameters("JSON 无法解析") from None
    if not isinstance(value, dict):
        raise BadParameters("JSON 应为对象")
    return value


def files(content: bytes, content_type: str, parts: ParseMultipartConfig) -> list[tuple[str, bytes]]:
    """The files of a multipart form, with the names of their fields. Raises BadParameters, WrongContentType."""
    if content_type.partition(";")[0].strip().lower() != "multipart/form-data":
        raise WrongContentType
    _, found = _parts(content, content_type, parts)
    return [(name, file.body) for name, files in found.items() for file in files]


def _multipart(content: bytes, content_type: str, parts: ParseMultipartConfig) -> Fields:
    arguments, _ = _parts(content, content_type, parts)
    return _once([(name, _utf8(value)) for name, values in arguments.items() for value in values])


def _parts(
    content: bytes, content_type: str, parts: ParseMultipartConfig
) -> tuple[dict[str, list[bytes]], dict[str, list[HTTPFile]]]:
    arguments: dict[str, list[bytes]] = {}
    files: dict[str, list[HTTPFile]] = {}
    boundary = _boundary(content_type)
    if not content[-len(boundary) - 6 :].rstrip(b"\r\n").endswith(b"--%b--" % boundary):
        raise BadParameters("表单无法解析，或字段过多")  # searching all of it for its end is as dear as a long boundary
    try:
        parse_multipart_form_data(boundary, content, arguments, files, config=parts)
    except (HTTPInputError, ValueError):  # Tornado lets through what Python's codecs and int() raise
        raise BadParameters("表单无法解析，或字段过多") from None
    return arguments, files


def _boundary(content_type: str) -> bytes:
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.strip().partition("=")
        if name.lower() == "boundary" and _BOUNDARY.fullmatch(value.strip('"')):
            return value.strip('"').encode()
    raise BadParameters("表单无法解析，或字段过多")


def _once(pairs: list[tuple[str, str]]) -> Fields:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise BadParameters(fields={name: "字段重复" for name in fields if names.count(name) > 1})
    return fields


def _utf8(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise BadParameters("请求内容应为 UTF-8") from None
