"""Password hashes: peppered bcrypt in a bounded thread pool, so that logins cannot stop everything else.

bcrypt reads 72 bytes at most. What it is given is base64(HMAC-SHA-384(pepper, NFC(password))), always 64 bytes, so
that every character of every password counts.
"""

import asyncio
import base64
import hashlib
import hmac
import importlib.util
import runpy
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TypeVar

import bcrypt
from prometheus_client import Counter

BCRYPT_CALLS = Counter("ihome_bcrypt_calls", "bcrypt computations")
T = TypeVar("T")


class Busy(Exception):
    """More passwords wait to be hashed than the queue allows."""


class Passwords:
    """Hashes and checks passwords with `threads` threads; at most `queue` more may wait."""

    def __init__(self, pepper: bytes, *, cost: int, threads: int, queue: int) -> None:
        self._pepper = pepper
        self._cost = cost
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="bcrypt")
        self._most = self._room = threads + queue
        self._nobody = bcrypt.hashpw(b"", bcrypt.gensalt(cost))

    async def hash(self, password: str) -> str:
        """A salted hash to keep. Raises Busy."""
        peppered = self._peppered(password)
        return (await self._compute(lambda: bcrypt.hashpw(peppered, bcrypt.gensalt(self._cost)))).decode()

    async def verify(self, password: str, hashed: str | None) -> bool:
        """Whether `hashed` was made from `password`; None, for an unknown user, costs the same work. Raises Busy."""
        peppered = self._peppered(password)
        against = hashed.encode() if hashed else self._nobody
        return await self._compute(lambda: bcrypt.checkpw(peppered, against)) and hashed is not None

    @property
    def waiting(self) -> int:
        """How many are being hashed or wait for a thread."""
        return self._most - self._room

    def close(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)

    async def _compute(self, work: Callable[[], T]) -> T:
        if self._room <= 0:
            raise Busy
        self._room -= 1
        BCRYPT_CALLS.inc()
        future = asyncio.get_running_loop().run_in_executor(self._executor, work)
        future.add_done_callback(self._leave)
        return await asyncio.shield(future)

    def _leave(self, _: object) -> None:
        self._room += 1

    def _peppered(self, password: str) -> bytes:
        text = unicodedata.normalize("NFC", password).encode()
        return base64.b64encode(hmac.new(self._pepper, text, hashlib.sha384).digest())


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
