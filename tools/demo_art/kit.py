"""A style's palette, and the materials made of it for one picture."""

import random
from dataclasses import dataclass
from functools import cached_property
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


class Kit:
    """The materials of a style and the chance of a picture."""

    def __init__(self, style: Style, seed: str) -> None:
        self.style = style
        self.chance = random.Random(seed)  # noqa: S311  the same pictures every time

    @cached_property
    def wall(self) -> Any:
        return m.plaster(self.style.wall)

    @cached_property
    def back(self) -> Any:
        colour = self.style.back_colour
        kinds = {"brick": m.brick, "concrete": m.concrete, "stone": m.stone, "wood": m.planks, "plaster": m.plaster}
        return kinds[self.style.back](colour)

    @cached_property
    def floor(self) -> Any:
        colour = self.style.floor_colour
        kinds = {"planks": m.planks, "concrete": m.concrete, "tatami": m.weave, "plaster": m.plaster}
        if self.style.floor == "tiles":
            return m.tiles(colour, "#8f8a80", (0.6, 0.6))
        if self.style.floor == "brick":
            return m.brick(colour, "#6f6a62", (0.4, 0.4))
        return kinds[self.style.floor](colour)

    @cached_property
    def ceiling(self) -> Any:
        return m.plaster(self.style.ceiling)

    @cached_property
    def wood(self) -> Any:
        return m.wood(self.style.wood)

    @cached_property
    def cloth(self) -> Any:
        return m.leather(self.style.cloth) if self.style.sofa == "leather" else m.fabric(self.style.cloth)

    @cached_property
    def accent(self) -> Any:
        return m.fabric(self.style.accent)

    @cached_property
    def second(self) -> Any:
        return m.fabric(self.style.second)

    @cached_property
    def linen(self) -> Any:
        return m.fabric(self.style.linen, 120)

    @cached_property
    def white_cloth(self) -> Any:
        return m.fabric("#f7f5f0", 120)

    @cached_property
    def accent_linen(self) -> Any:
        return m.fabric(self.style.bedding, 120)

    @cached_property
    def rug(self) -> Any:
        return m.fabric(self.style.rug, 90)

    @cached_property
    def metal(self) -> Any:
        return m.metal(self.style.metal)

    @cached_property
    def dark(self) -> Any:
        return m.paint("#26241f", 0.4)

    @cached_property
    def iron(self) -> Any:
        return m.metal("#3a3c3e", 0.45)

    @cached_property
    def white(self) -> Any:
        return m.paint("#f3f1ec", 0.25)

    @cached_property
    def frame(self) -> Any:
        return m.paint(self.style.frame, 0.4)

    @cached_property
    def cabinet(self) -> Any:
        return m.paint(self.style.cabinet, 0.35)

    @cached_property
    def tile(self) -> Any:
        return m.tiles(self.style.tile, "#c9c4ba", (0.2, 0.1), 0.5)

    @cached_property
    def leaf(self) -> Any:
        return m.foliage("#4a7a35")

    @cached_property
    def tree(self) -> Any:
        return m.foliage("#5d8338")

    @cached_property
    def soil(self) -> Any:
        return m.grass("#4a3a2a")

    @cached_property
    def pot(self) -> Any:
        return m.concrete(self.chance.choice(("#c8bfb0", "#b9765a", "#e4e0d8", "#77706a")))

    @cached_property
    def steel(self) -> Any:
        return m.metal("#c4c6c8", 0.22)

    @cached_property
    def glass(self) -> Any:
        return m.glass()

    @cached_property
    def light(self) -> Any:
        return m.glow("#ffd9a0", 7)

    @cached_property
    def paper(self) -> Any:
        return m.thin("#f6efdf", 0.55)

    @cached_property
    def voile(self) -> Any:
        return m.thin("#f4f1ea", 0.6)

    def pick(self, *choices: Any) -> Any:
        """One of the choices."""
        return self.chance.choice(choices)
