"""Terraces, balconies, and a garden seen from a veranda."""

import math

from . import furniture as f
from . import materials as m
from . import seats
from .decor import plant
from .kit import Kit
from .light import camera, fill, sky, sun
from .nature import (
    bamboo,
    ground,
    lake,
    rocks,
    tree,
)  # fmt: skip
from .outlook import city, street
from .shapes import between, block, placed, rod, turned


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
        seats.cushion(kit.accent)
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
            seats.armchair(kit, kit.linen)
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
        seats.armchair(kit, kit.linen)
    with placed(0.9, 1.9, turn=-30):
        seats.armchair(kit, kit.linen)
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
            seats.chair(kit)
    for x, tall in ((-2.3, 1.5), (2.2, 1.6), (-1.7, 0.8), (1.6, 0.75)):
        with placed(x, 1.7):
            plant(kit, tall)
    camera((0.1, -2.6, 1.6), (0, 8, 1.55), 24)
    sun((0.6, 0.6, -0.6), 4, 0.5)
    fill((0, -3, 3), (0, 1, 0.5), 60)
