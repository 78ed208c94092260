"""A lease on the master: its replies count only while replicas follow it.

A master that a partition has cut off goes on answering, while Sentinel makes a replica the master on the other side.
What the old one says, for example that a session is valid, may then be wrong. So a connection asks its master every
_RENEW seconds for a sign of its replicas, and gives out no reply that is older than _LEASE seconds without one.

_LEASE is shorter than Sentinel's `down-after-milliseconds`, 1,000 at least: when another master begins, the lease on
this one has ended.
"""

import asyncio
from functools import partial
from typing import Any

from redis.exceptions import ConnectionError as ConnectionLost
from redis.exceptions import TimeoutError as ReplyTimeout

from utils.redis_connection import Connection, packed

_LEASE, _RENEW = 0.8, 0.3
_WAIT_SHARE = 0.6
"""The share of a reply's time-out that the replicas have."""


class NotReplicated(ReplyTimeout):
    """Too few replicas have answered the master in time."""


def wait(replicas: int, timeout: float) -> tuple[str, int, int]:
    """The command that waits until so many replicas have all that the master has now."""
    return "WAIT", replicas, round(timeout * _WAIT_SHARE * 1000)


class Lease:
    """Held since the last request that `replicas` replicas have answered through the master."""

    def __init__(self, connection: Connection, replicas: int, timeout: float) -> None:
        self._connection = connection
        self._replicas = replicas
        # a message is replicated like a write, but it needs no key, no memory and no place on the disk
        self._request = packed([("PUBLISH", "lease", ""), wait(replicas, timeout)])
        self._time = asyncio.get_running_loop().time
        self._renewed = float("-inf")
        self._renewal: asyncio.Future[list[Any]] | None = None

    def renew_early(self) -> None:
        """Ask the replicas if that was some time ago; do not wait for their answer."""
        if self._renewal is None and self._time() - self._renewed >= _RENEW:
            self._renew()

    async def hold(self) -> None:
        """Return at once while the lease holds, otherwise when it is renewed. Raises NotReplicated, ConnectionLost."""
        if self._time() - self._renewed >= _LEASE:
            await asyncio.shield(self._renewal or self._renew())
            if self._time() - self._renewed >= _LEASE:
                raise NotReplicated("no replica answers")

    def _renew(self) -> "asyncio.Future[list[Any]]":
        self._renewal = self._connection.send(self._request, 2)
        self._renewal.add_done_callback(partial(self._note, self._time()))
        return self._renewal

    def _note(self, sent: float, renewal: "asyncio.Future[list[Any]]") -> None:
        self._renewal = None
        if renewal.cancelled() or renewal.exception():
            return
        answered = renewal.result()[1]
        if not isinstance(answered, int):  # a replica refuses WAIT: this one is no master any more
            self._connection.end(ConnectionLost("no master"))
        elif answered < self._replicas:
            self._connection.end(NotReplicated("no replica answers"))
        else:
            self._renewed = sent
