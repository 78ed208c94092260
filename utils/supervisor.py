"""Several server processes behind one port: forked, restarted after a crash, replaced one by one, stopped together."""

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from socket import socket
from typing import NoReturn

import structlog

log = structlog.get_logger()

Serve = Callable[[int, Sequence[socket], Callable[[], None]], int]
"""Serves on these sockets as the process with this number, calls back when it is ready, and returns its exit code."""

_SIGNALS = (signal.SIGCHLD, signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
_START_SECONDS = 30
_PAUSE_SECONDS = 1


class Supervisor:
    """Runs a child process with `serve` for each group of listening sockets.

    The parent keeps the sockets open while a child is replaced, so no waiting connection is lost. SIGTERM and SIGINT
    stop all children, SIGHUP replaces them one after the other, and a child that dies is started again. Children stop,
    as by SIGTERM, when their parent ends, even by SIGKILL.
    """

    def __init__(self, sockets: Sequence[Sequence[socket]], serve: Serve) -> None:
        self._sockets = sockets
        self._serve = serve
        self._numbers: dict[int, int] = {}
        self._stopping = False
        self._failed = False
        self._parent_alive, self._parent_end = os.pipe()
        """Only the parent has the writing end open, so the pipe closes when the parent ends."""

    def run(self) -> int:
        """Run until SIGTERM or SIGINT. Returns 0 if every child then ended with 0, else 1."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
        for number in range(len(self._sockets)):
            self._start(number)
        while self._numbers:
            match signal.sigwait(_SIGNALS):
                case signal.SIGCHLD:
                    self._reap()
                case signal.SIGHUP:
                    self._replace_each()
                case _:
                    self._stop()
        return int(self._failed)

    def _start(self, number: int) -> bool:
        """Fork a child and wait until it is ready; False if it is not ready in time."""
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            self._run_child(number, writing)
        os.close(writing)
        self._numbers[pid] = number
        with os.fdopen(reading, "rb") as pipe:
            ready = bool(select.select([pipe], [], [], _START_SECONDS)[0]) and pipe.read() == b"ready"
        if not ready:
            log.error("process_not_ready", process=number, pid=pid)
        return ready

    def _run_child(self, number: int, writing: int) -> NoReturn:
        """In the child: serve, then exit without the parent's clean-up."""
        for other, sockets in enumerate(self._sockets):
            for listening in sockets if other != number else ():
                listening.close()
        self._end_with_parent()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)

        def ready() -> None:
            with suppress(BrokenPipeError):  # the parent has ended, and SIGTERM will follow
                os.write(writing, b"ready")
            os.close(writing)

        code = 1
        try:
            code = self._serve(number, self._sockets[number], ready)
        except Exception:
            log.exception("process_failed", process=number)
        finally:
            sys.stdout.flush()
            os._exit(code)

    def _end_with_parent(self) -> None:
        """In the child: send SIGTERM to itself when the parent has ended."""
        os.close(self._parent_end)

        def watch() -> None:
            os.read(self._parent_alive, 1)
            os.kill(os.getpid(), signal.SIGTERM)

        threading.Thread(target=watch, daemon=True, name="parent").start()

    def _reap(self) -> None:
        while self._numbers:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            number = self._numbers.pop(pid)
            code = os.waitstatus_to_exitcode(status)
            if self._stopping:
                self._failed = self._failed or code != 0
            else:
                log.error("process_died", process=number, pid=pid, code=code)
                time.sleep(_PAUSE_SECONDS)
                self._start(number)

    def _replace_each(self) -> None:
        for pid, number in list(self._numbers.items()):
            if not self._start(number):
                return
            os.kill(pid, signal.SIGTERM)
            os.waitpid(pid, 0)
            del self._numbers[pid]

    def _stop(self) -> None:
        self._stopping = True
        for pid in self._numbers:
            os.kill(pid, signal.SIGTERM)
        for sockets in self._sockets:
            for listening in sockets:
                listening.close()
