"""A lease on the master: its replies count only while replicas follow it, and no other master can have begun.

A master that a partition has cut off goes on answering, while Sentinel makes a replica the master on the other side.
What the old one says, for example that a session is valid, may then be wrong. So every connection asks its master each
_RENEW seconds for a sign of its replicas, and gives out no reply if it is _LEASE seconds since it got one. Sentinel
acts after a second of silence (`down-after-milliseconds`), so the lease ends before another master can begin.

A master that was silent and is back may have a rival already: Sentinel promotes one replica, and the others follow the
old master for up to 1.6 s more, and confirm what it writes. So it is on probation: it is trusted again when replicas
have followed it for _PROBATION. The master itself keeps when it was confirmed last, so all processes agree. A
master with another replication id is a promoted one, and is trusted at once: docs/decisions/0046 has the reasons.
"""

import asyncio
from functools import partial
from typing import Any

from redis.exceptions import ConnectionError as ConnectionLost
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as ReplyTimeout

from utils.redis_connection import Connection, packed

_LEASE, _RENEW = 0.8, 0.3
_SILENCE, _PROBATION = 900, 2500
"""Milliseconds."""

_WAIT_SHARE = 0.6
"""The share of a reply's time-out that the replicas have."""

# KEYS: what is known of the master. ARGV: the replication id and the time (ms) of this client's last confirmed renewal,
# _SILENCE, _PROBATION. Answers the replication id, the time, and 1 if the master may be trusted.
# A full Redis runs it as well, since its sessions are valid.
_RENEWAL = """#!lua flags=allow-oom
local id = redis.call('INFO', 'replication'):match('master_replid:(%x+)')
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local known = redis.call('HMGET', KEYS[1], 'id', 'confirmed', 'probation')
local confirmed, probation = tonumber(known[2]), tonumber(known[3])
if known[1] ~= id then confirmed, probation = now, 0 end
if ARGV[1] == id then confirmed = math.max(confirmed, tonumber(ARGV[2])) end
if now - confirmed > tonumber(ARGV[3]) then probation = now end
redis.call('HSET', KEYS[1], 'id', id, 'confirmed', confirmed, 'probation', probation)
redis.call('EXPIRE', KEYS[1], 60)
return {id, now, now - probation >= tonumber(ARGV[4]) and 1 or 0}
"""


class NotReplicated(ReplyTimeout):
    """Too few replicas have answered the master in time, or it was silent shortly before."""


def wait(replicas: int, timeout: float) -> tuple[str, int, int]:
    """The command that waits until so many replicas have all that the master has now."""
    return "WAIT", replicas, round(timeout * _WAIT_SHARE * 1000)


class LeaseTerms:
    """How many replicas must follow a master, and in how many seconds they must answer."""

    def __init__(self, replicas: int, timeout: float) -> None:
        self.replicas = replicas
        self._wait = wait(replicas, timeout)
        self._last: tuple[str, int] = "", 0

    def request(self) -> bytes:
        """The renewal, two commands."""
        return packed([("EVAL", _RENEWAL, 1, "master", *self._last, _SILENCE, _PROBATION), self._wait])

    def judge(self, renewal: Any, followers: Any) -> RedisError | None:
        """What the replies say against the master; None if it may be trusted."""
        if not isinstance(followers, int):  # a replica refuses WAIT
            return ConnectionLost("no master")
        if isinstance(renewal, RedisError) or followers < self.replicas:
            return NotReplicated("no replica answers")
        self._last = renewal[0], renewal[1]
        return None if renewal[2] else NotReplicated("the master was silent")


class Lease:
    """The lease of one connection."""

    def __init__(self, connection: Connection, terms: LeaseTerms) -> None:
        self._connection = connection
        self._terms = terms
        self._loop = asyncio.get_running_loop()
        self._renewed = float("-inf")
        self._renewal: asyncio.Future[list[Any]] | None = None
        self._failure: RedisError | None = None

    async def begin(self) -> None:
        """Take the lease, and renew it from now on. Raises NotReplicated, ConnectionLost."""
        await self.hold()
        self._loop.call_later(_RENEW, self._tick)

    async def hold(self) -> None:
        """Return at once while the lease holds, otherwise when it is renewed. Raises NotReplicated, ConnectionLost."""
        if self._loop.time() - self._renewed >= _LEASE:
            await asyncio.shield(self._renewal or self._renew())
            if self._failure is not None:
                raise self._failure

    def _tick(self) -> None:
        if not self._connection.lost:
            if self._renewal is None:
                self._renew()
            self._loop.call_later(_RENEW, self._tick)

    def _renew(self) -> "asyncio.Future[list[Any]]":
        self._renewal = self._connection.send(self._terms.request(), 2)
        self._renewal.add_done_callback(partial(self._note, self._loop.time()))
        return self._renewal

    def _note(self, sent: float, renewal: "asyncio.Future[list[Any]]") -> None:
        self._renewal = None
        if renewal.cancelled() or renewal.exception():
            return
        self._failure = self._terms.judge(*renewal.result())
        if self._failure is None:
            self._renewed = sent
        else:
            self._connection.end(self._failure)
