"""Beds and what stands beside them. The middle of the back is at the origin; they face -y."""

import math
from typing import Any

from mathutils import Vector, noise

from . import materials as m
from .kit import Kit
from .shapes import Point, ball, between, block, pillow, placed, rod, sheet, soft, turned


def legs(width: float, depth: float, height: float, material: Any, inset: float = 0.06, radius: float = 0.02) -> None:
    """Four round legs under a piece of that size."""
    for x in (-width / 2 + inset, width / 2 - inset):
        for y in (-depth + inset, -inset):
            rod((x * 1.04, y, 0), (x, y, height), radius, material)


def bed(kit: Kit, width: float = 1.8, length: float = 2.1) -> None:
    """The style's bed with made-up bedding."""
    base = _BEDS[kit.style.bed](kit, width, length)
    soft((0, -length / 2 - 0.06, base), (width - 0.04, length - 0.06, 0.22), kit.linen, 0.07)
    _duvet(kit, width, length, base + 0.22)
    for x in (-width / 4, width / 4):
        pillow((x, -0.34, base + 0.42), (0.72, 0.46, 0.2), kit.linen, 52, kit.chance.uniform(-4, 4))
        pillow((x, -0.52, base + 0.36), (0.66, 0.42, 0.17), kit.white_cloth, 38, kit.chance.uniform(-5, 5))
    pillow((0.05, -0.72, base + 0.37), (0.52, 0.34, 0.15), kit.second, 45, kit.chance.uniform(-8, 8))


def _duvet(kit: Kit, width: float, length: float, top: float) -> None:
    """A duvet that hangs over both sides and the foot, turned back near the pillows, and a throw."""
    _cover(kit.accent_linen, width, (-length - 0.02, -0.78), top + 0.035, 0.3, kit.chance.random() * 9)
    _cover(kit.linen, width, (-1.02, -0.74), top + 0.055, 0.24, kit.chance.random() * 9)
    _cover(kit.accent, width, (-length + 0.12, -length + 0.62), top + 0.06, 0.34, kit.chance.random() * 9)


def _cover(material: Any, width: float, along: tuple[float, float], top: float, hang: float, shift: float) -> None:
    half = width / 2 + 0.03
    span = half + hang

    def cloth(u: float, v: float) -> Point:
        across, y = (2 * u - 1) * span, along[0] + v * (along[1] - along[0])
        wrinkle = noise.noise(Vector((across * 3.2 + shift, y * 2.4, 0)))
        wrinkle = 0.022 * wrinkle + 0.01 * noise.noise(Vector((across * 8, y * 6 + shift, 1)))
        over = max(abs(across) - half + 0.08, 0)
        bend = min(over / 0.16, 1) * math.pi / 2
        side = math.copysign(min(abs(across), half - 0.08) + 0.1 * math.sin(bend), across)
        drop = 0.1 * (1 - math.cos(bend)) + max(over - 0.16, 0)
        wave = 0.02 * math.sin(y * 14 + shift) * min(over * 4, 1)
        return side + math.copysign(wave, across), y, top + wrinkle * (1 - min(over * 3, 0.8)) - drop

    sheet(cloth, 70, 60, material)


def _wooden(kit: Kit, width: float, length: float) -> float:
    block((0, -length / 2, 0.12), (width + 0.06, length, 0.16), kit.wood, 0.02)
    block((0, -0.03, 0.1), (width + 0.1, 0.06, 1.0), kit.wood, 0.02)
    legs(width, length, 0.14, kit.wood)
    return 0.26


def _upholstered(kit: Kit, width: float, length: float) -> float:
    soft((0, -length / 2, 0.06), (width + 0.1, length, 0.24), kit.cloth, 0.05)
    panels = 5
    for i in range(panels):
        x = (i - (panels - 1) / 2) * (width + 0.2) / panels
        soft((x, -0.06, 0.06), ((width + 0.2) / panels - 0.006, 0.14, 1.1), kit.cloth, 0.05)
    return 0.28


def _futon(kit: Kit, width: float, length: float) -> float:
    block((0, -length / 2 - 0.1, 0), (width + 0.7, length + 0.5, 0.14), kit.wood, 0.012)
    return 0.13


def _kang(kit: Kit, width: float, length: float) -> float:
    block((0, -length / 2, 0), (width + 1.6, length, 0.44), m.brick("#8d8a84", "#b9b4aa"), 0.01)
    block((0, -length - 0.02, 0.4), (width + 1.62, 0.1, 0.07), kit.wood, 0.015)
    block((0, -length / 2, 0.44), (width + 1.58, length - 0.06, 0.02), m.weave("#c9b27a"), 0)
    return 0.45


def _iron(kit: Kit, width: float, length: float) -> float:
    for y, high in ((-0.03, 1.15), (-length, 0.72)):
        for x in (-width / 2, width / 2):
            rod((x, y, 0), (x, y, high), 0.022, kit.dark)
            ball((x, y, high + 0.03), 0.035, kit.metal)
        for z in (high - 0.04, 0.4):
            rod((-width / 2, y, z), (width / 2, y, z), 0.016, kit.dark)
        for i in range(1, 10):
            x = -width / 2 + width * i / 10
            rod((x, y, 0.4), (x, y, high - 0.04), 0.008, kit.dark)
    block((0, -length / 2, 0.28), (width, length, 0.06), kit.dark)
    return 0.32


def _canopy(kit: Kit, width: float, length: float) -> float:
    """A Chinese bed with posts and a lattice along the top (架子床)."""
    base = _wooden(kit, width, length)
    for x in (-width / 2 - 0.03, width / 2 + 0.03):
        for y in (-0.05, -length):
            block((x, y, 0), (0.07, 0.07, 2.1), kit.wood, 0.01)
        between((x, -length, 2.06), (x, 0, 2.06), 0.06, kit.wood)
    for y in (-0.05, -length):
        for z in (2.06, 1.84):
            between((-width / 2, y, z), (width / 2, y, z), 0.045, kit.wood)
        for i in range(1, 12):
            x = -width / 2 + width * i / 12
            between((x, y, 1.84), (x, y, 2.06), 0.02, kit.wood)
    return base


_BEDS = {
    "wood": _wooden, "upholstered": _upholstered, "futon": _futon, "kang": _kang, "iron": _iron, "canopy": _canopy,
}  # fmt: skip


def bedside(kit: Kit) -> None:
    """A bedside table with a drawer, a lamp and books."""
    block((0, -0.22, 0.18), (0.5, 0.42, 0.34), kit.wood, 0.012)
    block((0, -0.432, 0.22), (0.45, 0.01, 0.26), kit.wood, 0.004)
    ball((0, -0.45, 0.35), 0.014, kit.metal)
    legs(0.5, 0.42, 0.2, kit.wood, 0.05, 0.016)
    with placed(0, -0.2, 0.52):
        table_lamp(kit)
    for i in range(2):
        block((-0.13, -0.32, 0.52 + i * 0.025), (0.2, 0.14, 0.024), kit.pick(kit.second, kit.accent, kit.white), 0.003)


def table_lamp(kit: Kit) -> None:
    """A lamp for a table: turned foot, cloth shade."""
    turned((0, 0, 0), [(0.07, 0), (0.08, 0.02), (0.05, 0.1), (0.075, 0.18), (0.02, 0.24), (0.012, 0.34)], kit.pot)
    turned((0, 0, 0.28), [(0.15, 0), (0.152, 0.005), (0.105, 0.2), (0.1, 0.2)], kit.light)
