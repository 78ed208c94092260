"""MariaDB and Redis that a test may harm."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools.backing import Backing, backing, create_database
from tools.migrate import migrate


@pytest.fixture
def own_backing(tmp_path: Path) -> Iterator[Backing]:
    with backing(tmp_path / "var") as running:
        if len(running.processes) < 2:
            pytest.skip("these servers are not ours to kill: unset IHOME_DATABASE_URL and IHOME_REDIS_URL")
        create_database(running.database_url)
        migrate(running.database_url)
        yield running


def kill(name: str, running: Backing) -> Callable[[], None]:
    running.processes[name].signal(signal.SIGKILL)
    return running.processes[name].start


def freeze(name: str, running: Backing) -> Callable[[], None]:
    running.processes[name].signal(signal.SIGSTOP)
    return lambda: running.processes[name].signal(signal.SIGCONT)


def restart(name: str, running: Backing) -> Callable[[], None]:
    running.processes[name].stop()
    return running.processes[name].start
