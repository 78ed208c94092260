"""UTC as MariaDB has it, whatever the clock of this machine says, so that all servers and workers agree."""

import time
from datetime import UTC, datetime


class DatabaseClock:
    """Follows the clock of a database: shows the time of this machine until `follow` is called for the first time.

    Between two measurements it runs on the monotonic clock, which nobody can set.
    """

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(time.monotonic() + self._offset, UTC)

    def follow(self, utc: datetime, sent: float, received: float) -> None:
        """The database said `utc` (without a zone) halfway between `sent` and `received`, by time.monotonic."""
        self._offset = utc.replace(tzinfo=UTC).timestamp() - (sent + received) / 2
