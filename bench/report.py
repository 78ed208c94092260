"""The results as tables and as JSON."""

import json
import os
import platform as machine
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from bench.load import Measured
from bench.servers import CONTESTANTS, IHOME, TEMPLATE

Rounds = dict[str, dict[str, list[Measured]]]
"""The measurements of each round, by work and contestant."""

BROWSING = "browsing"
RESULTS = Path(__file__).parent / "results"
_FLOOR = ("bare", "floor")
TARGETS = {
    "check_login": (4.0, 1.3),
    "house": (4.0, 1.3),
    "search": (3.0, 1.2),
    "booking": (1.5, 1.1),
    "mixed": (3.0, 1.3),
    "mixed_512": (3.0, 1.3),
    BROWSING: (0.5, 1.0),
}
"""The ratios that ihome should reach against the usual template, and against the best peer."""


def ratios(rounds: Mapping[str, list[Measured]], work: str, peer: str) -> list[float]:
    """ihome's result divided by a peer's, for each round: requests per second, or p99 of browsing (less is better)."""
    pairs = zip(rounds[IHOME], rounds[peer], strict=True)
    if work == BROWSING:
        return [own.p99 / other.p99 for own, other in pairs]
    return [own.per_second / max(other.per_second, 0.1) for own, other in pairs]


def leanest(rounds: Mapping[str, list[Measured]], work: str) -> str | None:
    """The peer with the best result at a work."""
    peers = [name for name in rounds if name != IHOME and name not in _FLOOR]
    best = min if work == BROWSING else max
    value = (lambda m: m.p99) if work == BROWSING else (lambda m: m.per_second)
    return best(peers, key=lambda name: median(map(value, rounds[name]))) if peers else None


def lines(results: Rounds, titles: Mapping[str, str]) -> Iterable[str]:
    """The table for a terminal."""
    for work, rounds in results.items():
        yield ""
        yield f"{titles[work]:31} {'req/s':>9} {'p50 ms':>8} {'p99 ms':>9} {'CPU µs':>8} {'MiB':>5}  ihome is (spread)"
        for name, measured in rounds.items():
            row = [
                median(getattr(m, field) for m in measured) for field in ("per_second", "p50", "p99", "cpu", "memory")
            ]
            columns = f"{row[0]:9,.0f} {row[1]:8.2f} {row[2]:9.1f} {row[3]:8.0f} {row[4]:5.0f}"
            yield f"  {CONTESTANTS[name].title:29} {columns}  {'' if name == IHOME else said(rounds, work, name)}"
            if lost := sum(m.refused + m.broken for m in measured):
                yield f"  {'':29} {lost} answers were refusals or came not at all"


def said(rounds: Mapping[str, list[Measured]], work: str, peer: str) -> str:
    found = ratios(rounds, work, peer)
    return f"{median(found):.2f} × ({min(found):.2f} to {max(found):.2f})"


def markdown(results: Rounds, titles: Mapping[str, str]) -> Iterable[str]:
    """The table of results and targets for docs/performance.md."""
    yield "| work | ihome | against the template | target | against the leanest peer | target |"
    yield "|---|---|---|---|---|---|"
    for work, rounds in results.items():
        best = leanest(rounds, work)
        if best is None or TEMPLATE not in rounds:
            continue
        own = median(m.p99 if work == BROWSING else m.per_second for m in rounds[IHOME])
        shown = f"{own:,.0f} ms" if work == BROWSING else f"{own:,.0f} /s"
        wanted = TARGETS.get(work)
        sign = "≤" if work == BROWSING else "≥"
        goals = [f"{sign} {goal:g}" for goal in wanted] if wanted else ["", ""]
        against = f"{said(rounds, work, best)}, {CONTESTANTS[best].title}"
        yield f"| {titles[work]} | {shown} | {said(rounds, work, TEMPLATE)} | {goals[0]} | {against} | {goals[1]} |"


def describe() -> dict[str, Any]:
    """The machine on which the benchmark ran."""
    info = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    models = [line.partition(": ")[2] for line in info.splitlines() if line.startswith("model name")]
    return {
        "cpu": models[0] if models else machine.processor(),
        "cores": os.cpu_count(),
        "system": machine.platform(),
        "python": machine.python_version(),
    }


def save(results: Rounds, how: Mapping[str, Any], name: str) -> Path:
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    measured = {
        work: {peer: [asdict(m) for m in found] for peer, found in rounds.items()} for work, rounds in results.items()
    }
    path.write_text(json.dumps({"machine": describe(), **how, "results": measured}, indent=1) + "\n")
    return path
