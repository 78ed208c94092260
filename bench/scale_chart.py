"""The chart in docs/capacity.md: throughput against the number of servers, as a multiple of one server's."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import log2
from pathlib import Path

from bench.tables import Point, title

_WIDTH, _HEIGHT, _LEFT, _TOP, _SIDE = 860, 470, 60, 60, 360
_COLOURS = ("#0f766e", "#b45309", "#4338ca", "#be123c")
_TEXT, _GREY = "#334155", "#94a3b8"


def draw(points: Sequence[Point], share: float, path: Path) -> None:
    """Write the chart as SVG: readable on light and dark, without script. Both axes are logarithmic."""
    series: dict[str, dict[int, float]] = {}
    for each in points:
        series.setdefault(title(each), {})[each.servers] = each.per_second
    sizes = sorted({each.servers for each in points})
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
        ' font-size="12" role="img" aria-label="throughput of 1 to 8 servers">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        f'<text x="12" y="24" font-size="16" fill="#0f172a">Throughput of 1 to {sizes[-1]} servers, each held to'
        f" {share:.0%} of a core, as multiples of one server</text>",
        *_axes(sizes),
    ]
    for number, (name, values) in enumerate(series.items()):
        parts += _line(name, values, sizes, number)
    path.write_text("\n".join([*parts, "</svg>"]) + "\n")


def _x(size: int, sizes: Sequence[int]) -> float:
    return _LEFT + _SIDE * sizes.index(size) / (len(sizes) - 1)


def _y(multiple: float, sizes: Sequence[int]) -> float:
    return _TOP + _SIDE - _SIDE * log2(multiple) / log2(sizes[-1])


def _axes(sizes: Sequence[int]) -> Iterator[str]:
    bottom, right = _TOP + _SIDE, _LEFT + _SIDE
    for size in sizes:
        x, y = _x(size, sizes), _y(size, sizes)
        yield f'<line x1="{_LEFT}" y1="{y:.0f}" x2="{right}" y2="{y:.0f}" stroke="#e2e8f0"/>'
        yield f'<text x="{_LEFT - 30}" y="{y + 4:.0f}" fill="{_TEXT}">{size} ×</text>'
        yield f'<text x="{x - 4:.0f}" y="{bottom + 20}" fill="{_TEXT}">{size}</text>'
    yield f'<text x="{_LEFT + _SIDE // 2 - 24}" y="{bottom + 40}" fill="{_TEXT}">servers</text>'
    yield f'<line x1="{_LEFT}" y1="{bottom}" x2="{right}" y2="{_TOP}" stroke="{_GREY}" stroke-dasharray="4 4"/>'


def _line(name: str, values: Mapping[int, float], sizes: Sequence[int], number: int) -> Iterator[str]:
    colour, first = _COLOURS[number % len(_COLOURS)], values[min(values)]
    spots = [(_x(size, sizes), _y(value / first, sizes)) for size, value in sorted(values.items())]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in spots)
    y = _TOP + 20 + 44 * number
    rates = ", ".join(f"{value:,.0f}" for _, value in sorted(values.items()))
    yield f'<rect x="{_LEFT + _SIDE + 50}" y="{y - 10}" width="12" height="12" rx="2" fill="{colour}"/>'
    yield f'<text x="{_LEFT + _SIDE + 70}" y="{y}" font-weight="bold" fill="{_TEXT}">{escape(name)}</text>'
    yield f'<text x="{_LEFT + _SIDE + 70}" y="{y + 16}" fill="{_TEXT}">{rates} a second</text>'
