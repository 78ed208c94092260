"""Queries and bodies as dictionaries: JSON, urlencoded and multipart forms, read strictly."""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any
from urllib.parse import parse_qsl

import orjson
from tornado.httputil import (
    HTTPFile,
    HTTPInputError,
    ParseMultipartConfig,
    parse_multipart_form_data,
)

from services.errors import BadParameters, UnsupportedMediaType

Fields = dict[str, Any]
_MAX_FIELDS = 100
_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]")
"""RFC 2046, section 5.1.1. A longer boundary is refused: searching for it is slow (its length times the body's)."""
_BRACKETS = re.compile(r"([^\[\]]+)\[([0-9]{0,3})\]")
"""jQuery's names for the items of a list: `facility[]`, or `facility[0]` and so on."""


class Repeated(ValueError):
    """A JSON object has the same name more than once; `args` holds such names."""


def query(text: str, separator: str = "&", lists: Collection[str] = ()) -> Fields:
    """The fields of a query string or urlencoded form; fields in `lists` may repeat. Raises BadParameters."""
    try:
        pairs = parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS, separator=separator
        )
    except ValueError:
        raise BadParameters("表单无法解析，或字段过多") from None
    return _fields(pairs, lists)


def body(content: bytes, content_type: str, parts: ParseMultipartConfig, lists: Collection[str] = ()) -> Fields:
    """The fields of a body; without a content type it is read as JSON. `lists` is as in `query`.

    Raises BadParameters, UnsupportedMediaType.
    """
    kind, _, parameters = content_type.partition(";")
    charset = re.search(r"""charset="?([^\s";]*)""", parameters.lower())
    is_utf8 = charset is None or charset[1] == "utf-8"
    match kind.strip().lower():
        case "application/json" | "" if is_utf8:
            return _json(content)
        case "application/x-www-form-urlencoded" if is_utf8:  # Alipay adds `; text/html`
            return query(_utf8(content), lists=lists)
        case "multipart/form-data":
            return _multipart(content, content_type, parts, lists)
    raise UnsupportedMediaType


def _json(content: bytes) -> Fields:
    if not content.strip():
        return {}
    try:
        value = parse(content)
    except Repeated as error:
        raise BadParameters(fields=dict.fromkeys(error.args[:_MAX_FIELDS], "字段重复")) from None
    except ValueError:
        raise BadParameters("JSON 无法解析") from None
    if not isinstance(value, dict):
        raise BadParameters("JSON 应为对象")
    if len(value) > _MAX_FIELDS:
        raise BadParameters("JSON 字段过多")
    return value


def parse(content: bytes | str) -> Any:
    """Parse JSON. Raises ValueError for malformed JSON, Repeated for an object with the same name twice."""
    value = orjson.loads(content)
    # of two equal names, orjson silently takes the last
    try:
        _NAME_CHECKER.decode(content if isinstance(content, str) else content.decode())
    except RecursionError:
        raise ValueError from None
    return value


def _check_names(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) < len(pairs):
        raise Repeated(*_repeated(pairs))


_NAME_CHECKER = json.JSONDecoder(object_pairs_hook=_check_names, parse_int=bool, parse_float=bool)
"""Checks only the names of objects. It does not convert numbers: a long one would take more than linear time."""


def files(content: bytes, content_type: str, parts: ParseMultipartConfig) -> list[tuple[str, bytes]]:
    """Field name and content of each file of a multipart form. Raises BadParameters, UnsupportedMediaType."""
    if content_type.partition(";")[0].strip().lower() != "multipart/form-data":
        raise UnsupportedMediaType
    _, found = _parts(content, content_type, parts)
    return [(name, file.body) for name, files in found.items() for file in files]


def _multipart(content: bytes, content_type: str, parts: ParseMultipartConfig, lists: Collection[str]) -> Fields:
    arguments, _ = _parts(content, content_type, parts)
    return _fields([(name, _utf8(value)) for name, values in arguments.items() for value in values], lists)


def _parts(
    content: bytes, content_type: str, parts: ParseMultipartConfig
) -> tuple[dict[str, list[bytes]], dict[str, list[HTTPFile]]]:
    arguments: dict[str, list[bytes]] = {}
    files: dict[str, list[HTTPFile]] = {}
    boundary = _boundary(content_type)
    if not content[-len(boundary) - 6 :].rstrip(b"\r\n").endswith(b"--%b--" % boundary):
        raise BadParameters("表单无法解析，或字段过多")  # Tornado would search the whole body
    try:
        parse_multipart_form_data(boundary, content, arguments, files, config=parts)
    except (HTTPInputError, ValueError):  # Tornado lets errors of codecs and int() through
        raise BadParameters("表单无法解析，或字段过多") from None
    return arguments, files


def _boundary(content_type: str) -> bytes:
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.strip().partition("=")
        if name.lower() == "boundary" and _BOUNDARY.fullmatch(value.strip('"')):
            return value.strip('"').encode()
    raise BadParameters("表单无法解析，或字段过多")


def _fields(pairs: list[tuple[str, str]], lists: Collection[str]) -> Fields:
    """The fields of a form: fields in `lists` become lists, other fields must not repeat."""
    single: list[tuple[str, str]] = []
    items_of: dict[str, list[str]] = {}
    bracketed = set()
    for name, value in pairs:
        match = _BRACKETS.fullmatch(name)
        plain = match[1] if match else name
        if plain not in lists:
            single.append((name, value))
            continue
        items = items_of.setdefault(plain, [])
        if match:
            bracketed.add(plain)
            if match[2] and int(match[2]) != len(items):
                raise BadParameters(fields={plain: "列表的序号应从 0 开始，依次递增"})
        items.append(value)
    if repeated := _repeated(single):
        raise BadParameters(fields=dict.fromkeys(repeated, "字段重复"))
    return dict(single) | {name: _items(texts, bracketed=name in bracketed) for name, texts in items_of.items()}


def _items(texts: list[str], *, bracketed: bool) -> Any:
    """The items of a list. Without brackets, a single text may be a JSON array or separated by commas.

    Each item may be a JSON object.
    """
    if not bracketed and len(texts) == 1:
        text = texts[0].strip()
        if text.startswith("["):
            return _value(text)
        texts = text.split(",") if text and not text.startswith("{") else [text] * bool(text)
    return [_value(item) if item.lstrip().startswith("{") else item.strip() for item in texts]


def _value(text: str) -> Any:
    """The JSON value; malformed JSON stays text, so that the form refuses it under the name of its field."""
    try:
        return parse(text)
    except ValueError:
        return text


def _repeated(pairs: Iterable[tuple[str, Any]]) -> list[str]:
    return [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]


def _utf8(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise BadParameters("请求内容应为 UTF-8") from None
