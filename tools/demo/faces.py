"""Drawn faces for the demo people: the same name has the same face everywhere."""

import io
import random

from PIL import Image, ImageDraw

_SIDE, _SCALE = 256, 4
_GROUNDS = ("#f3d9c4", "#cfe3dc", "#d5def0", "#f2e3b8", "#e6d3e4", "#d7e6c6", "#f4cfc6", "#c9dde8")
_SKINS = ("#f2cfae", "#eabf98", "#f6d9bf", "#dca77c", "#c98e66")
_HAIRS = ("#2b2320", "#3c2a21", "#4f3626", "#1f1d22", "#6b4a30", "#8d8a86")
_CLOTHES = ("#d9694f", "#3f6f8f", "#5c8a5a", "#e0a83f", "#7a5a8c", "#4a4f5c", "#c95f7e", "#2f7d78")
Box = tuple[float, float, float, float]


HAIRSTYLES = ("short", "side_part", "bob", "long", "bun", "curls")


def face(name: str, hairstyle: str | None = None) -> bytes:
    """A square JPEG; `hairstyle` is one of HAIRSTYLES, or left to chance."""
    chance = random.Random(f"face {name}")  # noqa: S311  the same face everywhere
    side = _SIDE * _SCALE
    picture = Image.new("RGB", (side, side), chance.choice(_GROUNDS))
    _Person(_Canvas(ImageDraw.Draw(picture)), chance).draw(hairstyle or chance.choice(HAIRSTYLES))
    out = io.BytesIO()
    picture.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS).save(out, "JPEG", quality=88)
    return out.getvalue()


class _Canvas:
    """Draws in units of the final picture."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw

    def ellipse(self, box: Box, colour: str) -> None:
        self._draw.ellipse(_scaled(box), fill=colour)

    def box(self, box: Box, colour: str, radius: float = 0) -> None:
        self._draw.rounded_rectangle(_scaled(box), radius * _SCALE, fill=colour)

    def arc(self, box: Box, angles: tuple[int, int], colour: str, width: int) -> None:
        self._draw.arc(_scaled(box), *angles, fill=colour, width=width * _SCALE)

    def chord(self, box: Box, angles: tuple[int, int], colour: str) -> None:
        self._draw.chord(_scaled(box), *angles, fill=colour)


class _Hair:
    """Hairstyles: what lies behind the head, and what is over it."""

    def __init__(self, canvas: _Canvas, colour: str) -> None:
        self._canvas = canvas
        self._colour = colour

    def short(self, *, behind: bool) -> None:
        if not behind:
            self._cap(96, 40)
            for x in (66, 174):
                self._canvas.ellipse((x, 78, x + 16, 124), self._colour)

    def side_part(self, *, behind: bool) -> None:
        if not behind:
            self._cap(88, 38)
            self._canvas.chord((60, 44, 176, 124), (170, 330), self._colour)

    def bob(self, *, behind: bool) -> None:
        self._to(184, behind=behind)

    def long(self, *, behind: bool) -> None:
        self._to(250, behind=behind)

    def bun(self, *, behind: bool) -> None:
        if behind:
            self._canvas.ellipse((98, 8, 158, 66), self._colour)
        else:
            self._cap(94, 42)

    def curls(self, *, behind: bool) -> None:
        for i in range(11):
            x, y = 66 + i * 12.5, 66 - 26 * (1 - ((i - 5) / 5.5) ** 2)
            box = (x - 24, y - 18, x + 24, y + 34) if behind else (x - 14, y - 8, x + 14, y + 20)
            self._canvas.ellipse(box, self._colour)

    def _cap(self, low: float, top: float) -> None:
        self._canvas.chord((66, top, 190, 2 * low - top + 30), (180, 360), self._colour)

    def _to(self, end: float, *, behind: bool) -> None:
        """Hair that reaches down to `end`, with a fringe."""
        if behind:
            self._canvas.box((55, 42, 201, end), self._colour, 64)
        else:
            self._canvas.chord((66, 44, 190, 150), (190, 350), self._colour)


class _Person:
    """A person seen from the front; the middle of the face is at (128, 118)."""

    def __init__(self, canvas: _Canvas, chance: random.Random) -> None:
        self._canvas = canvas
        self._chance = chance
        self._skin = chance.choice(_SKINS)
        self._hair = chance.choice(_HAIRS)
        self._clothes = chance.choice(_CLOTHES)

    def draw(self, hairstyle: str) -> None:
        hair = getattr(_Hair(self._canvas, self._hair), hairstyle)
        hair(behind=True)
        self._body()
        self._canvas.ellipse((70, 58, 186, 182), self._skin)
        for x in (70, 186):
            self._canvas.ellipse((x - 10, 112, x + 10, 142), self._skin)
        hair(behind=False)
        self._features()

    def _body(self) -> None:
        self._canvas.ellipse((38, 196, 218, 380), self._clothes)
        if self._chance.random() < 0.5:
            self._canvas.ellipse((94, 198, 162, 226), "#f6f1e7")
        self._canvas.box((108, 160, 148, 206), _darker(self._skin))
        self._canvas.ellipse((104, 182, 152, 216), _darker(self._skin))

    def _features(self) -> None:
        for x in (104, 152):
            self._canvas.ellipse((x - 6, 118, x + 6, 132), "#2a2422")
            self._canvas.ellipse((x - 1, 120, x + 3, 124), "#ffffff")
            self._canvas.arc((x - 13, 98, x + 13, 122), (205, 335), _darker(self._hair), 4)
            self._canvas.ellipse((x - 14, 136, x + 14, 154), _blend(self._skin, "#e8846f", 0.35))
        self._canvas.arc((120, 124, 136, 146), (20, 160), _darker(self._skin, 0.75), 3)
        self._canvas.arc((104, 128, 152, 164), (25, 155), "#a4453c", 4)
        if self._chance.random() < 0.33:
            self._glasses()

    def _glasses(self) -> None:
        for x in (104, 152):
            self._canvas.arc((x - 19, 106, x + 19, 144), (0, 360), "#3a3330", 3)
        self._canvas.box((123, 122, 133, 125), "#3a3330")


def _scaled(box: Box) -> Box:
    left, top, right, bottom = (value * _SCALE for value in box)
    return left, top, right, bottom


def _darker(colour: str, factor: float = 0.86) -> str:
    return _blend(colour, "#000000", 1 - factor)


def _blend(one: str, other: str, share: float) -> str:
    """A colour between two."""
    pairs = [(int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
