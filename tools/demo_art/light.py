"""Sky, sun, camera and the settings of a picture."""

import math
from typing import Any

import bpy
from mathutils import Matrix, Vector

from .shapes import Point, keep

THREADS = 2


def sky(
    top: tuple[float, float, float] = (0.14, 0.34, 0.78),
    low: tuple[float, float, float] = (0.62, 0.78, 0.95),
    strength: float = 1,
) -> None:
    """A sky that is lighter at the horizon."""
    world = bpy.data.worlds.new("sky")
    bpy.context.scene.world = world
    world.use_nodes = True
    tree = world.node_tree
    back = tree.nodes["Background"]
    way = tree.nodes.new("ShaderNodeSeparateXYZ")
    tree.links.new(tree.nodes.new("ShaderNodeTexCoord").outputs["Generated"], way.inputs[0])
    ramp = tree.nodes.new("ShaderNodeValToRGB")
    tree.links.new(way.outputs["Z"], ramp.inputs["Fac"])
    for stop, colour, place in zip(ramp.color_ramp.elements, (low, top), (0.0, 0.45), strict=True):
        stop.color, stop.position = (*colour, 1), place
    tree.links.new(ramp.outputs["Color"], back.inputs["Color"])
    back.inputs["Strength"].default_value = strength


def sun(toward: Point, energy: float, warm: float = 0.3, soft: float = 0.01) -> None:
    """Sunlight that falls in the direction `toward`."""
    lamp = bpy.data.lights.new("sun", "SUN")
    lamp.energy, lamp.angle, lamp.color = energy, soft, (1, 1 - 0.2 * warm, 1 - 0.5 * warm)
    thing = keep(bpy.data.objects.new("sun", lamp))
    thing.matrix_basis = Vector(toward).to_track_quat("-Z", "Y").to_matrix().to_4x4()


def lamp(at: Point, power: float, colour: tuple[float, float, float] = (1, 0.82, 0.6), size: float = 0.1) -> None:
    """A warm bulb."""
    bulb = bpy.data.lights.new("bulb", "POINT")
    bulb.energy, bulb.color, bulb.shadow_soft_size = power, colour, size
    thing = keep(bpy.data.objects.new("bulb", bulb))
    thing.visible_glossy = False
    thing.matrix_basis = Matrix.Translation(at)


def fill(at: Point, toward: Point, power: float, size: float = 3) -> None:
    """A large soft lamp that the camera does not see."""
    panel = bpy.data.lights.new("fill", "AREA")
    panel.energy, panel.size = power, size
    thing = keep(bpy.data.objects.new("fill", panel))
    thing.visible_camera = thing.visible_glossy = False
    aim = (Vector(toward) - Vector(at)).to_track_quat("-Z", "Y").to_matrix().to_4x4()
    thing.matrix_basis = Matrix.Translation(at) @ aim


def camera(at: Point, toward: Point, lens: float = 24, level: bool = True) -> None:
    """Look from a point to another; `level` keeps upright lines upright, as in pictures of houses."""
    data = bpy.data.cameras.new("camera")
    data.lens, data.sensor_width = lens, 36
    thing = keep(bpy.data.objects.new("camera", data))
    way = Vector(toward) - Vector(at)
    if level:
        flat = math.hypot(way.x, way.y)
        data.shift_y = way.z / flat * lens / data.sensor_width
        way.z = 0
    thing.matrix_basis = Matrix.Translation(at) @ way.to_track_quat("-Z", "Y").to_matrix().to_4x4()
    bpy.context.scene.camera = thing


def settings(width: int, height: int, samples: int, exposure: float) -> Any:
    """Few bounces and few samples; Open Image Denoise does the rest."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device, cycles.samples, cycles.use_adaptive_sampling = "CPU", samples, True
    cycles.adaptive_threshold, cycles.use_denoising, cycles.denoiser = 0.03, True, "OPENIMAGEDENOISE"
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 5, 3, 3
    cycles.transparent_max_bounces, cycles.transmission_bounces = 8, 3
    cycles.use_fast_gi, cycles.fast_gi_method, cycles.ao_bounces_render = True, "REPLACE", 2
    scene.world.light_settings.ao_factor, scene.world.light_settings.distance = 0.5, 4
    cycles.sample_clamp_indirect, cycles.caustics_reflective, cycles.caustics_refractive = 6, False, False
    cycles.blur_glossy, cycles.use_light_tree = 1, False
    scene.render.threads_mode, scene.render.threads = "FIXED", THREADS
    scene.render.resolution_x, scene.render.resolution_y = width, height
    scene.view_settings.view_transform, scene.view_settings.look = "AgX", "AgX - Medium High Contrast"
    scene.view_settings.exposure = exposure
    scene.render.image_settings.file_format = "PNG"
    return scene
