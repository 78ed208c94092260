"""Outbound services: each call has a deadline, and one that keeps failing is left alone for a while."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from circuitbreaker import CircuitBreaker

T = TypeVar("T")


class OutboundFailed(Exception):
    """The service failed, was silent for too long, or is being left alone. Says the kind of error only."""


@dataclass(frozen=True)
class OutboundLimits:
    """How long to wait for an outbound service, in seconds: to connect, in all; after how many failures to pause.

    `max_bytes` is how long the body of an answer may be.
    """

    connect: float
    total: float
    failures: int
    pause: float
    max_bytes: int = 1024**2


class OutboundService:
    """One outbound service."""

    def __init__(self, patience: OutboundLimits) -> None:
        self._total = patience.total
        self._breaker = CircuitBreaker(patience.failures, patience.pause)

    async def call(self, work: Callable[[], Awaitable[T]]) -> T:
        """Raises OutboundFailed."""
        if self._breaker.opened:
            raise OutboundFailed("refusing after repeated failures")
        try:
            with self._breaker:
                async with asyncio.timeout(self._total):
                    return await work()
        except Exception as error:  # clients of outbound services raise whatever they like
            raise OutboundFailed(type(error).__name__) from None


class BlockingOutboundService(OutboundService):
    """One whose client blocks: it gets four threads of its own, so that only it waits when it hangs."""

    def __init__(self, patience: OutboundLimits, name: str) -> None:
        super().__init__(patience)
        self._threads = ThreadPoolExecutor(4, thread_name_prefix=name)

    async def run(self, work: Callable[[], T]) -> T:
        """Raises OutboundFailed. Work that has begun goes on after its deadline, so it needs time-outs of its own."""
        return await self.call(lambda: asyncio.get_running_loop().run_in_executor(self._threads, work))

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
