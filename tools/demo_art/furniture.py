"""Furniture. Each piece stands with the middle of its back at the origin and faces -y."""

import math
from typing import Any

from mathutils import Vector, noise

from . import materials as m
from .decor import sprig
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


def coffee_table(kit: Kit) -> None:
    """Round or square, with a vase, a tray and books."""
    if kit.chance.random() < 0.5:
        turned((0, 0, 0.36), [(0.44, 0), (0.46, 0.015), (0.46, 0.035), (0.45, 0.04)], kit.wood, 48)
        for i in range(3):
            angle = i * 2.1
            rod(
                (0.36 * math.cos(angle), 0.36 * math.sin(angle), 0),
                (0.26 * math.cos(angle), 0.26 * math.sin(angle), 0.36),
                0.018,
                kit.wood,
            )
    else:
        block((0, 0, 0.34), (1.1, 0.6, 0.05), kit.wood, 0.012)
        block((0, 0, 0.12), (1.0, 0.5, 0.025), kit.wood, 0.008)
        for x, y in ((-0.5, -0.25), (0.5, -0.25), (-0.5, 0.25), (0.5, 0.25)):
            block((x, y, 0), (0.045, 0.045, 0.35), kit.wood, 0.008)
    with placed(0.12, 0.05, 0.395):
        tea(kit)
    for i in range(2):
        block((-0.24, -0.02, 0.395 + i * 0.03), (0.26, 0.19, 0.028), kit.pick(kit.accent, kit.second, kit.white), 0.003)


def tea(kit: Kit) -> None:
    """A pot and two cups."""
    clay = kit.pot
    turned((0, 0, 0), [(0.04, 0), (0.075, 0.03), (0.075, 0.06), (0.04, 0.1), (0.015, 0.11), (0.014, 0.13)], clay)
    rod((0.06, 0, 0.05), (0.13, 0, 0.1), 0.011, clay)
    for x, y in ((0.16, -0.08), (0.05, -0.15)):
        turned((x, y, 0), [(0.022, 0), (0.034, 0.05), (0.03, 0.05), (0.018, 0.01)], kit.white)


def table(kit: Kit, width: float = 1.6, depth: float = 0.85) -> None:
    """A dining table around the origin."""
    block((0, 0, 0.7), (width, depth, 0.045), kit.wood, 0.012)
    block((0, 0, 0.63), (width - 0.16, depth - 0.16, 0.07), kit.wood, 0.004)
    for x in (-width / 2 + 0.08, width / 2 - 0.08):
        for y in (-depth / 2 + 0.08, depth / 2 - 0.08):
            block((x, y, 0), (0.065, 0.065, 0.7), kit.wood, 0.01)


def laid_table(kit: Kit, width: float = 1.6) -> None:
    """A table with chairs on both sides, plates, and a vase."""
    table(kit, width)
    count = 2 if width < 1.8 else 3
    for i in range(count):
        x = (i - (count - 1) / 2) * width / count
        for turn, y in ((180, -0.66), (0, 0.66)):
            with placed(x, y, turn=turn + kit.chance.uniform(-7, 7)):
                chair(kit)
            with placed(x, -0.24 if turn else 0.24, 0.746):
                turned((0, 0, 0), [(0.08, 0), (0.13, 0.016), (0.125, 0.018), (0.07, 0.006)], kit.white)
    with placed(0, 0, 0.746):
        vase(kit, 0.26)


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


def low_table(kit: Kit) -> None:
    """A Japanese table with tea and four cushions."""
    block((0, 0, 0.29), (1.2, 0.78, 0.045), kit.wood, 0.012)
    for x in (-0.52, 0.52):
        for y in (-0.3, 0.3):
            block((x, y, 0), (0.07, 0.07, 0.3), kit.wood, 0.01)
    with placed(0, 0, 0.336):
        tea(kit)
    for x, y in ((-0.3, -0.68), (0.3, -0.68), (-0.3, 0.7), (0.36, 0.7)):
        with placed(x, y, turn=kit.chance.uniform(-6, 6)):
            cushion(kit.accent)


def shelf(kit: Kit, width: float = 1.2, height: float = 1.9, rows: int = 5) -> None:
    """A bookshelf with books, bowls and a plant."""
    for x in (-width / 2, 0, width / 2):
        block((x, -0.16, 0), (0.028, 0.3, height), kit.wood, 0.004)
    block((0, -0.012, 0), (width, 0.016, height), kit.wood, 0.002)
    for j in range(rows + 1):
        z = 0.06 + j * (height - 0.09) / rows
        block((0, -0.16, z), (width, 0.3, 0.026), kit.wood, 0.004)
        if j < rows:
            for x in (-width / 4, width / 4):
                with placed(x, -0.17, z + 0.026):
                    _on_shelf(kit, width / 2 - 0.06, (height - 0.09) / rows - 0.05)


def _on_shelf(kit: Kit, width: float, height: float) -> None:
    what = kit.chance.random()
    if what < 0.6:
        books(kit, width * kit.chance.uniform(0.5, 0.95), height)
    elif what < 0.75:
        turned((0, 0, 0), [(0.05, 0), (0.09, 0.05), (0.1, 0.1), (0.05, 0.19), (0.045, 0.2)], kit.pot)
    elif what < 0.9:
        block((0, 0, 0), (width * 0.8, 0.22, height * 0.6), m.weave("#b99a68"), 0.02)


def books(kit: Kit, width: float, height: float) -> None:
    """Books in a row, starting at the left."""
    stuff = [kit.accent, kit.second, kit.white, kit.linen, kit.cloth, kit.dark]
    x = -width / 2
    while x < width / 2:
        thick, tall = kit.chance.uniform(0.018, 0.045), height * kit.chance.uniform(0.62, 0.95)
        block((x + thick / 2, 0, 0), (thick, kit.chance.uniform(0.15, 0.21), tall), kit.pick(*stuff), 0.003)
        x += thick + 0.002


def wardrobe(kit: Kit, width: float = 1.6, height: float = 2.2) -> None:
    """Doors with long handles."""
    block((0, -0.29, 0), (width, 0.56, height), kit.cabinet, 0.006)
    doors = max(round(width / 0.5), 1)
    for i in range(doors):
        x = (i - (doors - 1) / 2) * width / doors
        block((x, -0.58, 0.06), (width / doors - 0.006, 0.02, height - 0.08), kit.cabinet, 0.005)
        block(
            (x + (width / doors / 2 - 0.05) * (1 if i % 2 == 0 else -1), -0.605, 0.9), (0.014, 0.025, 0.35), kit.metal
        )


def console(kit: Kit, width: float = 1.8, screen: bool = True) -> None:
    """A low cabinet with a television."""
    block((0, -0.21, 0.14), (width, 0.4, 0.34), kit.wood, 0.01)
    for i in range(3):
        block(((i - 1) * width / 3, -0.415, 0.17), (width / 3 - 0.012, 0.015, 0.28), kit.cabinet, 0.004)
    legs(width, 0.4, 0.15, kit.wood, 0.08)
    if screen:
        block((0, -0.06, 0.66), (1.25, 0.04, 0.72), m.paint("#0c0d0f", 0.12), 0.006)


def desk(kit: Kit, width: float = 1.2) -> None:
    """A desk with a lamp, books and a chair."""
    block((0, -0.3, 0.72), (width, 0.6, 0.035), kit.wood, 0.008)
    legs(width, 0.6, 0.72, kit.wood, 0.05)
    with placed(-width / 2 + 0.2, -0.2, 0.755):
        table_lamp(kit)
    with placed(width / 4, -0.15, 0.755):
        books(kit, 0.3, 0.28)
    with placed(0.05, -0.95, turn=180):
        chair(kit)


def vase(kit: Kit, height: float = 0.3) -> None:
    """A vase with twigs and leaves."""
    turned(
        (0, 0, 0),
        [(0.05, 0), (0.08, height * 0.3), (0.06, height * 0.7), (0.03, height * 0.9), (0.04, height)],
        kit.pot,
    )
    sprig(kit, height)
