"""All that the AJAX and the REST surface disagree on, as two values (CONTRACT.md, "Two surfaces")."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.errors import Refusal


@dataclass(frozen=True)
class Payload:
    """What an answer carries: `data`, under REST's names; `ajax`, the same under the names that the AJAX documents
    print, where those differ; `flat`, what the AJAX surface also shows beside `errno`."""

    data: Mapping[str, Any] | Sequence[Any] = field(default_factory=dict)
    ajax: Mapping[str, Any] | None = None
    flat: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Surface:
    name: str
    envelope: Callable[[int, str, Payload], dict[str, Any]]
    status: Callable[[Refusal], int]


def _ajax_envelope(errno: int, errmsg: str, payload: Payload) -> dict[str, Any]:
    data = payload.data if payload.ajax is None else payload.ajax
    return {"errno": errno, "errcode": errno, "errmsg": errmsg, "data": data, **payload.flat}


def _rest_envelope(errno: int, errmsg: str, payload: Payload) -> dict[str, Any]:
    return {"errno": errno, "errmsg": errmsg, "data": payload.data}


AJAX = Surface(
    name="AJAX",
    envelope=_ajax_envelope,
    status=lambda refusal: refusal.status if refusal.transport else 200,
)
REST = Surface(name="REST", envelope=_rest_envelope, status=lambda refusal: refusal.status)
