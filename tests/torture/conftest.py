"""Harm to MariaDB and Redis; each function returns what undoes it."""

import signal
from collections.abc import Callable

from tools.dev_services import DevServices


def kill(name: str, running: DevServices) -> Callable[[], None]:
    running.processes[name].signal(signal.SIGKILL)
    return running.processes[name].start


def freeze(name: str, running: DevServices) -> Callable[[], None]:
    running.processes[name].signal(signal.SIGSTOP)
    return lambda: running.processes[name].signal(signal.SIGCONT)


def restart(name: str, running: DevServices) -> Callable[[], None]:
    running.processes[name].stop()
    return running.processes[name].start
