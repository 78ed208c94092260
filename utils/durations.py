"""Durations in settings: `30s`, `10m`, `24h`."""

import re

_UNITS = {"s": 1, "m": 60, "h": 3600}


def seconds(text: str) -> int | None:
    """`10m` → 600. None for anything else."""
    match = re.fullmatch(r"([1-9][0-9]{0,5})([smh])", text)
    return int(match[1]) * _UNITS[match[2]] if match else None
