"""Holds processes to a share of a core: by a cgroup (version 1) where this process may make one, else by cpulimit."""

import contextlib
import os
import subprocess
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

_CGROUPS = Path("/sys/fs/cgroup/cpu")
_PERIOD = 100_000
"""µs. Shorter ones make the pace more even, but a process that is stopped more often finds its caches cold."""


@contextmanager
def held(name: str, pids: Collection[int], share: float) -> Iterator[None]:
    """During the block these processes and their children have at most this share of a core together."""
    if os.access(_CGROUPS / "cpu.cfs_quota_us", os.W_OK):
        with _cgroup(name, pids, share):
            yield
    else:
        with _cpulimit(pids, share):
            yield


@contextmanager
def _cgroup(name: str, pids: Collection[int], share: float) -> Iterator[None]:
    group = _CGROUPS / f"ihome-bench-{os.getpid()}-{name}"
    group.mkdir()
    try:
        (group / "cpu.cfs_period_us").write_text(f"{_PERIOD}")
        (group / "cpu.cfs_quota_us").write_text(f"{round(_PERIOD * share)}")
        for pid in pids:
            _move(pid, group)
        yield
    finally:
        for each in (group / "cgroup.procs").read_text().split():
            with contextlib.suppress(ProcessLookupError):
                (_CGROUPS / "cgroup.procs").write_text(each)
        group.rmdir()


def _move(pid: int, group: Path) -> None:
    for each in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
        (group / "cgroup.procs").write_text(f"{each.pid}")


@contextmanager
def _cpulimit(pids: Collection[int], share: float) -> Iterator[None]:
    """By SIGSTOP and SIGCONT, so the pace is rougher. Without children: with them, cpulimit 2.8 allows too much."""
    limiters = [
        subprocess.Popen(
            ["cpulimit", "--pid", f"{pid}", "--limit", f"{max(1, round(share * 100))}"],  # noqa: S607
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for pid in pids
    ]
    try:
        yield
    finally:
        for limiter in limiters:
            limiter.terminate()
            limiter.wait()
