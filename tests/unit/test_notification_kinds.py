"""docs/notifications.md and content/notifications agree with the table of kinds."""

import re
from pathlib import Path

from services.events.types import TYPES
from services.notifications import kinds
from services.notifications.texts import FOLDER

ROOT = Path(__file__).parents[2]
_TO = {"guest": "guest", "host": "host", "both": "both", "account": "the user"}
_CHANNELS = {"push": "push", "mail": "mail", "sms": "SMS"}


def test_the_page_has_the_table_of_kinds() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|", _page(), re.MULTILINE)
    said = {name: (set(re.findall(r"`([\w.]+)`", types)), *rest) for name, types, *rest in rows}
    assert said == {
        kind.name: (
            set(kind.types) or {"order.booked"},
            _TO[kind.section],
            ", ".join(_CHANNELS[channel] for channel in kind.channels),
            "goes through" if kind.urgent else "waits",
        )
        for kind in kinds.KINDS
    }


def test_every_event_has_a_kind_or_is_silent_on_purpose() -> None:
    told = {type_ for kind in kinds.KINDS for type_ in kind.types}
    assert told | kinds.SILENT == set(TYPES)
    assert not told & kinds.SILENT


def test_every_kind_has_its_file() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(kinds.BY_NAME)


def _page() -> str:
    return (ROOT / "docs" / "notifications.md").read_text()
