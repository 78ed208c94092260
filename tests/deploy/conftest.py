"""Engines that are started from their files of deploy/."""

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.deploy.engines import Engines, program, running

Start = Callable[..., Path]


@pytest.fixture
def root() -> Iterator[Path]:
    """A directory with a short name: tmp_path is too long for the address of a socket."""
    with tempfile.TemporaryDirectory(prefix="ihome-") as directory:
        yield Path(directory)


@pytest.fixture
def engines(root: Path) -> Engines:
    return Engines.make(root)


@pytest.fixture
def start(engines: Engines) -> Iterator[Start]:
    """Starts a program with a file of deploy/; `{}` in an option is the file. Returns the directory of its sockets.

    `port` is that of the server, on 127.0.0.1.
    """
    with ExitStack() as stack:

        def starter(name: str, template: str, *options: str, machine: int = 0, port: int = 8000) -> Path:
            path = engines.file(template, machine)
            path.write_text(re.sub(r"[\d.]+:8000 (?=check|track)", f"127.0.0.1:{port} ", path.read_text()))
            command = [program(name), *(option.format(path) for option in options)]
            stack.enter_context(running(command, path.parent / "log"))
            return path.parent / "run"

        yield starter
