"""Password hashes: peppered bcrypt in a bounded thread pool, which leaves processor time for other requests.

bcrypt reads at most 72 bytes. Its input is base64(HMAC-SHA-384(pepper, NFC(password))), which always has 64 bytes, so
every character of a password counts.

A request that would wait too long is refused at once, with a time at which to come again. This time is reserved for the
client's address.
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
"""The distance of two reservations as a multiple of the measured time of a hash: a loaded machine is slower."""

_MAX_RESERVATIONS = 1000
_MAX_PER_ADDRESS = 20
"""Reservations of one address, which must not take all the time."""

_MAX_WAIT = 120.0
_GRACE = 5.0
"""Seconds after its time at which an unused reservation expires."""

_NEW_SHARE = 0.2
"""The weight of a new measurement in the moving average of a hash's time."""


class QueueFull(Exception):
    """The expected wait is too long. A request is admitted in `retry_after` seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"come again in {retry_after} s")
        self.retry_after = retry_after


@dataclass(frozen=True)
class _Reservation:
    """A time, by time.monotonic, from which a request from this address is admitted."""

    at: float
    address: str


class PasswordHasher:
    """Hashes and checks passwords in `threads` threads; at most `queue` more requests wait.

    A request is admitted if its expected wait is at most `max_wait` seconds, or `max_reserved_wait` seconds at its
    reserved time. `cost` is bcrypt's; `per_address` limits the reservations of an address.
    """

    def __init__(
        self,
        pepper: bytes,
        *,
        cost: int,
        threads: int,
        queue: int,
        max_wait: float = 5,
        max_reserved_wait: float = 8,
        per_address: int = _MAX_PER_ADDRESS,
    ) -> None:
        self._pepper = pepper
        self._cost = cost
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="bcrypt")
        self._threads = threads
        self._capacity = self._room = threads + queue
        self._max_wait = max_wait
        self._max_reserved_wait = max_reserved_wait
        self._per_address = per_address
        self._reserved: deque[_Reservation] = deque()
        """In the order of their times."""
        started = time.perf_counter()
        # all threads at once, as under load
        [self._unknown_user_hash, *_] = self._executor.map(
            lambda _: bcrypt.hashpw(b"", bcrypt.gensalt(cost)), range(threads)
        )
        self._seconds = time.perf_counter() - started

    def slot(self, address: str = "") -> "HashingSlot":
        """A place in the queue for a request from `address`, for a `with` block. Raises QueueFull at once."""
        now = time.monotonic()
        while self._reserved and self._reserved[0].at < now - _GRACE:
            self._reserved.popleft()
        own = [each for each in self._reserved if each.address == address]
        due = own[0] if own and own[0].at <= now else None
        # while there are reservations, half of the queue is left for them
        max_wait = self._max_reserved_wait if due else self._max_wait / 2 if self._reserved else self._max_wait
        if self._room <= 0 or self._expected_wait() > max_wait:
            raise QueueFull(self._reserve(address, now, own))
        if due:
            self._reserved.remove(due)
        self._room -= 1
        return HashingSlot(self)

    async def hash(self, password: str) -> str:
        """A salted hash. Raises QueueFull."""
        with self.slot() as slot:
            return await slot.hash(password)

    @property
    def waiting(self) -> int:
        """How many passwords are being hashed or wait for a thread."""
        return self._capacity - self._room

    def close(self) -> None:
        """Stop the threads; hashes that wait are not computed."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _expected_wait(self) -> float:
        """Seconds until a hash that joins the queue now is finished; 0 while a thread is idle."""
        return 0 if self.waiting < self._threads else (self.waiting / self._threads + 1) * self._seconds

    def _reserve(self, address: str, now: float, own: Sequence["_Reservation"]) -> int:
        """Reserve a time for `address`; returns the seconds until then."""
        last = self._reserved[-1].at if self._reserved else now + self.waiting / self._threads * self._seconds
        at = max(last, now) + _MARGIN * self._seconds / self._threads
        if len(own) >= self._per_address:
            at = own[-1].at
        elif len(self._reserved) < _MAX_RESERVATIONS and at < now + _MAX_WAIT:
            self._reserved.append(_Reservation(at, address))
        return max(1, math.ceil(min(at - now, _MAX_WAIT)))

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Run the work of a slot in a thread."""
        return self._executor.submit(self._measured, work)

    def _measured(self, work: Callable[[], T]) -> T:
        BCRYPT_CALLS.inc()
        started = time.perf_counter()
        result = work()
        self._seconds += _NEW_SHARE * (time.perf_counter() - started - self._seconds)
        return result

    def leave(self) -> None:
        """Free the place of a slot."""
        self._room += 1

    def new_hash(self, password: str) -> bytes:
        """A salted hash; blocks for the time of one hash."""
        return bcrypt.hashpw(self._peppered(password), bcrypt.gensalt(self._cost))

    def matches(self, password: str, hashed: str | None) -> bool:
        """Whether `hashed` was made from `password`; blocks for the time of one hash, also for None."""
        against = hashed.encode() if hashed else self._unknown_user_hash
        return bcrypt.checkpw(self._peppered(password), against) and hashed is not None

    def _peppered(self, password: str) -> bytes:
        text = unicodedata.normalize("NFC", password).encode()
        return base64.b64encode(hmac.new(self._pepper, text, hashlib.sha384).digest())


class HashingSlot:
    """A place in the queue of `PasswordHasher`. It is free again after its `with` block and the work begun within it.

    If the request is cancelled, work that has not begun is dropped.
    """

    def __init__(self, hasher: PasswordHasher) -> None:
        self._hasher = hasher
        self._working: Future[Any] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._working is None or self._working.done():
            self._hasher.leave()
        else:  # the request was cancelled while its thread works
            self._working.add_done_callback(partial(_call_soon, asyncio.get_running_loop(), self._hasher.leave))

    async def hash(self, password: str) -> str:
        """A salted hash."""
        return (await self._run(lambda: self._hasher.new_hash(password))).decode()

    async def verify(self, password: str, hashed: str | None) -> bool:
        """Whether `hashed` was made from `password`. None, for an unknown user, takes the same time."""
        return await self._run(lambda: self._hasher.matches(password, hashed))

    async def _run(self, work: Callable[[], T]) -> T:
        working = self._hasher.submit(work)
        self._working = working
        return await asyncio.wrap_future(working)


def _call_soon(loop: asyncio.AbstractEventLoop, work: Callable[[], None], _: object) -> None:
    with suppress(RuntimeError):  # the loop is closed
        loop.call_soon_threadsafe(work)


def is_common(password: str) -> bool:
    """Whether a password is among the most common ones of known leaks (the list of zxcvbn)."""
    return password.casefold() in _common()


@cache
def commonest(count: int) -> list[str]:
    """The most common of these passwords, the commonest first."""
    return list(_common())[:count]


@cache
def _common() -> dict[str, None]:
    """In order."""
    package = importlib.util.find_spec("zxcvbn")
    assert package is not None  # noqa: S101  requirements.txt has it
    assert package.submodule_search_locations is not None  # noqa: S101
    # this file alone: importing the package makes tables of 12 MiB that are not needed here
    lists = runpy.run_path(str(Path(package.submodule_search_locations[0], "frequency_lists.py")))["FREQUENCY_LISTS"]
    return dict.fromkeys(word.casefold() for word in lists["passwords"] if len(word) >= 8)
