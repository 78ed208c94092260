"""Calls to outbound services, each with a deadline. A circuit breaker pauses the calls to a failing service."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from circuitbreaker import CircuitBreaker

T = TypeVar("T")


class OutboundFailed(Exception):
    """The service failed, did not answer in time, or is paused. The text is the kind of error only."""


@dataclass(frozen=True)
class OutboundLimits:
    """Limits of the calls to one service. Times are in seconds.

    `connect` bounds connecting, `total` a whole call, `max_bytes` the body of an answer. After `failures` failures in a
    row, calls are refused for `pause`.
    """

    connect: float
    total: float
    failures: int
    pause: float
    max_bytes: int = 1024**2


class OutboundService:
    """One outbound service whose client is asynchronous."""

    def __init__(self, limits: OutboundLimits) -> None:
        self._total = limits.total
        self._breaker = CircuitBreaker(limits.failures, limits.pause)

    async def call(self, work: Callable[[], Awaitable[T]]) -> T:
        """Run `work`, which calls the service. Raises OutboundFailed."""
        if self._breaker.opened:
            raise OutboundFailed("refusing after repeated failures")
        try:
            with self._breaker:
                async with asyncio.timeout(self._total):
                    return await work()
        except Exception as error:  # clients of outbound services raise many kinds of errors
            raise OutboundFailed(type(error).__name__) from None


class BlockingOutboundService(OutboundService):
    """One outbound service whose client blocks. It has four threads of its own, so a slow service delays no other."""

    def __init__(self, limits: OutboundLimits, name: str) -> None:
        super().__init__(limits)
        self._threads = ThreadPoolExecutor(4, thread_name_prefix=name)

    async def run(self, work: Callable[[], T]) -> T:
        """Run `work` in a thread. Raises OutboundFailed.

        The deadline does not stop work that has begun, so the client needs time-outs of its own.
        """
        return await self.call(lambda: asyncio.get_running_loop().run_in_executor(self._threads, work))

    def close(self) -> None:
        """Stop the threads; work that has begun goes on."""
        self._threads.shutdown(wait=False, cancel_futures=True)
