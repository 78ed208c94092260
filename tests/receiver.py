"""A program of a user that receives webhooks: it verifies each message, and answers as it is told."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from standardwebhooks.webhooks import Webhook, WebhookVerificationError
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPHeaders, HTTPServerRequest, ResponseStartLine
from tornado.testing import bind_unused_port


@dataclass(frozen=True)
class Message:
    """A message that has come."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    def event(self, secret: str) -> Any:
        """The event. Raises WebhookVerificationError for one that is not signed with this secret.

        Its time is not compared: the clock of a test goes ahead.
        """
        sent_at = datetime.fromtimestamp(int(self.headers["webhook-timestamp"]), UTC)
        signature = Webhook(secret).sign(self.id, sent_at, self.body.decode())
        if signature not in self.headers["webhook-signature"].split(" "):
            raise WebhookVerificationError
        return json.loads(self.body)


class Receiver:
    """Answers each request with what `answer` says of it: a status, and a body; None for no answer at all."""

    def __init__(self, answer: Callable[[Message], tuple[int, bytes] | None] = lambda _: (204, b"")) -> None:
        self.answer = answer
        self.messages: list[Message] = []
        self._server = HTTPServer(self._receive)
        socket, port = bind_unused_port()
        self._server.add_sockets([socket])
        self.url = f"http://127.0.0.1:{port}/ihome"

    async def close(self) -> None:
        self._server.stop()
        await self._server.close_all_connections()

    def _receive(self, request: HTTPServerRequest) -> None:
        headers = {name.lower(): value for name, value in request.headers.get_all()}
        message = Message(request.path, headers, request.body)
        self.messages.append(message)
        answer = self.answer(message)
        if answer is None:
            return
        status, body = answer
        connection = request.connection
        assert connection
        sent = HTTPHeaders({"Content-Length": str(len(body))} if status != 204 else {})
        if 300 <= status < 400:
            sent["Location"] = self.url
        connection.write_headers(ResponseStartLine("HTTP/1.1", status, "x"), sent, body)
        connection.finish()
