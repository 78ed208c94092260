"""A Redis of its own for a test that harms it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.backing import Server, _redis, _socket


@pytest.fixture
def own_redis(tmp_path: Path) -> Iterator[Server]:
    server = _redis(tmp_path, print)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def own_url(tmp_path: Path) -> str:
    return f"unix://{_socket(tmp_path, 'redis')}?db=0"
