"""Surfaces, by kind and colour. Colours are written as on the web ("#a07850")."""

from typing import Any

import bpy

Colour = str


def linear(colour: Colour, factor: float = 1) -> tuple[float, float, float, float]:
    """The colour as light: linear red, green, blue and full opacity."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (min((c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) * factor, 1) for c in parts)
    return red, green, blue, 1


class _Nodes:
    """One material's node tree, by short names."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.surface = self.tree.nodes["Principled BSDF"]

    def add(self, kind: str, links: dict[str, Any] | None = None, **values: Any) -> Any:
        node = self.tree.nodes.new(kind)
        for name, value in values.items():
            setattr(node, name, value)
        for name, value in (links or {}).items():
            self.put(node.inputs[name], value)
        return node

    def put(self, place: Any, value: Any) -> None:
        """Link an output to an input, or set the input's value."""
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, place)
        else:
            place.default_value = value

    def metres(self, across: float = 1, along: float = 1) -> Any:
        """Texture coordinates in metres."""
        where = self.add("ShaderNodeUVMap").outputs[0]
        scaled = self.add("ShaderNodeMapping", {"Vector": where})
        scaled.inputs["Scale"].default_value = (along, across, 1)
        return scaled.outputs[0]

    def ramp(self, factor: Any, low: Any, high: Any, edges: tuple[float, float] = (0.3, 0.7)) -> Any:
        node = self.add("ShaderNodeValToRGB", {"Fac": factor})
        for stop, colour, place in zip(node.color_ramp.elements, (low, high), edges, strict=True):
            stop.color, stop.position = colour, place
        return node.outputs["Color"]

    def bump(self, height: Any, strength: float, depth: float = 0.02) -> None:
        node = self.add("ShaderNodeBump", {"Height": height, "Strength": strength, "Distance": depth})
        self.put(self.surface.inputs["Normal"], node.outputs[0])

    def finish(self, colour: Any, rough: float = 0.6, metal: float = 0) -> Any:
        self.put(self.surface.inputs["Base Color"], colour)
        self.surface.inputs["Roughness"].default_value = rough
        self.surface.inputs["Metallic"].default_value = metal
        return self.material


def _noise(nodes: _Nodes, scale: float, detail: float = 4, across: float = 1, along: float = 1) -> Any:
    links = {"Vector": nodes.metres(across, along), "Scale": scale, "Detail": detail}
    return nodes.add("ShaderNodeTexNoise", links).outputs[0]


def paint(colour: Colour, rough: float = 0.5) -> Any:
    """Lacquer, ceramic, plastic."""
    return _Nodes("paint").finish(linear(colour), rough)


def plaster(colour: Colour) -> Any:
    """A painted wall that is not quite even."""
    nodes = _Nodes("plaster")
    spots = _noise(nodes, 3, 6)
    nodes.bump(_noise(nodes, 60), 0.08)
    return nodes.finish(nodes.ramp(spots, linear(colour, 0.93), linear(colour, 1.04)), 0.9)


def concrete(colour: Colour) -> Any:
    """Poured concrete with clouds and pores."""
    nodes = _Nodes("concrete")
    nodes.bump(_noise(nodes, 45, 8), 0.2)
    return nodes.finish(nodes.ramp(_noise(nodes, 1.6, 10), linear(colour, 0.7), linear(colour, 1.15)), 0.75)


def wood(colour: Colour, rough: float = 0.45) -> Any:
    """Wood whose grain runs along the longer side."""
    nodes = _Nodes("wood")
    nodes.material["grain"] = True
    grain = _noise(nodes, 2.2, 6, 14, 1.2)
    tone = nodes.ramp(grain, linear(colour, 0.66), linear(colour, 1.12), (0.32, 0.68))
    nodes.bump(grain, 0.06)
    return nodes.finish(tone, rough)


def _bricks(nodes: _Nodes, colours: tuple[Any, Any, Any], brick: tuple[float, float], joint: float, **way: Any) -> Any:
    links = {
        "Vector": nodes.metres(), "Color1": colours[0], "Color2": colours[1], "Mortar": colours[2], "Scale": 1.0,
        "Mortar Size": joint, "Brick Width": brick[0], "Row Height": brick[1], "Mortar Smooth": 0.2,
    }  # fmt: skip
    return nodes.add("ShaderNodeTexBrick", links, **way)


def _times(nodes: _Nodes, one: Any, other: Any, amount: float) -> Any:
    mix = nodes.add("ShaderNodeMix", data_type="RGBA", blend_type="MULTIPLY")
    nodes.put(mix.inputs["Factor"], amount)
    nodes.put(mix.inputs[6], one)  # A and B have the same names for each data type
    nodes.put(mix.inputs[7], other)
    return mix.outputs[2]


def planks(colour: Colour, width: float = 0.14, rough: float = 0.35) -> Any:
    """Floor boards."""
    nodes = _Nodes("planks")
    tones = linear(colour, 0.78), linear(colour, 1.1), linear(colour, 0.3)
    boards = _bricks(nodes, tones, (1.7, width), 0.0025)
    grain = nodes.ramp(_noise(nodes, 2.5, 7, 14, 1.1), (0.62, 0.6, 0.58, 1), (1, 1, 1, 1))
    nodes.bump(boards.outputs["Fac"], 0.15, -0.01)
    return nodes.finish(_times(nodes, boards.outputs["Color"], grain, 0.75), rough)


def brick(colour: Colour, mortar: Colour = "#b8b2a6", size: tuple[float, float] = (0.25, 0.075)) -> Any:
    """A brick wall, or paving."""
    nodes = _Nodes("brick")
    tones = linear(colour, 0.72), linear(colour, 1.2), linear(mortar)
    rows = _bricks(nodes, tones, size, 0.008)
    wear = nodes.ramp(_noise(nodes, 9, 8), (0.7, 0.7, 0.7, 1), (1.1, 1.1, 1.1, 1))
    nodes.bump(rows.outputs["Fac"], 0.5, -0.02)
    return nodes.finish(_times(nodes, rows.outputs["Color"], wear, 0.8), 0.85)


def tiles(colour: Colour, joint: Colour = "#d8d4cc", size: tuple[float, float] = (0.3, 0.3), offset: float = 0) -> Any:
    """Glazed tiles in rows."""
    nodes = _Nodes("tiles")
    tones = linear(colour, 0.94), linear(colour, 1.05), linear(joint)
    rows = _bricks(nodes, tones, size, 0.004, offset=offset)
    nodes.bump(rows.outputs["Fac"], 0.25, -0.01)
    return nodes.finish(rows.outputs["Color"], 0.16)


def stone(colour: Colour, scale: float = 3.4) -> Any:
    """Rough stones in mortar."""
    nodes = _Nodes("stone")
    where = {"Vector": nodes.metres(1.35, 0.9), "Scale": scale}
    cells = nodes.add("ShaderNodeTexVoronoi", where).outputs["Color"]
    edge = nodes.add("ShaderNodeTexVoronoi", where, feature="DISTANCE_TO_EDGE").outputs["Distance"]
    tone = nodes.ramp(cells, linear(colour, 0.55), linear(colour, 1.25), (0.1, 0.9))
    joints = nodes.ramp(edge, (0.35, 0.34, 0.32, 1), (1, 1, 1, 1), (0.02, 0.07))
    nodes.bump(nodes.ramp(edge, (0, 0, 0, 1), (1, 1, 1, 1), (0, 0.18)), 0.7, 0.04)
    return nodes.finish(_times(nodes, tone, joints, 1), 0.9)


def marble(colour: Colour) -> Any:
    """Polished stone with veins."""
    nodes = _Nodes("marble")
    links = {"Vector": nodes.metres(), "Scale": 2.2, "Detail": 9.0, "Distortion": 1.4}
    veins = nodes.add("ShaderNodeTexNoise", links).outputs[0]
    return nodes.finish(nodes.ramp(veins, linear(colour, 0.68), linear(colour), (0.42, 0.5)), 0.14)


def fabric(colour: Colour, weave: float = 260, rough: float = 0.95) -> Any:
    """Cloth with a fine weave."""
    nodes = _Nodes("fabric")
    tone = nodes.ramp(_noise(nodes, 7, 6), linear(colour, 0.86), linear(colour, 1.08))
    nodes.bump(_noise(nodes, weave, 2), 0.25, 0.004)
    nodes.surface.inputs["Sheen Weight"].default_value = 0.25
    return nodes.finish(tone, rough)


def leather(colour: Colour) -> Any:
    """Leather, a little shiny and creased."""
    nodes = _Nodes("leather")
    nodes.bump(_noise(nodes, 90, 5), 0.25, 0.004)
    return nodes.finish(nodes.ramp(_noise(nodes, 4, 6), linear(colour, 0.7), linear(colour, 1.15)), 0.42)


def weave(colour: Colour, edge: Colour | None = None) -> Any:
    """Straw, rattan, tatami: fine stripes."""
    nodes = _Nodes("weave")
    tone = nodes.ramp(_noise(nodes, 10, 3, 30, 1), linear(colour, 0.82), linear(edge or colour, 1.1))
    nodes.bump(_noise(nodes, 12, 2, 40, 1), 0.3, 0.006)
    return nodes.finish(tone, 0.8)


def metal(colour: Colour, rough: float = 0.3) -> Any:
    """Brass, steel, black iron."""
    return _Nodes("metal").finish(linear(colour), rough, 1)


def mirror() -> Any:
    """A looking glass."""
    return _Nodes("mirror").finish((0.9, 0.92, 0.92, 1), 0.02, 1)


def glass() -> Any:
    """A thin pane: mostly see-through, a little reflection."""
    nodes = _Nodes("glass")
    clear = nodes.add("ShaderNodeBsdfTransparent", {"Color": (0.94, 0.97, 0.96, 1)})
    shine = nodes.add("ShaderNodeBsdfGlossy", {"Roughness": 0.02})
    both = nodes.add("ShaderNodeMixShader", {"Fac": 0.07})
    nodes.put(both.inputs[1], clear.outputs[0])
    nodes.put(both.inputs[2], shine.outputs[0])
    nodes.put(nodes.tree.nodes["Material Output"].inputs[0], both.outputs[0])
    return nodes.material


def thin(colour: Colour, through: float = 0.5) -> Any:
    """Thin cloth, paper or leaves: light comes through."""
    nodes = _Nodes("thin")
    front = nodes.add("ShaderNodeBsdfDiffuse", {"Color": linear(colour)})
    back = nodes.add("ShaderNodeBsdfTranslucent", {"Color": linear(colour)})
    both = nodes.add("ShaderNodeMixShader", {"Fac": through})
    nodes.put(both.inputs[1], front.outputs[0])
    nodes.put(both.inputs[2], back.outputs[0])
    nodes.put(nodes.tree.nodes["Material Output"].inputs[0], both.outputs[0])
    return nodes.material


def glow(colour: Colour, strength: float = 6) -> Any:
    """A lamp's shade or bulb."""
    nodes = _Nodes("glow")
    nodes.put(nodes.surface.inputs["Emission Color"], linear(colour))
    nodes.surface.inputs["Emission Strength"].default_value = strength
    return nodes.finish(linear(colour), 0.6)


def foliage(colour: Colour) -> Any:
    """Leaves in several greens."""
    nodes = _Nodes("foliage")
    shade = nodes.add("ShaderNodeNewGeometry").outputs["Random Per Island"]
    nodes.surface.inputs["Subsurface Weight"].default_value = 0
    return nodes.finish(nodes.ramp(shade, linear(colour, 0.5), linear(colour, 1.6), (0, 1)), 0.55)


def grass(colour: Colour) -> Any:
    """Ground seen from far: grass, earth, gravel."""
    nodes = _Nodes("grass")
    nodes.bump(_noise(nodes, 30, 8), 0.8, 0.05)
    return nodes.finish(nodes.ramp(_noise(nodes, 4, 10), linear(colour, 0.55), linear(colour, 1.3)), 0.95)


def water(colour: Colour) -> Any:
    """A lake with small waves."""
    nodes = _Nodes("water")
    nodes.bump(_noise(nodes, 1.1, 6, 3, 1), 0.25, 0.08)
    return nodes.finish(linear(colour), 0.06)


def windows_at_night(colour: Colour, lit: Colour, size: tuple[float, float] = (1.6, 3.2)) -> Any:
    """A tower's front: dark glass in a grid of `colour`."""
    nodes = _Nodes("tower")
    rows = _bricks(nodes, (linear(lit, 0.75), linear(lit), linear(colour)), size, 0.25, offset=0)
    return nodes.finish(rows.outputs["Color"], 0.25)
