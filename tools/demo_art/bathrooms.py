"""Bathrooms. The middle of the back is at the origin; the pieces face -y."""

import math

from . import materials as m
from .decor import sprig
from .kit import Kit
from .kitchens import tap
from .shapes import Point, ball, block, placed, rod, sheet, turned


def bathtub(kit: Kit, length: float = 1.7) -> None:
    """A tub that stands free, its middle at the origin, along x, with water."""
    wide = length / 2
    body = [(0.62, 0), (0.8, 0.05), (0.92, 0.3), (1, 0.56), (0.985, 0.58), (0.955, 0.57), (0.88, 0.36)]
    turned((0, 0, 0), [(wide * r, z) for r, z in body], kit.white, 64, 0.47)
    turned((0, 0, 0.37), [(wide * 0.885, 0), (wide * 0.885, 0.004)], m.water("#9fc0c4"), 64, 0.47)
    rod((-wide - 0.12, 0.1, 0), (-wide - 0.12, 0.1, 0.85), 0.016, kit.metal)
    rod((-wide - 0.12, 0.1, 0.85), (-wide + 0.1, 0.1, 0.82), 0.014, kit.metal)


def wooden_tub(kit: Kit) -> None:
    """A round tub of staves around the origin."""
    turned((0, 0, 0), [(0.52, 0), (0.58, 0.66), (0.54, 0.66), (0.52, 0.5)], kit.wood, 28, 1.25)
    turned((0, 0, 0.5), [(0.525, 0), (0.525, 0.004)], m.water("#9fc0b4"), 28, 1.25)
    for z in (0.12, 0.5):
        turned((0, 0, z), [(0.545 + z * 0.08, 0), (0.545 + z * 0.08, 0.03)], kit.metal, 40, 1.25)


def vanity(kit: Kit, width: float = 1.2, round_mirror: bool = True) -> None:
    """A washbasin on a cabinet, mirror and lamps above."""
    block((0, -0.25, 0.36), (width, 0.48, 0.42), kit.wood, 0.008)
    for x in (-width / 4, width / 4):
        block((x, -0.495, 0.38), (width / 2 - 0.012, 0.015, 0.38), kit.wood, 0.004)
    block((0, -0.25, 0.78), (width + 0.02, 0.5, 0.03), m.marble("#e9e5de"), 0.005)
    turned(
        (0, -0.26, 0.81),
        [(0.13, 0), (0.2, 0.05), (0.21, 0.12), (0.198, 0.12), (0.17, 0.05), (0.03, 0.03)],
        kit.white,
        40,
        0.75,
    )
    tap(kit, 0, -0.06, 0.81, 0.2)
    _mirror(kit, width, round_mirror)
    for i in range(2):
        turned(
            (width / 2 - 0.12 - i * 0.09, -0.15, 0.81),
            [(0.03, 0), (0.03, 0.12), (0.01, 0.14)],
            kit.pick(kit.pot, kit.dark, kit.white),
        )
    with placed(-width / 2 + 0.12, -0.18, 0.81):
        turned((0, 0, 0), [(0.04, 0), (0.05, 0.1), (0.03, 0.14)], kit.pot)
        sprig(kit, 0.13, 3)


def _mirror(kit: Kit, width: float, round_mirror: bool) -> None:
    if round_mirror:
        for radius, y, stuff in ((0.4, -0.015, kit.metal), (0.38, -0.02, m.mirror())):
            thing = turned((0, 0, 0), [(radius, 0), (radius, 0.02)], stuff, 64)
            thing.location, thing.rotation_euler = (0, y, 1.52), (math.pi / 2, 0, 0)
    else:
        block((0, -0.012, 1.1), (width, 0.02, 0.85), kit.metal, 0.004)
        block((0, -0.02, 1.12), (width - 0.04, 0.02, 0.81), m.mirror(), 0)
    for x in (-0.52, 0.52):
        ball((x, -0.1, 1.55), 0.06, m.glow("#fff0d8", 9))
        rod((x, 0, 1.5), (x, -0.1, 1.5), 0.01, kit.metal)


def toilet(kit: Kit) -> None:
    """A wall-hung toilet."""
    block((0, -0.06, 0), (0.42, 0.14, 1.05), kit.tile, 0.004)
    with placed(0, -0.42):
        turned((0, 0, 0.1), [(0.12, 0), (0.17, 0.12), (0.195, 0.3), (0.2, 0.32), (0.19, 0.34)], kit.white, 40, 1.4)
    block((0, -0.2, 0.2), (0.36, 0.2, 0.2), kit.white, 0.04)
    block((0, -0.135, 0.8), (0.22, 0.012, 0.14), kit.steel, 0.006)


def shower(kit: Kit, width: float = 1.0) -> None:
    """A glass screen, a rain shower on the wall."""
    block((-width / 2, -0.5, 0), (0.012, 1.0, 2.05), kit.glass, 0)
    rod((-width / 2, -1.0, 0), (-width / 2, -1.0, 2.05), 0.012, kit.metal)
    rod((0, -0.05, 0.9), (0, -0.05, 2.15), 0.012, kit.metal)
    rod((0, -0.05, 2.15), (0, -0.4, 2.15), 0.012, kit.metal)
    turned((0, -0.4, 2.12), [(0.13, 0), (0.12, 0.02)], kit.metal)


def towels(kit: Kit) -> None:
    """A rail on the wall with two towels."""
    rod((-0.4, -0.07, 1.3), (0.4, -0.07, 1.3), 0.01, kit.metal)
    for x, stuff in ((-0.18, kit.white_cloth), (0.19, kit.accent)):

        def fold(u: float, v: float, x: float = x) -> Point:
            return x + (u - 0.5) * 0.3, -0.09 - 0.012 * math.sin(u * 9) * v, 1.312 - 0.62 * v

        sheet(fold, 20, 8, stuff)
