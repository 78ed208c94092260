"""Chinese houses and their courts."""

import math
from typing import Any

from . import furniture as f
from . import materials as m
from .decor import plant, red_lantern
from .kit import Kit
from .light import camera, fill, sky, sun
from .nature import (
    ground,
    jar,
    mountains,
    tree,
)  # fmt: skip
from .rooms import lattice
from .shapes import Point, between, block, placed, rod, sheet, turned


def tiled_roof(width: float, depth: float, eaves: float, rise: float, colour: str = "#6a6d70") -> None:
    """A Chinese roof around the origin: two slopes that bend, with rows of round tiles and a ridge."""
    dark, light = m.paint("#54575a", 0.8), m.concrete(colour)

    def height(share: float) -> float:
        return eaves + rise * (share * 0.62 + 0.38 * share * share)

    for side in (-1, 1):

        def slope(u: float, v: float, side: int = side) -> Point:
            return (u - 0.5) * width, side * (depth / 2 + 0.5) * (1 - v), height(v)

        sheet(slope, 2, 16, dark)
        for i in range(int(width / 0.22) + 1):
            _tile_row(-width / 2 + i * 0.22, side * (depth / 2 + 0.52), height, light)
    block((0, 0, eaves + rise - 0.05), (width + 0.1, 0.3, 0.34), light, 0.03)
    for x in (-width / 2, width / 2):
        between((x, 0, eaves + rise + 0.1), (x * 1.04, 0, eaves + rise + 0.5), 0.16, light)


def _tile_row(x: float, edge: float, height: Any, material: Any) -> None:
    def row(u: float, v: float) -> Point:
        angle = math.pi * u
        return (
            x + 0.075 * math.cos(angle),
            edge * (1 - v),
            height(v) + 0.075 * math.sin(angle) + 0.01 * math.sin(v * 75),
        )

    sheet(row, 6, 26, material)


def hall(width: float = 9, depth: float = 4, red: str = "#7d3128") -> None:
    """A courtyard house whose front is at the origin: brick sides, posts, lattice doors and windows, tiled roof."""
    grey, paint_, bays = m.brick("#86847e", "#b5b1a8"), m.paint(red, 0.5), 5
    block((0, depth / 2, 0), (width + 1.4, depth, 0.35), m.concrete("#a5a29a"), 0.02)
    block((0, -0.5, 0), (2.2, 0.5, 0.17), m.concrete("#a5a29a"), 0.02)
    block((0, depth / 2 + 0.2, 0.35), (width, depth - 0.4, 3.0), m.paint("#2c2622", 0.8), 0)
    for x in (-width / 2 - 0.25, width / 2 + 0.25):
        block((x, depth / 2, 0.35), (0.5, depth, 3.1), grey, 0)
    step = width / bays
    for i in range(bays + 1):
        rod((-width / 2 + i * step, 0.1, 0.35), (-width / 2 + i * step, 0.1, 3.3), 0.13, paint_)
    between((-width / 2, 0.1, 3.2), (width / 2, 0.1, 3.2), 0.2, m.paint("#2f6a5c", 0.5), 0.3)
    between((-width / 2, 0.05, 2.95), (width / 2, 0.05, 2.95), 0.16, paint_, 0.14)
    for i in range(bays):
        with placed(-width / 2 + i * step + 0.13, 0.3, 0.35):
            _bay(step - 0.26, door=i == bays // 2, grey=grey, paint_=paint_)
    with placed(0, depth / 2):
        tiled_roof(width + 1.3, depth + 0.7, 3.3, 1.9)


def _bay(width: float, door: bool, grey: Any, paint_: Any) -> None:
    low = 0.05 if door else 0.85
    if not door:
        block((width / 2, 0.1, 0), (width, 0.2, 0.85), grey, 0)
    block((width / 2, 0.3, low), (width, 0.02, 2.6 - low), m.glow("#ffdca0", 0.9), 0)
    for i in range(2):
        with placed(width * i / 2, 0, low):
            if door:
                block((width / 4, 0.08, 0), (width / 2, 0.06, 0.8), paint_, 0.01)
            with placed(0, 0, 0.8 if door else 0):
                lattice(paint_, width / 2, 2.6 - low - (0.8 if door else 0))
    for z in (low, 2.56):
        between((0, 0.08, z), (width, 0.08, z), 0.09, paint_)
    between((width, 0.08, low), (width, 0.08, 2.56), 0.07, paint_)


def courtyard(kit: Kit) -> None:
    """The court of a siheyuan: main hall, wings, a tree, a table, lanterns."""
    sky()
    ground(m.brick("#8d8a83", "#6a6760", (0.5, 0.25)))
    with placed(0, 6.2):
        hall()
        for x in (-1.9, 1.9):
            with placed(x, -0.15, 3.0):
                red_lantern(kit, 0.1, 0.24)
    for x, turn in ((-6.2, 90), (6.2, -90)):
        with placed(x, 0.6, turn=turn):
            hall(8, 3.4)
    for x in (-5.4, 5.4):
        block((x, 7.4, 0), (3.4, 0.4, 2.7), m.brick("#86847e", "#b5b1a8"), 0)
        block((x, 7.4, 2.7), (3.4, 0.8, 0.22), m.concrete("#5f6163"), 0.08)
    with placed(-3.3, 3.4):
        tree(kit, 5.6, m.foliage("#6f8f3a"), 3600)
        turned((0, 0, 0), [(0.75, 0), (0.75, 0.3), (0.66, 0.3)], m.brick("#86847e"), 8)
    with placed(3.4, 3.2):
        jar(kit)
    with placed(1.9, 1.2):
        stone_table(kit)
    for x, y in ((-5.2, 0.8), (4.9, 4.6), (2.4, 5.3), (-2.5, 5.4)):
        with placed(x, y):
            plant(kit, 1.3)
    camera((-0.4, -4.6, 1.75), (0.2, 6, 2.35), 21)
    sun((0.75, 0.6, -0.85), 5, 0.5)
    fill((0, -4, 5), (0, 4, 1), 260, 6)


def stone_table(kit: Kit) -> None:
    """A round stone table with stools."""
    grey = m.concrete("#a9a59c")
    turned((0, 0, 0), [(0.24, 0), (0.2, 0.35), (0.26, 0.62), (0.52, 0.64), (0.54, 0.72), (0.5, 0.73)], grey, 40)
    for i in range(4):
        x, y = 0.95 * math.cos(i * 1.57 + 0.5), 0.95 * math.sin(i * 1.57 + 0.5)
        turned((x, y, 0), [(0.15, 0), (0.2, 0.2), (0.16, 0.42), (0.14, 0.43)], grey)
    with placed(0, 0, 0.73):
        f.tea(kit)


def farmyard(kit: Kit) -> None:
    """A farmhouse's yard under the Great Wall."""
    sky()
    ground(m.grass("#8a9152"), 400)
    mountains(wall=True)
    block((0, 2, -0.03), (15, 12, 0.04), m.brick("#a59a88", "#857b6b", (0.6, 0.3)), 0)
    with placed(-4.7, 5.6, turn=38):
        hall(7, 3.4, "#6b4a2c")
    for i in range(9):
        block((1.6 + i * 0.8, 8.2, 0), (0.78, 0.4, 0.95), m.stone("#a79a86"), 0.02)
    for x, y in ((4.2, 6.4), (8.3, 7.4)):
        with placed(x, y):
            tree(kit, 3.4, m.foliage("#7f9440"), 2400)
    with placed(1.6, 1.6, turn=10):
        f.laid_table(kit, 1.7)
    for i in range(4):
        with placed(-2.3 + i * 0.34, 4.1 + i * 0.14, 0):
            plant(kit, 0.8)
    camera((-0.2, -4.2, 1.85), (0.9, 6, 2.35), 24)
    sun((0.7, 0.7, -0.6), 4.2, 0.5)
