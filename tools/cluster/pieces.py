"""One piece of a cluster: a program that is started, and harmed."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tools import child_processes

_STOP_SECONDS = 25
_FIELD_OF_SESSION = 3
"""In /proc/PID/stat, behind the name in parentheses: state, parent, group, session (proc_pid_stat(5))."""

_ERROR = re.compile(r"(?i)^(?!.*(\[note\]|aborted connection)).*\b(error|alert|emerg|fatal|oom)\b")


@dataclass
class Piece:
    """A program with all its child processes. `restart` is how long it stays dead after it has ended, in seconds."""

    name: str
    address: str
    command: list[str]
    log: Path
    restart: float
    env: dict[str, str] | None = None
    cwd: Path | None = None
    wanted: bool = False
    """Whether it is started again when it ends."""
    frozen: bool = False
    cut_off: bool = False
    ended_at: float | None = None
    log_begins: int = 0
    """Where the log of this run begins, in bytes."""
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def kind(self) -> str:
        """`galera` of `galera-a`."""
        return self.name.partition("-")[0]

    @property
    def machine(self) -> str:
        """`a` of `galera-a`; empty for a piece that stands alone."""
        return self.name.partition("-")[2]

    @property
    def pid(self) -> int | None:
        """The process that was started; None while it does not run."""
        return self.process.pid if self.process and self.process.poll() is None else None

    def start(self, *extra: str) -> None:
        """Start the program; `extra` are further arguments for this start only."""
        self.wanted, self.frozen, self.ended_at = True, False, None
        with self.log.open("ab") as output:
            if self.process is None:
                self.log_begins = output.tell()
            self.process = subprocess.Popen(
                child_processes.bound([*self.command, *extra]),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=self.env,
                cwd=self.cwd,
                start_new_session=True,
            )

    def start_if_due(self) -> bool:
        """Start the program again once it has been dead for `restart` seconds; returns whether it was started."""
        if not self.wanted or self.pid is not None:
            return False
        self.ended_at = self.ended_at or time.monotonic()
        if time.monotonic() - self.ended_at < self.restart:
            return False
        self.start()
        return True

    def kill(self) -> None:
        """SIGKILL; the program is started again after `restart` seconds."""
        self.signal(signal.SIGKILL)
        if self.process:
            self.process.wait()
        self.frozen = False

    def freeze(self) -> None:
        """SIGSTOP, until `thaw`."""
        self.signal(signal.SIGSTOP)
        self.frozen = True

    def thaw(self) -> None:
        """SIGCONT."""
        self.signal(signal.SIGCONT)
        self.frozen = False

    def ask_to_stop(self) -> None:
        """SIGTERM; the program is not started again."""
        self.wanted = False
        if self.frozen:
            self.thaw()
        if self.pid:
            os.kill(self.pid, signal.SIGTERM)

    def stop(self) -> None:
        """End the program: SIGTERM, after 25 s SIGKILL; it is not started again."""
        self.ask_to_stop()
        if self.process:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(_STOP_SECONDS)
        self.kill()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program and all its children."""
        if self.process:
            for pid in _session(self.process.pid):
                with suppress(ProcessLookupError):
                    os.kill(pid, number)

    def last_error(self) -> str:
        """The last line of this run's log that tells of an error; empty if there is none in its last 4 KiB."""
        with suppress(OSError), self.log.open("rb") as log:
            begins = max(self.log_begins, self.log.stat().st_size - 4096)
            log.seek(begins)
            if begins > self.log_begins:
                log.readline()  # the rest of a line
            for line in reversed(log.read().decode(errors="replace").splitlines()):
                if _ERROR.search(line):
                    return line
        return ""


def _session(leader: int) -> Iterator[int]:
    """The processes of a session: the program that leads it, and its children."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with suppress(OSError, IndexError):
                if int((entry / "stat").read_text().rpartition(")")[2].split()[_FIELD_OF_SESSION]) == leader:
                    yield int(entry.name)
