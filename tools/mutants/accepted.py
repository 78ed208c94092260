"""The mutants that docs/testing.md lists as changing nothing visible."""

import re
from pathlib import Path

from tools.mutants.mutations import Key

DOCUMENT = "docs/testing.md"

_FILE = re.compile(r"### `(?P<path>[\w/]+\.py)`$")
_CODE = r"(?P=ticks) ?(?P<{}>.*?) ?(?P=ticks)"
_ENTRY = re.compile(
    rf"- `(?P<function>[\w.<>]+)`: (?=(?P<ticks>`+)){_CODE.format('before')} → {_CODE.format('after')}: ."
)


def read(root: Path) -> list[Key]:
    """Read the document: headings name files; a line has a function, the code before and after, and a reason."""
    found = []
    path = None
    for line in (root / DOCUMENT).read_text().splitlines():
        if line.startswith("#"):
            heading = _FILE.match(line)
            path = heading["path"] if heading else None
        elif path and (entry := _ENTRY.match(line)):
            found.append(Key(path, entry["function"], entry["before"], entry["after"]))
    return found


def entry(key: Key) -> str:
    """A line for the document, to which a reason is to be added."""
    ticks = "``" if "`" in key.before + key.after else "`"
    pad = " " if len(ticks) > 1 else ""
    return f"- `{key.function}`: {ticks}{pad}{key.before}{pad}{ticks} → {ticks}{pad}{key.after}{pad}{ticks}: "
