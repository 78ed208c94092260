"""Redis over one connection that all requests of a process share.

The rest of ihome uses the commands, scripts and pipelines of redis.asyncio, the successor of aioredis. Underneath, one
connection replaces redis.asyncio's pool, as in aioredis: the commands of one iteration of the event loop travel in one
write, and replies arrive in the order of the commands. A pool with a connection for each command costs four times the
processor time, and runs out first under load.

Overrides parts of redis-py that its documentation leaves open: tests/unit/test_private_parts.py names the version.
"""

import asyncio
from collections.abc import Sequence
from typing import Any, Protocol

from redis.asyncio import Redis
from redis.asyncio.client import Pipeline
from redis.exceptions import ConnectionError as ConnectionLost
from redis.exceptions import RedisError

from utils.redis_confirmed import ConfirmedConnection
from utils.redis_connection import Command
from utils.redis_shared import Greet, SharedConnection

RedisUnavailable = RedisError
"""Redis did not answer in time, or refused a command. Whatever protects an account must then refuse the request."""


def connect(url: str, *, timeout: float, probe: float = 1, greet: Greet | None = None, replicas: int = 0) -> Redis:
    """A client for `url`. It connects at its first command, so Redis may be down at the start.

    `timeout` bounds connecting and each reply, in seconds. After one time-out, every command is refused at once while
    probes of `probe` seconds each run in the background, one after the other. So a request with several commands waits
    for a frozen Redis only once, and commands are sent again as soon as Redis answers a probe.

    `greet` runs on every new connection before any other command; its exception is raised by every waiting command.

    With `replicas`, a master that so many replicas do not follow counts as silent: utils/redis_lease.py.
    """
    return _Client(SharedConnection(url, timeout, probe, greet, replicas))


def waiting(client: Redis, seconds: float) -> Redis:
    """A client on the same connection whose commands wait so long for a new master before they are refused.

    A command that was sent and is not answered in time fails, as it may have taken effect.
    """
    return _Client(_Waiting(client.shared, seconds)) if seconds and isinstance(client, _Client) else client


def connect_confirmed(
    url: str, *, timeout: float, probe: float = 1, greet: Greet | None = None, replicas: int
) -> Redis:
    """As `connect`; a reply is given out only when `replicas` replicas have all that the master had then.

    So what was acknowledged through this client is not lost when the master is. Raises NotReplicated, a
    RedisUnavailable, if the replicas are late; the command may have taken effect.
    """
    return _Client(ConfirmedConnection(SharedConnection(url, timeout, probe, greet, replicas), timeout, replicas))


async def alive(redis: Redis, timeout: float) -> bool:
    """Whether Redis answers within `timeout` seconds."""
    try:
        async with asyncio.timeout(timeout):
            await redis.ping()
    except (RedisError, TimeoutError):
        return False
    return True


class _Sender(Protocol):
    """What sends commands."""

    async def execute(self, commands: Sequence[Command]) -> list[Any]: ...

    async def await_master(self, seconds: float) -> None: ...

    async def close(self) -> None: ...


class _Waiting:
    """Waits for a master before it sends. Closing it closes nothing: the connection belongs to another client."""

    def __init__(self, sender: _Sender, seconds: float) -> None:
        self._sender = sender
        self._seconds = seconds

    async def execute(self, commands: Sequence[Command]) -> list[Any]:
        await self._sender.await_master(self._seconds)
        try:
            return await self._sender.execute(commands)
        except ConnectionLost:  # the connection sends commands again when it is lost, and found no master yet
            await self._sender.await_master(self._seconds)
            return await self._sender.execute(commands)

    async def await_master(self, seconds: float) -> None:
        await self._sender.await_master(seconds)

    async def close(self) -> None:
        """Nothing is open."""


class _Client(Redis):
    def __init__(self, shared: _Sender) -> None:
        super().__init__(protocol=2)  # makes a pool, which stays empty
        self.shared = shared

    async def execute_command(self, *args: Any, **options: Any) -> Any:
        replies = await self.shared.execute([args])
        return _converted(self, args, options, replies[0])

    def pipeline(self, transaction: Any = True, shard_hint: Any = None) -> Pipeline:  # noqa: ARG002
        return _Batch(self, self.shared, transaction)

    async def aclose(self, close_connection_pool: bool | None = None) -> None:
        await self.shared.close()
        await super().aclose(close_connection_pool)


class _Batch(Pipeline):
    def __init__(self, client: _Client, shared: _Sender, transaction: bool) -> None:
        super().__init__(client.connection_pool, client.response_callbacks, transaction, None)
        self._client = client
        self._shared = shared

    async def execute(self, raise_on_error: bool = True) -> list[Any]:
        """The replies. A transaction is sent between MULTI and EXEC. Raises RedisError."""
        stack, self.command_stack = self.command_stack, []
        if self.is_transaction:
            replies = await self._shared.execute([("MULTI",), *[args for args, _ in stack], ("EXEC",)])
            error = next((reply for reply in replies if isinstance(reply, RedisError)), None)
            if error is not None:
                raise error
            replies = replies[-1]
        else:
            replies = await self._shared.execute([args for args, _ in stack])
        if raise_on_error:
            return [
                _converted(self._client, args, dict(options), reply)
                for (args, options), reply in zip(stack, replies, strict=True)
            ]
        return replies


def _converted(client: Redis, args: Command, options: dict[str, Any], reply: Any) -> Any:
    """A reply as redis-py returns it: converted to the command's type. Raises the reply if it is an error."""
    if isinstance(reply, RedisError):
        raise reply
    callback = client.response_callbacks.get(args[0])
    options.pop("keys", None)
    return callback(reply, **options) if callback else reply
