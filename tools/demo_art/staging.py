"""What all rooms have: a view, daylight, a place for the camera."""

from .kit import Kit
from .light import camera, fill, lamp, sky, sun
from .outlook import VIEWS
from .rooms import Size
from .shapes import Point, placed


def look_outside(kit: Kit, room: Size, side: str) -> None:
    """The view behind the windows of a side."""
    sky(strength=1.5)
    turn, x, y = {"left": (90, 0, room[1] / 2), "back": (0, room[0] / 2, room[1]), "right": (-90, *room[:2])}[side]
    with placed(x, y + (0 if side != "back" else 0.3), 0, turn):
        VIEWS[kit.style.view](kit)


def light_by_day(kit: Kit, room: Size, side: str) -> None:
    """Sun through the windows of a side, a fill from the camera's end, and a warm lamp."""
    toward = {"left": (1, 0.42, -0.66), "right": (-1, 0.42, -0.66), "back": (0.55, -1, -0.75)}[side]
    sun(toward, kit.style.sun, kit.style.warm)
    w, d, h = room
    fill((w / 2, 0.1, h - 0.3), (w / 2, d, 0.6), 9 * w * d / 12)
    lamp((w / 2, d * 0.55, h - 0.9), 14)


def stand(kit: Kit, room: Size, pull: float, look: float, height: float = 1.35, lens: float = 22) -> None:
    """The camera stands behind the front wall, which it does not see."""
    w, d, _ = room
    x = w * (0.5 + pull) + kit.chance.uniform(-0.12, 0.12)
    at: Point = (x, -0.9, height)
    camera(at, (w * (0.5 + look), d, height - 0.18), lens)
