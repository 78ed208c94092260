"""Messages in a file, in place of an outbound service, for development and tests."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path


class DevOutbox:
    """A file with one JSON object per line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)

    def append(self, record: Mapping[str, str]) -> None:
        """Add a record, with the time in UTC as `at`."""
        line = json.dumps({**record, "at": datetime.now(UTC).isoformat(timespec="milliseconds")}, ensure_ascii=False)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def has(self, name: str, value: str) -> bool:
        """Whether a record has this value."""
        if not self._path.exists():
            return False
        with self._path.open(encoding="utf-8") as file:
            return any(json.loads(line).get(name) == value for line in file)
