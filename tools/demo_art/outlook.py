"""What is seen through the windows."""

from . import materials as m
from .kit import Kit
from .nature import bamboo, bush, ground, lake, mountains, pine, tree
from .shapes import ball, block, placed


def city(kit: Kit, floor: float = -22) -> None:
    """Towers around a park, seen from a flat high up."""
    ground(m.grass("#7d8c6a"), 600, floor)
    for _ in range(70):
        x, y = kit.chance.uniform(-150, 150), kit.chance.uniform(55, 210)
        wide, tall = kit.chance.uniform(8, 18), kit.chance.uniform(8, 26) + y * 0.16
        stuff = m.windows_at_night(
            kit.pick("#b9c0c6", "#cfc8bd", "#9aa6b1", "#d6d2ca"), kit.pick("#5d7488", "#7893a8", "#4a5a68")
        )
        block((x, y, floor), (wide, wide, tall), stuff, 0)
    for _ in range(60):
        with placed(kit.chance.uniform(-60, 60), kit.chance.uniform(26, 60), floor):
            ball((0, 0, 2), kit.chance.uniform(2, 4), m.grass("#5f7f45"))


def garden(kit: Kit) -> None:
    """A lawn with trees and bushes behind a window."""
    ground(m.grass("#7c9a58"))
    for x, y in ((-6, 10), (-1.5, 13), (3.5, 9), (8, 14), (13, 11)):
        with placed(x + kit.chance.uniform(-1, 1), y):
            tree(kit, kit.chance.uniform(4.5, 7), count=1800)
    for i in range(9):
        with placed(-8 + i * 2.4, 6.5 + kit.chance.uniform(-0.6, 0.8)):
            bush(kit, kit.chance.uniform(0.4, 0.8))


def court(kit: Kit) -> None:
    """The wall and the tree of a courtyard behind a window."""
    ground(m.brick("#8e8b85", "#6d6a64", (0.4, 0.2)))
    block((2, 7, 0), (30, 0.4, 2.6), m.brick("#85827c", "#b5b0a6"), 0)
    block((2, 7, 2.6), (30, 0.8, 0.25), m.concrete("#5f6163"), 0.1)
    for x in (-2, 4.5):
        with placed(x, 5):
            tree(kit, 4.6)
    with placed(1.5, 5.5):
        bamboo(kit, 3.4)


def street(kit: Kit) -> None:
    """Brick houses over the way and plane trees."""
    ground(m.concrete("#8d8d8b"), z=-3.4)
    for i in range(4):
        with placed(-14 + i * 9, 15, -3.4):
            block((0, 0, 0), (8.6, 4, 9), m.brick(kit.pick("#9a5a44", "#a8705a", "#b58f74")), 0)
            for row in range(3):
                for column in range(4):
                    block((-3 + column * 2, -2, 1 + row * 2.7), (1, 0.1, 1.7), m.paint("#3b4a55", 0.1), 0.01)
                    block((-3 + column * 2, -2.06, 0.9 + row * 2.7), (1.3, 0.2, 0.1), kit.white, 0.01)
    for x in (-6, 0.5, 7):
        with placed(x, 8, -3.4):
            tree(kit, 7.5, m.foliage("#7f9a3e"), 3400)


def hills(kit: Kit) -> None:
    """Mountains with pines in front."""
    ground(m.grass("#71894e"), 300)
    mountains()
    for i in range(9):
        with placed(-16 + i * 4.2 + kit.chance.uniform(-1, 1), 13 + kit.chance.uniform(0, 8), -0.5):
            pine(kit, kit.chance.uniform(5, 8))


def wall_hills(kit: Kit) -> None:
    """Mountains with the Great Wall, and fruit trees in front."""
    ground(m.grass("#86904f"), 300)
    mountains(wall=True)
    for i in range(6):
        with placed(-13 + i * 5.5, 11 + kit.chance.uniform(0, 6), -0.4):
            tree(kit, kit.chance.uniform(2.6, 3.6), count=1300)


def shore(kit: Kit) -> None:
    """A lake with a lawn and willows in front."""
    lake()
    block((0, -4, -0.3), (120, 12, 0.26), m.grass("#7c9a52"), 0)
    for x in (-7, 8.5):
        with placed(x, 6, -0.4):
            tree(kit, 5.4, m.foliage("#86a040"), 2800)


VIEWS = {
    "garden": garden, "court": court, "street": street, "mountain": hills, "greatwall": wall_hills, "lake": shore,
    "city": city,
}  # fmt: skip
