"""Solids of which the parts are made. Lengths in metres, x to the right, y away from the camera, z up."""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import bpy
from mathutils import Matrix, Vector, noise

Point = tuple[float, float, float]
Grid = Callable[[float, float], Point]

_made: list[Any] = []


def start() -> None:
    """Begin an empty scene."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    _made.clear()


@contextmanager
def placed(x: float = 0, y: float = 0, z: float = 0, turn: float = 0) -> Iterator[None]:
    """Turn (degrees, around z) and move what is made inside."""
    first = len(_made)
    yield
    move = Matrix.Translation((x, y, z)) @ Matrix.Rotation(math.radians(turn), 4, "Z")
    for thing in _made[first:]:
        thing.matrix_basis = move @ thing.matrix_basis


def keep(thing: Any) -> Any:
    """Put an object into the scene."""
    bpy.context.scene.collection.objects.link(thing)
    _made.append(thing)
    return thing


def mesh(points: Sequence[Point], faces: Sequence[Sequence[int]], material: Any, smooth: bool = False) -> Any:
    """A mesh whose texture coordinates are its measures in metres, seen from the side each face looks to."""
    data = bpy.data.meshes.new("m")
    data.from_pydata(points, [], faces)
    data.materials.append(material)
    grain = bool(material.get("grain"))
    size = [max(p[i] for p in points) - min(p[i] for p in points) for i in range(3)]
    layer = data.uv_layers.new().data
    for face in data.polygons:
        face.use_smooth = smooth
        u, v = _axes(face.normal, size, grain)
        for loop in face.loop_indices:
            point = data.vertices[data.loops[loop].vertex_index].co
            layer[loop].uv = (point[u], point[v])
    return keep(bpy.data.objects.new("o", data))


def _axes(normal: Any, size: Sequence[float], grain: bool) -> tuple[int, int]:
    """The two axes of a face; along the grain the longer one comes first."""
    out = max(range(3), key=lambda axis: abs(normal[axis]))
    u, v = ((1, 2), (0, 2), (0, 1))[out]
    return (v, u) if grain and size[v] > size[u] else (u, v)


def block(at: Point, size: Point, material: Any, bevel: float = 0.008, segments: int = 2) -> Any:
    """A box that stands at `at` (middle of its bottom)."""
    (x, y, z), (w, d, h) = at, (size[0] / 2, size[1] / 2, size[2])
    points = [(x + i * w, y + j * d, z + k * h) for k in (0, 1) for j in (-1, 1) for i in (-1, 1)]
    faces = [(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)]
    thing = mesh(points, faces, material, smooth=bool(bevel))
    if bevel:
        _bevel(thing, min(bevel, min(size) / 2.1), segments)
    return thing


def _bevel(thing: Any, width: float, segments: int) -> None:
    rounding = thing.modifiers.new("bevel", "BEVEL")
    rounding.width, rounding.segments, rounding.harden_normals = width, segments, True


def soft(at: Point, size: Point, material: Any, radius: float = 0.06) -> Any:
    """An upholstered box."""
    return block(at, size, material, radius, 5)


def between(start_at: Point, end: Point, width: float, material: Any, height: float | None = None) -> Any:
    """A beam from point to point."""
    a, b = Vector(start_at), Vector(end)
    length, tall = (b - a).length, height or width
    thing = block((0, 0, -tall / 2), (length, width, tall), material, 0.006)
    thing.matrix_basis = Matrix.Translation((a + b) / 2) @ (b - a).to_track_quat("X", "Z").to_matrix().to_4x4()
    return thing


def rod(start_at: Point, end: Point, radius: float, material: Any) -> Any:
    """A round bar from point to point."""
    a, b = Vector(start_at), Vector(end)
    thing = turned((0, 0, 0), [(radius, 0), (radius, (b - a).length)], material, 14)
    thing.matrix_basis = Matrix.Translation(a) @ (b - a).to_track_quat("Z", "Y").to_matrix().to_4x4()
    return thing


def turned(
    at: Point, profile: Sequence[tuple[float, float]], material: Any, sides: int = 32, stretch: float = 1
) -> Any:
    """A body turned on a lathe: `profile` gives radius and height from the bottom up; `stretch` widens y."""
    angles = [2 * math.pi * i / sides for i in range(sides)]
    points = [
        (at[0] + r * math.cos(a), at[1] + stretch * r * math.sin(a), at[2] + z) for r, z in profile for a in angles
    ]
    ring = range(sides)
    faces: list[tuple[int, ...]] = [
        (k * sides + i, k * sides + (i + 1) % sides, (k + 1) * sides + (i + 1) % sides, (k + 1) * sides + i)
        for k in range(len(profile) - 1)
        for i in ring
    ]
    faces += [tuple(reversed(ring)), tuple((len(profile) - 1) * sides + i for i in ring)]
    return _creased(mesh(points, faces, material, smooth=True))


def _creased(thing: Any) -> Any:
    thing.data.set_sharp_from_angle(angle=math.radians(40))
    return thing


def ball(at: Point, radius: float, material: Any, tall: float = 1) -> Any:
    """A ball around `at`; `tall` stretches its height."""
    angles = [math.pi * (i / 14 - 0.5) for i in range(15)]
    profile = [(max(radius * math.cos(a), 0.0005), tall * radius * math.sin(a)) for a in angles]
    return turned(at, profile, material, 24)


def sheet(grid: Grid, columns: int, rows: int, material: Any) -> Any:
    """A surface: `grid` gives the point at (u, v), both 0 to 1."""
    points = [grid(i / columns, j / rows) for j in range(rows + 1) for i in range(columns + 1)]
    wide = columns + 1
    faces = [
        (j * wide + i, j * wide + i + 1, (j + 1) * wide + i + 1, (j + 1) * wide + i)
        for j in range(rows)
        for i in range(columns)
    ]
    return mesh(points, faces, material, smooth=True)


def pillow(at: Point, size: Point, material: Any, lean: float = 0, turn: float = 0) -> Any:
    """A pillow with its middle at `at`; `lean` tips it back, `turn` turns it, in degrees."""
    w, d, h = size[0] / 2, size[1] / 2, size[2] / 2
    for side in (1, -1):

        def surface(u: float, v: float, side: int = side) -> Point:
            a, b = 2 * u - 1, 2 * v - 1
            thick = (max((1 - a**4) * (1 - b**4), 0)) ** 0.5
            pinch = 1 - 0.09 * (a * a * (1 - b * b) + b * b * (1 - a * a)) * 1.2
            crumple = 0.02 * noise.noise(Vector((a * 2 + at[0] * 7, b * 2 + at[1] * 5, side * 3)))
            return w * a * pinch, d * b * pinch, side * (h * thick + crumple * thick)

        half = sheet(surface, 18, 18, material)
        tip = Matrix.Rotation(math.radians(turn), 4, "Z") @ Matrix.Rotation(math.radians(lean), 4, "X")
        half.matrix_basis = Matrix.Translation(at) @ tip
    return None


def scatter(chance: random.Random, material: Any, leaf: Point, spots: Sequence[Point], droop: float = 0.6) -> Any:
    """Leaves in one mesh: `leaf` is length, width and bend; each spot gets one, turned by chance."""
    points: list[Point] = []
    faces: list[tuple[int, ...]] = []
    for spot in spots:
        move = Matrix.Translation(spot) @ Matrix.Rotation(chance.uniform(0, 2 * math.pi), 4, "Z")
        move = move @ Matrix.Rotation(chance.gauss(0, droop), 4, "Y") @ Matrix.Rotation(chance.gauss(0, 0.5), 4, "X")
        first = len(points)
        points += [tuple(move @ Vector(p)) for p in _leaf(*leaf)]
        faces += [(first, first + 1, first + 2, first + 3), (first + 3, first + 2, first + 4, first + 5)]
        faces += [(first + 5, first + 4, first + 6)]
    return mesh(points, faces, material, smooth=True)


def _leaf(length: float, width: float, bend: float) -> list[Point]:
    half = width / 2
    return [
        (0, -half * 0.3, 0), (0, half * 0.3, 0), (length * 0.4, half, bend * 0.7), (length * 0.4, -half, bend * 0.7),
        (length * 0.75, half * 0.7, bend * 0.6), (length * 0.75, -half * 0.7, bend * 0.6), (length, 0, 0),
    ]  # fmt: skip
