"""Files that are written beside their place, then moved there: what is read is whole, and a full disk keeps no half."""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SUFFIX = ".part"


@contextmanager
def half_written(path: Path) -> Iterator[Path]:
    """A new name beside `path`, to be written and then moved there; nothing is left under it in any case."""
    half = path.with_suffix(f".{secrets.token_hex(4)}{_SUFFIX}")
    try:
        yield half
    finally:
        half.unlink(missing_ok=True)


def remove_halves(root: Path, seconds: float) -> int:
    """Remove the halves under `root` that are older than that, of processes that were killed; returns how many."""
    before, removed = time.time() - seconds, 0
    for half in root.rglob(f"*{_SUFFIX}"):
        with suppress(FileNotFoundError):  # moved to its place meanwhile
            if half.stat().st_mtime < before:
                half.unlink()
                removed += 1
    return removed
