"""What all commands have in common: --help, exit codes, one line where a store is away, and no process left behind."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from config import environment
from tests.live import ROOT, runs, wait_for_the_end_of

TOOLS = [
    "admin",
    "dev_services",
    "demo",
    "endpoints",
    "listings",
    "migrate",
    "run",
    "sessions",
    "states",
    "sweep",
    "worker",
]
COMMANDS = [
    *(("-m", f"tools.{name}") for name in TOOLS),
    ("-m", "bench"),
    ("-m", "bench.growth"),
    ("-m", "bench.lighthouse"),
    (str(ROOT / "server.py"),),
]
USES_STORES = [
    ("tools.admin", "list"),
    ("tools.admin", "appoint", "13800000000"),
    ("tools.demo",),
    ("tools.listings",),
    ("tools.listings", "--mend"),
    ("tools.migrate",),
    ("tools.migrate", "status"),
    ("tools.run", "--port=0"),
    ("tools.sessions", "end-all"),
    ("tools.sweep",),
    ("tools.worker", "--once"),
]
AWAY = {"database_url": "mysql://root@127.0.0.1:1/ihome", "redis_url": "redis://127.0.0.1:1/0"}
WRONG = [
    ("tools.migrate", "database_url", "postgres://root@127.0.0.1/ihome"),
    ("tools.sweep", "database_url", "mysql://root@127.0.0.1:port/ihome"),
    ("tools.dev_services", "redis_url", "127.0.0.1:6379"),
    ("tools.worker", "redis_url", "redis://127.0.0.1:port/0"),
]


def told(directory: Path, *arguments: str, **settings: object) -> "subprocess.CompletedProcess[str]":
    """What a command answers that is run in `directory`, with these settings and no others."""
    inherited = {name: value for name, value in environment(**settings).items() if not _unasked(name, settings)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=directory,
        env=inherited | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def _unasked(name: str, settings: dict[str, object]) -> bool:
    return name.startswith("IHOME_") and name.removeprefix("IHOME_").lower() not in settings


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[-1])
def test_help_helps_and_does_nothing_else(tmp_path: Path, command: tuple[str, ...]) -> None:
    if command[-1] in ("bench", "bench.growth"):
        pytest.importorskip("psutil")
    done = told(tmp_path, *command, "--help", env="development", outbox=tmp_path, media=tmp_path, **AWAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["dev_services", "endpoints", "migrate", "states", "sweep"])
def test_an_unknown_option_is_refused(tmp_path: Path, name: str) -> None:
    wrong = told(tmp_path, "-m", f"tools.{name}", "--no-such-option", env="development", outbox=tmp_path, **AWAY)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("usage: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", USES_STORES, ids=" ".join)
def test_a_store_that_is_away_is_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = told(tmp_path, "-m", *command, env="development", outbox=tmp_path, media=tmp_path / "media", **AWAY)
    assert done.returncode == 1
    assert done.stderr.startswith(("MariaDB: ", "Redis: "))
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(("command", "name", "value"), WRONG)
def test_a_malformed_address_is_one_line(tmp_path: Path, command: str, name: str, value: str) -> None:
    settings: dict[str, object] = {"env": "development", "outbox": tmp_path, "media": tmp_path, **AWAY, name: value}
    done = told(tmp_path, "-m", command, **settings)
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert line.startswith(f"IHOME_{name.upper()}: ")


@pytest.mark.parametrize("command", [("tools.admin", "list"), ("tools.migrate",), ("tools.worker",)], ids=" ".join)
def test_missing_settings_are_named(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = told(tmp_path, "-m", *command)
    assert done.returncode == 2
    assert "IHOME_DATABASE_URL is missing: mysql://user:password@host/database" in done.stderr.splitlines()
    assert "Traceback" not in done.stderr


def test_demo_data_is_not_for_production(tmp_path: Path) -> None:
    done = told(tmp_path, "-m", "tools.demo", **AWAY)
    assert done.returncode == 2


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    settings: dict[str, object] = {"env": "development", "outbox": tmp_path, "media": tmp_path, **AWAY}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = told(tmp_path, str(ROOT / "server.py"), port=port, **settings)
        assert (done.returncode, done.stderr) == (1, f"ihome cannot start: 127.0.0.1:{port}: Address already in use\n")
        done = told(tmp_path, "-m", "tools.run", f"--port={port}", **settings)
        assert (done.returncode, done.stderr) == (
            1,
            f"port {port}: Address already in use; choose another with PORT=…\n",
        )


def test_a_directory_that_cannot_be_had_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = told(tmp_path, "-m", "tools.dev_services", str(tmp_path / "file" / "var"))
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert str(tmp_path / "file") in line


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_development_servers_end_with_the_command_that_started_them(tmp_path: Path, number: signal.Signals) -> None:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("IHOME_")}
    command = [sys.executable, "-m", "tools.dev_services", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, env=inherited, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline().startswith(b"IHOME_DATABASE_URL=mysql://root@localhost/ihome")
        servers = [int((tmp_path / name).read_text()) for name in ("mariadb.pid", "redis.pid")]
        assert all(map(runs, servers))
        process.send_signal(number)
    assert process.returncode == (-9 if number is signal.SIGKILL else 0)
    wait_for_the_end_of(servers)
