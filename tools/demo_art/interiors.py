"""Rooms: bedroom, living room, kitchen with dining table, bathroom. They read the style's kinds."""

from . import furniture as f
from . import materials as m
from .decor import bunting, floor_lamp, pendant, picture, plant, red_lantern, rug
from .kit import Kit
from .light import camera, fill, lamp, sky, sun
from .nature import VIEWS
from .rooms import Size, against, curtains, shell
from .shapes import Point, ball, block, placed
from .wet import bathtub, island, kitchen, toilet, towels, vanity, wooden_tub


def _outside(kit: Kit, room: Size, side: str) -> None:
    """The view behind the windows of a side."""
    sky(strength=1.5)
    turn, x, y = {"left": (90, 0, room[1] / 2), "back": (0, room[0] / 2, room[1]), "right": (-90, *room[:2])}[side]
    with placed(x, y + (0 if side != "back" else 0.3), 0, turn):
        VIEWS[kit.style.view](kit)


def _daylight(kit: Kit, room: Size, side: str) -> None:
    """Sun through the windows of a side, a fill from the camera's end, and a warm lamp."""
    toward = {"left": (1, 0.42, -0.66), "right": (-1, 0.42, -0.66), "back": (0.55, -1, -0.75)}[side]
    sun(toward, kit.style.sun, kit.style.warm)
    w, d, h = room
    fill((w / 2, 0.1, h - 0.3), (w / 2, d, 0.6), 9 * w * d / 12)
    lamp((w / 2, d * 0.55, h - 0.9), 14)


def _standing(kit: Kit, room: Size, pull: float, look: float, height: float = 1.35, lens: float = 22) -> None:
    """The camera stands behind the front wall, which it does not see."""
    w, d, _ = room
    x = w * (0.5 + pull) + kit.chance.uniform(-0.12, 0.12)
    at: Point = (x, -0.9, height)
    camera(at, (w * (0.5 + look), d, height - 0.18), lens)


def bedroom(kit: Kit) -> None:
    """A bed at the back wall, the window at the left."""
    room = (4.4, 4.3, kit.style.height)
    _outside(kit, room, "left")
    tall = kit.style.height - 0.55
    shell(kit, room, {"left": [(1.2, 3.6, 0.5 if kit.style.window != "shoji" else 0.1, min(tall, 2.35))]})
    low = kit.style.bed in {"futon", "kang"}
    with against("back", room, 2.3):
        f.bed(kit, 1.8)
    for x in (1.02, 3.58) if not low else ():
        with against("back", room, x):
            f.bedside(kit)
    with placed(2.3, 2.0):
        rug(kit, 3.0, 1.7)
    _bedroom_walls(kit, room)
    _standing(kit, room, kit.chance.choice((-0.06, 0.14)), kit.chance.uniform(-0.06, 0.02))
    _daylight(kit, room, "left")


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
    _outside(kit, room, "left")
    shell(kit, room, {"left": [(0.9, 4.0, 0.12, room[2] - 0.4)]})
    with against("back", room, 2.5):
        f.sofa(kit, 3)
    with placed(2.5, 2.55):
        rug(kit, 3.1, 2.1)
        f.coffee_table(kit)
    with placed(4.1, 2.4, turn=-62):
        f.armchair(kit, kit.accent)
    _living_walls(kit, room)
    _standing(kit, room, kit.chance.uniform(0.05, 0.16), -0.05, 1.3)
    _daylight(kit, room, "left")


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
    _outside(kit, room, "left")
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
    _standing(kit, room, kit.chance.uniform(0.02, 0.12), -0.04, 1.45)
    _daylight(kit, room, "left")


def bathroom(kit: Kit) -> None:
    """A tub under the window, a washbasin at the back, a shower."""
    room = (3.6, 3.2, min(kit.style.height, 2.7))
    _outside(kit, room, "left")
    shell(kit, room, {"left": [(0.9, 2.5, 1.0, 2.15)]}, plain=True)
    block(
        (room[0] / 2, room[1] - 0.005, 0), (room[0], 0.012, room[2] if kit.chance.random() < 0.4 else 1.25), kit.tile, 0
    )
    block((0.005, 0.45, 0), (0.01, 0.9, 1.0), kit.tile, 0)
    block((0.005, room[1] / 2, 0), (0.012, room[1], 0.98), kit.tile, 0)
    block((room[0] / 2, room[1] / 2, 0), (room[0], room[1], 0.012), m.tiles(kit.style.tile, "#8f8a82", (0.3, 0.3)), 0)
    _bath_fixtures(kit, room)
    _standing(kit, room, 0.08, -0.03, 1.4, 21)
    _daylight(kit, room, "left")
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


def tea_room(kit: Kit) -> None:
    """Tatami with a low table, sliding paper doors at the back, an alcove."""
    room = (4.5, 4.4, 2.55)
    _outside(kit, room, "back")
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
    _standing(kit, room, -0.02, 0.03, 1.15)
    _daylight(kit, room, "back")


def playroom(kit: Kit) -> None:
    """A children's room: house bed, tent, shelf, toys, flags."""
    room = (4.4, 4.2, 2.7)
    _outside(kit, room, "left")
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
    _standing(kit, room, 0.03, 0.0, 1.25)
    _daylight(kit, room, "left")


def house_bed(kit: Kit) -> None:
    """A child's bed in a frame like a house."""
    from .shapes import between, pillow, soft  # noqa: PLC0415

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
    from .shapes import rod, sheet  # noqa: PLC0415

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


def loft(kit: Kit) -> None:
    """Two floors high: a wall of glass at the left, a bed on the gallery, stairs, a sofa below."""
    from .shapes import between, rod  # noqa: PLC0415

    room = (6.2, 6.0, 5.0)
    _outside(kit, room, "left")
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
        f.bed(kit, 1.8)
    with placed(2.2, 5.9):
        kitchen(kit, 3.9)
    with placed(2.3, 3.9):
        f.sofa(kit, 3)
    with placed(2.3, 2.2):
        rug(kit, 3.0, 2.0)
        f.coffee_table(kit)
    with placed(0.55, 4.6):
        plant(kit, 1.8)
    with placed(2.6, 2.4, 5.0):
        pendant(kit, 1.5, 0.3)
    with placed(4.0, 2.0, turn=-70):
        f.armchair(kit, kit.second)
    camera((3.9, -2.1, 1.7), (2.8, 6, 2.2), 19)
    _daylight(kit, room, "left")
    lamp((3, 4.9, 2.1), 40)
    lamp((3, 4.6, 4.4), 40)


def hearth(kit: Kit) -> None:
    """A high room with a stone fireplace, glass to the mountains at the back."""
    from .shapes import between  # noqa: PLC0415

    room = (6.4, 5.4, 3.6)
    _outside(kit, room, "back")
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
        f.sofa(kit, 3)
    with placed(3.2, 2.7, turn=90):
        rug(kit, 3.0, 2.6)
        f.coffee_table(kit)
    with placed(1.9, 2.3, turn=55):
        f.armchair(kit, kit.accent)
    with placed(5.9, 4.9):
        plant(kit, 1.6)
    with placed(3.2, 2.7, room[2] - 0.3):
        pendant(kit, 0.7, 0.28)
    _standing(kit, room, -0.02, 0.02, 1.45, 22)
    _daylight(kit, room, "back")


def island_kitchen(kit: Kit) -> None:
    """A kitchen with an island."""
    room = (5.2, 4.8, kit.style.height)
    _outside(kit, room, "left")
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
    _standing(kit, room, 0.1, -0.05, 1.5)
    _daylight(kit, room, "left")


def lantern_hall(kit: Kit) -> None:
    """A hall of a courtyard house: a table with chairs, lattice doors at the back, palace lanterns."""
    room = (5.0, 4.4, 3.1)
    _outside(kit, room, "back")
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
    _standing(kit, room, 0.03, 0.0, 1.4)
    _daylight(kit, room, "back")
