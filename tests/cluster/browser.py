"""One user's browser: sends requests, keeps the session's cookie, and notes every request in the ledger."""

import asyncio
import json as json_
import random
import time
from collections.abc import Mapping
from typing import Any

from tests.cluster.connection import Connection, Reply
from tests.cluster.ledger import Ledger
from tests.cluster.outbox import Outbox

COOKIE = "session_id"
RETRIES, RETRY_SECONDS = 2, 1.0
"""How often an app sends a request again that was not answered or was answered with a 5xx, and after which pause."""


class Browser:
    """`ledger` and `outbox` belong to the whole load."""

    def __init__(self, address: tuple[str, int], ledger: Ledger, outbox: Outbox) -> None:
        self._connection = Connection(*address)
        self.ledger = ledger
        self.outbox = outbox

    async def ask(
        self,
        kind: str,
        verb: str,
        path: str,
        *,
        json: object = None,
        body: bytes | None = None,
        session: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Send one request as the owner of `session`, or as a visitor."""
        sent = dict(headers or {})
        if json is not None:
            body, sent["Content-Type"] = json_.dumps(json).encode(), "application/json"
        if session:
            sent["Cookie"] = f"{COOKIE}={session}; __Host-{COOKIE}={session}"
        began = time.monotonic()
        reply = await self._connection.send(verb, path, body, sent)
        self.ledger.note(kind, f"{verb} {path}", began, reply)
        return reply

    async def insist(self, kind: str, verb: str, path: str, **options: Any) -> Reply:
        """As `ask`, and again where the platform could not do it: for requests that may be repeated."""
        reply = await self.ask(kind, verb, path, **options)
        for _ in range(RETRIES):
            if not reply.failed:
                break
            await asyncio.sleep(RETRY_SECONDS * random.uniform(0.5, 1.5))
            reply = await self.ask(kind, verb, path, **options)
        return reply

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
