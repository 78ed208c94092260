"""Streams of events: a user's clients are told of each event once it is committed (docs/live.md).

MariaDB has the events, and their numbers without gaps. A signal of Redis only says where to look at once; all streams
are compared with MariaDB every few seconds. So nothing is lost while Redis is away, and nothing comes twice: a stream
is sent the number behind its last one, or nothing.
"""

import asyncio
import contextvars
import math
import random
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import structlog

from models.events import events
from models.events.events import StreamEvent
from models.programs import api_keys
from models.types import UserId
from services.errors import BadParameters
from services.events.open_streams import Ending, OpenStreams, Stream, StreamBounds
from utils import metrics
from utils.event_signal import SignalReader
from utils.mysql import Database, DatabaseUnavailable, StatementFailed
from utils.redis import RedisUnavailable
from utils.sessions import SessionStore

if TYPE_CHECKING:
    from services.deps import Deps

log = structlog.get_logger()

PAGE = 32
"""How many events a client is sent before it has read the ones before."""

_USERS_AT_ONCE, _LOOKED_AT_ONCE, _SESSIONS_AT_ONCE, _ENDED_AT_ONCE = 50, 1000, 500, 50
_STEP = 0.1
"""Seconds between two looks at the streams whose turn for a heartbeat has come."""
_PAUSE = 1.0
"""Seconds before another attempt after a store has failed."""
_UNCONFIRMED_SECONDS = 60
T = TypeVar("T")


@dataclass(frozen=True)
class StreamTerms:
    """The bounds of streams. Times are in seconds: of a stream's life, between two heartbeats, between two looks at
    MariaDB, between two looks at a session."""

    bounds: StreamBounds
    life: float
    heartbeat: float
    look: float
    session: float


class EventStreams:
    """The streams of one process. Its work begins with the first one, and ends with `close`."""

    def __init__(self, database: Database, sessions: SessionStore, signals: SignalReader, terms: StreamTerms) -> None:
        self._database = database
        self._sessions = sessions
        self._signals = signals
        self._terms = terms
        self.open = OpenStreams(terms.bounds)
        self._is_draining = False
        self._woken = _Woken()
        self._look_now = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._context = contextvars.Context()
        """An empty one: what runs on must not belong to the request that began it."""

    def begin(self, stream: Stream) -> None:
        """Send the events behind `stream.seq` from now on, until `stop`, or until the stream is ended here."""
        if not self._tasks:
            self._start()
        replaced = self.open.add(stream)
        if replaced is not None:
            self._end(replaced, Ending.REPLACED)
        loop = asyncio.get_running_loop()
        life = self._terms.life * random.uniform(0.8, 1)  # noqa: S311  jitter, no secret
        stream.expiry = loop.call_later(life, self._end, stream, Ending.RENEWED, context=self._context)
        self.wake([stream.user_id])
        if self._is_draining:
            self._end(stream, Ending.DRAINING)

    def stop(self, stream: Stream) -> None:
        """The client is gone."""
        if stream in self.open:
            self.open.remove(stream)
            if stream.expiry is not None:
                stream.expiry.cancel()

    def wake(self, user_ids: Iterable[int]) -> None:
        """Look soon whether these users have something new; who has no stream here is passed over."""
        self._woken.add(user_id for user_id in map(UserId, user_ids) if self.open.of_user(user_id))

    async def drain(self) -> None:
        """End all streams, and those that begin later."""
        self._is_draining = True
        while streams := self.open.pass_on(_ENDED_AT_ONCE):
            for stream in streams:
                self._end(stream, Ending.DRAINING)
            await asyncio.sleep(0)

    async def close(self) -> None:
        """End the work for streams."""
        running = set(self._tasks)
        while running:  # redis-py can lose a cancellation while it connects
            for task in running:
                task.cancel()
            _, running = await asyncio.wait(running, timeout=_STEP)
        await self._signals.close()

    def _end(self, stream: Stream, why: Ending) -> None:
        if stream in self.open:
            self.stop(stream)
            stream.listener.end(why)
            metrics.STREAMS_ENDED.labels(why).inc()

    # -- the work, in tasks of its own

    def _start(self) -> None:
        work = (self._deliver, self._look, self._confirm, self._beat, self._hear)
        self._tasks = [asyncio.create_task(_forever(each), context=self._context) for each in work]

    async def _hear(self) -> None:
        await self._signals.run(self.wake, self._look_now.set)

    async def _deliver(self) -> None:
        """Read what is new for some of the woken users, and send it."""
        starts = self._starts(await self._woken.take(_USERS_AT_ONCE))
        try:
            async with self._database.connection() as queries:
                found = await queries.gather_all(
                    events.after(queries, user_id, seq, PAGE) for user_id, seq in starts.items()
                )
        except BaseException:
            self.wake(starts)
            raise
        for user_id, news in zip(starts, found, strict=True):
            self._hand_out(user_id, news)

    def _starts(self, user_ids: Iterable[UserId]) -> dict[UserId, int]:
        """The number behind which each user's streams that are ready can be sent something."""
        ready = {
            user_id: [each.seq for each in self.open.of_user(user_id) if each.listener.is_ready] for user_id in user_ids
        }
        return {user_id: min(numbers) for user_id, numbers in ready.items() if numbers}

    def _hand_out(self, user_id: UserId, news: Sequence[StreamEvent]) -> None:
        sent = 0
        for stream in self.open.of_user(user_id):
            next_ones = following(stream.seq, news) if stream.listener.is_ready else []
            if next_ones:
                stream.seq = next_ones[-1].seq
                stream.listener.send(next_ones)
                sent += len(next_ones)
        metrics.STREAM_EVENTS.inc(sent)
        if sent and len(news) == PAGE:
            self.wake([user_id])

    async def _look(self) -> None:
        """Wake everybody of whom MariaDB has more than was sent: their signal was lost."""
        self._look_now.clear()
        users = self.open.users()
        for some in _chunks(users, _LOOKED_AT_ONCE):
            async with self._database.connection() as queries:
                latest = await events.last_seqs(queries, some)
            self.wake(user for user, seq in latest.items() if any(each.seq < seq for each in self.open.of_user(user)))
            await asyncio.sleep(_PAUSE * len(some) / _LOOKED_AT_ONCE)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._terms.look):
                await self._look_now.wait()

    async def _confirm(self) -> None:
        """End the streams whose session has ended."""
        streams = list(self.open)
        for some in _chunks(streams, _SESSIONS_AT_ONCE):
            ids = [stream.session_id for stream in some]
            valid = {each.id for each in await self._sessions.load_all(ids)} | await _valid_keys(self._database, ids)
            now = asyncio.get_running_loop().time()
            for stream in some:
                stream.confirmed_at = now
                if stream.session_id not in valid:
                    self._end(stream, Ending.SIGNED_OUT)
            await asyncio.sleep(self._terms.session * len(some) / len(streams))
        if not streams:
            await asyncio.sleep(self._terms.session)

    async def _beat(self) -> None:
        """Send a heartbeat to the streams whose turn it is."""
        now = asyncio.get_running_loop().time()
        for stream in self.open.pass_on(math.ceil(len(self.open) * _STEP / self._terms.heartbeat)):
            if now - stream.confirmed_at > max(_UNCONFIRMED_SECONDS, 2 * self._terms.session):
                self._end(stream, Ending.UNCONFIRMED)
            elif stream.listener.is_ready:
                stream.listener.beat()
        await asyncio.sleep(_STEP)


class _Woken:
    """Users of whom something new may be read, in the order in which they were woken."""

    def __init__(self) -> None:
        self._users: dict[UserId, None] = {}
        self._some = asyncio.Event()

    def add(self, user_ids: Iterable[UserId]) -> None:
        """Add users; who is there already stays in place."""
        self._users.update(dict.fromkeys(user_ids))
        if self._users:
            self._some.set()

    async def take(self, count: int) -> list[UserId]:
        """Wait for somebody, and remove the first `count`."""
        await self._some.wait()
        taken = list(islice(self._users, count))
        for user_id in taken:
            del self._users[user_id]
        if not self._users:
            self._some.clear()
        return taken


async def position(deps: "Deps", user_id: UserId, after: int | None, name: str) -> int:
    """The number behind which a stream begins: `after`, or the newest event's.

    Raises BadParameters for the field `name` where `after` is ahead of the user's events.
    """
    async with deps.db.connection() as queries:
        latest = await events.last_seq(queries, user_id)
    if after is not None and after > latest:
        raise BadParameters(fields={name: ("没有这个编号的事件，最新的是 {latest}", {"latest": latest})})
    return latest if after is None else after


def following(seq: int, news: Sequence[StreamEvent]) -> list[StreamEvent]:
    """The events directly behind number `seq`, up to the first gap: what fills it is not committed yet."""
    found: list[StreamEvent] = []
    for entry in news:
        if entry.seq == seq + len(found) + 1:
            found.append(entry)
    return found


def _chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


async def _valid_keys(database: Database, session_ids: Iterable[str]) -> set[str]:
    """Those of the sessions that are API keys which still hold."""
    asked = {each: key_id for each in session_ids if (key_id := api_keys.of_session(each)) is not None}
    if not asked:
        return set()
    async with database.connection() as queries:
        valid = await api_keys.valid(queries, list(asked.values()))
    return {each for each, key_id in asked.items() if key_id in valid}


async def _forever(work: Callable[[], Awaitable[None]]) -> None:
    """Repeat `work` until cancelled, also after a failure."""
    while True:
        try:
            await work()
        except (DatabaseUnavailable, StatementFailed, RedisUnavailable) as error:
            log.warning("streams_wait", error=type(error).__name__)
            await asyncio.sleep(_PAUSE)
        except Exception:  # without this task, streams would be silent
            log.exception("streams_broken")
            await asyncio.sleep(_PAUSE)
