"""A file that takes the place of an outbound service while developing and testing."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path


class DevOutbox:
    """Appends records to a file, one JSON object a line, each with the time it was written (`at`, UTC)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)

    def append(self, record: Mapping[str, str]) -> None:
        line = json.dumps({**record, "at": datetime.now(UTC).isoformat(timespec="milliseconds")}, ensure_ascii=False)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
