"""Plants, lamps, rugs, pictures: what makes a room lived in."""

import math
from typing import Any

from . import materials as m
from .kit import Kit
from .shapes import Point, ball, block, placed, rod, scatter, sheet, turned


def sprig(kit: Kit, bottom: float, count: int = 5) -> None:
    """Twigs with small leaves, out of a vase of that height."""
    spots: list[Point] = []
    for _ in range(count):
        angle, lean, tall = kit.chance.uniform(0, 6.3), kit.chance.uniform(0.05, 0.2), kit.chance.uniform(0.25, 0.45)
        end = (lean * math.cos(angle), lean * math.sin(angle), bottom + tall)
        rod((0, 0, bottom * 0.6), end, 0.004, kit.soil)
        spots += [
            (end[0] * i / 9, end[1] * i / 9, bottom + tall * (i / 9) ** 1.1) for i in range(3, 10) for _ in range(2)
        ]
    scatter(kit.chance, kit.leaf, (0.09, 0.045, 0.012), spots)


def plant(kit: Kit, height: float = 1.5) -> None:
    """A pot plant around the origin: a small tree, or long upright leaves."""
    turned((0, 0, 0), [(0.13, 0), (0.17, 0.05), (0.19, 0.32), (0.17, 0.32), (0.165, 0.28)], kit.pot)
    turned((0, 0, 0.27), [(0.165, 0), (0.16, 0.01)], kit.soil)
    (_small_tree if height > 1 else _blades)(kit, height)


def _small_tree(kit: Kit, height: float) -> None:
    spots: list[Point] = []
    for _ in range(9):
        angle, lean = kit.chance.uniform(0, 6.3), kit.chance.uniform(0.08, 0.4)
        end = (lean * math.cos(angle), lean * math.sin(angle), height * kit.chance.uniform(0.62, 1))
        rod((0, 0, 0.3), end, 0.008, kit.soil)
        spots += [
            _near(kit, (end[0] * t, end[1] * t, 0.3 + (end[2] - 0.3) * t))
            for t in (0.5, 0.62, 0.74, 0.82, 0.9, 0.95, 1)
        ]
    scatter(kit.chance, kit.leaf, (0.24, 0.14, 0.045), spots, 0.5)


def _near(kit: Kit, point: Point, by: float = 0.04) -> Point:
    return point[0] + kit.chance.gauss(0, by), point[1] + kit.chance.gauss(0, by), point[2] + kit.chance.gauss(0, by)


def _blades(kit: Kit, height: float) -> None:
    for i in range(14):
        angle, lean, tall = i * 2.4, kit.chance.uniform(0.03, 0.3), height * kit.chance.uniform(0.6, 1)

        def blade(u: float, v: float, angle: float = angle, lean: float = lean, tall: float = tall) -> Point:
            out, side = 0.04 + lean * v * v, (u - 0.5) * 0.075 * (1 - v**3)
            c, s = math.cos(angle), math.sin(angle)
            return c * out - s * side, s * out + c * side, 0.28 + (tall - 0.28) * v * (1 - 0.15 * lean * v)

        sheet(blade, 2, 10, kit.leaf)


def rug(kit: Kit, width: float, depth: float, round_: bool = False) -> None:
    """A rug around the origin, with a border."""
    if round_:
        turned((0, 0, 0), [(width / 2, 0), (width / 2, 0.012), (width / 2 - 0.01, 0.016)], kit.rug, 64)
        turned((0, 0, 0.012), [(width / 2 - 0.12, 0), (width / 2 - 0.12, 0.006)], kit.linen, 64)
        return
    block((0, 0, 0), (width, depth, 0.014), kit.rug, 0.005)
    stuff = kit.pick(kit.linen, kit.second, kit.accent)
    for y in (-depth / 2 + 0.14, depth / 2 - 0.14):
        block((0, y, 0.01), (width - 0.2, 0.03, 0.006), stuff, 0)
    for x in (-width / 2 + 0.12, width / 2 - 0.12):
        block((x, 0, 0.01), (0.03, depth - 0.28, 0.006), stuff, 0)


def picture(kit: Kit, width: float, height: float) -> None:
    """A framed picture on the wall behind the origin, its middle at the origin."""
    frame = kit.pick(kit.wood, kit.dark, kit.frame)
    block((0, -0.015, -height / 2), (width, 0.03, height), frame, 0.004)
    block((0, -0.031, -height / 2 + 0.02), (width - 0.04, 0.004, height - 0.04), kit.white_cloth, 0)
    with placed(0, -0.036):
        (_ink if kit.style.art == "ink" else _shapes)(kit, width - 0.14, height - 0.14)


def _shapes(kit: Kit, width: float, height: float) -> None:
    """Discs and bars in the style's colours."""
    colours = [m.paint(c, 0.9) for c in (kit.style.accent, kit.style.second, kit.style.wood, "#e3d9c6")]
    block((0, 0, -height / 2), (width, 0.002, height * kit.chance.uniform(0.25, 0.5)), colours[3], 0)
    radius = min(width, height) * kit.chance.uniform(0.2, 0.3)
    _disc((kit.chance.uniform(-0.15, 0.15) * width, -0.002, height * 0.12), radius, colours[1])
    _disc((-width * 0.18, -0.004, -height * 0.14), radius * 0.72, colours[0])
    block((width * 0.16, -0.005, -height * 0.42), (width * 0.1, 0.002, height * 0.5), colours[2], 0)


def _disc(at: Point, radius: float, material: Any) -> None:
    thing = turned((0, 0, 0), [(radius, 0), (radius, 0.002)], material, 48)
    thing.location, thing.rotation_euler = at, (math.pi / 2, 0, 0)


def _ink(kit: Kit, width: float, height: float) -> None:
    """Hills in ink, one behind the other, and a red sun."""
    for i, colour in enumerate(("#b9bcb8", "#83898a", "#4a5051")):
        shift, peak = kit.chance.uniform(0, 6), height * (0.52 - 0.16 * i)

        def hill(u: float, v: float, shift: float = shift, peak: float = peak, i: int = i) -> Point:
            top = peak * (0.55 + 0.3 * math.sin(u * 5 + shift) + 0.15 * math.sin(u * 13 + shift))
            return (u - 0.5) * width, -0.001 * (i + 1), -height / 2 + v * max(top, 0.02)

        sheet(hill, 40, 1, m.paint(colour, 0.9))
    _disc((width * 0.22, -0.001, height * 0.28), height * 0.07, m.paint("#b5382a", 0.9))


def pendant(kit: Kit, drop: float, radius: float = 0.2) -> None:
    """The style's ceiling lamp, hanging from the origin."""
    _LAMPS[kit.style.lamp](kit, drop, radius)


def _shade(kit: Kit, drop: float, radius: float) -> None:
    rod((0, 0, -drop), (0, 0, 0), 0.006, kit.dark)
    bell = [(radius, 0), (radius * 0.96, radius * 0.3), (radius * 0.6, radius * 0.72), (0.03, radius * 0.85)]
    turned((0, 0, -drop), bell[::1], kit.pick(kit.metal, kit.cabinet, kit.dark))
    turned((0, 0, -drop - 0.004), [(radius * 0.9, 0), (radius * 0.9, 0.003)], kit.light)


def _globe(kit: Kit, drop: float, radius: float) -> None:
    rod((0, 0, -drop), (0, 0, 0), 0.006, kit.metal)
    ball((0, 0, -drop - radius * 0.8), radius * 0.8, m.glow("#fff0d8", 3.2))


def _paper(kit: Kit, drop: float, radius: float) -> None:
    rod((0, 0, -drop), (0, 0, 0), 0.004, kit.dark)
    ball((0, 0, -drop - radius), radius * 1.35, m.glow("#ffeccb", 2.2), 0.82)
    for i in range(-4, 5):
        tall = i / 5 * radius * 1.1
        ring = radius * 1.355 * math.sqrt(max(1 - (i / 5) ** 2, 0))
        turned((0, 0, -drop - radius + tall), [(ring, 0), (ring, 0.004)], kit.white)


def _lantern(kit: Kit, drop: float, radius: float) -> None:
    """A palace lantern: a wooden frame around paper (宫灯)."""
    rod((0, 0, -drop), (0, 0, 0), 0.006, kit.dark)
    turned((0, 0, -drop - 0.34), [(radius * 0.8, 0), (radius, 0.3)], m.glow("#ffdf9e", 2.6), 6)
    for z, size in ((-drop - 0.03, 1.12), (-drop - 0.36, 0.9)):
        turned((0, 0, z), [(radius * size, 0), (radius * size, 0.035)], kit.wood, 6)
    rod((0, 0, -drop - 0.56), (0, 0, -drop - 0.36), 0.014, m.fabric("#a02c22"))


def _bulbs(kit: Kit, drop: float, radius: float) -> None:
    for i in range(3):
        x, low = (i - 1) * radius * 1.6, drop * (1 + 0.25 * (i % 2))
        rod((x, 0, -low), (x, 0, 0), 0.005, kit.dark)
        turned((x, 0, -low), [(0.022, 0), (0.025, 0.06), (0.01, 0.07)], kit.metal, 16)
        ball((x, 0, -low - 0.06), 0.055, m.glow("#ffc070", 9), 1.25)


_LAMPS = {"pendant": _shade, "globe": _globe, "paper": _paper, "lantern": _lantern, "bulbs": _bulbs}


def floor_lamp(kit: Kit) -> None:
    """A lamp on a pole around the origin."""
    turned((0, 0, 0), [(0.15, 0), (0.15, 0.02), (0.02, 0.03)], kit.dark)
    rod((0, 0, 0.02), (0, 0, 1.4), 0.012, kit.metal)
    turned((0, 0, 1.34), [(0.21, 0), (0.21, 0.005), (0.15, 0.26), (0.145, 0.26)], kit.light)


def red_lantern(kit: Kit, drop: float = 0.4, radius: float = 0.22) -> None:
    """A round red lantern with a tassel, hanging from the origin."""
    rod((0, 0, -drop), (0, 0, 0), 0.006, kit.dark)
    ball((0, 0, -drop - radius * 0.85), radius, m.glow("#d8281c", 1.1), 0.85)
    for z in (-drop - 0.02, -drop - radius * 1.72):
        turned((0, 0, z), [(radius * 0.45, 0), (radius * 0.45, 0.04)], m.paint("#d9a63c"), 24)
    rod((0, 0, -drop - radius * 2.6), (0, 0, -drop - radius * 1.7), 0.016, m.fabric("#d9a63c"))


def bunting(width: float) -> None:
    """A string of coloured flags from the origin to the right."""
    for i in range(int(width / 0.2)):
        x, colour = 0.1 + i * 0.2, ("#e79a8b", "#f2c46d", "#8fb7a4", "#7fa6c9")[i % 4]
        sag = -0.18 * math.sin(math.pi * x / width)

        def flag(u: float, v: float, x: float = x, sag: float = sag) -> Point:
            return x + (u - 0.5) * 0.17 * (1 - v), -0.02, sag - 0.2 * v

        sheet(flag, 1, 4, m.fabric(colour))


def fruit_bowl(kit: Kit) -> None:
    """A bowl of fruit."""
    turned((0, 0, 0), [(0.06, 0), (0.14, 0.05), (0.16, 0.08), (0.15, 0.08), (0.05, 0.015)], kit.pot)
    fruit = m.paint(kit.pick("#d98a2b", "#b9402c", "#8aa83a"), 0.35)
    for i in range(5):
        ball((0.07 * math.cos(i * 1.3), 0.07 * math.sin(i * 1.3), 0.085 + 0.02 * (i % 2)), 0.042, fruit)
