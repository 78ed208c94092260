"""MariaDB and Redis for development, tests and benchmarks.

Uses the servers that IHOME_DATABASE_URL and IHOME_REDIS_URL name. A server that is not named is started from the
binaries on this machine, with its data and its Unix socket under one directory, and stopped at the end. If the binaries
are missing and root or sudo is available, Debian's packages are installed first.
"""

import argparse
import fcntl
import getpass
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pymysql

from config import environment, load_servers
from tools import child_processes, command, packages
from utils.mysql import connection_options

_START_SECONDS = 60
_STOP_SECONDS = 20
_SOCKET_PATH_LIMIT = 100


class ServicesUnavailable(command.Problem):
    """MariaDB or Redis cannot be started; the message says what to do about it."""


@dataclass(frozen=True)
class DevServices:
    """The URLs of MariaDB and Redis, and by name the processes that were started for them."""

    database_url: str
    redis_url: str
    processes: dict[str, "ServiceProcess"] = field(default_factory=dict)

    def settings(self, directory: Path) -> dict[str, Any]:
        """Config's fields for a development server that uses these two, with its files in `directory`."""
        return {
            "env": "development",
            "database_url": self.database_url,
            "redis_url": self.redis_url,
            "outbox": directory,
            "media": directory / "media",
        }


@dataclass
class ServiceProcess:
    """A server process that can be started again after it was killed. `answers` tells whether it accepts requests."""

    command: list[str]
    log: Path
    answers: Callable[[], bool]
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.stop()
        with self.log.open("ab") as output:
            # a group of its own: Ctrl-C at the terminal must reach the web server first
            self.process = subprocess.Popen(
                child_processes.bound(self.command),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        deadline = time.monotonic() + _START_SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise ServicesUnavailable(
                    f"{Path(self.command[0]).name} did not start; see {self.log}:\n{_tail(self.log)}"
                )
            time.sleep(0.05)

    def signal(self, number: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(number)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
        if self.process:
            self.process.wait()


@contextmanager
def dev_services(var: Path, *, say: Callable[[str], None] = print, megabytes: int = 128) -> Iterator[DevServices]:
    """Run MariaDB, with this much memory for its tables, and Redis during the block. Raises ServicesUnavailable."""
    named = load_servers()
    with ExitStack() as stack:
        database_url, redis_url = named.database_url, named.redis_url
        processes: dict[str, ServiceProcess] = {}
        if not (database_url and redis_url):
            var = var.resolve()
            var.mkdir(parents=True, exist_ok=True, mode=0o700)
            stack.enter_context(only_user_of(var))
        if not database_url:
            processes["mariadb"] = server = _mariadb(var, say, megabytes)
            stack.callback(server.stop)
            server.start()
            database_url = f"mysql://root@localhost/ihome?unix_socket={socket_path(var, 'mariadb')}"
        if not redis_url:
            processes["redis"] = server = _redis(var, say)
            stack.callback(server.stop)
            server.start()
            redis_url = f"unix://{socket_path(var, 'redis')}?db=0"
        yield DevServices(database_url, redis_url, processes)


def _mariadb(var: Path, say: Callable[[str], None], megabytes: int) -> ServiceProcess:
    daemon = _find(say, "mariadbd", "mysqld")
    data, path = var / "mariadb", socket_path(var, "mariadb")
    _stop_orphan(var / "mariadb.pid", Path(daemon).name)
    temporary = var / "mariadb-tmp"  # not shared: a starting MariaDB deletes all temporary tables in it
    temporary.mkdir(exist_ok=True)
    if not (data / "mysql").exists():
        say(f"making a MariaDB data directory in {data}")
        make_mariadb_data([_find(say, "mariadb-install-db", "mysql_install_db")], data, getpass.getuser())
    command = [
        daemon,
        "--no-defaults",
        f"--datadir={data}",
        f"--socket={path}",
        f"--pid-file={var / 'mariadb.pid'}",
        f"--tmpdir={temporary}",
        f"--user={getpass.getuser()}",
        "--skip-networking",
        "--character-set-server=utf8mb4",
        "--max-connections=300",
        f"--innodb-buffer-pool-size={megabytes}M",
        "--innodb-log-file-size=48M",
    ]

    def answers() -> bool:
        greeting = _ask(path, b"")  # a packet: length (3 bytes), number, protocol version 10
        return greeting[3:5] == b"\x00\x0a"

    return ServiceProcess(command, var / "mariadb.log", answers)


def make_mariadb_data(program: Sequence[str], data: Path, user: str) -> None:
    """Make a MariaDB data directory that belongs to `user`, by the command `program`, mariadb-install-db.

    Raises ServicesUnavailable.
    """
    made_in = data.with_name(f"{data.name}.new")  # renamed when complete: a killed run leaves no partial data
    shutil.rmtree(made_in, ignore_errors=True)
    made_in.mkdir()
    shutil.chown(made_in, user)
    with tempfile.TemporaryDirectory(
        dir=data.parent
    ) as temporary:  # not shared: MariaDB deletes what others have in it
        shutil.chown(temporary, user)
        made = subprocess.run(
            [
                *program,
                "--no-defaults",
                f"--datadir={made_in}",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--force",  # where the name of this machine has no address
                f"--user={user}",
            ],
            env=environment() | {"TMPDIR": temporary},
            capture_output=True,
            check=False,
        )
    if made.returncode:
        raise ServicesUnavailable(f"MariaDB could not make its data directory:\n{made.stderr.decode()[-2000:]}")
    shutil.rmtree(data, ignore_errors=True)
    made_in.rename(data)


def _redis(var: Path, say: Callable[[str], None]) -> ServiceProcess:
    daemon, data, path = _find(say, "redis-server"), var / "redis", socket_path(var, "redis")
    data.mkdir(exist_ok=True)
    _stop_orphan(var / "redis.pid", Path(daemon).name)
    command = [daemon, "--port", "0", "--unixsocket", str(path), "--unixsocketperm", "700", "--dir", str(data)]
    command += ["--pidfile", str(var / "redis.pid"), "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""]
    command += ["--maxmemory-policy", "noeviction"]

    def answers() -> bool:
        return _ask(path, b"PING\r\n") == b"+PONG\r\n"

    return ServiceProcess(command, var / "redis.log", answers)


def _ask(path: Path, question: bytes) -> bytes:
    """Send bytes to a Unix socket; returns the beginning of the answer, b"" if nobody listens."""
    try:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(1)
            client.connect(str(path))
            client.sendall(question)
            return client.recv(16)
    except OSError:
        return b""


def create_database(url: str) -> None:
    """Create the database that `url` names, unless it exists. Raises pymysql's errors."""
    options = connection_options(url)
    name = options.pop("db")
    connection = pymysql.connect(**options, connect_timeout=5)
    with connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE IF NOT EXISTS `{name}` CHARACTER SET utf8mb4")


def _find(say: Callable[[str], None], *names: str) -> str:
    """The path of the first of these programs, installed if need be. Raises ServicesUnavailable."""
    found = packages.find(say, names, ("mariadb-server", "redis-server"))
    if found is None:
        raise ServicesUnavailable(
            "MariaDB and Redis are needed: install them (`apt install mariadb-server redis-server`, "
            "`dnf install mariadb-server redis`, `brew install mariadb redis`), "
            "or name running ones in IHOME_DATABASE_URL and IHOME_REDIS_URL."
        )
    return found


def socket_path(var: Path, name: str) -> Path:
    """The path of a socket in `var`, or in a private directory with a short name if that is too long for a socket."""
    path = var / f"{name}.sock"
    if len(str(path)) <= _SOCKET_PATH_LIMIT:
        return path
    return private_directory(hashlib.sha256(str(var).encode()).hexdigest()[:12]) / f"{name}.sock"


def private_directory(name: str) -> Path:
    """A directory with a short path, which nobody else may enter. Raises ServicesUnavailable."""
    path = Path(tempfile.gettempdir()) / f"ihome-{os.getuid()}-{name}"
    path.mkdir(mode=0o700, exist_ok=True)
    if path.stat().st_uid != os.getuid():
        raise ServicesUnavailable(f"{path} belongs to somebody else: have it removed")
    path.chmod(0o700)
    return path


@contextmanager
def only_user_of(var: Path) -> Iterator[None]:
    """Hold a directory during the block. Raises ServicesUnavailable where another process holds it."""
    with (var / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServicesUnavailable(f"another copy runs on {var}; choose another directory with VAR=…") from None
        yield


def _stop_orphan(pid_file: Path, name: str) -> None:
    """Stop the server of an earlier run that was killed. It is no other run's: we hold the lock of the directory."""
    try:
        pid = int(pid_file.read_text())
        if name not in Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace"):
            return
        os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + _STOP_SECONDS
        while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
    except (OSError, ValueError):
        return


def _tail(path: Path) -> str:
    return "\n".join(path.read_text(errors="replace").splitlines()[-10:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("var", nargs="?", type=Path, default=Path("var"), help="the directory of data and sockets")
    var: Path = parser.parse_args().var
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with dev_services(var, say=lambda text: print(text, file=sys.stderr)) as running:
            print(f"IHOME_DATABASE_URL={running.database_url}\nIHOME_REDIS_URL={running.redis_url}", flush=True)
            while True:
                signal.pause()
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
