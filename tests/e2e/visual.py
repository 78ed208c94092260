"""Pictures of components against their references in tests/e2e/reference (docs/testing.md)."""

import io
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageChops

from tests.live import ROOT

REFERENCE = ROOT / "tests" / "e2e" / "reference"
DIFFERENCES = ROOT / "var" / "differences"
FONT = "Noto Sans CJK SC"
COLOURS = 128
NOISE = 56
"""The largest difference of a channel that anti-aliasing and the 128 colours of a reference make."""
MAX_PIXELS = 12
"""So many pixels may differ by more."""


def has_the_font() -> bool:
    """Whether this machine draws Chinese with the font of the references (Debian's package fonts-noto-cjk)."""
    command = ["fc-match", "--format=%{family}", "sans-serif:lang=zh-cn"]
    try:
        return FONT in subprocess.run(command, capture_output=True, text=True, check=False, timeout=20).stdout
    except FileNotFoundError:
        return False


@dataclass
class References:
    """Compares pictures; with `update`, makes the references anew instead."""

    update: bool
    wrong: list[str] = field(default_factory=list)
    """What differs, with the file that shows it: reference, picture of today, difference."""
    seen: set[str] = field(default_factory=set)

    def compare(self, name: str, screenshot: bytes) -> None:
        self.seen.add(name)
        found, path = Image.open(io.BytesIO(screenshot)).convert("RGB"), REFERENCE / f"{name}.png"
        if self.update:
            REFERENCE.mkdir(exist_ok=True)
            _keep(found, path)
        elif not path.exists():
            self.wrong.append(f"{name}: new")
        elif pixels := differing(expected := Image.open(path).convert("RGB"), found):
            self.wrong.append(f"{name}: {pixels} pixels differ, see {_show(name, expected, found)}")

    def forget(self, ending: str) -> None:
        """Deal with the references of this ending for which there was no picture."""
        for path in REFERENCE.glob(f"*{ending}.png"):
            if path.stem not in self.seen and self.update:
                path.unlink()
            elif path.stem not in self.seen:
                self.wrong.append(f"{path.stem}: gone")


def differing(expected: Image.Image, found: Image.Image) -> int:
    """How many pixels differ visibly; 0 where a few do. Another size differs in every pixel that only one has."""
    width, height = max(expected.width, found.width), max(expected.height, found.height)
    shared = (0, 0, min(expected.width, found.width), min(expected.height, found.height))
    strongest = _difference(expected.crop(shared), found.crop(shared)).histogram()
    pixels = sum(strongest[NOISE + 1 :]) + width * height - shared[2] * shared[3]
    return pixels if pixels > MAX_PIXELS else 0


def _difference(expected: Image.Image, found: Image.Image) -> Image.Image:
    """For each pixel, the largest difference of its channels."""
    red, green, blue = ImageChops.difference(expected, found).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _keep(picture: Image.Image, path: Path) -> None:
    """Write it, unless what is there already is the same to the eye: Git need not keep it twice."""
    if path.exists() and not differing(Image.open(path).convert("RGB"), picture):
        return
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def _show(name: str, expected: Image.Image, found: Image.Image) -> Path:
    """A picture of both beside the difference; returns its path."""
    width, height = max(expected.width, found.width), max(expected.height, found.height)
    sheet = Image.new("RGB", (width * 3, height), "magenta")
    sheet.paste(expected, (0, 0))
    sheet.paste(found, (width, 0))
    shared = (0, 0, min(expected.width, found.width), min(expected.height, found.height))
    seen = _difference(expected.crop(shared), found.crop(shared)).point(lambda value: 255 * (value > NOISE))
    sheet.paste(seen.convert("RGB"), (width * 2, 0))
    DIFFERENCES.mkdir(parents=True, exist_ok=True)
    sheet.save(path := DIFFERENCES / f"{name}.png")
    return path
