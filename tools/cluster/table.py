"""The live table of a cluster: piece, state, role, requests a second, last error."""

import asyncio
import sys
import time
from collections.abc import Callable, Mapping

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from tools.cluster.plan import Plan
from tools.cluster.status import Seen, Watcher

_SECONDS = 1.0


async def show(plan: Plan, watcher: Watcher, say: Callable[[str], None]) -> None:
    """Show the table until cancelled; where the output is no terminal, a line for each change of a state."""
    earlier: dict[str, Seen] = {}
    before = time.monotonic()
    live = Live(console=Console(), auto_refresh=False) if sys.stdout.isatty() else None
    with live or _NoTable():
        while True:
            seen = await asyncio.to_thread(watcher.look)
            now = time.monotonic()
            if live:
                live.update(_table(plan, seen, _rates(seen, earlier, now - before)), refresh=True)
            else:
                for line in _changes(seen, earlier):
                    say(line)
            earlier, before = seen, now
            await asyncio.sleep(_SECONDS)


class _NoTable:
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


def _rates(seen: Mapping[str, Seen], earlier: Mapping[str, Seen], seconds: float) -> dict[str, float]:
    """Requests a second; a piece that was restarted counts from nothing again."""
    return {
        name: max(0, now.requests - before.requests) / seconds
        for name, now in seen.items()
        if (before := earlier.get(name)) and now.requests is not None and before.requests is not None
    }


def _changes(seen: Mapping[str, Seen], earlier: Mapping[str, Seen]) -> list[str]:
    if not earlier:
        return []
    return [
        f"{name}: {_words(now)}" for name, now in seen.items() if _words(now) != _words(earlier.get(name, Seen("new")))
    ]


def _words(seen: Seen) -> str:
    return f"{seen.role}, {seen.state}" if seen.role else seen.state


def _table(plan: Plan, seen: Mapping[str, Seen], rates: Mapping[str, float]) -> Table:
    table = Table(title=f"ihome on http://127.0.0.1:{plan.port} - Ctrl-C stops it", expand=True)
    for heading, wide in (
        ("piece", False),
        ("state", False),
        ("role", False),
        ("requests/s", False),
        ("last error", True),
    ):
        table.add_column(heading, ratio=1 if wide else None, no_wrap=True, overflow="ellipsis")
    for name, piece in plan.pieces.items():
        now = seen[name]
        rate = f"{rates[name]:.0f}" if name in rates else ""
        state = Text(now.state, style="green" if now.ready else "bold red")
        table.add_row(name, state, now.role, rate, Text(piece.last_error()))
    return table
