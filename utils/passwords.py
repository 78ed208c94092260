"""Password hashes: peppered bcrypt in a bounded thread pool, so that logins cannot stop everything else.

bcrypt reads 72 bytes at most. What it is given is base64(HMAC-SHA-384(pepper, NFC(password))), always 64 bytes, so
that every character of every password counts.

A request that would wait too long is refused at once, and told when to come again. That time is reserved for its
address.
"""

import asyncio
import base64
import hashlib
import hmac
import importlib.util
import math
import runpy
import time
import unicodedata
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import bcrypt
from prometheus_client import Counter

BCRYPT_CALLS = Counter("ihome_bcrypt_calls", "bcrypt computations")
T = TypeVar("T")

_MARGIN = 1.5
"""Reservations lie this much farther apart than the measured time of a hash, since a loaded machine is slower."""

_MAX_RESERVATIONS = 1000
_MAX_PER_ADDRESS = 20
"""Reservations of one address: it cannot take all the time there is."""

_MAX_WAIT = 120.0
_GRACE = 5.0
"""Seconds after which a reservation that nobody used is forgotten."""

_NEW_SHARE = 0.2
"""What one measurement adds to the average time of a hash."""


class QueueFull(Exception):
    """The queue is too long. There is room in `retry_after` seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"come again in {retry_after} s")
        self.retry_after = retry_after


@dataclass(frozen=True)
class _Reservation:
    """A time, by time.monotonic, at which a request from this address is let in."""

    at: float
    address: str


class PasswordHasher:
    """Hashes and checks passwords with `threads` threads; at most `queue` more may wait.

    `patience` is the longest expected wait, in seconds, with which a request is let in; whoever comes again as told is
    let in up to `deadline`.
    """

    def __init__(
        self,
        pepper: bytes,
        *,
        cost: int,
        threads: int,
        queue: int,
        patience: float = 5,
        deadline: float = 8,
        per_address: int = _MAX_PER_ADDRESS,
    ) -> None:
        self._pepper = pepper
        self._cost = cost
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="bcrypt")
        self._threads = threads
        self._most = self._room = threads + queue
        self._patience = patience
        self._deadline = deadline
        self._per_address = per_address
        self._reserved: deque[_Reservation] = deque()
        """The earliest first."""
        started = time.perf_counter()
        # all threads at once, as under load
        [self._nobody, *_] = self._executor.map(lambda _: bcrypt.hashpw(b"", bcrypt.gensalt(cost)), range(threads))
        self._seconds = time.perf_counter() - started

    def slot(self, address: str = "") -> "HashingSlot":
        """A place in the queue for a request from `address`, for a `with` block. Raises QueueFull, at once, if the
        request would have to wait too long."""
        now = time.monotonic()
        while self._reserved and self._reserved[0].at < now - _GRACE:
            self._reserved.popleft()
        own = [each for each in self._reserved if each.address == address]
        due = own[0] if own and own[0].at <= now else None
        # half of the queue is left to those who come again
        patience = self._deadline if due else self._patience / 2 if self._reserved else self._patience
        if self._room <= 0 or self._expected_wait() > patience:
            raise QueueFull(self._reserve(address, now, own))
        if due:
            self._reserved.remove(due)
        self._room -= 1
        return HashingSlot(self)

    async def hash(self, password: str) -> str:
        """A salted hash to keep. Raises QueueFull."""
        with self.slot() as slot:
            return await slot.hash(password)

    @property
    def waiting(self) -> int:
        """How many are being hashed or wait for a thread."""
        return self._most - self._room

    def close(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _expected_wait(self) -> float:
        """Seconds until a hash that joins the queue now is done; 0 where a thread is idle."""
        return 0 if self.waiting < self._threads else (self.waiting / self._threads + 1) * self._seconds

    def _reserve(self, address: str, now: float, own: Sequence["_Reservation"]) -> int:
        """The seconds after which a request from `address` that is refused now is let in."""
        last = self._reserved[-1].at if self._reserved else now + self.waiting / self._threads * self._seconds
        at = max(last, now) + _MARGIN * self._seconds / self._threads
        if len(own) >= self._per_address:
            at = own[-1].at
        elif len(self._reserved) < _MAX_RESERVATIONS and at < now + _MAX_WAIT:
            self._reserved.append(_Reservation(at, address))
        return max(1, math.ceil(min(at - now, _MAX_WAIT)))

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Run `work` in a thread, for a turn."""
        return self._executor.submit(self._measured, work)

    def _measured(self, work: Callable[[], T]) -> T:
        BCRYPT_CALLS.inc()
        started = time.perf_counter()
        done = work()
        self._seconds += _NEW_SHARE * (time.perf_counter() - started - self._seconds)
        return done

    def leave(self) -> None:
        """A turn is over."""
        self._room += 1

    def new_hash(self, password: str) -> bytes:
        return bcrypt.hashpw(self._peppered(password), bcrypt.gensalt(self._cost))

    def matches(self, password: str, hashed: str | None) -> bool:
        against = hashed.encode() if hashed else self._nobody
        return bcrypt.checkpw(self._peppered(password), against) and hashed is not None

    def _peppered(self, password: str) -> bytes:
        text = unicodedata.normalize("NFC", password).encode()
        return base64.b64encode(hmac.new(self._pepper, text, hashlib.sha384).digest())


class HashingSlot:
    """A place in the queue of `PasswordHasher`, until the end of its `with` block and of work that has begun within it.

    Work that has not begun when its request is gone is not done.
    """

    def __init__(self, hasher: PasswordHasher) -> None:
        self._hasher = hasher
        self._working: Future[Any] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._working is None or self._working.done():
            self._hasher.leave()
        else:  # the request is gone; its thread is not
            self._working.add_done_callback(partial(_call_soon, asyncio.get_running_loop(), self._hasher.leave))

    async def hash(self, password: str) -> str:
        """A salted hash to store."""
        return (await self._run(lambda: self._hasher.new_hash(password))).decode()

    async def verify(self, password: str, hashed: str | None) -> bool:
        """Whether `hashed` was made from `password`; None, for an unknown user, costs the same work."""
        return await self._run(lambda: self._hasher.matches(password, hashed))

    async def _run(self, work: Callable[[], T]) -> T:
        working = self._hasher.submit(work)
        self._working = working
        return await asyncio.wrap_future(working)


def _call_soon(loop: asyncio.AbstractEventLoop, work: Callable[[], None], _: object) -> None:
    with suppress(RuntimeError):  # the loop is closed
        loop.call_soon_threadsafe(work)


def is_common(password: str) -> bool:
    """Whether it is among the commonest passwords of known leaks."""
    return password.casefold() in _common()


@cache
def _common() -> frozenset[str]:
    package = importlib.util.find_spec("zxcvbn")
    assert package is not None  # noqa: S101  requirements.txt has it
    assert package.submodule_search_locations is not None  # noqa: S101
    # the file by itself: the package makes 12 MiB of tables of it that nobody here looks at
    lists = runpy.run_path(str(Path(package.submodule_search_locations[0], "frequency_lists.py")))["FREQUENCY_LISTS"]
    return frozenset(word.casefold() for word in lists["passwords"] if len(word) >= 8)
