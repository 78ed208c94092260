"""Several processes behind one port: fork them, keep them running, replace them one by one, stop them together."""

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from socket import socket

import structlog

log = structlog.get_logger()

Serve = Callable[[int, Sequence[socket], Callable[[], None]], int]
"""Serves as the process of that number on those sockets, calls back once it is ready, returns its exit code."""

_SIGNALS = (signal.SIGCHLD, signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
_START_SECONDS = 30
_PAUSE_SECONDS = 1


class Supervisor:
    """Runs one copy of `serve` for each group of listening sockets.

    The sockets stay open here while a copy is replaced, so that no waiting connection is lost. SIGTERM and SIGINT
    stop all copies, SIGHUP replaces them one after the other, and one that dies is started again. Copies whose parent
    is gone, even by SIGKILL, stop as by SIGTERM.
    """

    def __init__(self, sockets: Sequence[Sequence[socket]], serve: Serve) -> None:
        self._sockets = sockets
        self._serve = serve
        self._places: dict[int, int] = {}
        self._stopping = False
        self._failed = False
        self._alive, self._held_open = os.pipe()
        """Only this process holds the writing end: it closes when this process ends."""

    def run(self) -> int:
        """Until told to stop. Returns 0 where every copy then ended well."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
        for place in range(len(self._sockets)):
            self._start(place)
        while self._places:
            match signal.sigwait(_SIGNALS):
                case signal.SIGCHLD:
                    self._reap()
                case signal.SIGHUP:
                    self._replace_each()
                case _:
                    self._stop()
        return int(self._failed)

    def _start(self, place: int) -> bool:
        """Fork a copy and wait until it is ready; False where it is not in time."""
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            self._be(place, writing)
        os.close(writing)
        self._places[pid] = place
        with os.fdopen(reading, "rb") as pipe:
            ready = bool(select.select([pipe], [], [], _START_SECONDS)[0]) and pipe.read() == b"ready"
        if not ready:
            log.error("process_not_ready", process=place, pid=pid)
        return ready

    def _be(self, place: int, writing: int) -> None:
        """In the copy: serve, then leave without the parent's clean-up."""
        for other, sockets in enumerate(self._sockets):
            for listening in sockets if other != place else ():
                listening.close()
        self._end_with_parent()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)

        def ready() -> None:
            with suppress(BrokenPipeError):  # the parent is gone: serve on until SIGTERM comes
                os.write(writing, b"ready")
            os.close(writing)

        code = 1
        try:
            code = self._serve(place, self._sockets[place], ready)
        except Exception:
            log.exception("process_failed", process=place)
        finally:
            sys.stdout.flush()
            os._exit(code)

    def _end_with_parent(self) -> None:
        """In the copy: send it SIGTERM once its parent has ended."""
        os.close(self._held_open)

        def watch() -> None:
            os.read(self._alive, 1)
            os.kill(os.getpid(), signal.SIGTERM)

        threading.Thread(target=watch, daemon=True, name="parent").start()

    def _reap(self) -> None:
        while self._places:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            place = self._places.pop(pid)
            code = os.waitstatus_to_exitcode(status)
            if self._stopping:
                self._failed = self._failed or code != 0
            else:
                log.error("process_died", process=place, pid=pid, code=code)
                time.sleep(_PAUSE_SECONDS)
                self._start(place)

    def _replace_each(self) -> None:
        for pid, place in list(self._places.items()):
            if not self._start(place):
                return
            os.kill(pid, signal.SIGTERM)
            os.waitpid(pid, 0)
            del self._places[pid]

    def _stop(self) -> None:
        self._stopping = True
        for pid in self._places:
            os.kill(pid, signal.SIGTERM)
        for sockets in self._sockets:
            for listening in sockets:
                listening.close()
