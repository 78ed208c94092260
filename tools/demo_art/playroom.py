"""A children's room."""

from . import furniture as f
from . import materials as m
from .decor import bunting, pendant, rug
from .kit import Kit
from .rooms import against, curtains, shell
from .shapes import Point, ball, between, block, pillow, placed, rod, sheet, soft
from .staging import light_by_day, look_outside, stand


def playroom(kit: Kit) -> None:
    """A children's room: house bed, tent, shelf, toys, flags."""
    room = (4.4, 4.2, 2.7)
    look_outside(kit, room, "left")
    shell(kit, room, {"left": [(1.3, 3.3, 0.8, 2.2)]})
    with against("back", room, 3.1):
        house_bed(kit)
    with placed(1.05, 3.3):
        tent(kit)
    with placed(0.4, room[1] - 0.01, 2.35):
        bunting(3.6)
    with placed(2.1, 1.9):
        rug(kit, 2.3, 2.3, round_=True)
        toys(kit)
    with against("right", room, 2.0):
        f.shelf(kit, 1.4, 1.15, 3)
    with placed(0, 1.3, 0.8, turn=90):
        curtains(kit, 2.0, 1.4, kit.second, 0.2)
    with placed(2.2, 2.2, 2.7):
        pendant(kit, 0.4, 0.2)
    stand(kit, room, 0.03, 0.0, 1.25)
    light_by_day(kit, room, "left")


def house_bed(kit: Kit) -> None:
    """A child's bed in a frame like a house."""
    for x in (-0.5, 0.5):
        for y in (-0.03, -1.85):
            between((x, y, 0), (x, y, 1.45), 0.06, kit.wood)
            between((x, y, 1.45), (0, y, 1.95), 0.06, kit.wood)
        between((x, -1.85, 0.3), (x, -0.03, 0.3), 0.05, kit.wood, 0.14)
        between((x, -1.85, 1.45), (x, -0.03, 1.45), 0.05, kit.wood)
    between((0, -1.85, 1.95), (0, -0.03, 1.95), 0.05, kit.wood)
    soft((0, -0.94, 0.28), (0.94, 1.8, 0.18), kit.linen, 0.06)
    soft((0, -1.2, 0.4), (0.98, 1.25, 0.1), kit.accent, 0.045)
    pillow((0, -0.3, 0.56), (0.6, 0.4, 0.16), kit.white_cloth, 40)
    with placed(0.2, -0.55, 0.5, turn=20):
        bear(kit)


def tent(kit: Kit) -> None:
    """A tepee of cloth."""
    for i in range(4):
        x, y = ((-0.55, -0.55), (0.55, -0.55), (0.55, 0.5), (-0.55, 0.5))[i]
        rod((x, y, 0), (-x * 0.16, -y * 0.16, 1.72), 0.016, kit.wood)
    corners = [(-0.54, 0.49), (-0.54, -0.54), (0.54, -0.54), (0.54, 0.49), (-0.54, 0.49)]
    for i in (0, 2, 3):
        a, b = corners[i], corners[i + 1]

        def side(u: float, v: float, a: tuple[float, float] = a, b: tuple[float, float] = b) -> Point:
            return (a[0] + u * (b[0] - a[0])) * (1 - v), (a[1] + u * (b[1] - a[1])) * (1 - v), 1.5 * v

        sheet(side, 6, 6, kit.linen)
    for half in (-1, 1):

        def flap(u: float, v: float, half: int = half) -> Point:
            return half * 0.54 * (1 - v) * (1 - 0.55 * u * (1 - v) ** 0.3), -0.54 * (1 - v) - 0.02, 1.5 * v

        sheet(flap, 8, 8, kit.linen)


def bear(kit: Kit) -> None:
    """A sitting teddy bear around the origin."""
    fur = m.fabric("#b98a5c", 60)
    ball((0, 0, 0.13), 0.13, fur, 1.1)
    ball((0, -0.01, 0.34), 0.1, fur)
    for x in (-0.08, 0.08):
        ball((x, 0, 0.43), 0.035, fur)
        ball((x * 1.3, -0.13, 0.05), 0.055, fur)
        ball((x * 1.7, -0.05, 0.19), 0.045, fur)
        ball((x * 0.42, -0.1, 0.36), 0.011, kit.dark)
    ball((0, -0.1, 0.32), 0.03, kit.linen)


def toys(kit: Kit) -> None:
    """Blocks, a ball and a bear on the floor."""
    colours = [m.paint(c, 0.5) for c in ("#d9695a", "#e8b64c", "#6f9fb8", "#7fae82")]
    for i in range(9):
        x, y = kit.chance.uniform(-0.7, 0.2), kit.chance.uniform(-0.7, 0.1)
        with placed(x, y, 0.02, kit.chance.uniform(0, 90)):
            block((0, 0, 0), (0.1, 0.1, 0.1), colours[i % 4], 0.012)
    for i in range(4):
        block((0.45, -0.1, 0.02 + i * 0.1), (0.1, 0.1, 0.1), colours[i], 0.012)
    ball((0.7, 0.5, 0.16), 0.14, colours[0])
    with placed(-0.5, 0.55, 0.02, turn=15):
        bear(kit)
