"""Which tests cover which lines, and how long each takes: measured once for a state of the sources."""

import hashlib
import json
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from coverage import CoverageData

from config import environment
from tools import command
from tools.mutants.mutations import Place

TESTS = ("tests/unit", "tests/services", "tests/utils", "tests/api")
"""Browsers are left out: what only they notice lacks a test beside them."""

MAX_SECONDS = 120.0
"""A mutant meets its quickest tests, so many seconds of them."""

_MEASURED = ("config.py", "server.py", "handlers", "models", "services", "tools", "utils")


@dataclass(frozen=True)
class Measured:
    """`tests` are the names of tests by file and line; `seconds` is how long each that passed took."""

    tests: dict[str, dict[int, frozenset[str]]]
    seconds: dict[str, float]
    sources: dict[str, list[str]] = field(repr=False)

    def covering(self, place: Place) -> list[str]:
        """The tests that run the code at this place, quickest first, within MAX_SECONDS."""
        lines = self.tests.get(place.path, {})
        found: frozenset[str] = frozenset()
        for first, last in place.spans:
            found = found or frozenset().union(*(lines.get(line, ()) for line in range(first, last + 1)))
        chosen: list[str] = []
        left = MAX_SECONDS
        for test in sorted(found or self._using(place.names), key=lambda test: (self.seconds[test], test)):
            left -= self.seconds[test]
            if left < 0 and chosen:
                break
            chosen.append(test)
        return chosen

    def _using(self, names: frozenset[str]) -> frozenset[str]:
        """The tests of every line that mentions one of these names: what binds them runs before any test does."""
        if not names:
            return frozenset()
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        return frozenset().union(
            *(
                tests
                for path, by_line in self.tests.items()
                for line, tests in by_line.items()
                if pattern.search(self.sources[path][line - 1])
            )
        )


def measure(root: Path, var: Path, workers: int) -> Measured:
    """Run the tests with coverage, unless that was done for these very sources. Raises Problem where one fails."""
    var.mkdir(parents=True, exist_ok=True)
    state, coverage, seconds = var / "state", var / "coverage", var / "seconds.json"
    now = _state(root)
    if not state.exists() or state.read_text() != now:
        print(f"measuring which tests cover which lines ({', '.join(TESTS)})", flush=True)
        state.unlink(missing_ok=True)
        arguments = ["-n", str(workers), "--cov", "--cov-context=test", "--cov-report=term:skip-covered"]
        arguments += ["-p", "tools.mutants.plugin", f"--mutants-seconds={seconds}", *TESTS]
        ran = subprocess.run(
            [sys.executable, "-m", "pytest", *arguments],
            cwd=root,
            env=environment() | {"COVERAGE_FILE": str(coverage)},
            check=False,
        )
        if ran.returncode:
            raise command.Problem("the tests fail without any mutant: mend them first")
        state.write_text(now)
    return _read(root, coverage, json.loads(seconds.read_text()))


def _read(root: Path, coverage: Path, seconds: dict[str, float]) -> Measured:
    data = CoverageData(str(coverage))
    data.read()
    tests: dict[str, dict[int, frozenset[str]]] = {}
    sources: dict[str, list[str]] = {}
    for file in data.measured_files():
        path = Path(file).relative_to(root).as_posix()
        sources[path] = (root / path).read_text().splitlines()
        tests[path] = {
            line: frozenset(test for test in (context.rpartition("|")[0] for context in contexts) if test in seconds)
            for line, contexts in data.contexts_by_lineno(file).items()
            if line > 0
        }
    return Measured(tests, seconds, sources)


def _state(root: Path) -> str:
    digest = hashlib.sha256()
    for name in (*_MEASURED, "tests"):
        path = root / name
        for file in sorted(path.glob("**/*.py")) if path.is_dir() else [path]:
            digest.update(f"{file.relative_to(root)}\0{file.read_text()}\0".encode())
    return digest.hexdigest()
