"""Rooms that only one style has: loft, hearth, tea room, hall."""

from . import beds, seats
from . import furniture as f
from . import materials as m
from .decor import floor_lamp, pendant, picture, plant, red_lantern, rug
from .kit import Kit
from .kitchens import kitchen
from .light import camera, lamp
from .rooms import against, shell
from .shapes import ball, between, block, placed, rod
from .staging import light_by_day, look_outside, stand


def tea_room(kit: Kit) -> None:
    """Tatami with a low table, sliding paper doors at the back, an alcove."""
    room = (4.5, 4.4, 2.55)
    look_outside(kit, room, "back")
    shell(kit, room, {"back": [(1.5, 4.2, 0.02, 2.05)]})
    with placed(2.5, 2.3):
        f.low_table(kit)
    with placed(0.75, 4.05):
        block((0, 0, 0), (1.3, 0.6, 0.12), kit.wood, 0.01)
        with placed(-0.2, 0, 0.12):
            f.vase(kit, 0.3)
        with placed(0, 0.32, 1.5):
            picture(kit, 0.55, 1.1)
    with placed(2.5, 2.3, 2.55):
        pendant(kit, 0.5, 0.26)
    with placed(4.1, 3.9):
        floor_lamp(kit)
    stand(kit, room, -0.02, 0.03, 1.15)
    light_by_day(kit, room, "back")


def loft(kit: Kit) -> None:
    """Two floors high: a wall of glass at the left, a bed on the gallery, stairs, a sofa below."""
    room = (6.2, 6.0, 5.0)
    look_outside(kit, room, "left")
    shell(kit, room, {"left": [(1.0, 4.4, 0.15, 4.4)]})
    block((3.1, 4.9, 2.45), (6.2, 2.2, 0.2), m.wood(kit.style.wood), 0.01)
    block((3.1, 3.82, 2.4), (6.2, 0.08, 0.3), kit.dark, 0.01)
    for i in range(24):
        rod((0.1 + i * 0.26, 3.84, 2.65), (0.1 + i * 0.26, 3.84, 3.55), 0.008, kit.dark)
    between((0, 3.84, 3.55), (6.2, 3.84, 3.55), 0.05, kit.dark)
    for i in range(12):
        block((5.6, 1.2 + i * 0.23, 0.2 + i * 0.2), (0.95, 0.27, 0.05), kit.wood, 0.006)
    between((5.1, 1.0, 0.05), (5.1, 3.9, 2.55), 0.06, kit.dark, 0.16)
    between((6.1, 1.0, 0.05), (6.1, 3.9, 2.55), 0.06, kit.dark, 0.16)
    with placed(3.2, 5.9, 2.65):
        beds.bed(kit, 1.8)
    with placed(2.2, 5.9):
        kitchen(kit, 3.9)
    with placed(2.3, 3.9):
        seats.sofa(kit, 3)
    with placed(2.3, 2.2):
        rug(kit, 3.0, 2.0)
        f.coffee_table(kit)
    with placed(0.55, 4.6):
        plant(kit, 1.8)
    with placed(2.6, 2.4, 5.0):
        pendant(kit, 1.5, 0.3)
    with placed(4.0, 2.0, turn=-70):
        seats.armchair(kit, kit.second)
    camera((3.9, -2.1, 1.7), (2.8, 6, 2.2), 19)
    light_by_day(kit, room, "left")
    lamp((3, 4.9, 2.1), 40)
    lamp((3, 4.6, 4.4), 40)


def hearth(kit: Kit) -> None:
    """A high room with a stone fireplace, glass to the mountains at the back."""
    room = (6.4, 5.4, 3.6)
    look_outside(kit, room, "back")
    shell(kit, room, {"back": [(2.3, 6.0, 0.12, 3.0)]}, plain=True)
    rubble = m.stone("#9b9184")
    block((1.1, 5.2, 0), (1.9, 0.5, 3.6), rubble, 0)
    block((1.1, 4.93, 0.2), (1.0, 0.06, 0.75), m.paint("#151312"), 0)
    between((0.2, 4.86, 1.25), (2.0, 4.86, 1.25), 0.2, kit.wood, 0.12)
    for i in range(3):
        between((0.8 + i * 0.1, 4.86, 0.28 + 0.08 * (i % 2)), (1.3 + i * 0.05, 4.9, 0.3), 0.09, kit.soil)
    for i in range(5):
        ball((0.85 + i * 0.12, 4.86, 0.38), 0.06, m.glow("#ff8a30", 16), 1.8)
    lamp((1.1, 4.6, 0.45), 26, (1, 0.5, 0.2))
    with against("right", room, 2.6):
        seats.sofa(kit, 3)
    with placed(3.2, 2.7, turn=90):
        rug(kit, 3.0, 2.6)
        f.coffee_table(kit)
    with placed(1.9, 2.3, turn=55):
        seats.armchair(kit, kit.accent)
    with placed(5.9, 4.9):
        plant(kit, 1.6)
    with placed(3.2, 2.7, room[2] - 0.3):
        pendant(kit, 0.7, 0.28)
    stand(kit, room, -0.02, 0.02, 1.45, 22)
    light_by_day(kit, room, "back")


def lantern_hall(kit: Kit) -> None:
    """A hall of a courtyard house: a table with chairs, lattice doors at the back, palace lanterns."""
    room = (5.0, 4.4, 3.1)
    look_outside(kit, room, "back")
    shell(kit, room, {"back": [(0.6, 4.4, 0.35, 2.35)]}, plain=True)
    with placed(2.5, 2.3):
        f.laid_table(kit, 1.75)
    for x in (1.1, 3.9):
        with placed(x, 2.6, 2.8):
            pendant(kit, 0.35, 0.2)
    with placed(2.5, 1.4, 2.8):
        red_lantern(kit, 0.2, 0.001)
    for x in (0.4, 4.6):
        with placed(x, 4.0):
            plant(kit, 1.3)
    with against("right", room, 2.2):
        f.shelf(kit, 1.6, 2.0)
    stand(kit, room, 0.03, 0.0, 1.4)
    light_by_day(kit, room, "back")
