"""The differences between the surfaces, as values: AJAX and REST (docs/api-contract.md), and pages for browsers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from services.errors import Refusal


@dataclass(frozen=True)
class Payload:
    """What an answer carries: `data`, under REST's names; `ajax`, the same under the names that the AJAX documents
    print, where those differ; `flat`, what the AJAX surface also shows beside `errno`."""

    data: Mapping[str, Any] | Sequence[Any] | orjson.Fragment = field(default_factory=dict)
    ajax: Mapping[str, Any] | None = None
    flat: Mapping[str, Any] = field(default_factory=dict)


Render = Callable[..., bytes]
"""A template's name and its values, as HTML."""


@dataclass(frozen=True)
class Surface:
    """`body` makes the body of an answer in an envelope, of its number, text and payload; `status` its HTTP status.
    `sign_in` is where somebody is sent who is not signed in; empty where that is a refusal as any other."""

    name: str
    content_type: str
    body: Callable[[Render, int, str, Payload], bytes]
    status: Callable[[Refusal], int]
    sign_in: str = ""


def _ajax(_: Render, errno: int, errmsg: str, payload: Payload) -> bytes:
    data = payload.data if payload.ajax is None else payload.ajax
    return orjson.dumps({"errno": errno, "errcode": errno, "errmsg": errmsg, "data": data, **payload.flat})


def _rest(_: Render, errno: int, errmsg: str, payload: Payload) -> bytes:
    return orjson.dumps({"errno": errno, "errmsg": errmsg, "data": payload.data})


def _page(render: Render, errno: int, errmsg: str, payload: Payload) -> bytes:
    """Pages answer with templates of their own; this is for what went wrong."""
    return render("error.html", errno=errno, errmsg=errmsg, data=payload.data)


_JSON = "application/json; charset=UTF-8"
HTML = "text/html; charset=UTF-8"
AJAX = Surface("AJAX", _JSON, _ajax, status=lambda refusal: refusal.status if refusal.transport else 200)
REST = Surface("REST", _JSON, _rest, status=lambda refusal: refusal.status)
PAGE = Surface("page", HTML, _page, status=lambda refusal: refusal.status, sign_in="/login")
