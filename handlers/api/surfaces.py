"""How the surfaces differ: AJAX and REST (docs/api-contract.md), pages for browsers, and files of the site."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from handlers.api.answers import Ajax, Empty
from services.errors import Refusal

JSON = "application/json; charset=UTF-8"
HTML = "text/html; charset=UTF-8"
_EMPTY = Empty()


@dataclass(frozen=True)
class Surface:
    """`envelope` writes errno, errmsg and an answer; `status` is the HTTP status of a refusal.

    `sign_in` is the page to which visitors are redirected when they have to sign in; empty where they get a refusal.
    """

    name: str
    content_type: str
    envelope: Callable[[int, str, Any], bytes]
    status: Callable[[Refusal], int]
    sign_in: str = ""
    documented: bool = True
    """Whether the API's document describes the routes."""


def _ajax(errno: int, errmsg: str, answer: Any) -> bytes:
    data, beside = (answer.data, vars(answer.beside)) if isinstance(answer, Ajax) else (answer, {})
    return orjson.dumps({"errno": errno, "errcode": errno, "errmsg": errmsg, "data": data, **beside})


def _rest(errno: int, errmsg: str, answer: Any) -> bytes:
    return orjson.dumps({"errno": errno, "errmsg": errmsg, "data": answer})


AJAX = Surface("AJAX", JSON, _ajax, status=lambda refusal: refusal.status if refusal.transport else 200)
REST = Surface("REST", JSON, _rest, status=lambda refusal: refusal.status)
PAGE = Surface("page", HTML, _rest, status=lambda refusal: refusal.status, sign_in="/login", documented=False)
FILE = Surface("file", JSON, _rest, status=lambda refusal: refusal.status, documented=False)
"""Files that browsers and search engines look for under a fixed path, such as /robots.txt."""
