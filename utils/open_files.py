"""How many files, and so connections, this process may have open."""

import resource
from contextlib import suppress


def open_files(wanted: int) -> int:
    """Raise the limit of open files to `wanted`, as far as this process may; returns the limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = hard == resource.RLIM_INFINITY
    higher = wanted if unlimited else min(wanted, hard)
    if soft not in (resource.RLIM_INFINITY,) and soft < higher:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (higher, hard))
            return higher
    return wanted if soft == resource.RLIM_INFINITY else soft
