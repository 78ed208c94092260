"""Structured log lines on standard output: JSON in production, columns in a developer's terminal."""

import asyncio
import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

import orjson
import structlog
from structlog.tracebacks import ExceptionDictTransformer

REQUEST_ID: ContextVar[str] = ContextVar("request_id")
"""The id of the request that is being answered; every log line of it has this id."""

_FLUSH_SECONDS = 0.2
_FLUSH_LINES = 500

# local variables contain personal data
_WITHOUT_LOCALS = ExceptionDictTransformer(show_locals=False)


def configure(*, json: bool, level: str) -> None:
    """Send structlog and the standard library's logging to standard output in one form."""
    _access.wanted = logging.getLevelName(level.upper()) <= logging.INFO
    _access.json = json
    shared: list[structlog.types.Processor] = [
        _add_request_id,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[structlog.types.Processor] = (
        [structlog.processors.ExceptionRenderer(_WITHOUT_LOCALS), structlog.processors.JSONRenderer(ensure_ascii=False)]
        if json
        else [
            structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty(), exception_formatter=structlog.dev.plain_traceback)
        ]
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last]
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())


def access(**fields: Any) -> None:
    """Log an answered request. JSON lines are buffered for up to 0.2 s and written together."""
    if not _access.wanted:
        return
    if _access.json:
        _access.add({**fields, "event": "request", "level": "info", "timestamp": datetime.now(UTC)})
    else:
        structlog.get_logger().info("request", **fields)


def flush() -> None:
    """Write the buffered lines."""
    _access.flush()


class _Access:
    """The buffer of access lines. It bypasses `logging`, whose time for a line exceeds that of some whole requests."""

    def __init__(self) -> None:
        self.wanted = True
        self.json = False
        self._lines: list[bytes] = []
        self._timer: asyncio.TimerHandle | None = None

    def add(self, line: dict[str, Any]) -> None:
        self._lines.append(orjson.dumps(line, option=orjson.OPT_UTC_Z | orjson.OPT_APPEND_NEWLINE))
        if len(self._lines) >= _FLUSH_LINES:
            self.flush()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_FLUSH_SECONDS, self.flush)

    def flush(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        lines, self._lines = self._lines, []
        sys.stdout.buffer.write(b"".join(lines))
        sys.stdout.buffer.flush()


_access = _Access()


def _add_request_id(_: Any, __: str, event: structlog.types.EventDict) -> structlog.types.EventDict:
    request_id = REQUEST_ID.get(None)
    if request_id is not None:
        event.setdefault("request_id", request_id)
    return event
