"""Houses seen from outside: in the mountains, in the city, in a factory."""

from typing import Any

from . import furniture as f
from . import materials as m
from . import seats
from .decor import plant
from .kit import Kit
from .light import camera, lamp, sky, sun
from .nature import (
    bush,
    ground,
    mountains,
    pine,
    tree,
)  # fmt: skip
from .shapes import Point, ball, block, placed, rod, sheet, turned


def villa(kit: Kit) -> None:
    """A house of stone, wood and glass before mountains."""
    sky()
    ground(m.grass("#6f8c48"), 400)
    mountains()
    stone_, boards = m.stone("#a39888"), m.planks("#8a5f3a")
    block((-4.2, 8, 0), (4.2, 6, 3.2), stone_, 0)
    _glass_room(kit, (1.6, 8.3, 0), (7.6, 5, 3.0))
    for i in range(6):
        block((-2.0 + i * 1.46, 5.8, 0), (0.09, 0.12, 3), kit.dark, 0)
    block((0, 7.6, 3.2), (13.2, 7.4, 0.3), boards, 0.02)
    block((-4.3, 6.2, 3.5), (1.0, 0.2, 2.4), boards, 0)
    _glass_room(kit, (-1.3, 8.3, 3.5), (5.0, 4.4, 2.4))
    for i in range(5):
        block((-3.8 + i * 1.25, 6.1, 3.5), (0.08, 0.1, 2.4), kit.dark, 0)
    block((-1.8, 8.2, 5.9), (7, 5.6, 0.25), boards, 0.02)
    block((2.2, 3.8, 0), (8.6, 4, 0.14), m.planks("#a8784a"), 0.01)
    block((2.6, 1.2, -0.02), (5, 1.8, 0.05), m.water("#3a8fa0"), 0)
    for x in (1.0, 3.2):
        with placed(x, 4.6, 0.14, turn=12):
            seats.armchair(kit, kit.linen)
    for x, y, tall in ((-8.5, 9, 8), (8.6, 10, 9), (-10.5, 5, 6.4), (10.6, 6, 7), (6.6, 13, 9)):
        with placed(x, y):
            pine(kit, tall)
    for x in (-5.8, -4.6, -3.2, 6.9, 8.0):
        with placed(x, 4.2):
            bush(kit, 0.5)
    camera((-3.8, -6.6, 1.7), (0.6, 7, 2.6), 24)
    sun((0.6, 0.8, -0.6), 4, 0.5)


def _glass_room(kit: Kit, at: Point, size: Point) -> None:
    """A lit room behind glass: back and sides, a ceiling, a lamp, a sofa."""
    (x, y, z), (w, d, h) = at, size
    warm = m.planks("#b98a5a")
    block((x, y + d / 2, z), (w, 0.2, h), warm, 0)
    block((x, y, z), (w, d, 0.06), warm, 0)
    block((x, y, z + h - 0.05), (w, d, 0.05), kit.white, 0)
    for side in (-w / 2, w / 2):
        block((x + side, y, z), (0.2, d, h), kit.wall, 0)
    block((x, y - d / 2, z), (w, 0.02, h), kit.glass, 0)
    lamp((x - w / 5, y, z + h - 0.5), 260, size=0.3)
    lamp((x + w / 4, y, z + h - 0.5), 260, size=0.3)
    with placed(x + 0.4, y + d / 2 - 0.3, z + 0.06):
        seats.sofa(kit, 3)
    with placed(x + w / 3, y, z + 0.06):
        plant(kit, 1.6)


def old_house(kit: Kit) -> None:
    """A villa of the twenties: brick and plaster, arched windows, a steep roof, a garden path."""
    sky()
    ground(m.grass("#6d8f45"), 200)
    brick_, white = m.brick("#a2604a", "#cbb9a2"), m.plaster("#efe6d4")
    block((0, 8, 0), (9, 6, 3.4), brick_, 0)
    block((0, 8, 3.4), (9, 6, 2.9), white, 0)
    block((0, 8, 3.35), (9.3, 6.3, 0.22), white, 0.03)
    for z, tall in ((0.9, 1.7), (4.0, 1.6)):
        for x in (-3.2, -1.5, 1.5, 3.2):
            with placed(x, 5.0, z):
                _sash(kit, 1.0, tall)
    with placed(0, 5.0, 4.0):
        _sash(kit, 1.2, 1.6)
    _porch(white)
    with placed(0, 8):
        _steep_roof(9.8, 6.8, 6.3, 2.8)
    block((2.6, 8.6, 7.6), (0.8, 0.8, 2.2), brick_, 0.02)
    block((0, 0.5, -0.02), (1.5, 9, 0.03), m.brick("#9c8f7e", "#75695a", (0.3, 0.15)), 0)
    _park(kit, 15)
    for x, y in ((-6.4, 5.6), (6.6, 6.4)):
        with placed(x, y):
            tree(kit, 7.4, m.foliage("#7c9a3c"), 4600)
    for i in range(7):
        for side in (-1, 1):
            with placed(side * (1.15 + 0.0 * i), -2.2 + i * 0.95):
                bush(kit, 0.32, m.foliage(kit.pick("#6d8f45", "#b5607a", "#87a04e")) if i % 2 else None)
    camera((-1.9, -6.4, 1.75), (0.1, 6, 3.0), 24)
    sun((0.55, 0.8, -0.65), 4, 0.45)


def _park(kit: Kit, distance: float) -> None:
    """Trees and a hedge behind a house, so that the ground does not end in a line."""
    block((0, distance, 0), (90, 1.4, 1.5), m.grass("#5d7d3f"), 0.3)
    crowns = [m.grass(colour) for colour in ("#5d7d3f", "#6f8d47", "#4f7040")]
    for i in range(26):
        x, radius = -42 + i * 3.4 + kit.chance.uniform(-1, 1), kit.chance.uniform(1.8, 3.2)
        ball((x, distance + kit.chance.uniform(2, 9), radius * 1.3), radius, crowns[i % 3], 1.15)


def _sash(kit: Kit, width: float, tall: float) -> None:
    block((0, 0, -0.1), (width + 0.3, 0.22, 0.1), kit.white, 0.01)
    block((0, 0, 0), (width, 0.05, tall), m.paint("#4a5c66", 0.06), 0)
    for x in (-width / 2, 0, width / 2):
        block((x, -0.03, 0), (0.07, 0.06, tall), kit.white, 0.005)
    for z in (0, tall / 2, tall):
        block((0, -0.03, z), (width, 0.06, 0.06), kit.white, 0.005)
    block((0, -0.02, tall + 0.06), (width + 0.3, 0.12, 0.18), kit.white, 0.01)


def _porch(white: Any) -> None:
    block((0, 4.2, 0), (2.8, 1.6, 0.3), m.concrete("#b5aea2"), 0.02)
    for x in (-1.15, 1.15):
        turned((x, 3.6, 0.3), [(0.17, 0), (0.14, 0.1), (0.12, 2.5), (0.17, 2.6)], white)
    block((0, 4.2, 2.9), (3, 1.8, 0.3), white, 0.03)
    block((0, 4.96, 0.3), (1.2, 0.08, 2.3), m.wood("#5a3422"), 0.02)
    lamp((0, 4.2, 2.6), 30)


def _steep_roof(width: float, depth: float, eaves: float, rise: float) -> None:
    stuff = m.tiles("#8a4434", "#5a2c22", (0.3, 0.22), 0.5)
    for side in (-1, 1):

        def slope(u: float, v: float, side: int = side) -> Point:
            return (u - 0.5) * (width - 3.4 * v), side * depth / 2 * (1 - v), eaves + rise * v

        sheet(slope, 30, 20, stuff)

        def hip(u: float, v: float, side: int = side) -> Point:
            return side * (width / 2 - 1.7 * v), (u - 0.5) * depth * (1 - v), eaves + rise * v

        sheet(hip, 20, 20, stuff)


def works(kit: Kit) -> None:
    """An old factory of brick with steel windows."""
    sky()
    ground(m.concrete("#8f8d88"), 200)
    brick_ = m.brick("#97503c", "#b7a28f")
    block((0, 9, 0), (16, 6, 6.4), brick_, 0)
    for i in range(5):
        x = -6.2 + i * 3.1
        block((x + 1.55, 5.9, 0), (0.5, 0.3, 6.4), brick_, 0)
        with placed(x, 5.97, 0.9 if i != 2 else 3.4):
            _steel_window(kit, 2.0, 2.0 if i != 2 else 2.2)
        if i != 2:
            with placed(x, 5.97, 3.7):
                _steel_window(kit, 2.0, 1.9)
    block((0, 5.9, 6.4), (16.4, 0.6, 0.3), m.concrete("#b0aaa0"), 0.02)
    block((0, 5.92, 0), (2.0, 0.12, 2.7), m.paint("#2f4a4c", 0.4), 0.02)
    block((0, 5.2, 2.85), (2.8, 1.6, 0.1), kit.dark, 0.01)
    lamp((0, 5.0, 2.5), 60)
    _park(kit, 17)
    for x in (-4.4, 4.6):
        with placed(x, 4.4):
            turned((0, 0, 0), [(0.7, 0), (0.7, 0.5), (0.62, 0.5)], kit.dark, 4)
            tree(kit, 4.6, m.foliage("#7f9a3e"), 2600)
    with placed(1.9, 2.6, turn=14):
        f.laid_table(kit, 1.6)
    for i in range(14):
        rod((-7 + i, 3.4, 3.7 + 0.5 * (i % 2)), (-6 + i, 3.4, 3.7 + 0.5 * ((i + 1) % 2)), 0.006, kit.dark)
        with placed(-7 + i, 3.4, 3.66 + 0.5 * (i % 2)):
            turned((0, 0, -0.1), [(0.04, 0), (0.05, 0.06), (0.01, 0.1)], m.glow("#ffc873", 12), 12)
    camera((-2.2, -5.0, 1.7), (0.2, 6, 2.7), 24)
    sun((0.7, 0.7, -0.7), 3.6, 0.6)


def _steel_window(kit: Kit, width: float, tall: float) -> None:
    block((0, 0, 0), (width, 0.06, tall), m.paint("#4d6470", 0.08), 0)
    for i in range(6):
        block((-width / 2 + i * width / 5, -0.05, 0), (0.04, 0.05, tall), kit.dark, 0)
    for j in range(5):
        block((0, -0.05, j * tall / 4), (width, 0.05, 0.04), kit.dark, 0)
    block((0, -0.05, tall), (width + 0.3, 0.14, 0.22), m.concrete("#b0aaa0"), 0.01)
