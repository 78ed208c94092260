"""Answers of endpoints that do not return theirs yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import orjson

from handlers.api.answers import Ajax, Document, Page
from handlers.api.refusing import Refusing
from handlers.api.surfaces import AJAX


@dataclass(frozen=True)
class Payload:
    data: Mapping[str, Any] | Sequence[Any] | orjson.Fragment = field(default_factory=dict)
    ajax: Mapping[str, Any] | None = None
    flat: Mapping[str, Any] = field(default_factory=dict)


class LegacyReplies(Refusing):
    replied = False

    def reply(self, payload: Payload = Payload(), text: str = "OK") -> None:
        self.replied = True
        data: Any = payload.data
        if self.route.surface is AJAX:
            data = Ajax(payload.data if payload.ajax is None else payload.ajax, SimpleNamespace(**payload.flat))
        self.write_enveloped(0, text, data)

    def reply_cacheable(self, payload: Payload, seconds: int) -> None:
        self.set_header("Cache-Control", f"public, max-age={seconds}")
        self.reply(payload)

    def reply_bytes(self, content: bytes) -> None:
        self.replied = True
        self.write_answer(Document(content))

    def reply_page(self, template: str, policy: str | None = None, **values: Any) -> None:
        self.replied = True
        self.write_answer(Page(template, values, policy, self.get_status()))
