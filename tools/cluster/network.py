"""Where the pieces of a cluster live: each in a network namespace of its own, which can be cut off from the others.

Namespaces need root (ip-netns(8)). Without it, the pieces share this machine's loopback interface, each with an
address of its own in 127.0.0.0/8, and nothing can be cut off.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from tools import command

_TABLE = "inet ihome_cut"


class Network(Protocol):
    """Gives each piece an address, and starts its processes there."""

    cidr: str
    host: str
    """The address of this process in the network."""

    def add(self, piece: str) -> str:
        """Make room for a piece; returns its address."""

    def within(self, piece: str, arguments: Sequence[str]) -> list[str]:
        """The command that runs `arguments` where the piece lives."""

    def cut_off(self, pieces: Collection[str], reached: Collection[str] = ()) -> None:
        """Drop all packets between these pieces and everything else, but for the addresses `reached`.

        Raises Problem where this is not possible.
        """

    def heal(self, piece: str) -> None:
        """Let a piece's packets through again."""

    def close(self) -> None:
        """Remove everything that was made."""


def make(port: int) -> Network:
    """A network for the cluster that serves on `port`; each port has one of its own."""
    return Namespaces(port) if os.geteuid() == 0 and shutil.which("ip") and shutil.which("nft") else Loopback(port)


class Loopback:
    """The addresses 127.x.y.1 and following, where x and y are the two bytes of the port."""

    def __init__(self, port: int) -> None:
        self._prefix = f"127.{port >> 8 or 1}.{port & 255}"
        self._addresses: dict[str, str] = {}
        self.cidr, self.host = "127.0.0.0/8", "127.0.0.1"

    def add(self, piece: str) -> str:
        return self._addresses.setdefault(piece, f"{self._prefix}.{len(self._addresses) + 1}")

    def within(self, piece: str, arguments: Sequence[str]) -> list[str]:  # noqa: ARG002
        return list(arguments)

    def cut_off(self, pieces: Collection[str], reached: Collection[str] = ()) -> None:  # noqa: ARG002
        raise command.Problem(f"cannot cut {', '.join(pieces)} off: network namespaces need root; run make as root")

    def heal(self, piece: str) -> None:
        """Nothing to do: nothing can be cut off."""

    def close(self) -> None:
        """Nothing to do: nothing was made."""


class Namespaces:
    """A bridge on this machine, and for each piece a namespace with one interface on it."""

    def __init__(self, port: int) -> None:
        self._name = f"ihome{port}"
        self._prefix = f"10.{port >> 8}.{port & 255}"
        self._addresses: dict[str, str] = {}
        self.cidr, self.host = f"{self._prefix}.0/24", f"{self._prefix}.254"
        self.close()  # of an earlier run that was killed
        _run(f"link add {self._name} type bridge")
        _run(f"addr add {self.host}/24 dev {self._name}")
        _run(f"link set {self._name} up")

    def add(self, piece: str) -> str:
        if piece in self._addresses:
            return self._addresses[piece]
        number = len(self._addresses) + 1
        address, inside, outside = f"{self._prefix}.{number}", self._namespace(piece), f"{self._name}-{number}"
        _run(f"netns add {inside}")
        _run(f"link add {outside} type veth peer name eth0 netns {inside}")
        _run(f"link set {outside} master {self._name} up")
        for inner in ("link set lo up", f"addr add {address}/24 dev eth0", "link set eth0 up"):
            _run_all(self.within(piece, ["ip", *inner.split()]))
        self._addresses[piece] = address
        return address

    def within(self, piece: str, arguments: Sequence[str]) -> list[str]:
        return ["nsenter", f"--net=/run/netns/{self._namespace(piece)}", *arguments]

    def cut_off(self, pieces: Collection[str], reached: Collection[str] = ()) -> None:
        """The pieces still reach each other."""
        peers = ", ".join([*(self._addresses[piece] for piece in pieces), *reached])
        for piece in pieces:
            self.heal(piece)
            self._filter(
                piece,
                f"""table {_TABLE} {{
                    chain input {{
                        type filter hook input priority 0; policy accept;
                        iifname "eth0" ip saddr != {{ {peers} }} drop
                    }}
                    chain output {{
                        type filter hook output priority 0; policy accept;
                        oifname "eth0" ip daddr != {{ {peers} }} drop
                    }}
                }}""",
            )

    def heal(self, piece: str) -> None:
        self._filter(piece, f"table {_TABLE} {{ }}\ndelete table {_TABLE}")

    def close(self) -> None:
        """Also ends the processes in the namespaces."""
        listed = _run("netns list").splitlines()
        for name in (line.split()[0] for line in listed if line.startswith(f"{self._name}-")):
            for pid in _run(f"netns pids {name}").split():
                with suppress(ProcessLookupError):
                    os.kill(int(pid), signal.SIGKILL)
            _run(f"netns delete {name}")
        # a namespace goes when its last process has gone, and the links would stay as long
        links = Path("/sys/class/net")
        for link in (*links.glob(f"{self._name}-*"), links / self._name):
            with suppress(command.Problem):
                _run(f"link delete {link.name}")

    def _namespace(self, piece: str) -> str:
        return f"{self._name}-{piece}"

    def _filter(self, piece: str, rules: str) -> None:
        _run_all(self.within(piece, ["nft", "-f", "-"]), rules)


def _run(arguments: str) -> str:
    return _run_all(["ip", *arguments.split()])


def _run_all(arguments: Sequence[str], text: str = "") -> str:
    done = subprocess.run(arguments, input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        raise command.Problem(f"{' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout
