"""Courtyards, houses from outside, terraces."""

import math
from typing import Any

from . import furniture as f
from . import materials as m
from .decor import plant, red_lantern
from .kit import Kit
from .light import camera, fill, lamp, sky, sun
from .nature import (
    bamboo,
    bush,
    city,
    ground,
    jar,
    lake,
    mountains,
    pine,
    rocks,
    street,
    tree,
)  # fmt: skip
from .rooms import lattice
from .shapes import Point, ball, between, block, placed, rod, sheet, turned


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
            f.armchair(kit, kit.linen)
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
        f.sofa(kit, 3)
    with placed(x + w / 3, y, z + 0.06):
        plant(kit, 1.6)


def japanese_garden(kit: Kit) -> None:
    """Gravel, stones, a lantern and bamboo, seen from the veranda."""
    sky()
    ground(m.grass("#cfc9bb"))
    block((0, -0.4, 0.2), (9, 1.7, 0.16), m.planks(kit.style.wood, 0.16), 0.01)
    for x in (-3.6, 3.6):
        block((x, 0.3, 0.3), (0.14, 0.14, 3), kit.wood, 0.01)
    between((-5, 0.3, 2.75), (5, 0.3, 2.75), 0.14, kit.wood, 0.2)
    for i in range(20):
        block((-4.75 + i * 0.5, -0.6, 2.95), (0.07, 2.4, 0.09), kit.wood, 0)
    block((0, -0.6, 3.04), (10, 2.6, 0.05), m.planks(kit.style.wood), 0)
    moss = m.grass("#5f7d3c")
    for x, y, r in ((-2.4, 4.4, 1.6), (2.7, 5.0, 1.9), (0.4, 6.3, 1.3)):
        turned((x, y, -0.06), [(r, 0), (r * 0.8, 0.14), (r * 0.4, 0.22), (0.1, 0.24)], moss, 40, 0.7)
    for x, y, size in ((-2.6, 4.2, 0.6), (2.5, 4.8, 0.75), (0.6, 6.1, 0.4)):
        with placed(x, y, 0.1):
            rocks(kit, 4, 0.5, size)
    for i in range(6):
        turned(
            (-0.4 + 0.35 * math.sin(i * 1.1), 1.2 + i * 0.72, -0.02),
            [(0.3, 0), (0.3, 0.05), (0.26, 0.06)],
            m.concrete("#8b8880"),
            24,
            0.8,
        )
    with placed(1.5, 3.6):
        stone_lantern()
    with placed(-2.7, 5.3):
        tree(kit, 3.6, m.foliage("#b5482f"), 2600)
    for x in (-5, -1.6, 1.8, 5):
        with placed(x, 7.4):
            bamboo(kit, 3.6, 3.8, 30)
    block((0, 8.3, 0), (24, 0.2, 2.0), m.planks("#6f5238", 0.2), 0)
    with placed(-1.9, -0.35, 0.36, turn=10):
        f.cushion(kit.accent)
    with placed(-1.2, -0.2, 0.36):
        f.tea(kit)
    camera((0.3, -3.6, 1.55), (0.1, 6, 1.35), 24)
    sun((-0.55, 0.45, -0.8), 4, 0.35)
    fill((0, -2.5, 2.6), (0, 2, 0.5), 60)


def stone_lantern() -> None:
    """A Japanese garden lantern around the origin."""
    grey = m.concrete("#8f8d86")
    turned((0, 0, 0), [(0.24, 0), (0.2, 0.1), (0.09, 0.14), (0.09, 0.7), (0.22, 0.8), (0.24, 0.88)], grey, 6)
    turned((0, 0, 0.88), [(0.15, 0), (0.15, 0.24)], m.glow("#ffcf86", 1.6), 6)
    turned((0, 0, 1.12), [(0.36, 0), (0.3, 0.1), (0.08, 0.26), (0.05, 0.3), (0.07, 0.38), (0.01, 0.42)], grey, 6)


def lake_terrace(kit: Kit) -> None:
    """A wooden terrace over a lake, with a table and loungers."""
    sky()
    lake()
    block((0, 0.4, -0.2), (9, 7.2, 0.2), m.planks("#a67c50", 0.16), 0)
    for x in (-4.3, -1.45, 1.45, 4.3):
        rod((x, 3.9, 0), (x, 3.9, 1.0), 0.025, kit.dark)
    for z in (0.35, 0.67, 1.0):
        rod((-4.4, 3.9, z), (4.4, 3.9, z), 0.014, kit.dark)
    for x, turn in ((-1.9, -28), (-0.5, -18)):
        with placed(x, 1.2, turn=turn + 20):
            f.armchair(kit, kit.linen)
    with placed(-1.2, 0.3):
        turned((0, 0, 0), [(0.2, 0), (0.03, 0.03), (0.03, 0.44), (0.3, 0.45), (0.3, 0.48)], kit.wood)
        with placed(0, 0, 0.48):
            f.tea(kit)
    with placed(2.2, 1.6, turn=8):
        f.laid_table(kit, 1.5)
    for x in (-4.0, 4.0):
        with placed(x, 3.2):
            plant(kit, 1.6)
    with placed(-6.6, 6.5, -0.5):
        tree(kit, 6, m.foliage("#8aa443"), 3600)
    camera((0.5, -3.9, 1.7), (0.1, 8, 1.75), 24)
    sun((-0.6, -0.35, -0.42), 3.4, 0.8)
    fill((0, -4, 4), (0, 2, 0), 160)


def city_balcony(kit: Kit) -> None:
    """A balcony high above the city."""
    sky()
    city(kit, -34)
    block((0, 0.4, -0.2), (7, 4.6, 0.2), m.planks("#a98660", 0.14), 0)
    block((0, 2.55, 0.02), (7, 0.02, 1.05), kit.glass, 0)
    between((-3.5, 2.55, 1.08), (3.5, 2.55, 1.08), 0.05, kit.dark)
    for x in (-3.4, -1.1, 1.1, 3.4):
        rod((x, 2.55, 0), (x, 2.55, 1.06), 0.02, kit.dark)
    with placed(-1.7, 1.9, turn=38):
        f.armchair(kit, kit.linen)
    with placed(0.9, 1.9, turn=-30):
        f.armchair(kit, kit.linen)
    with placed(-0.35, 1.0):
        rugless = [(0.2, 0), (0.03, 0.03), (0.03, 0.44), (0.34, 0.45), (0.34, 0.48)]
        turned((0, 0, 0), rugless, kit.wood)
        with placed(0, 0, 0.48):
            f.tea(kit)
    for x, tall in ((-3.0, 1.7), (2.7, 1.5), (3.1, 0.8)):
        with placed(x, 2.0):
            plant(kit, tall)
    camera((-0.1, -3.0, 1.65), (0.0, 8, 1.5), 24)
    sun((0.5, 0.45, -0.65), 3.6, 0.6)
    fill((0, -3, 3), (0, 1, 0.5), 70)


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


def street_balcony(kit: Kit) -> None:
    """A small balcony over a street with plane trees."""
    sky()
    street(kit)
    block((0, 0.6, -0.2), (6, 3.2, 0.2), m.tiles("#d8cfc0", "#9a9080", (0.3, 0.3)), 0)
    for i in range(44):
        rod((-2.9 + i * 0.135, 2.1, 0), (-2.9 + i * 0.135, 2.1, 1.0), 0.009, kit.dark)
    between((-3, 2.1, 1.02), (3, 2.1, 1.02), 0.05, kit.dark)
    with placed(-0.1, 1.1):
        turned((0, 0, 0), [(0.2, 0), (0.03, 0.03), (0.03, 0.7), (0.36, 0.71), (0.36, 0.74)], kit.wood, 40)
        with placed(0, 0, 0.74):
            f.tea(kit)
    for x, turn in ((-0.75, 90), (0.65, -90)):
        with placed(x - 0.1 * math.copysign(1, x), 1.1, turn=turn):
            f.chair(kit)
    for x, tall in ((-2.3, 1.5), (2.2, 1.6), (-1.7, 0.8), (1.6, 0.75)):
        with placed(x, 1.7):
            plant(kit, tall)
    camera((0.1, -2.6, 1.6), (0, 8, 1.55), 24)
    sun((0.6, 0.6, -0.6), 4, 0.5)
    fill((0, -3, 3), (0, 1, 0.5), 60)


EXTERIORS = frozenset(
    (courtyard, farmyard, villa, japanese_garden, lake_terrace, city_balcony, old_house, works, street_balcony)
)
