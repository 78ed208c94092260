"""The commands that a second terminal gives to a cluster: kill, freeze, cut off, heal, upgrade."""

import asyncio
import random
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools import command
from tools.cluster.pieces import Piece
from tools.cluster.plan import Plan
from tools.cluster.status import Seen, Watcher

_ROLES = {"writer": "writer", "reader": "reader", "redis": "master", "replica": "replica"}
"""What a piece says of itself where the command names a role; other roles are kinds, such as `server`."""


@dataclass(frozen=True)
class Answer:
    """Which pieces a command hit, and what it says of them."""

    pieces: list[str]
    said: str


class Faults:
    """Harms the pieces of a cluster, and heals them. All methods raise Problem for a piece that does not exist."""

    def __init__(self, plan: Plan, watcher: Watcher) -> None:
        self._plan = plan
        self._watcher = watcher
        self._commands: dict[str, Callable[[str], Awaitable[Answer]]] = {
            "kill": self.kill,
            "freeze": self.freeze,
            "partition": self.partition,
            "isolate": self.isolate,
            "heal": self.heal,
            "stop": self.stop,
            "start": self.start,
            "upgrade": self.upgrade,
            "rejoin": self.rejoin,
        }

    async def run(self, text: str) -> Answer:
        """Run a command such as `kill writer`."""
        verb, _, what = text.strip().partition(" ")
        if verb not in self._commands:
            raise command.Problem(f"{verb!r} is no command: {', '.join([*self._commands, 'status'])}")
        return await self._commands[verb](what.strip())

    async def kill(self, what: str) -> Answer:
        """SIGKILL. The piece is started again after the RestartSec of its unit."""
        pieces = await self._find(what)
        for piece in pieces:
            piece.kill()
        times = ", ".join(f"{piece.name} after {piece.restart:g} s" for piece in pieces)
        return _answer(pieces, f"killed {_names(pieces)}; starts again: {times}")

    async def freeze(self, what: str) -> Answer:
        """SIGSTOP, until `heal`."""
        pieces = await self._find(what)
        for piece in pieces:
            piece.freeze()
        return _answer(pieces, f"froze {_names(pieces)}, until `heal`")

    async def partition(self, what: str) -> Answer:
        """Drop every packet between these pieces and the others, until `heal`."""
        pieces = await self._find(what)
        _cut_off(self._plan, pieces, [])
        return _answer(pieces, f"cut off {_names(pieces)}, until `heal`")

    async def isolate(self, what: str) -> Answer:
        """Cut the whole machine of these pieces off from the other machines, but not from clients and the bucket."""
        machines = {piece.machine for piece in await self._find(what)} - {""}
        pieces = [piece for piece in self._plan.pieces.values() if piece.machine in machines]
        _cut_off(self._plan, pieces, [self._plan.network.host, self._plan.pieces["oss"].address])
        return _answer(pieces, f"isolated {_names(pieces)}, until `heal`")

    async def heal(self, what: str) -> Answer:
        """End freezes and partitions: of these pieces, or of all."""
        pieces = await self._find(what) if what else list(self._plan.pieces.values())
        healed = [piece for piece in pieces if piece.frozen or piece.cut_off]
        for piece in healed:
            if piece.frozen:
                piece.thaw()
            if piece.cut_off:
                self._plan.network.heal(piece.name)
                piece.cut_off = False
        return _answer(healed, f"healed {_names(healed)}" if healed else "nothing is frozen or cut off")

    async def stop(self, what: str) -> Answer:
        """SIGTERM; the piece stays away until `start`."""
        pieces = await self._find(what)
        for piece in pieces:
            await asyncio.to_thread(piece.stop)
        return _answer(pieces, f"stopped {_names(pieces)}, until `start`")

    async def start(self, what: str) -> Answer:
        """Start pieces that were stopped or killed."""
        pieces = [piece for piece in await self._find(what) if piece.pid is None]
        for piece in pieces:
            piece.start()
        return _answer(pieces, f"started {_names(pieces)}" if pieces else "they run already")

    async def upgrade(self, what: str) -> Answer:
        """Restart server after server, then the workers, as a deployment does: SIGTERM, and on when it is ready."""
        pieces = await self._find(what) if what else [*_of_kind(self._plan, "server"), *_of_kind(self._plan, "worker")]
        for piece in pieces:
            await asyncio.to_thread(piece.stop)
            piece.start()
            await asyncio.to_thread(self._watcher.await_ready, [piece])
        return _answer(pieces, f"restarted {_names(pieces)}, one after the other")

    async def rejoin(self, what: str) -> Answer:
        """Delete a database node's data and let it join by state transfer."""
        pieces = await self._find(what)
        if any(piece.kind != "galera" for piece in pieces):
            raise command.Problem("only a database node can join by state transfer: rejoin galera-c")
        for piece in pieces:
            await asyncio.to_thread(piece.stop)
            data = Path(self._plan.contexts[piece.name].data)
            await asyncio.to_thread(_empty, data)
            piece.start()
            await asyncio.to_thread(self._watcher.await_ready, [piece])
        return _answer(pieces, f"{_names(pieces)} joined by state transfer")

    async def status(self) -> list[dict[str, Any]]:
        """Every piece with its state and role."""
        seen = await asyncio.to_thread(self._watcher.look)
        return [_described(piece, seen[name]) for name, piece in self._plan.pieces.items()]

    async def _find(self, what: str) -> list[Piece]:
        """The pieces that a command names by name or role, separated by commas or spaces."""
        names = what.replace(",", " ").split()
        if not names:
            raise command.Problem("name a piece, such as writer or galera-a")
        seen = await asyncio.to_thread(self._watcher.look)
        return [self._find_one(name, seen) for name in names]

    def _find_one(self, name: str, seen: dict[str, Seen]) -> Piece:
        if name in self._plan.pieces:
            return self._plan.pieces[name]
        role = _ROLES.get(name)
        found = [
            each
            for each, piece in self._plan.pieces.items()
            if (seen[each].role == role if role else piece.kind == name and seen[each].ready)
        ]
        if not found:
            raise command.Problem(f"no piece is {name!r} now: {', '.join([*_ROLES, *_kinds(self._plan)])}, or a name")
        return self._plan.pieces[random.choice(found)]  # noqa: S311  no secret


def _kinds(plan: Plan) -> list[str]:
    return sorted({piece.kind for piece in plan.pieces.values()} - {"redis"})


def _of_kind(plan: Plan, kind: str) -> list[Piece]:
    return [piece for piece in plan.pieces.values() if piece.kind == kind]


def _cut_off(plan: Plan, pieces: list[Piece], reached: list[str]) -> None:
    plan.network.cut_off([piece.name for piece in pieces], reached)
    for piece in pieces:
        piece.cut_off = True


def _empty(directory: Path) -> None:
    for entry in directory.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _described(piece: Piece, seen: Seen) -> dict[str, Any]:
    return {
        "name": piece.name,
        "state": seen.state,
        "role": seen.role,
        "ready": seen.ready,
        "address": piece.address,
        "pid": piece.pid,
        "requests": seen.requests,
        "error": piece.last_error(),
    }


def _answer(pieces: list[Piece], said: str) -> Answer:
    return Answer([piece.name for piece in pieces], said)


def _names(pieces: list[Piece]) -> str:
    return ", ".join(piece.name for piece in pieces)
