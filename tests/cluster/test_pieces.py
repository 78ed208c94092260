"""The parts of `make cluster` that harm: signals to a program and its children, and packets that are dropped."""

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.waiting import until
from tools.cluster import network
from tools.cluster.network import Namespaces
from tools.cluster.pieces import Piece
from tools.dev_services import ServicesUnavailable, private_directory


@pytest.fixture
def piece(tmp_path: Path) -> Iterator[Piece]:
    """A program with a child process, as nginx and the server have them."""
    made = Piece("server-a", "127.0.0.1", ["sh", "-c", "sleep 60 & wait"], tmp_path / "log", restart=0.2)
    made.start()
    yield made
    made.stop()


async def family(piece: Piece) -> list[int]:
    """The program and its child, once it has one."""
    found: list[int] = []

    def has_child() -> bool:
        pids = [int(path.name) for path in Path("/proc").glob("[0-9]*")]
        found[:] = [pid for pid in pids if piece.pid in (pid, parent(pid))]
        return len(found) == 2

    await until(has_child)
    return found


def parent(pid: int) -> int | None:
    fields = stat(pid)
    return int(fields[1]) if fields else None


def state(pid: int) -> str:
    """One letter of proc_pid_stat(5): T for a stopped process, Z for one that has ended."""
    fields = stat(pid)
    return fields[0] if fields else "Z"


def stat(pid: int) -> list[str]:
    """The fields behind the name; none for a process that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


async def test_a_freeze_stops_the_program_and_its_children(piece: Piece) -> None:
    processes = await family(piece)
    piece.freeze()
    await until(lambda: [state(pid) for pid in processes] == ["T", "T"])
    piece.thaw()
    await until(lambda: "T" not in [state(pid) for pid in processes])


async def test_a_killed_program_is_started_again_after_its_time(piece: Piece) -> None:
    processes = await family(piece)
    piece.kill()
    await until(lambda: {state(pid) for pid in processes} <= {"Z", "X"})

    async def starts() -> bool:
        return piece.start_if_due()

    await until(starts)
    assert piece.pid not in (None, *processes)


async def test_a_stopped_program_stays_away(piece: Piece) -> None:
    await family(piece)
    piece.freeze()  # a frozen one has to be woken to end
    piece.stop()
    assert piece.pid is None
    assert not piece.start_if_due()


def test_errors_are_those_of_this_run(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("ERROR of yesterday\n")
    piece = Piece(
        "galera-a", "127.0.0.1", ["sh", "-c", "echo '[Note] no error'; echo 'an ERROR; more'; echo fine"], log, 1
    )
    piece.start()
    assert piece.process
    piece.process.wait(30)
    assert piece.last_error() == "an ERROR; more"


@pytest.fixture
def namespaces() -> Iterator[Namespaces]:
    made = network.make(64999)
    if not isinstance(made, Namespaces):
        pytest.skip("network namespaces need root, ip and nft")
    yield made
    made.close()


def reaches(namespaces: Namespaces, source: str, address: str) -> bool:
    """Whether a connection from one piece to another is answered."""
    program = f"import socket; socket.create_connection(({address!r}, 80), 0.5)"
    return not subprocess.run(
        namespaces.within(source, [sys.executable, "-c", program]), capture_output=True, check=False
    ).returncode


def names_of_namespaces() -> list[str]:
    return [path.name for path in Path("/run/netns").glob("ihome64999-*")]


@pytest.mark.torture  # not beside browsers: a network interface that comes or goes ends their requests
async def test_pieces_that_are_cut_off_together_reach_each_other_only(namespaces: Namespaces) -> None:
    first, _, _ = (namespaces.add(name) for name in ("galera-a", "server-a", "server-b"))
    serving = await asyncio.create_subprocess_exec(
        *namespaces.within("galera-a", [sys.executable, "-m", "http.server", "--bind", first, "80"]),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    async def answers() -> bool:
        try:
            socket.create_connection((first, 80), 1).close()
        except OSError:
            return False
        return True

    await until(answers)
    assert [reaches(namespaces, name, first) for name in ("server-a", "server-b")] == [True, True]
    namespaces.cut_off(["galera-a", "server-a"])
    assert [reaches(namespaces, name, first) for name in ("server-a", "server-b")] == [True, False]
    assert not await answers()
    namespaces.heal("galera-a")
    assert [reaches(namespaces, name, first) for name in ("server-a", "server-b")] == [True, True]
    namespaces.close()  # ends what runs there
    assert await serving.wait() != 0
    assert not names_of_namespaces()


def test_sockets_lie_where_nobody_else_may_enter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = private_directory("8000")
    made.chmod(0o755)
    assert private_directory("8000").stat().st_mode & 0o777 == 0o700
    if os.geteuid() == 0:
        os.chown(made, 12345, -1)
        with pytest.raises(ServicesUnavailable, match="belongs to somebody else"):
            private_directory("8000")
