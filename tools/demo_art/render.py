"""Renders the pictures: `python -m tools.demo_art.render [NAME …]` in an environment that has bpy."""

import argparse
import sys
import time
from pathlib import Path

import bpy

from .kit import Kit
from .light import settings
from .scenes import OUTDOORS, SCENES
from .shapes import start

PICTURES = Path(__file__).parent / "pictures"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="such as loft-bedroom, or loft; without names: all that are missing")
    parser.add_argument("--to", type=Path, default=PICTURES)
    parser.add_argument("--draft", action="store_true", help="small and coarse")
    arguments = parser.parse_args()
    arguments.to.mkdir(parents=True, exist_ok=True)
    for name in wanted(arguments.names, arguments.to):
        began = time.monotonic()
        render(name, arguments.to, arguments.draft)
        print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
    return 0


def wanted(names: list[str], to: Path) -> list[str]:
    """The pictures that are asked for by name or by style, in this order; without names those that `to` lacks."""
    if not names:
        return [name for name in SCENES if not (to / f"{name}.webp").exists()]
    return [name for asked in names for name in SCENES if asked in (name, name.split("-")[0])]


def render(name: str, to: Path, draft: bool) -> None:
    """Build the scene, render it and write NAME.png (to look at) and NAME.webp."""
    style, build, seed = SCENES[name]
    start()
    build(Kit(style, f"{name} {seed}"))
    size = (300, 200, 4) if draft else (960, 640, 4)
    scene = settings(*size, exposure=0.45 if build in OUTDOORS else 0.5)
    path = to / f"{name}.png"
    scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)
    scene.render.image_settings.file_format, scene.render.image_settings.quality = "WEBP", 75
    bpy.data.images["Render Result"].save_render(str(path.with_suffix(".webp")), scene=scene)


if __name__ == "__main__":
    sys.exit(main())
