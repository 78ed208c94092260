"""Atomic files: written under a temporary name beside their place, then moved. Readers never see half a file."""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SUFFIX = ".part"


@contextmanager
def temporary_path(path: Path) -> Iterator[Path]:
    """A new path beside `path`, which the block writes and moves to `path`. The file is removed if it was not moved."""
    temporary = path.with_suffix(f".{secrets.token_hex(4)}{_SUFFIX}")
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def remove_leftovers(root: Path, seconds: float) -> int:
    """Remove the temporary files of killed processes under `root` that are older than `seconds`; returns how many."""
    before, removed = time.time() - seconds, 0
    for leftover in root.rglob(f"*{_SUFFIX}"):
        with suppress(FileNotFoundError):  # its process has moved or removed it meanwhile
            if leftover.stat().st_mtime < before:
                leftover.unlink()
                removed += 1
    return removed
