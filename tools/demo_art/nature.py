"""What grows and lies outside: ground, trees, hills, a lake, the Great Wall."""

import math
from collections.abc import Callable
from typing import Any

from mathutils import Vector, noise

from . import materials as m
from .kit import Kit
from .shapes import Point, ball, block, rod, scatter, sheet, turned


def ground(material: Any, size: float = 120, z: float = -0.02) -> None:
    """A flat ground around the origin."""
    block((0, 0, z - 0.1), (size, size, 0.1), material, 0)


def tree(kit: Kit, height: float = 5, leaves: Any = None, count: int = 2600) -> None:
    """A tree with a trunk, branches and a round crown."""
    bark, tops = m.wood("#5a4636", 0.9), []
    rod((0, 0, 0), (0.05, 0, height * 0.5), height * 0.022, bark)
    for i in range(7):
        angle, out = i * 2.4, height * kit.chance.uniform(0.12, 0.26)
        top = (out * math.cos(angle), out * math.sin(angle), height * kit.chance.uniform(0.62, 0.92))
        rod((0.05, 0, height * kit.chance.uniform(0.3, 0.5)), top, height * 0.008, bark)
        tops.append(top)
    spots = [_in_ball(kit, kit.chance.choice(tops), height * 0.17) for _ in range(count)]
    scatter(kit.chance, leaves or kit.tree, (0.24, 0.13, 0.03), spots, 0.8)


def _in_ball(kit: Kit, middle: Point, radius: float) -> Point:
    spot = Vector([kit.chance.gauss(0, 1) for _ in range(3)]).normalized() * radius * kit.chance.random() ** 0.4
    return middle[0] + spot.x, middle[1] + spot.y, middle[2] + spot.z * 0.75


def bush(kit: Kit, radius: float = 0.5, leaves: Any = None) -> None:
    """A round bush around the origin."""
    spots = [_in_ball(kit, (0, 0, radius * 0.7), radius) for _ in range(int(900 * radius))]
    scatter(kit.chance, leaves or kit.leaf, (0.13, 0.07, 0.02), spots, 0.9)


def pine(kit: Kit, height: float = 7) -> None:
    """A conifer."""
    rod((0, 0, 0), (0, 0, height * 0.96), height * 0.016, m.wood("#4d3b2e", 0.9))
    needles, spots = m.foliage("#2f5638"), []
    for _ in range(int(260 * height)):
        up = kit.chance.random() ** 1.3
        angle, out = kit.chance.uniform(0, 6.3), height * 0.24 * (1 - up) * kit.chance.random() ** 0.45
        spots.append((out * math.cos(angle), out * math.sin(angle), height * (0.12 + 0.86 * up) - out * 0.3))
    scatter(kit.chance, needles, (0.36, 0.1, -0.04), spots, 0.5)


def bamboo(kit: Kit, width: float = 3, height: float = 3.4, count: int = 22) -> None:
    """A row of bamboo."""
    stem, spots = m.paint("#7d9a4e", 0.4), []
    for _ in range(count):
        x, y, tall = (
            kit.chance.uniform(-width / 2, width / 2),
            kit.chance.gauss(0, 0.16),
            height * kit.chance.uniform(0.75, 1),
        )
        rod((x, y, 0), (x + kit.chance.gauss(0, 0.1), y, tall), 0.018, stem)
        spots += [
            (x + kit.chance.gauss(0, 0.16), y + kit.chance.gauss(0, 0.16), tall * kit.chance.uniform(0.3, 1.02))
            for _ in range(60)
        ]
    scatter(kit.chance, kit.tree, (0.2, 0.03, 0.015), spots, 0.9)


def rocks(kit: Kit, count: int = 5, spread: float = 1, size: float = 0.3) -> None:
    """Stones that lie around the origin."""
    stuff = m.concrete("#8b8a84")
    for _ in range(count):
        at = (kit.chance.gauss(0, spread), kit.chance.gauss(0, spread * 0.5), size * 0.12)
        thing = ball(at, size * kit.chance.uniform(0.4, 1), stuff, kit.chance.uniform(0.5, 0.8))
        for vertex in thing.data.vertices:
            vertex.co *= 1 + 0.25 * noise.noise(
                vertex.co * 3 + Vector(at) * 9
            )  # about the origin: pushes it off the grid too


def ridge(
    distance: float, height: float, colour: str, width: float = 260, shift: float = 0
) -> Callable[[float], float]:
    """A range of hills across the view; returns its height at x."""

    def crest(x: float) -> float:
        big: float = noise.fractal(Vector((x / 46 + shift, shift * 3, 0)), 0.9, 2.1, 6)
        return height * max(0.62 + 0.42 * big, 0.12)

    deep = min(height * 1.9, distance * 0.5)

    def slope(u: float, v: float) -> Point:
        x = (u - 0.5) * width
        rough = 0.09 * height * noise.fractal(Vector((x / 11, v * 6 + shift, shift)), 0.8, 2, 5)
        fold = height * 0.16 * abs(noise.noise(Vector((x / 9 + v * 1.5, shift, 1))))
        return (
            x,
            distance - (1 - v) * deep - min(fold * 3, deep * 0.3) * (1 - v),
            crest(x) * v**1.15 + rough * (1 - v) * v * 4 - 0.4,
        )

    sheet(slope, 220, 46, m.grass(colour))
    return crest


def mountains(wall: bool = False) -> None:
    """Three ranges, bluer with the distance; with the Great Wall on the middle one."""
    ridge(150, 84, "#8fa3b0", 420, 7.3)
    crest = ridge(95, 32 if wall else 44, "#6f8a72", 300, 2.9)
    if wall:
        _great_wall(crest, 94.5)
    ridge(52, 10, "#5d7c48", 200, 5.1)


def _great_wall(crest: Callable[[float], float], y: float) -> None:
    stuff = m.brick("#b3a48c", "#9a8d78", (1.6, 0.8))
    step = 1.5
    for i in range(-50, 50):
        x = i * step
        low, high = sorted((crest(x), crest(x + step)))
        block((x + step / 2, y, low - 2), (step + 0.1, 2.4, high - low + 4.2), stuff, 0)
        block((x + step / 2, y - 1.1, high + 2.0), (step * 0.5, 0.3, 0.5), stuff, 0)
        if i % 11 == 0:
            block((x, y, crest(x) - 1), (4.2, 4.2, 6.6), stuff, 0)
            for dx in (-1.7, -0.6, 0.6, 1.7):
                block((x + dx, y - 2, crest(x) + 5.6), (0.6, 0.3, 0.6), stuff, 0)
            for dx in (-1, 1):
                block((x + dx, y - 2.08, crest(x) + 2.6), (0.7, 0.1, 1.3), m.paint("#3a342c"), 0)


def lake() -> None:
    """Water with hills behind."""
    ridge(190, 26, "#9fb2bd", 460, 3.7)
    ridge(140, 15, "#7f9a86", 400, 8.2)
    block((0, 70, -0.45), (460, 142, 0.1), m.water("#2c5f74"), 0)


def jar(kit: Kit) -> None:
    """A big water jar with a lotus."""
    turned(
        (0, 0, 0),
        [(0.24, 0), (0.4, 0.3), (0.42, 0.5), (0.36, 0.58), (0.34, 0.58), (0.33, 0.5)],
        m.paint("#4b3a2e", 0.25),
        40,
    )
    spots = [(kit.chance.gauss(0, 0.16), kit.chance.gauss(0, 0.16), kit.chance.uniform(0.55, 0.95)) for _ in range(18)]
    for spot in spots:
        rod((0, 0, 0.5), spot, 0.006, kit.leaf)
    scatter(kit.chance, kit.leaf, (0.26, 0.24, 0.04), spots, 0.25)
