"""A room: floor, ceiling, walls with windows, beams."""

import math
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

import bpy
from mathutils import Matrix

from . import materials as m
from .kit import Kit
from .shapes import between, block, keep, placed, rod, sheet

Size = tuple[float, float, float]
Opening = tuple[float, float, float, float]
"""From and to along the wall, from and to in height."""


def against(side: str, room: Size, along: float) -> AbstractContextManager[None]:
    """Place what faces the room with its back to a wall: `along` from the left or from the camera's end."""
    if side == "back":
        return placed(along, room[1])
    return placed(0, along, turn=90) if side == "left" else placed(room[0], along, turn=-90)


def shell(kit: Kit, room: Size, openings: dict[str, Sequence[Opening]], plain: bool = False) -> None:
    """Floor, ceiling and four walls; the camera looks through the front one."""
    w, d, h = room
    _floor(kit, room)
    block((w / 2, d / 2, h), (w + 0.4, d + 0.4, 0.1), kit.ceiling, 0)
    with placed(0, d):
        wall(kit, w, h, kit.wall if plain else kit.back, openings.get("back", ()))
    with placed(0, 0, turn=90):
        wall(kit, d, h, kit.wall, openings.get("left", ()))
    with placed(w, d, turn=-90):
        wall(kit, d, h, kit.wall, openings.get("right", ()))
    front = block((w / 2, -0.1, 0), (w + 0.4, 0.2, h), kit.wall, 0)
    front.visible_camera = False
    if kit.style.beams:
        beams(kit, room)


def _floor(kit: Kit, room: Size) -> None:
    w, d, _ = room
    block((w / 2, d / 2, -0.1), (w + 0.4, d + 0.4, 0.1), kit.floor, 0)
    if kit.style.floor == "tatami":
        edge = m.fabric("#3f4a3a")
        for i in range(int(w / 0.9) + 1):
            block((i * 0.9, d / 2, 0), (0.05, d, 0.004), edge, 0)
        for j in range(int(d / 1.8) + 2):
            for i in range(int(w / 0.9) + 1):
                block((i * 0.9 + 0.45, j * 1.8 - 0.9 * (i % 2), 0), (0.9, 0.02, 0.003), edge, 0)


def wall(kit: Kit, length: float, height: float, material: Any, openings: Sequence[Opening]) -> None:
    """A wall along x whose inner side is y = 0, with a window in each opening, and a skirting board."""
    at = 0.0
    for start, end, low, high in sorted(openings):
        _piece(material, at, start, 0, height)
        _piece(material, start, end, 0, low)
        _piece(material, start, end, high, height)
        with placed(start, 0, low):
            window(kit, end - start, high - low)
        _skirting(kit, at, start if low < 0.2 else end)
        at = end
    _piece(material, at, length, 0, height)
    _skirting(kit, at, length)


def _piece(material: Any, start: float, end: float, low: float, high: float) -> None:
    if end - start > 0.01 and high - low > 0.01:
        block(((start + end) / 2, 0.1, low), (end - start, 0.2, high - low), material, 0)


def _skirting(kit: Kit, start: float, end: float) -> None:
    if end - start > 0.01:
        block(((start + end) / 2, -0.008, 0), (end - start, 0.016, 0.09), kit.frame, 0.004)


def window(kit: Kit, width: float, height: float) -> None:
    """Frame, bars and daylight of an opening that begins at the origin."""
    bar = 0.06
    frame = kit.wood if kit.style.window in {"lattice", "shoji"} else kit.frame
    for x in (bar / 2, width - bar / 2):
        block((x, 0.08, 0), (bar, 0.1, height), frame, 0.006)
    for z in (0, height - bar):
        block((width / 2, 0.08, z), (width, 0.1, bar), frame, 0.006)
    block((width / 2, -0.01, -0.04), (width + 0.1, 0.26, 0.04), frame, 0.006)
    _BARS[kit.style.window](kit, width, height, frame)
    daylight(width, height)


def _plain(kit: Kit, width: float, height: float, frame: Any) -> None:
    count = max(round(width / 0.95), 1)
    for i in range(1, count):
        block((width * i / count, 0.08, 0), (0.05, 0.06, height), frame, 0.004)
    block((width / 2, 0.1, 0), (width, 0.006, height), kit.glass, 0)


def _grid(kit: Kit, width: float, height: float, frame: Any) -> None:
    _bars(frame, width, height, 0.42, 0.5, 0.025)
    block((width / 2, 0.1, 0), (width, 0.006, height), kit.glass, 0)


def _shoji(kit: Kit, width: float, height: float, frame: Any) -> None:
    _bars(frame, width, height, 0.26, 0.42, 0.016)
    for i in range(max(round(width / 0.9), 1)):
        block((i * 0.9, 0.07, 0), (0.05, 0.05, height), frame, 0.004)
    block((width * 0.75, 0.1, 0), (width * 0.5, 0.004, height), kit.paper, 0)
    block((width * 0.25, 0.1, 0), (width * 0.5, 0.004, height * 0.4), kit.paper, 0)


def _lattice(kit: Kit, width: float, height: float, frame: Any) -> None:
    panels = max(round(width / 0.8), 1)
    for i in range(panels):
        with placed(width * i / panels):
            lattice(frame, width / panels, height)
    block((width / 2, 0.1, 0), (width, 0.006, height), kit.glass, 0)


def lattice(frame: Any, width: float, height: float) -> None:
    """One panel of Chinese lattice: nested rectangles joined by short bars (灯笼锦)."""
    block((0, 0.08, 0), (0.05, 0.07, height), frame, 0.004)
    for inset in (0.1, 0.2):
        _ring(frame, width, height, inset)
    for share in (0.3, 0.7):
        for x in (0.05, width - 0.15):
            between((x, 0.08, height * share), (x + 0.1, 0.08, height * share), 0.018, frame)
        for z in (0.05, height - 0.15):
            between((width * share, 0.08, z), (width * share, 0.08, z + 0.1), 0.018, frame)


def _ring(frame: Any, width: float, height: float, inset: float) -> None:
    left, right, low, high = inset, width - inset, inset, height - inset
    for z in (low, high):
        between((left, 0.08, z), (right, 0.08, z), 0.02, frame)
    for x in (left, right):
        between((x, 0.08, low), (x, 0.08, high), 0.02, frame)


def _bars(frame: Any, width: float, height: float, across: float, up: float, thick: float) -> None:
    columns, rows = max(round(width / across), 1), max(round(height / up), 1)
    for i in range(1, columns):
        block((width * i / columns, 0.08, 0), (thick, 0.03, height), frame, 0.002)
    for j in range(1, rows):
        block((width / 2, 0.08, height * j / rows), (width, 0.03, thick), frame, 0.002)


_BARS = {"plain": _plain, "grid": _grid, "shoji": _shoji, "lattice": _lattice}


def daylight(width: float, height: float, power: float = 26) -> None:
    """An area lamp outside a window, which the camera does not see."""
    lamp = bpy.data.lights.new("day", "AREA")
    lamp.shape, lamp.size, lamp.size_y = "RECTANGLE", width * 0.95, height * 0.95
    lamp.energy, lamp.color = power * width * height, (0.93, 0.97, 1)
    thing = keep(bpy.data.objects.new("day", lamp))
    thing.visible_camera = thing.visible_glossy = False
    thing.matrix_basis = Matrix.Translation((width / 2, 0.25, height / 2)) @ Matrix.Rotation(-math.pi / 2, 4, "X")


def beams(kit: Kit, room: Size) -> None:
    """Beams under the ceiling, from wall to wall, with one that carries them."""
    w, d, h = room
    for i in range(int(d / 0.8) + 1):
        rod((0, 0.3 + i * 0.8, h - 0.09), (w, 0.3 + i * 0.8, h - 0.09), 0.07, kit.wood)
    between((w / 2, 0, h - 0.24), (w / 2, d, h - 0.24), 0.16, kit.wood, 0.2)


def curtains(kit: Kit, width: float, height: float, material: Any, gather: float = 0.28) -> None:
    """A pair of curtains for an opening that begins at the origin, on a rod."""
    rod((-0.3, -0.12, height + 0.12), (width + 0.3, -0.12, height + 0.12), 0.014, kit.metal)
    for left in (-0.28, width + 0.28 - width * gather):
        _curtain(kit, left, width * gather, height, material)


def _curtain(kit: Kit, left: float, width: float, height: float, material: Any) -> None:
    shift = kit.chance.random() * 6
    low = -0.86 if height < 2 else -0.02

    def fold(u: float, v: float) -> tuple[float, float, float]:
        wave = 0.035 * math.sin(u * width * 42 + shift) + 0.012 * math.sin(u * 17 + v * 2)
        return left + u * width * (1 - 0.06 * math.sin(v * 3)), -0.12 + wave, low + v * (height + 0.1 - low)

    sheet(fold, 90, 6, material)
