"""A style's palette, and the materials made of it for one picture."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import materials as m
from .materials import Colour


@dataclass(frozen=True)
class Style:
    """What the rooms of one home have in common. The kinds are those of the functions that read them."""

    name: str
    wall: Colour = "#e9e4da"
    back: str = "plaster"
    back_colour: Colour = "#ddd5c6"
    floor: str = "planks"
    floor_colour: Colour = "#a87f55"
    ceiling: Colour = "#f4f2ee"
    wood: Colour = "#9a7146"
    cloth: Colour = "#b9b2a4"
    accent: Colour = "#5d7a8c"
    second: Colour = "#c98f5a"
    linen: Colour = "#f1eee6"
    bedding: Colour = "#d9d2c4"
    rug: Colour = "#d8cfbf"
    metal: Colour = "#c9a465"
    frame: Colour = "#f2f0ea"
    cabinet: Colour = "#e6e1d6"
    tile: Colour = "#e8e6e0"
    window: str = "plain"
    view: str = "garden"
    bed: str = "wood"
    sofa: str = "fabric"
    lamp: str = "pendant"
    chair: str = "plain"
    beams: bool = False
    height: float = 2.8
    art: str = "shapes"
    sun: float = 3.5
    warm: float = 0.4


_BACKS = {"brick": m.brick, "concrete": m.concrete, "stone": m.stone, "wood": m.planks, "plaster": m.plaster}
_FLOORS = {"planks": m.planks, "concrete": m.concrete, "tatami": m.weave, "plaster": m.plaster}
_POTS = ("#c8bfb0", "#b9765a", "#e4e0d8", "#77706a")


def _floor(style: Style) -> Any:
    if style.floor == "tiles":
        return m.tiles(style.floor_colour, "#8f8a80", (0.6, 0.6))
    if style.floor == "brick":
        return m.brick(style.floor_colour, "#6f6a62", (0.4, 0.4))
    return _FLOORS[style.floor](style.floor_colour)


_MATERIALS: dict[str, Callable[[Style, random.Random], Any]] = {
    "wall": lambda style, _: m.plaster(style.wall),
    "back": lambda style, _: _BACKS[style.back](style.back_colour),
    "floor": lambda style, _: _floor(style),
    "ceiling": lambda style, _: m.plaster(style.ceiling),
    "wood": lambda style, _: m.wood(style.wood),
    "cloth": lambda style, _: m.leather(style.cloth) if style.sofa == "leather" else m.fabric(style.cloth),
    "accent": lambda style, _: m.fabric(style.accent),
    "second": lambda style, _: m.fabric(style.second),
    "linen": lambda style, _: m.fabric(style.linen, 120),
    "white_cloth": lambda *_: m.fabric("#f7f5f0", 120),
    "accent_linen": lambda style, _: m.fabric(style.bedding, 120),
    "rug": lambda style, _: m.fabric(style.rug, 90),
    "metal": lambda style, _: m.metal(style.metal),
    "dark": lambda *_: m.paint("#26241f", 0.4),
    "iron": lambda *_: m.metal("#3a3c3e", 0.45),
    "white": lambda *_: m.paint("#f3f1ec", 0.25),
    "frame": lambda style, _: m.paint(style.frame, 0.4),
    "cabinet": lambda style, _: m.paint(style.cabinet, 0.35),
    "tile": lambda style, _: m.tiles(style.tile, "#c9c4ba", (0.2, 0.1), 0.5),
    "leaf": lambda *_: m.foliage("#4a7a35"),
    "tree": lambda *_: m.foliage("#5d8338"),
    "soil": lambda *_: m.grass("#4a3a2a"),
    "pot": lambda _, chance: m.concrete(chance.choice(_POTS)),
    "steel": lambda *_: m.metal("#c4c6c8", 0.22),
    "glass": lambda *_: m.glass(),
    "light": lambda *_: m.glow("#ffd9a0", 7),
    "paper": lambda *_: m.thin("#f6efdf", 0.55),
    "voile": lambda *_: m.thin("#f4f1ea", 0.6),
}


class Kit:
    """The materials of a style, named as in _MATERIALS and made when first used, and the chance of a picture."""

    def __init__(self, style: Style, seed: str) -> None:
        self.style = style
        self.chance = random.Random(seed)  # noqa: S311  the same pictures every time

    def __getattr__(self, name: str) -> Any:
        if name not in _MATERIALS:
            raise AttributeError(name)
        material = _MATERIALS[name](self.style, self.chance)
        setattr(self, name, material)
        return material

    def pick(self, *choices: Any) -> Any:
        """One of the choices."""
        return self.chance.choice(choices)
