"""A pytest plugin for mutants: measures which lines each test runs, or runs the tests that a file lists."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage

_MEASURE = "--mutants-measure"
_RUN = "--mutants-run"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(_MEASURE, type=Path, help="write into this directory how long each test takes and what it runs")
    parser.addoption(_RUN, type=Path, help="run what pool.py has written there, and write how it ended")


def pytest_configure(config: pytest.Config) -> None:
    worker = getattr(config, "workerinput", {}).get("workerid", "gw0")
    if directory := config.getoption(_MEASURE):
        config.pluginmanager.register(_Measuring(directory / f"{worker}.json"))
    if file := config.getoption(_RUN):
        told = json.loads(file.read_text())
        # like a worker of xdist: tests/conftest.py uses these servers, and a database of that name
        config.workerinput = {"servers": tuple(told["servers"]), "workerid": told["worker"]}  # type: ignore[attr-defined]
        config.pluginmanager.register(_Running(file, told["tests"]))


class _Measuring:
    """Measures in memory. pytest-cov writes a file, which fails in the test of a full disk.

    At the end it writes a JSON file with the tests that failed, and for each test that passed: the seconds; whether it
    started a server or a command of ours; which sources it read as text; for each source, a number whose bit n is set
    if the test ran line n.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._root = Path.cwd()
        self._seconds: dict[str, float] = defaultdict(float)
        self._not_passed: set[str] = set()
        self._failed: set[str] = set()
        self._starting: set[str] = set()
        self._read: dict[str, set[str]] = defaultdict(set)
        self._test = ""
        self._coverage = Coverage(
            data_file=None,
            config_file=False,
            source=[str(self._root / name) for name in ("models", "services", "utils")],
        )
        self._coverage.set_option("run:disable_warnings", ["no-data-collected"])
        self._measures = False

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        if not self._measures:  # not at the start: xdist's controlling process runs no test
            self._measures = True
            self._coverage.start()
            sys.addaudithook(self._audit)
        self._test = item.nodeid
        self._coverage.switch_context(item.nodeid)
        done = yield
        self._coverage.switch_context("")
        return done

    def _audit(self, event: str, args: tuple[object, ...]) -> None:
        if event == "subprocess.Popen" and sys.executable in str(args[1]):
            self._starting.add(self._test)
        elif event == "open" and args[1] == "r" and str(args[0]).endswith(".py"):  # imports open files in binary mode
            self._read[self._test].add(str(args[0]))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] += report.duration
        if not report.passed:
            self._not_passed.add(report.nodeid)
        if report.failed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        if not self._measures:
            return
        self._coverage.stop()
        data = self._coverage.get_data()
        lines: dict[str, dict[str, int]] = {test: {} for test in self._seconds.keys() - self._not_passed}
        for file in data.measured_files():
            path = Path(file).relative_to(self._root).as_posix()
            for line, tests in data.contexts_by_lineno(file).items():
                for test in lines.keys() & tests:
                    lines[test][path] = lines[test].get(path, 0) | 1 << line
        measured = {
            test: {
                "seconds": round(self._seconds[test], 4),
                "starts": test in self._starting,
                "reads": [path.removeprefix(f"{self._root}/") for path in self._read[test]],
                "lines": ran,
            }
            for test, ran in lines.items()
        }
        self._file.write_text(json.dumps({"passed": measured, "failed": sorted(self._failed)}))


class _Running:
    """Runs only the listed tests, in that order, each with a time-out of its own."""

    def __init__(self, file: Path, limits: dict[str, float]) -> None:
        self._file = file
        self._limits = limits
        self._order = {test: number for number, test in enumerate(limits)}
        self._failed: str | None = None
        self._timed_out = False

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self._order), key=lambda i: self._order[i.nodeid])
        for item in items:
            item.add_marker(pytest.mark.timeout(self._limits[item.nodeid]))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self._failed:
            self._failed = report.nodeid
            self._timed_out = "Timeout (>" in str(report.longrepr)

    def pytest_sessionfinish(self) -> None:
        ended = {"failed": self._failed, "timed_out": self._timed_out}
        self._file.with_suffix(".ended").write_text(json.dumps(ended))
