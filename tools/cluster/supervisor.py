"""Keeps the pieces of a cluster running, as systemd does on a real machine, and takes commands on a socket."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from tools import command
from tools.cluster.faults import Faults
from tools.cluster.pieces import Piece
from tools.cluster.plan import Plan
from tools.dev_services import socket_path

_STEP_SECONDS = 0.2
_MAX_COMMAND = 1000


class Supervisor:
    """Starts pieces that have ended, and answers the commands of control.py, until it is cancelled."""

    def __init__(self, plan: Plan, faults: Faults, say: Callable[[str], None]) -> None:
        self._plan = plan
        self._faults = faults
        self._say = say

    async def run(self) -> None:
        path = socket_path(self._plan.var, "cluster")
        path.unlink(missing_ok=True)
        server = await asyncio.start_unix_server(self._answer, path, limit=_MAX_COMMAND)
        try:
            async with server:
                while True:
                    self._start_dead()
                    await asyncio.sleep(_STEP_SECONDS)
        finally:
            path.unlink(missing_ok=True)

    def _start_dead(self) -> None:
        for piece in self._plan.pieces.values():
            if piece.start_if_due():
                self._say(f"{piece.name} had ended and was started again")

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, ValueError):  # ValueError: a line that is too long
            text = (await reader.readline()).decode(errors="replace").strip()
            writer.write(json.dumps(await self._run(text)).encode() + b"\n")
            await writer.drain()
        writer.close()

    async def _run(self, text: str) -> dict[str, Any]:
        try:
            if text == "status":
                return {"pieces": await self._faults.status()}
            answer = await self._faults.run(text)
        except command.Problem as problem:
            return {"problem": str(problem)}
        except OSError as error:
            return {"problem": f"{text}: {error}"}
        self._say(answer.said)
        return asdict(answer)


async def stop_all(pieces: list[Piece]) -> None:
    """Stop these pieces, all at once."""
    for piece in pieces:
        piece.ask_to_stop()
    await asyncio.gather(*(asyncio.to_thread(piece.stop) for piece in pieces))
