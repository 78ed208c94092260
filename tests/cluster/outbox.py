"""The files to which development writes SMS codes and picture codes, read as they grow."""

import json
from pathlib import Path


class Outbox:
    """The codes of all SMS and pictures so far; each call reads only what is new."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._places: dict[str, int] = {}
        self._codes: dict[tuple[str, str], str] = {}

    def picture(self, picture_id: str) -> str | None:
        """The text in that picture; None where none was drawn."""
        self._read("captcha-outbox.jsonl", "id", "text")
        return self._codes.get(("id", picture_id))

    def sms(self, mobile: str) -> str | None:
        """The code of the last SMS to that mobile; None where none was sent."""
        self._read("sms-outbox.jsonl", "mobile", "code")
        return self._codes.get(("mobile", mobile))

    def sent(self) -> list[dict[str, str]]:
        """Every SMS with a code that was sent: `mobile`, `code`, `purpose`, and `at`, a time in UTC."""
        path = self._directory / "sms-outbox.jsonl"
        lines = path.read_text().splitlines() if path.exists() else []
        return [record for record in map(json.loads, lines) if "code" in record]

    def _read(self, name: str, key: str, value: str) -> None:
        path = self._directory / name
        if not path.exists():
            return
        with path.open("rb") as file:
            file.seek(self._places.get(name, 0))
            new = file.read()
        whole = new[: new.rfind(b"\n") + 1]
        self._places[name] = self._places.get(name, 0) + len(whole)
        for line in whole.splitlines():
            record = json.loads(line)
            if value in record:  # a notification has no code
                self._codes[key, record[key]] = record[value]
