"""Sofas, chairs and cushions. The middle of the back is at the origin; they face -y."""

import math
from typing import Any

from . import materials as m
from .beds import legs
from .kit import Kit
from .shapes import Point, between, block, pillow, placed, rod, sheet, soft


def sofa(kit: Kit, seats: int = 3) -> None:
    """The style's sofa with throw pillows."""
    width = 0.72 * seats + 0.36
    if kit.style.sofa == "frame":
        _frame_sofa(kit, width)
    else:
        _soft_sofa(kit, width)
    inner = width - 0.4
    for i in range(seats):
        x = (i - (seats - 1) / 2) * inner / seats
        soft((x, -0.52, 0.3), (inner / seats - 0.008, 0.68, 0.17), kit.cloth, 0.055)
        with placed(x, -0.2, 0.44):
            soft((0, 0, 0), (inner / seats - 0.01, 0.2, 0.42), kit.cloth, 0.085)
    for x in (-inner / 2 + 0.22, inner / 2 - 0.26, inner / 2 - 0.62)[:seats]:
        stuff = kit.pick(kit.accent, kit.second, kit.linen)
        pillow((x, -0.38, 0.64), (0.46, 0.46, 0.17), stuff, 72, kit.chance.uniform(-14, 14))


def _soft_sofa(kit: Kit, width: float) -> None:
    soft((0, -0.46, 0.12), (width, 0.9, 0.2), kit.cloth, 0.05)
    soft((0, -0.09, 0.12), (width, 0.2, 0.66), kit.cloth, 0.07)
    for x in (-width / 2 + 0.1, width / 2 - 0.1):
        soft((x, -0.46, 0.12), (0.2, 0.9, 0.46), kit.cloth, 0.07)
    legs(width, 0.9, 0.13, kit.wood, 0.08)


def _frame_sofa(kit: Kit, width: float) -> None:
    block((0, -0.45, 0.22), (width, 0.88, 0.08), kit.wood, 0.015)
    for x in (-width / 2 + 0.05, width / 2 - 0.05):
        for y in (-0.85, -0.05):
            block((x, y, 0), (0.07, 0.07, 0.62 if y < -0.5 else 0.84), kit.wood, 0.01)
        block((x, -0.45, 0.6), (0.1, 0.9, 0.045), kit.wood, 0.012)
        for i in range(5):
            rod((x, -0.2 - i * 0.14, 0.28), (x, -0.2 - i * 0.14, 0.6), 0.01, kit.wood)
    for z in (0.8, 0.46):
        between((-width / 2, -0.05, z), (width / 2, -0.05, z), 0.05, kit.wood)
    for i in range(1, 16):
        x = -width / 2 + width * i / 16
        rod((x, -0.05, 0.46), (x, -0.05, 0.8), 0.009, kit.wood)


def armchair(kit: Kit, material: Any) -> None:
    """A low chair with a rounded seat and wooden legs."""
    soft((0, -0.42, 0.26), (0.72, 0.74, 0.2), material, 0.09)
    with placed(0, -0.1, 0.32):
        back = soft((0, 0, 0), (0.72, 0.2, 0.52), material, 0.1)
        back.rotation_euler = (0.16, 0, 0)
    for x in (-0.36, 0.36):
        soft((x, -0.4, 0.26), (0.13, 0.7, 0.34), material, 0.06)
    legs(0.7, 0.74, 0.28, kit.wood, 0.08)


def chair(kit: Kit) -> None:
    """A dining chair whose back is at the origin."""
    _CHAIRS[kit.style.chair](kit)


def _plain_chair(kit: Kit) -> None:
    soft((0, -0.22, 0.43), (0.44, 0.44, 0.05), kit.cloth, 0.02)
    legs(0.44, 0.44, 0.44, kit.wood, 0.04, 0.017)
    for x in (-0.19, 0.19):
        rod((x, -0.03, 0.44), (x, 0.04, 0.84), 0.016, kit.wood)
    block((0, 0.025, 0.68), (0.44, 0.025, 0.17), kit.wood, 0.01)


def _shell_chair(kit: Kit) -> None:
    def seat(u: float, v: float) -> Point:
        a = 2 * u - 1
        bend = 0.06 * a * a
        if v < 0.5:
            return 0.23 * a, -0.44 + v * 0.84, 0.44 + bend - 0.02 * math.sin(v * 6.3)
        return 0.23 * a * (1.25 - v / 2), -0.02 + 0.1 * (v - 0.5) - bend * 0.8, 0.42 + (v - 0.5) * 0.8 + 0.02

    shell = sheet(seat, 14, 24, m.paint(kit.style.cloth, 0.4))
    shell.modifiers.new("thick", "SOLIDIFY").thickness = 0.014
    for x in (-0.2, 0.2):
        for y in (-0.42, -0.02):
            rod((x, y, 0), (x * 0.5, -0.22 + (y + 0.22) * 0.4, 0.43), 0.013, kit.wood)


def _ming_chair(kit: Kit) -> None:
    """A Chinese chair with a yoke-shaped rail (官帽椅)."""
    block((0, -0.24, 0.46), (0.54, 0.46, 0.035), kit.wood, 0.01)
    for x in (-0.24, 0.24):
        for y, high in ((-0.44, 0.7), (-0.04, 1.02)):
            rod((x, y, 0), (x, y, high), 0.018, kit.wood)
        rod((x, -0.44, 0.7), (x, -0.04, 0.72), 0.015, kit.wood)
    for z in (0.14, 0.22):
        rod((-0.24, -0.44, z), (0.24, -0.44, z), 0.012, kit.wood)
    rod((-0.3, -0.03, 1.02), (0.3, -0.03, 1.02), 0.022, kit.wood)
    block((0, -0.03, 0.48), (0.14, 0.015, 0.53), kit.wood, 0.006)


def _metal_chair(kit: Kit) -> None:
    iron = kit.iron
    block((0, -0.2, 0.45), (0.37, 0.36, 0.025), iron, 0.012)
    for x in (-0.16, 0.16):
        rod((x * 1.2, -0.38, 0), (x, -0.34, 0.45), 0.014, iron)
        rod((x * 1.2, 0.06, 0), (x, -0.03, 0.45), 0.014, iron)
        rod((x, -0.03, 0.45), (x, 0.03, 0.84), 0.012, iron)
    block((0, 0.02, 0.7), (0.34, 0.012, 0.14), iron, 0.006)
    rod((-0.16, 0.03, 0.84), (0.16, 0.03, 0.84), 0.012, iron)


_CHAIRS = {"plain": _plain_chair, "shell": _shell_chair, "ming": _ming_chair, "metal": _metal_chair}


def cushion(material: Any) -> None:
    """A floor cushion around the origin."""
    soft((0, 0, 0), (0.56, 0.56, 0.09), material, 0.044)
