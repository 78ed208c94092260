"""What each piece says of itself: whether it works, in which role, and how many requests it has had."""

import csv
import http.client
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from tools import command
from tools.cluster import layout, sql
from tools.cluster.pieces import Piece
from tools.cluster.plan import MACHINES, OSS_PORT, Plan

_SECONDS = 0.8
"""How long a piece may take to answer. A frozen one never does."""

_NEEDED = {"writer", "readers", "redis", "machines"}
"""The backends without which a HAProxy is of no use; the servers start later than it."""

_KINDS = {"ready": "server", "alive": "server", "machines": "nginx", "living": "nginx"}
"""Backend to the kind of piece that it passes requests on to."""


@dataclass(frozen=True)
class Seen:
    """`state` is a word such as `synced`; `requests` counts from the piece's start, None where it does not count."""

    state: str
    role: str = ""
    requests: int | None = None
    ready: bool = False
    passed_on: Mapping[str, int] = field(default_factory=dict)
    """A balancer's requests to each piece behind it."""


class Watcher:
    """Asks all pieces at once. Blocks for up to two seconds; use it in a thread."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._threads = ThreadPoolExecutor(max_workers=len(plan.pieces))
        self._askers: dict[str, Callable[[Piece], Seen]] = {
            "galera": self._galera,
            "redis": self._redis,
            "sentinel": self._sentinel,
            "haproxy": self._haproxy,
            "edge": self._haproxy,
            "server": self._server,
            "nginx": self._nginx,
            "oss": self._oss,
        }

    def look(self) -> dict[str, Seen]:
        """What every piece says, by name."""
        pieces = list(self._plan.pieces.values())
        seen = dict(zip((piece.name for piece in pieces), self._threads.map(self.ask, pieces), strict=True))
        writer = self._writer(piece for piece in pieces if piece.kind == "haproxy")
        passed_on: Counter[str] = Counter()
        for each in seen.values():
            passed_on.update(each.passed_on)
        return {
            name: replace(each, role=_role(name, each, writer), requests=passed_on.get(name, each.requests))
            for name, each in seen.items()
        }

    def ask(self, piece: Piece) -> Seen:
        """What one piece says; a galera node does not know whether it is the writer."""
        if piece.pid is None:
            return Seen("dead" if piece.wanted else "stopped")
        if piece.frozen:
            return Seen("frozen")
        asker = self._askers.get(piece.kind)
        try:
            return asker(piece) if asker else Seen("running", ready=True)
        except (OSError, ValueError, http.client.HTTPException, sql.MySQLError):
            return Seen("cut off" if piece.cut_off else "no answer")

    def await_ready(self, pieces: Iterable[Piece], seconds: float = 100) -> None:
        """Block until these pieces are ready. Raises Problem where one has ended, or is not ready in time."""
        deadline = time.monotonic() + seconds
        for piece in pieces:
            while not (seen := self.ask(piece)).ready:
                if piece.pid is None or time.monotonic() > deadline:
                    raise command.Problem(f"{piece.name}: {seen.state}; see {piece.log}\n{piece.last_error()}")
                time.sleep(0.1)

    def _writer(self, balancers: Iterable[Piece]) -> str | None:
        """The node that the balancers send writes to."""
        for piece in balancers:
            try:
                if piece.pid and not piece.frozen and (name := self._sticky_writer(piece)):
                    return name
            except OSError:
                continue
        return None

    def _sticky_writer(self, piece: Piece) -> str | None:
        text = _ask(self._plan.run(piece.name) / "haproxy.sock", b"show table writer\n")
        fields = dict(part.split("=", 1) for part in text.replace("\n", " ").split() if "=" in part)
        if fields.get("server_key", "-") != "-":
            return f"galera-{fields['server_key']}"
        # an entry that came from another HAProxy may lack the name; the numbers are those of the configuration
        return f"galera-{MACHINES[int(fields['server_id']) - 1]}" if "server_id" in fields else None

    def _galera(self, piece: Piece) -> Seen:
        node = sql.node_status(self._plan.run(piece.name) / "mysqld.sock")
        return Seen(node.state if node.group == "Primary" else node.group, "", node.statements, node.synced)

    def _redis(self, piece: Piece) -> Seen:
        asked = f"AUTH {self._plan.secrets.redis}\r\nINFO\r\n".encode()
        info = dict(_lines(_ask_tcp(piece.address, layout.REDIS, asked, b"\r\ndb0:", b"# Keyspace\r\n")))
        role, calls = info["role"], int(info["total_commands_processed"])
        if role == "master":
            replicas = int(info.get("min_slaves_good_slaves", "0"))
            return Seen(f"{replicas} replicas" if replicas else "alone", "master", calls, ready=replicas > 0)
        linked = info.get("master_link_status") == "up"
        return Seen("in step" if linked else "not linked", "replica", calls, ready=linked)

    def _sentinel(self, piece: Piece) -> Seen:
        asked = f"AUTH {self._plan.secrets.redis}\r\nSENTINEL CKQUORUM ihome\r\n".encode()
        answer = _ask_tcp(piece.address, layout.SENTINEL, asked, b"usable", b"NOQUORUM", b"NOAUTH")
        return Seen("quorum", ready=True) if "usable" in answer else Seen("no quorum")

    def _haproxy(self, piece: Piece) -> Seen:
        text = _ask(self._plan.run(piece.name) / f"{piece.kind}.sock", b"show stat\n")
        rows = list(csv.DictReader(text.removeprefix("# ").splitlines()))
        sides = [row for row in rows if row["svname"] == "BACKEND"]
        down = sorted(row["pxname"] for row in sides if row["status"] == "DOWN")
        requests = sum(int(row["req_tot"] or row["stot"] or 0) for row in rows if row["svname"] == "FRONTEND")
        state = f"no {', '.join(down)}" if down else "all up"
        return Seen(state, "", requests, not _NEEDED.intersection(down), _passed_on(rows))

    def _server(self, piece: Piece) -> Seen:
        status = _get(piece.address, layout.SERVER, "/readyz")
        return Seen(
            "ready" if status == http.HTTPStatus.OK else f"not ready ({status})", ready=status == http.HTTPStatus.OK
        )

    def _nginx(self, piece: Piece) -> Seen:
        status = _get(piece.address, self._plan.contexts[piece.name].http_port, "/livez")
        return Seen(
            "passes on" if status == http.HTTPStatus.OK else f"answers {status}", ready=status == http.HTTPStatus.OK
        )

    def _oss(self, piece: Piece) -> Seen:
        socket.create_connection((piece.address, OSS_PORT), _SECONDS).close()
        return Seen("running", ready=True)


def _role(name: str, seen: Seen, writer: str | None) -> str:
    if name.startswith("galera") and seen.ready:
        return "writer" if name == writer else "reader"
    return seen.role


def _passed_on(rows: Iterable[Mapping[str, str]]) -> Counter[str]:
    """The requests that a balancer, by its statistics, has passed on to each piece."""
    counts = Counter[str]()
    for row in rows:
        if row["svname"] not in ("FRONTEND", "BACKEND") and (kind := _KINDS.get(row["pxname"])):
            counts[f"{kind}-{row['svname']}"] += int(row["stot"] or 0)
    return counts


def _get(host: str, port: int, path: str) -> int:
    connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def _ask(path: Path, question: bytes) -> str:
    """Send a command to a Unix socket; its whole answer. Raises OSError."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(_SECONDS)
        client.connect(str(path))
        client.sendall(question)
        return b"".join(iter(lambda: client.recv(65536), b"")).decode(errors="replace")


def _ask_tcp(host: str, port: int, question: bytes, *ends: bytes) -> str:
    """Send a command; what has come when one of `ends` has. Raises OSError."""
    with socket.create_connection((host, port), _SECONDS) as client:
        client.settimeout(_SECONDS)
        client.sendall(question)
        answer = b""
        while not any(end in answer for end in ends):
            part = client.recv(65536)
            if not part:
                break
            answer += part
    return answer.decode(errors="replace")


def _lines(text: str) -> Iterable[tuple[str, str]]:
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon:
            yield name, value
