"""ApiHandler: the life of every request, from its route to its log line.

Its parts have one duty each: context.py (the client and its session), admission.py (checks before the endpoint runs),
reading.py (forms and files), answering.py (envelopes and pages), refusing.py (errors).
"""

import asyncio
import time
from collections.abc import Mapping
from typing import Any

from tornado.web import RequestHandler

from handlers.api import bodies
from handlers.api.answers import Streaming
from handlers.api.refusing import Refusing
from handlers.api.routing import Route
from handlers.api.surfaces import HTML
from services.errors import Overloaded, Refusal
from utils import log as logs
from utils import metrics


class ApiHandler(Refusing):
    """One request. Its route tells who may make it, and which endpoint answers."""

    def initialize(self, route: Route, path_fields: bodies.Fields) -> None:
        self.route = route
        self.path_fields = path_fields
        self.names_sent: Mapping[str, str] = {}
        self.body = bytearray()
        self.errno = 0
        self.message = route.message
        self._started = time.perf_counter()
        self.application.active += 1
        self._is_active = True

    async def answer(self, *_: object) -> None:
        """Handle any verb of any route: run the endpoint within its time limit, and write what it returns."""
        if self.refusal is not None:
            raise self.refusal
        if self.request.method == "OPTIONS" and self.route.allowed and self.from_cors_origin:
            self.write_preflight()
        elif self.request.method == "HEAD" and self.route.verb == "GET" and self.route.has_effect:
            self.write_head_only()
        else:
            await self._run_endpoint()

    get = post = put = delete = patch = head = options = answer

    async def _run_endpoint(self) -> None:
        try:
            async with asyncio.timeout(self.http.upload_seconds if self.route.upload else self.http.request_seconds):
                answer = await self._ask_endpoint()
        except TimeoutError:
            raise Overloaded from None
        self.write_answer(answer)

    async def _ask_endpoint(self) -> Any:
        form, endpoint = self.route.form, self.route.endpoint
        try:
            return await (endpoint(self) if form is None else endpoint(self, await self.read(form)))
        except Refusal:
            if self.route.surface.content_type == HTML:
                await self.viewer()  # the page that says so has the visitor's navigation
            raise

    def stay_open(self, answer: Streaming) -> None:
        """Log and measure the beginning of the answer: its end is no answer of this request."""
        self.set_header("Content-Type", self.route.content_type)
        self.set_header("X-Accel-Buffering", "no")  # nginx passes on each event at once
        self.set_header("Connection", "close")
        self.write(answer.first)
        begun = self.flush()
        self.stays_open = True
        self.on_finish()
        self.application.log_request(self)
        if not begun.done() or begun.exception() is None:
            answer.begin(self.request.connection)

    # -- measuring

    def on_finish(self) -> None:
        metrics.requests(self.route.path, self.get_status()).observe(time.perf_counter() - self._started)
        self._leave()

    def on_connection_close(self) -> None:
        super().on_connection_close()
        self._leave()

    def _leave(self) -> None:
        if self._is_active:
            self._is_active = False
            self.application.active -= 1

    @property
    def elapsed_ms(self) -> float:
        return round((time.perf_counter() - self._started) * 1000, 1)


def log_request(handler: RequestHandler) -> None:
    """Log one line, without any text that the client has sent: a path may hold a mobile number, a query a code."""
    if not isinstance(handler, ApiHandler):
        return
    logs.access(
        request_id=handler.request_id,
        verb=handler.request.method,
        route=handler.route.path,
        status=handler.get_status(),
        errno=handler.errno,
        ms=handler.elapsed_ms,
        user_id=handler.session.user_id if handler.session else None,
    )
