"""The chart in docs/performance.md: the throughput of each server, as a multiple of the usual template's."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from statistics import median

from bench.report import BROWSING, Rounds
from bench.servers import CONTESTANTS, IHOME, TEMPLATE

_WIDTH, _NAMES, _NUMBERS, _BAR, _GAP, _HEAD = 860, 250, 110, 15, 18, 56
_COLOURS = {IHOME: "#0f766e", TEMPLATE: "#94a3b8", "lean": "#64748b", "flask": "#c4b5a0", "course": "#a8a29e"}
_MAX_RATIO = 40.0
"""Longer bars are cut, and marked with an arrow."""


def draw(results: Rounds, titles: Mapping[str, str], path: Path) -> None:
    """Write the chart as SVG: readable on light and dark, without script."""
    rows = list(_rows(results, titles))
    height = _HEAD + sum(_GAP + 12 + _BAR * len(bars) for _, bars in rows)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif"'
        ' font-size="12" role="img" aria-label="ihome and its peers">',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        '<text x="12" y="24" font-size="16" fill="#0f172a">Requests a second, as multiples of FastAPI with SQLAlchemy'
        " (more is better)</text>",
    ]
    y = _HEAD
    for title, bars in rows:
        parts.append(f'<text x="12" y="{y}" font-weight="bold" fill="#0f172a">{escape(title)}</text>')
        y += 12
        for name, ratio in bars:
            parts.append(_bar(name, ratio, y))
            y += _BAR
        y += _GAP
    path.write_text("\n".join([*parts, "</svg>"]) + "\n")


def _rows(results: Rounds, titles: Mapping[str, str]) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    for work, rounds in results.items():
        if TEMPLATE not in rounds or work == BROWSING:
            continue
        base = median(m.per_second for m in rounds[TEMPLATE])
        bars = [
            (name, median(m.per_second for m in found) / base) for name, found in rounds.items() if name in _COLOURS
        ]
        yield titles[work], bars


def _bar(name: str, ratio: float, y: int) -> str:
    length = (_WIDTH - _NAMES - _NUMBERS) * min(ratio, _MAX_RATIO) / _MAX_RATIO
    cut = " →" if ratio > _MAX_RATIO else ""
    return (
        f'<text x="24" y="{y + 11}" fill="#334155">{escape(CONTESTANTS[name].title)}</text>'
        f'<rect x="{_NAMES}" y="{y + 2}" width="{max(1.0, length):.1f}" height="{_BAR - 4}" rx="2"'
        f' fill="{_COLOURS[name]}"/>'
        f'<text x="{_NAMES + length + 6:.1f}" y="{y + 11}" fill="#334155">{ratio:.1f} ×{cut}</text>'
    )
