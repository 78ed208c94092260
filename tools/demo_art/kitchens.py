"""Kitchens. The middle of the back is at the origin; they face -y."""

import math

from . import materials as m
from .decor import fruit_bowl, sprig
from .kit import Kit
from .shapes import block, placed, rod, turned


def kitchen(kit: Kit, width: float = 3.4, upper: bool = True) -> None:
    """A run of cabinets: worktop, sink, hob, hood, tiles, a fridge at the right."""
    run = width - 0.75
    with placed(-0.375):
        block((0, -0.29, 0.1), (run, 0.58, 0.78), kit.cabinet, 0.004)
        block((0, -0.3, 0), (run, 0.5, 0.1), kit.dark, 0)
        _fronts(kit, run, 0.12, 0.74, -0.59)
        block((0, -0.31, 0.88), (run + 0.02, 0.64, 0.04), m.marble("#e9e5dc"), 0.006)
        block((0, -0.006, 0.92), (run, 0.012, 0.6), kit.tile, 0)
        _sink(kit, -run / 4)
        _hob(kit, run / 5)
        _things(kit, run)
        (_upper if upper else _open_shelves)(kit, run)
    with placed(width / 2 - 0.37):
        fridge(kit)


def _fronts(kit: Kit, run: float, low: float, tall: float, y: float) -> None:
    count = max(round(run / 0.6), 1)
    for i in range(count):
        x = (i - (count - 1) / 2) * run / count
        block((x, y, low), (run / count - 0.006, 0.02, tall), kit.cabinet, 0.004)
        block((x, y - 0.02, low + tall - 0.06), (0.16, 0.02, 0.012), kit.metal, 0.004)


def _sink(kit: Kit, x: float) -> None:
    block((x, -0.33, 0.912), (0.56, 0.4, 0.01), kit.steel, 0.004)
    block((x, -0.33, 0.914), (0.5, 0.34, 0.01), m.paint("#55585a", 0.3), 0.004)
    tap(kit, x, -0.1, 0.92, 0.3)


def tap(kit: Kit, x: float, y: float, z: float, tall: float) -> None:
    """A bent tap."""
    rod((x, y, z), (x, y, z + tall), 0.013, kit.steel)
    for i in range(6):
        a, b = math.pi * i / 6, math.pi * (i + 1) / 6
        points = [(x, y - 0.08 + 0.08 * math.cos(t), z + tall + 0.08 * math.sin(t)) for t in (a, b)]
        rod(points[0], points[1], 0.012, kit.steel)
    rod((x, y - 0.16, z + tall - 0.04), (x, y - 0.16, z + tall), 0.012, kit.steel)


def _hob(kit: Kit, x: float) -> None:
    block((x, -0.32, 0.92), (0.58, 0.5, 0.008), m.paint("#111214", 0.08), 0.003)
    for dx in (-0.15, 0.15):
        turned((x + dx, -0.32, 0.928), [(0.1, 0), (0.1, 0.012), (0.07, 0.014)], kit.dark)
    turned((x - 0.15, -0.32, 0.94), [(0.1, 0), (0.115, 0.02), (0.115, 0.13), (0.11, 0.13), (0.1, 0.12)], kit.steel)
    rod((x - 0.15, -0.44, 1.05), (x - 0.15, -0.6, 1.06), 0.012, kit.dark)


def _things(kit: Kit, run: float) -> None:
    with placed(0.05, -0.3, 0.92):
        fruit_bowl(kit)
    for i in range(4):
        x = run / 2 - 0.12 - i * 0.11
        turned(
            (x, -0.12, 0.92),
            [(0.035, 0), (0.038, 0.14), (0.014, 0.19), (0.014, 0.24)],
            m.paint(kit.pick("#5a6b3c", "#8a5a2c", "#c9bfa8"), 0.15),
        )
    block((-run / 2 + 0.2, -0.08, 0.92), (0.3, 0.02, 0.4), kit.wood, 0.01)
    with placed(-run / 2 + 0.15, -0.3, 0.92):
        turned((0, 0, 0), [(0.05, 0), (0.06, 0.12), (0.055, 0.12)], kit.pot)
        sprig(kit, 0.1, 4)


def _upper(kit: Kit, run: float) -> None:
    block((0, -0.17, 1.52), (run, 0.32, 0.7), kit.cabinet, 0.004)
    _fronts(kit, run, 1.53, 0.68, -0.34)
    block((0, -0.3, 1.505), (run - 0.1, 0.03, 0.01), m.glow("#ffe2b0", 5), 0)


def _open_shelves(kit: Kit, run: float) -> None:
    for z in (1.52, 1.86):
        block((0, -0.13, z), (run, 0.25, 0.035), kit.wood, 0.006)
        for i in range(9):
            x = -run / 2 + 0.15 + i * (run - 0.3) / 8
            with placed(x, -0.13, z + 0.035):
                _crockery(kit)


def _crockery(kit: Kit) -> None:
    what = kit.chance.randrange(4)
    stuff = kit.pick(kit.white, kit.pot, m.paint(kit.style.accent, 0.2))
    if what == 0:
        turned((0, 0, 0), [(0.05, 0), (0.085, 0.06), (0.08, 0.06), (0.04, 0.01)], stuff)
    elif what == 1:
        turned((0, 0, 0), [(0.04, 0), (0.04, 0.11), (0.035, 0.11)], stuff)
    elif what == 2:
        turned((0, 0, 0), [(0.055, 0), (0.06, 0.16), (0.04, 0.2), (0.045, 0.21)], stuff)
    else:
        for i in range(5):
            turned((0, 0, i * 0.014), [(0.07, 0), (0.11, 0.012)], stuff)


def fridge(kit: Kit) -> None:
    """Two doors, long handles."""
    block((0, -0.33, 0.02), (0.72, 0.64, 1.8), kit.steel, 0.012)
    for z, tall in ((0.05, 0.6), (0.67, 1.13)):
        block((0, -0.66, z), (0.7, 0.03, tall), kit.steel, 0.012)
        rod((-0.3, -0.71, z + 0.15), (-0.3, -0.71, z + tall - 0.15), 0.012, kit.dark)


def island(kit: Kit, width: float = 1.8) -> None:
    """A worktop around the origin with stools at its front."""
    block((0, 0, 0), (width, 0.7, 0.88), kit.cabinet, 0.006)
    block((0, -0.08, 0.88), (width + 0.1, 0.95, 0.045), m.marble("#ece8df"), 0.008)
    for i in range(3):
        with placed((i - 1) * width / 3, -0.72):
            stool(kit)
    with placed(0.3, -0.1, 0.925):
        fruit_bowl(kit)


def stool(kit: Kit) -> None:
    """A bar stool around the origin."""
    turned((0, 0, 0.64), [(0.16, 0), (0.18, 0.02), (0.17, 0.05)], kit.wood)
    for i in range(4):
        c, s = math.cos(i * 1.57 + 0.78), math.sin(i * 1.57 + 0.78)
        rod((0.21 * c, 0.21 * s, 0), (0.12 * c, 0.12 * s, 0.65), 0.013, kit.dark)
