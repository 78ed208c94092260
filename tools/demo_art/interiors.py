"""Rooms that every style has: bedroom, living room, kitchen with dining table, bathroom. They read its kinds."""

from . import beds, seats
from . import furniture as f
from . import materials as m
from .bathrooms import bathtub, toilet, towels, vanity, wooden_tub
from .decor import floor_lamp, pendant, picture, plant, rug
from .kit import Kit
from .kitchens import island, kitchen
from .light import lamp
from .rooms import Size, against, curtains, shell
from .shapes import block, placed
from .staging import light_by_day, look_outside, stand


def bedroom(kit: Kit) -> None:
    """A bed at the back wall, the window at the left."""
    room = (4.4, 4.3, kit.style.height)
    look_outside(kit, room, "left")
    tall = kit.style.height - 0.55
    shell(kit, room, {"left": [(1.2, 3.6, 0.5 if kit.style.window != "shoji" else 0.1, min(tall, 2.35))]})
    low = kit.style.bed in {"futon", "kang"}
    with against("back", room, 2.3):
        beds.bed(kit, 1.8)
    for x in (1.02, 3.58) if not low else ():
        with against("back", room, x):
            beds.bedside(kit)
    with placed(2.3, 2.0):
        rug(kit, 3.0, 1.7)
    _bedroom_walls(kit, room)
    stand(kit, room, kit.chance.choice((-0.06, 0.14)), kit.chance.uniform(-0.06, 0.02))
    light_by_day(kit, room, "left")


def _bedroom_walls(kit: Kit, room: Size) -> None:
    if kit.style.window in {"plain", "grid"}:
        with placed(0, 1.2, 0.5, turn=90):
            curtains(kit, 2.4, 1.75, kit.voile if kit.chance.random() < 0.5 else kit.linen)
    with placed(2.3, room[1], 1.75 if kit.style.bed != "canopy" else 1.5):
        picture(kit, 1.2, 0.62)
    with placed(0.5, 3.85):
        plant(kit, kit.pick(0.9, 1.5))
    with against("right", room, 1.7):
        f.wardrobe(kit, 1.5, 2.1) if kit.style.bed not in {"futon", "kang"} else f.console(kit, 1.3, screen=False)
    with placed(2.3, 2.2, room[2] - (0.3 if kit.style.beams else 0)):
        pendant(kit, 0.4, 0.2)


def living(kit: Kit) -> None:
    """A sofa at the back wall, the window at the left, a shelf at the right."""
    room = (5.2, 4.6, kit.style.height)
    look_outside(kit, room, "left")
    shell(kit, room, {"left": [(0.9, 4.0, 0.12, room[2] - 0.4)]})
    with against("back", room, 2.5):
        seats.sofa(kit, 3)
    with placed(2.5, 2.55):
        rug(kit, 3.1, 2.1)
        f.coffee_table(kit)
    with placed(4.1, 2.4, turn=-62):
        seats.armchair(kit, kit.accent)
    _living_walls(kit, room)
    stand(kit, room, kit.chance.uniform(0.05, 0.16), -0.05, 1.3)
    light_by_day(kit, room, "left")


def _living_walls(kit: Kit, room: Size) -> None:
    with placed(0, 0.9, 0.12, turn=90):
        curtains(kit, 3.1, room[2] - 0.55, kit.voile, 0.16)
    for x, wide in ((1.95, 0.7), (2.95, 0.9)):
        with placed(x, room[1], 1.7):
            picture(kit, wide, 0.9)
    with against("right", room, 3.3):
        f.shelf(kit, 1.7, 2.0)
    with placed(0.5, 4.1):
        plant(kit, 1.7)
    with placed(4.35, 4.15):
        floor_lamp(kit)
    with placed(2.5, 2.4, room[2] - (0.3 if kit.style.beams else 0)):
        pendant(kit, 0.5, 0.24)


def dining(kit: Kit) -> None:
    """A kitchen along the back wall, a laid table in front, the window at the left."""
    room = (4.9, 4.7, kit.style.height)
    look_outside(kit, room, "left")
    shell(kit, room, {"left": [(1.2, 3.4, 0.85, 2.3)]}, plain=True)
    with against("back", room, 2.6):
        kitchen(kit, 4.2, upper=kit.chance.random() < 0.5)
    with placed(2.35, 2.3):
        f.laid_table(kit, 1.7)
    with placed(2.35, 2.3, room[2] - (0.3 if kit.style.beams else 0)):
        pendant(kit, 0.95, 0.2)
    lamp((2.35, 2.3, 1.6), 12)
    with placed(0.42, 3.9):
        plant(kit, 1.4)
    with against("right", room, 1.6), placed(0, 0, 1.5):
        picture(kit, 0.8, 1.0)
    stand(kit, room, kit.chance.uniform(0.02, 0.12), -0.04, 1.45)
    light_by_day(kit, room, "left")


def bathroom(kit: Kit) -> None:
    """A tub under the window, a washbasin at the back, a shower."""
    room = (3.6, 3.2, min(kit.style.height, 2.7))
    look_outside(kit, room, "left")
    shell(kit, room, {"left": [(0.9, 2.5, 1.0, 2.15)]}, plain=True)
    block(
        (room[0] / 2, room[1] - 0.005, 0), (room[0], 0.012, room[2] if kit.chance.random() < 0.4 else 1.25), kit.tile, 0
    )
    block((0.005, 0.45, 0), (0.01, 0.9, 1.0), kit.tile, 0)
    block((0.005, room[1] / 2, 0), (0.012, room[1], 0.98), kit.tile, 0)
    block((room[0] / 2, room[1] / 2, 0), (room[0], room[1], 0.012), m.tiles(kit.style.tile, "#8f8a82", (0.3, 0.3)), 0)
    _bath_fixtures(kit, room)
    stand(kit, room, 0.08, -0.03, 1.4, 21)
    light_by_day(kit, room, "left")
    lamp((1.9, 1.4, 2.3), 16)


def _bath_fixtures(kit: Kit, room: Size) -> None:
    with placed(0.62, 1.75, turn=90):
        wooden_tub(kit) if kit.style.name in {"japanese", "siheyuan"} else bathtub(kit, 1.7)
    with against("back", room, 1.95):
        vanity(kit, 1.15, round_mirror=kit.chance.random() < 0.6)
    with against("right", room, 1.9):
        toilet(kit)
    with against("right", room, 0.95):
        towels(kit)
    with placed(3.1, 2.85):
        plant(kit, 0.8)
    with placed(1.95, 1.6):
        rug(kit, 0.9, 0.6)


def island_kitchen(kit: Kit) -> None:
    """A kitchen with an island."""
    room = (5.2, 4.8, kit.style.height)
    look_outside(kit, room, "left")
    shell(kit, room, {"left": [(1.2, 3.6, 0.5, 2.35)]}, plain=True)
    with against("back", room, 2.7):
        kitchen(kit, 4.5)
    with placed(2.4, 2.6):
        island(kit, 2.0)
    for x in (1.8, 3.0):
        with placed(x, 2.5, room[2]):
            pendant(kit, 0.8, 0.16)
    with placed(0.45, 4.1):
        plant(kit, 1.6)
    stand(kit, room, 0.1, -0.05, 1.5)
    light_by_day(kit, room, "left")
