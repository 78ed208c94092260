"""What pytest does differently while mutants are about: it notes how long tests take, or runs what a file tells it."""

import json
from pathlib import Path

import pytest

_SECONDS = "--mutants-seconds"
_RUN = "--mutants-run"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(_SECONDS, type=Path, help="write how long each test that passes takes")
    parser.addoption(_RUN, type=Path, help="run what pool.py has written there, and write how it ended")


def pytest_configure(config: pytest.Config) -> None:
    if (seconds := config.getoption(_SECONDS)) and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Stopwatch(seconds))
    if file := config.getoption(_RUN):
        told = json.loads(file.read_text())
        # as xdist's workers have it: tests/conftest.py uses these servers, and a database of that name
        config.workerinput = {"servers": tuple(told["servers"]), "workerid": told["worker"]}  # type: ignore[attr-defined]
        config.pluginmanager.register(_Run(file, told["tests"]))


class _Stopwatch:
    def __init__(self, file: Path) -> None:
        self._file = file
        self._seconds: dict[str, float] = {}
        self._not_passed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0.0) + report.duration
        if not report.passed:
            self._not_passed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        passed = {test: round(seconds, 4) for test, seconds in self._seconds.items() if test not in self._not_passed}
        self._file.write_text(json.dumps(passed))


class _Run:
    """Only these tests, in this order, each with a time-out of its own."""

    def __init__(self, file: Path, limits: dict[str, float]) -> None:
        self._file = file
        self._limits = limits
        self._order = {test: number for number, test in enumerate(limits)}
        self._failed: str | None = None
        self._timed_out = False
        self._ran: set[str] = set()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self._order), key=lambda i: self._order[i.nodeid])
        for item in items:
            item.add_marker(pytest.mark.timeout(self._limits[item.nodeid]))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._ran.add(report.nodeid)
        if report.failed:
            self._failed = self._failed or report.nodeid
            self._timed_out = self._timed_out or "Timeout" in str(report.longrepr)[-400:]

    def pytest_sessionfinish(self) -> None:
        ended = {"ran": len(self._ran), "failed": self._failed, "timed_out": self._timed_out}
        self._file.with_suffix(".ended").write_text(json.dumps(ended))
