"""Which tests run which lines, and how long each takes: measured anew for the files of tests that need it."""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools import command
from tools.mutants.mutations import Place

TESTS = ("tests/unit", "tests/services", "tests/utils", "tests/api")
"""Browsers are left out: what only they notice lacks a test beside them."""

MAX_SECONDS = 120.0
"""How many seconds of tests run for a mutant, the quickest first."""

_SOURCES = ("config.py", "server.py", "handlers", "models", "services", "tools", "utils", "migrations", "tests")


@dataclass(frozen=True)
class Measured:
    """`tests` are the tests that passed, by the files and lines that they run; `seconds` is how long each took.

    `starting` are the tests that start a server or a command, whose lines are not measured. `reading` are the tests
    that read a source as text, by its path. `sources` are the texts of all these files.
    """

    tests: dict[str, dict[int, frozenset[str]]]
    seconds: dict[str, float]
    starting: frozenset[str]
    reading: dict[str, frozenset[str]]
    sources: dict[str, str]

    def covering(self, place: Place) -> list[str]:
        """The tests that run the code at this place or read its file, within MAX_SECONDS.

        The quickest case of each test function comes first, then their second cases, and so on; within such a round,
        quick tests come first. If no test runs the code in its own process, these are the tests that start another one.
        """
        lines = self.tests.get(place.path, {})
        found: frozenset[str] = frozenset()
        for first, last in place.spans:
            found = found or frozenset().union(*(lines.get(line, ()) for line in range(first, last + 1)))
        chosen: list[str] = []
        left = MAX_SECONDS
        cases: Counter[str] = Counter()
        rounds: dict[str, int] = {}
        found = (found or self._using(place) or self.starting) | self.reading.get(place.path, frozenset())
        for test in sorted(found, key=lambda test: (self.seconds[test], test)):
            function = test.partition("[")[0]
            cases[function] += 1
            rounds[test] = cases[function]
        for test in sorted(rounds, key=lambda test: rounds[test]):
            left -= self.seconds[test]
            if left < 0 and chosen:
                break
            chosen.append(test)
        return chosen

    def _using(self, place: Place) -> frozenset[str]:
        """For a statement outside of functions, which runs before any test: the tests that may use the names it binds.

        These are the tests in files that mention a name, and those that run a line that mentions one. If there are
        none: all tests that run a line of its file.
        """
        if not place.names:
            return frozenset()
        mentions = re.compile(rf"\b(?:{'|'.join(map(re.escape, place.names))})\b").search
        found = {test for test in self.seconds if mentions(self.sources[_file_of(test)])}
        for path, by_line in self.tests.items():
            lines = self.sources[path].splitlines()
            found.update(*(tests for line, tests in by_line.items() if mentions(lines[line - 1])))
        return frozenset(found) or frozenset().union(*self.tests.get(place.path, {}).values())


def measure(root: Path, var: Path, workers: int) -> Measured:
    """Run the tests of each file that has not been measured with these very sources.

    A file with a test that fails gets a second chance. Raises Problem where one fails again.
    """
    var.mkdir(parents=True, exist_ok=True)
    files = [file for name in TESTS for file in sorted((root / name).glob("**/test_*.py"))]
    common = _digest(file for name in _SOURCES for file in _files(root / name) if file not in files)
    kept = {file: var / f"{_digest([file], common)[:32]}.json" for file in files}
    failed: list[str] = []
    for _ in range(2):
        stale = [file.relative_to(root).as_posix() for file in files if not kept[file].exists()]
        if stale:
            print(f"measuring which lines the tests of {len(stale)} files run", flush=True)
            passed, failed = _measure(root, workers, stale)
            by_file: dict[str, dict[str, Any]] = {name: {} for name in stale}
            for test, measured in passed.items():
                by_file[_file_of(test)][test] = measured
            for name in by_file.keys() - {_file_of(test) for test in failed}:
                kept[root / name].write_text(json.dumps(by_file[name]))
    if failed:
        raise command.Problem(f"tests fail without any mutant, mend them first: {', '.join(failed)}")
    return _read(root, kept.values())


def _measure(root: Path, workers: int, files: list[str]) -> tuple[dict[str, Any], list[str]]:
    """What plugin.py measures of the tests that passed, and the tests that failed."""
    passed: dict[str, Any] = {}
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="ihome-measured-") as directory:
        arguments = ["-n", str(workers), "-p", "tools.mutants.plugin", f"--mutants-measure={directory}"]
        ended = subprocess.run([sys.executable, "-m", "pytest", *arguments, *files], cwd=root, check=False)
        for file in Path(directory).iterdir():
            written = json.loads(file.read_text())
            passed |= written["passed"]
            failed += written["failed"]
    if ended.returncode and not failed:
        raise command.Problem("the tests do not run")
    return passed, failed


def _read(root: Path, files: Iterable[Path]) -> Measured:
    tests: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    seconds: dict[str, float] = {}
    starting = set()
    reading: dict[str, set[str]] = defaultdict(set)
    for file in files:
        for test, measured in json.loads(file.read_text()).items():
            seconds[test] = measured["seconds"]
            if measured["starts"]:
                starting.add(test)
            for path in measured["reads"]:
                reading[path].add(test)
            for path, lines in measured["lines"].items():
                for line in range(lines.bit_length()):
                    if lines >> line & 1:
                        tests[path][line].add(test)
    sources = {path: (root / path).read_text() for path in {*tests, *(_file_of(test) for test in seconds)}}
    frozen = {path: {line: frozenset(at) for line, at in lines.items()} for path, lines in tests.items()}
    read = {path: frozenset(tests) for path, tests in reading.items()}
    return Measured(frozen, seconds, frozenset(starting), read, sources)


def _file_of(test: str) -> str:
    return test.partition("::")[0]


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("**/*.py")) + sorted(path.glob("**/*.sql")) if path.is_dir() else [path]


def _digest(files: Iterable[Path], start: str = "") -> str:
    digest = hashlib.sha256(start.encode())
    for file in files:
        digest.update(f"{file}\0{file.read_text()}\0".encode())
    return digest.hexdigest()
