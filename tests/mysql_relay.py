"""A relay between a client and MariaDB that does harm at a statement."""

import re
import signal
import socket
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit, urlunsplit

import pymysql

from utils.mysql import connection_options

COM_QUERY = b"\x00\x03"
"""The first packet of a command, and the command."""

_READS = re.compile(rb"(\s|--[^\n]*\n)*(SELECT|SHOW|SET|COMMIT)\b")

Start = Callable[[str], "subprocess.Popen[str]"]
Harm = Callable[["Relay", bytes], None]


class Relay:
    """Starts a client on a URL of its own, and does `harm` at its statement number `place`; reads do not count."""

    def __init__(self, database_url: str, harm: Harm, place: int) -> None:
        self.database_url = database_url
        self._harm = harm
        self._place = place
        self.seen = 0
        """How many statements that change something the client has sent."""

    def run(self, start: Start) -> tuple[int, str]:
        """The client's exit code and what it wrote to its standard error."""
        with socket.create_server(("127.0.0.1", 0)) as listening:
            listening.settimeout(30)
            parts = urlsplit(self.database_url)
            port = listening.getsockname()[1]
            url = urlunsplit(parts._replace(netloc=f"{parts.username or 'root'}@127.0.0.1:{port}", query=""))
            self.process = start(url)
            self.client, _ = listening.accept()
        with self.client, self._connect() as self.server, suppress(OSError):
            self._relay()
        _, said = self.process.communicate(timeout=60)
        return self.process.returncode, said

    def kill_process(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)
        self.server.shutdown(socket.SHUT_RDWR)

    def kill_connection(self) -> None:
        options = connection_options(self.database_url)
        with pymysql.connect(**options) as connection, connection.cursor() as cursor:
            cursor.execute("KILL CONNECTION %s", (self._connection_id,))

    def _connect(self) -> socket.socket:
        options = connection_options(self.database_url)
        if "unix_socket" in options:
            server = socket.socket(socket.AF_UNIX)
            server.connect(options["unix_socket"])
        else:
            server = socket.create_connection((options["host"], options["port"]))
        return server

    def _relay(self) -> None:
        greeting = self.server.recv(4096)
        after_version = greeting.index(b"\0", 5) + 1
        self._connection_id = int.from_bytes(greeting[after_version : after_version + 4], "little")
        self.client.sendall(greeting)
        answers = threading.Thread(target=self._pass_answers_on)
        answers.start()
        while packet := _packet(self.client):
            if packet[3:5] == COM_QUERY and not _READS.match(packet[5:]):
                self.seen += 1
                if self.seen == self._place:
                    self._harm(self, packet)
                    continue
            self.server.sendall(packet)
        self.server.shutdown(socket.SHUT_RDWR)
        answers.join(30)

    def _pass_answers_on(self) -> None:
        with suppress(OSError):
            while answer := self.server.recv(1 << 16):
                self.client.sendall(answer)
            self.client.shutdown(socket.SHUT_RDWR)


def before(relay: Relay, _: bytes) -> None:
    """The client is killed before MariaDB reads the statement."""
    relay.kill_process()


def during(relay: Relay, packet: bytes) -> None:
    """The client is killed while MariaDB runs the statement."""
    relay.server.sendall(packet)
    relay.kill_process()


def disconnect(relay: Relay, packet: bytes) -> None:
    """MariaDB's side of the connection is killed while the statement runs."""
    relay.server.sendall(packet)
    relay.kill_connection()


def _packet(source: socket.socket) -> bytes:
    head = _exactly(source, 4)
    return head + _exactly(source, int.from_bytes(head[:3], "little")) if head else b""


def _exactly(source: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        piece = source.recv(count - len(found))
        if not piece:
            return b""
        found += piece
    return found
