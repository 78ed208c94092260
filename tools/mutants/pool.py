"""Runs mutants: each worker has a copy of the repository to write them into, and databases of its own."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import redis

from tools.mutants.covering import Measured
from tools.mutants.mutations import Mutant

_LINKED = (".venv", "node_modules")
_REDIS_DATABASES = 15


class Fate(Enum):
    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "survived"
    NOT_COVERED = "not covered"

    @property
    def noticed(self) -> bool:
        return self in (Fate.KILLED, Fate.TIMED_OUT)


@dataclass(frozen=True)
class Result:
    """`tests` were to run; `by` is the one that failed, None if none did or the code could not be imported."""

    mutant: Mutant
    fate: Fate
    tests: list[str]
    by: str | None


class Worker:
    """`servers` are the URLs of MariaDB and Redis. `number` names the databases, different for each of `workers`."""

    def __init__(self, root: Path, directory: Path, servers: tuple[str, str], number: int, workers: int) -> None:
        self._copy = directory / f"copy-{number}"
        self._told = directory / f"run-{number}.json"
        self._log = directory / f"run-{number}.log"
        self._temporary = directory / f"tmp-{number}"
        self._servers = servers
        self._number = number
        self._workers = workers
        _copy(root, self._copy)

    def run(self, mutant: Mutant, measured: Measured) -> Result:
        """Run the tests that cover the mutant, until one fails."""
        tests = measured.covering(mutant.place)
        if not tests:
            return Result(mutant, Fate.NOT_COVERED, [], None)
        file = self._copy / mutant.place.path
        original = file.read_text()
        _write(file, mutant.source())
        try:
            fate, by = self.tests(tests, measured)
        finally:
            _write(file, original)
        return Result(mutant, fate, tests, by)

    def tests(self, tests: list[str], measured: Measured) -> tuple[Fate, str | None]:
        """Run these tests on the copy as it is; returns the outcome, and the test that failed."""
        limits = {test: 10 + 10 * measured.seconds[test] for test in tests}
        self._empty_redis()
        told = {"tests": limits, "servers": self._servers, "worker": f"gw{self._number}"}
        self._told.write_text(json.dumps(told))
        ended = self._told.with_suffix(".ended")
        ended.unlink(missing_ok=True)
        command = [sys.executable, "-m", "pytest", "-p", "tools.mutants.plugin", f"--mutants-run={self._told}"]
        command += ["-o", "addopts=", "-x", "-q", "--tb=short", "--strict-markers", "-p", "no:cacheprovider"]
        command += [f"--basetemp={self._temporary}", *sorted({test.partition("::")[0] for test in tests})]
        with self._log.open("w") as log:
            process = subprocess.Popen(command, cwd=self._copy, stdout=log, stderr=log, start_new_session=True)
            try:
                code = process.wait(60 + 3 * sum(measured.seconds[test] for test in tests))
            except subprocess.TimeoutExpired:
                code = None
            finally:
                _end(process)
        if code is None:
            self._number += self._workers  # what the dead have left in their database is nobody's concern
            return Fate.TIMED_OUT, None
        if code == 0:
            return Fate.SURVIVED, None
        how: dict[str, Any] = json.loads(ended.read_text()) if ended.exists() else {"failed": None, "timed_out": False}
        return (Fate.TIMED_OUT if how["timed_out"] else Fate.KILLED), how["failed"]

    def _empty_redis(self) -> None:
        url = f"{self._servers[1].partition('?')[0]}?db={self._number % _REDIS_DATABASES + 1}"
        with redis.Redis.from_url(url) as client:
            client.flushdb()


def _copy(root: Path, copy: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=root,
        capture_output=True,
        check=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (root / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, copy / name)
    for name in _LINKED:
        if (root / name).exists() and not (copy / name).exists():
            (copy / name).symlink_to((root / name).resolve())


def _write(file: Path, source: str) -> None:
    """Write a source and delete its compiled code: Python would use it for a mutant of the same size and second."""
    file.write_text(source)
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and those that it has started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()
