"""Commands whose replies are given out only when replicas have what they rest on."""

import asyncio
from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as ReplyTimeout

from utils import store_wait
from utils.redis_connection import Command, packed
from utils.redis_lease import NotReplicated, wait
from utils.redis_shared import SharedConnection


class _Waiting(NamedTuple):
    """Commands of one caller, in Redis' protocol."""

    commands: bytes
    number: int
    future: "asyncio.Future[list[Any]]"


class ConfirmedConnection:
    """Sends WAIT behind the commands of all callers that came while the last WAIT ran.

    WAIT covers whatever the master had executed before it, also for another client: a reply that says "there is no such
    session" rests on a deletion that the replicas have.
    """

    def __init__(self, shared: SharedConnection, timeout: float, replicas: int) -> None:
        self._shared = shared
        self._replicas = replicas
        self._wait = packed([wait(replicas, timeout)])
        self._waiting: list[_Waiting] = []
        self._sending: asyncio.Task[None] | None = None

    async def execute(self, commands: Sequence[Command]) -> list[Any]:
        """A reply for each command; a reply may be an error. Raises RedisError."""
        loop = asyncio.get_running_loop()
        waiting = _Waiting(packed(commands), len(commands), loop.create_future())
        self._waiting.append(waiting)
        if self._sending is None:
            self._sending = asyncio.create_task(self._send_all())
        started = loop.time()
        try:
            return await waiting.future
        except ReplyTimeout:
            store_wait.note(started)
            raise

    async def await_master(self, seconds: float) -> None:
        """As SharedConnection's."""
        await self._shared.await_master(seconds)

    async def close(self) -> None:
        """Close the connection; callers that still wait are cancelled."""
        if self._sending is not None:
            self._sending.cancel()
            await asyncio.wait([self._sending])
        await self._shared.close()

    async def _send_all(self) -> None:
        batch: list[_Waiting] = []
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                await self._send(batch)
        finally:
            self._sending = None
            for each in [*batch, *self._waiting]:
                each.future.cancel()  # nothing happens to a future that has its result

    async def _send(self, batch: list[_Waiting]) -> None:
        """Give every caller its replies, or the error."""
        commands, number = b"".join(each.commands for each in batch), sum(each.number for each in batch)
        try:
            replies = iter(await self._replies(commands, number))
        except RedisError as error:
            for each in batch:
                if not each.future.done():
                    each.future.set_exception(error)
            return
        for each in batch:
            mine = list(islice(replies, each.number))
            if not each.future.done():
                each.future.set_result(mine)

    async def _replies(self, commands: bytes, number: int) -> list[Any]:
        *replies, answered = await self._shared.send(commands + self._wait, number + 1)
        if isinstance(answered, int) and answered >= self._replicas:
            return replies
        error = NotReplicated("too few replicas have it")
        self._shared.give_up(error)
        raise error
