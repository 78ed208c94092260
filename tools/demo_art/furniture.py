"""Tables, shelves and cupboards. The middle of the back is at the origin; they face -y."""

import math

from . import materials as m
from .beds import legs, table_lamp
from .decor import sprig
from .kit import Kit
from .seats import chair, cushion
from .shapes import block, placed, rod, turned


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
