"""Starts an engine from its file of deploy/, on loopback addresses that no other test uses."""

import getpass
import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tools import child_processes, packages
from tools.cluster.layout import Context, Endpoint, Machine, Secrets, render

SECRETS = Secrets(**{name: f"{name}-password-of-a-test" for name in Secrets.__dataclass_fields__})
PACKAGES = {
    "mariadbd": "mariadb-server",
    "mariadb-install-db": "mariadb-server",
    "/usr/lib/galera/libgalera_smm.so": "galera-4",
    "redis-server": "redis-server",
    "redis-sentinel": "redis-sentinel",
    "haproxy": "haproxy",
    "nginx": "nginx-light",
}


def program(name: str) -> str:
    """The path of a program, installed if need be; without it the test is skipped."""
    path = packages.find(print, [name], [PACKAGES[name]])
    if path is None:
        pytest.skip(f"{name} is missing, and {PACKAGES[name]} cannot be installed")
    return path


@dataclass
class Engines:
    """Three machines with a loopback address each, and a directory for their files."""

    root: Path
    context: Context

    @classmethod
    def make(cls, root: Path, *, real: bool = False) -> "Engines":
        """`real`: as on machines of their own, where HAProxy listens on 127.0.0.1 and nginx speaks TLS."""
        prefix = f"127.{os.getpid() >> 8 & 127 | 128}.{os.getpid() & 255}"
        machines = tuple(_machine(name, f"{prefix}.{number}", real) for number, name in enumerate("abc", 1))
        return cls(
            root,
            Context(
                site="ihome.example",
                machines=machines,
                me=machines[0],
                network="127.0.0.0/8",
                secrets=SECRETS,
                edges=(f"{prefix}.9",),
                tls=real,
                memory=64,
                http_port=8080,
                edge=Endpoint(f"{prefix}.9", 8000),
                nginxes=(Endpoint(machines[0].nginx, 8080, "a"),),
                user=getpass.getuser(),
            ),
        )

    def file(self, template: str, machine: int = 0, **changes: str) -> Path:
        """The rendered file for a machine; `changes` replaces values of the context."""
        directory = self.root / f"{Path(template).stem}-{machine}"
        for name in ("data", "run", "logs"):
            (directory / name).mkdir(parents=True, exist_ok=True)
        places = {name: str(directory / name) for name in ("data", "run", "logs")}
        context = replace(self.context, me=self.context.machines[machine], **(places | changes))  # type: ignore[arg-type]
        path = directory / Path(template).name
        path.write_text(render(template, context))
        return path


def _machine(name: str, address: str, real: bool) -> Machine:
    machine = Machine.real(name, address)
    return machine if real else replace(machine, haproxy=address)


@contextmanager
def running(command: Sequence[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The command, until the end of the block."""
    with log.open("ab") as output:
        process = subprocess.Popen(child_processes.bound(command), stdout=output, stderr=output)
    try:
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        process.kill()
        process.wait()


def check(command: Sequence[str]) -> str:
    """The output of a program that has to accept its file; warnings count as refusals."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert not re.search(r"\[WARNING|\[ALERT|\[warn]|unknown variable|deprecated", done.stderr), done.stderr
    return done.stdout
