"""What a log line holds, and that none is lost on the way."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from tornado.ioloop import IOLoop

from utils import log


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()
    log.configure(json=False, level="info")
    root.handlers[:], root.level = handlers, level


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_access_lines_are_written_together_and_the_last_ones_at_the_end(
    io_loop: IOLoop, capsys: pytest.CaptureFixture[str]
) -> None:
    async def answer() -> None:
        log.configure(json=True, level="info")
        for number in range(3):
            log.access(request_id="r", route="/api/login", status=200 + number)
        assert lines(capsys) == []
        log.flush()

    io_loop.run_sync(answer)
    found = lines(capsys)
    assert [line["status"] for line in found] == [200, 201, 202]
    assert {(line["event"], line["level"], line["route"]) for line in found} == {("request", "info", "/api/login")}
    assert str(found[0]["timestamp"]).endswith("Z")


def test_they_are_as_quiet_as_was_asked(io_loop: IOLoop, capsys: pytest.CaptureFixture[str]) -> None:
    async def answer() -> None:
        log.configure(json=True, level="warning")
        log.access(status=200)
        log.flush()

    io_loop.run_sync(answer)
    assert lines(capsys) == []


def test_every_line_of_a_request_says_which(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure(json=True, level="info")
    token = log.REQUEST_ID.set("abc")
    structlog.get_logger().warning("dependency_failed", error="x")
    log.REQUEST_ID.reset(token)
    assert [(line["event"], line["request_id"]) for line in lines(capsys)] == [("dependency_failed", "abc")]
