"""The time by MariaDB's clock: all servers and workers agree on it, whatever their own clocks say."""

import time
from datetime import UTC, datetime


class DatabaseClock:
    """UTC by a database's clock; by this machine's clock until the first call of `follow`.

    Between two measurements it runs on the monotonic clock, which no operator can set.
    """

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(time.monotonic() + self._offset, UTC)

    def follow(self, utc: datetime, sent: float, received: float) -> None:
        """Take over a measurement: the database answered `utc` (naive) halfway between `sent` and `received`, both by
        time.monotonic."""
        self._offset = utc.replace(tzinfo=UTC).timestamp() - (sent + received) / 2
