"""Who listens to a stream of events in this process, and how many may."""

import asyncio
import gc
from collections import Counter, OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from models.events.events import StreamEvent
from models.types import UserId
from services.errors import Overloaded, TooOftenFromAddress

_RETRY_SECONDS = 15
_FROZEN_AT_ONCE = 500
"""How many streams more than ever before are taken out of garbage collection together."""


class Ending(StrEnum):
    """Why the server ends a stream."""

    REPLACED = "replaced"
    """The user has opened more streams than one user may have: this was the oldest."""
    SIGNED_OUT = "signed_out"
    """The session has ended."""
    RENEWED = "renewed"
    """It was open for long. The client connects again."""
    UNCONFIRMED = "unconfirmed"
    """Redis could not be asked for a minute whether the session still holds."""
    DRAINING = "draining"
    """The process stops. The client connects again, and reaches another one."""


class Listener(Protocol):
    """The client of one stream."""

    @property
    def is_ready(self) -> bool:
        """Whether the client has read what was sent; nothing is sent before."""

    def send(self, events: Sequence[StreamEvent]) -> None:
        """Send events."""

    def beat(self) -> None:
        """Send something without a meaning."""

    def end(self, why: Ending) -> None:
        """Tell why, and close the connection."""


@dataclass(eq=False, slots=True)
class Stream:
    """One open stream: its client has every event up to number `seq`."""

    user_id: UserId
    session_id: str
    address: str
    """The network address as limits count it (utils/client_ip.py)."""
    seq: int
    listener: Listener
    confirmed_at: float
    """When its session was last known to hold, by the clock of the event loop."""
    expiry: asyncio.TimerHandle | None = field(default=None, init=False)


@dataclass(frozen=True)
class StreamBounds:
    """How many streams a process may have open: in all, for one user, from one address."""

    total: int
    per_user: int
    per_address: int


class OpenStreams:
    """The open streams of a process. Iterating begins with the one that was passed longest ago."""

    def __init__(self, bounds: StreamBounds) -> None:
        self._bounds = bounds
        self._all: OrderedDict[Stream, None] = OrderedDict()
        self._by_user: dict[UserId, list[Stream]] = {}
        self._by_address: Counter[str] = Counter()
        self._frozen = 0

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Stream]:
        return iter(self._all)

    def __contains__(self, stream: Stream) -> bool:
        return stream in self._all

    def check_room(self, address: str) -> None:
        """Raises Overloaded where the process has as many as it may, TooOftenFromAddress where the address has."""
        if len(self._all) >= self._bounds.total:
            raise Overloaded(retry_after=_RETRY_SECONDS)
        if self._by_address[address] >= self._bounds.per_address:
            raise TooOftenFromAddress(retry_after=_RETRY_SECONDS)

    def add(self, stream: Stream) -> Stream | None:
        """Add a stream. Returns the oldest one of its user if that has to end for it."""
        self._all[stream] = None
        self._by_address[stream.address] += 1
        mine = self._by_user.setdefault(stream.user_id, [])
        mine.append(stream)
        self._freeze()
        return mine[0] if len(mine) > self._bounds.per_user else None

    def _freeze(self) -> None:
        """Let garbage collection pass over streams: looking at 10,000 of them stops the process for 0.2 s.

        Only at a new maximum, so that what is never collected for it stays bounded.
        """
        if len(self._all) >= self._frozen + _FROZEN_AT_ONCE:
            self._frozen = len(self._all)
            gc.freeze()

    def remove(self, stream: Stream) -> None:
        """Forget a stream that is open."""
        del self._all[stream]
        mine = self._by_user[stream.user_id]
        mine.remove(stream)
        if not mine:
            del self._by_user[stream.user_id]
        self._by_address[stream.address] -= 1
        if not self._by_address[stream.address]:
            del self._by_address[stream.address]

    def of_user(self, user_id: UserId) -> Sequence[Stream]:
        """The streams of a user, the oldest first."""
        return self._by_user.get(user_id, ())

    def users(self) -> list[UserId]:
        """Everybody who has a stream."""
        return list(self._by_user)

    def pass_on(self, count: int) -> list[Stream]:
        """The next `count` streams in turn: each comes again when all others were passed."""
        passed = []
        for _ in range(min(count, len(self._all))):
            stream = next(iter(self._all))
            self._all.move_to_end(stream)
            passed.append(stream)
        return passed
