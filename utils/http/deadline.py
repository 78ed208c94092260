"""The time at which the server gives up a connection."""

import asyncio


class Deadline:
    """One connection's. A client that reads its answer, however slowly, has all the time that it needs."""

    def __init__(self, transport: asyncio.Transport, idle: float) -> None:
        self._time = asyncio.get_running_loop().time
        self._transport = transport
        self._idle = idle
        self._at: float | None = None
        self._unsent = 0

    def set(self, seconds: float | None) -> None:
        """So many seconds from now on; None for no deadline."""
        if seconds is None:
            self._at = None
        else:
            self._at = self._time() + seconds
            self._unsent = self._transport.get_write_buffer_size()

    def is_over(self, now: float) -> bool:
        """`now` is the loop's time. A client that has read something since the last look gets `idle` seconds more."""
        if self._at is None or now < self._at:
            return False
        unsent = self._transport.get_write_buffer_size()
        if 0 < unsent < self._unsent:
            self._unsent, self._at = unsent, now + self._idle
            return False
        return True
