"""Uploaded pictures: decoded and encoded again, which removes metadata and embedded data.

A small file can contain a huge picture, and decoders have security bugs. So pictures are decoded in a sandbox with
limits on memory and time (utils/sandbox.py), after a check of their number of pixels.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import blurhash
from PIL import Image, ImageOps, PngImagePlugin

from utils.sandbox import Sandbox, SandboxLimitExceeded

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000
MAX_TEXT_BYTES, MAX_TEXTS_BYTES = 1024**2, 16 * 1024**2
"""The largest compressed text of a PNG, and the largest sum of all of them, in bytes after decompression."""

_BLUR_SIDE = 32
_WHITE = (255, 255, 255)
T = TypeVar("T")

Image.MAX_IMAGE_PIXELS = None  # _decode checks it
PngImagePlugin.MAX_TEXT_CHUNK = MAX_TEXT_BYTES
PngImagePlugin.MAX_TEXT_MEMORY = MAX_TEXTS_BYTES


class InvalidImage(Exception):
    """The bytes are not a valid JPEG, PNG or WebP picture."""


class TooManyPixels(Exception):
    """The picture has more than MAX_PIXELS pixels, or a side longer than MAX_SIDE."""


@dataclass(frozen=True)
class Rendition:
    """A picture in one size, in both formats; width and height in pixels."""

    width: int
    height: int
    webp: bytes
    jpeg: bytes


@dataclass(frozen=True)
class ResizedImage:
    """A picture in several sizes, the widest first, and its BlurHash, a placeholder until one is loaded."""

    renditions: tuple[Rendition, ...]
    blurhash: str


class ImageWorkers:
    """Renders pictures in a sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    async def square(self, content: bytes, side: int) -> bytes:
        """The middle of a picture as a JPEG of `side` pixels. Raises InvalidImage, TooManyPixels and SandboxBusy."""
        return await self._run(square, content, side)

    async def sized(self, content: bytes, widths: tuple[int, ...]) -> ResizedImage:
        """A picture in these widths in pixels, the widest first, or in its own width where that is smaller.

        Raises InvalidImage, TooManyPixels and SandboxBusy.
        """
        return await self._run(sized, content, widths)

    async def close(self) -> None:
        """End the processes of the sandbox."""
        await self._sandbox.close()

    async def _run(self, work: Callable[..., T], *args: object) -> T:
        try:
            return await self._sandbox.run(work, *args)
        except SandboxLimitExceeded:
            raise InvalidImage from None


def square(content: bytes, side: int) -> bytes:
    """`ImageWorkers.square`, in the sandbox. Raises InvalidImage and TooManyPixels."""
    picture = _decode(content, side)
    return _jpeg(ImageOps.fit(picture, (side, side), Image.Resampling.LANCZOS))


def sized(content: bytes, widths: tuple[int, ...]) -> ResizedImage:
    """`ImageWorkers.sized`, in the sandbox. Raises InvalidImage and TooManyPixels."""
    picture = _decode(content, widths[0])
    renditions = tuple(_renditions(picture, widths))
    picture.thumbnail((_BLUR_SIDE, _BLUR_SIDE))
    width = picture.width
    pixels = list(picture.getdata())
    rows = [pixels[start : start + width] for start in range(0, len(pixels), width)]
    return ResizedImage(renditions, blurhash.encode(rows, 4, 3))


def _renditions(picture: Image.Image, widths: tuple[int, ...]) -> Iterator[Rendition]:
    for wanted in widths:
        width = min(wanted, picture.width)
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        yield Rendition(width, height, _encoded(picture, "WEBP", quality=80), _jpeg(picture))


def _decode(content: bytes, side: int) -> Image.Image:
    """The first frame, upright, on white. It may be smaller than the original, but not below `side` pixels a side."""
    try:
        picture = Image.open(io.BytesIO(content), formats=FORMATS)
        if picture.width * picture.height > MAX_PIXELS or max(picture.size) > MAX_SIDE:
            raise TooManyPixels
        picture.draft("RGB", (side, side))
        picture.load()
        upright = ImageOps.exif_transpose(picture)
        if upright.has_transparency_data:
            coloured = upright.convert("RGBA")
            flat = Image.new("RGB", upright.size, _WHITE)
            flat.paste(coloured, mask=coloured)
            return flat
        return upright.convert("RGB")
    except TooManyPixels:
        raise
    except Exception:  # decoders raise many kinds of errors
        raise InvalidImage from None


def _jpeg(picture: Image.Image) -> bytes:
    return _encoded(picture, "JPEG", quality=82, optimize=True, progressive=True)


def _encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)  # copies the pixels only
    out = io.BytesIO()
    clean.save(out, kind, **options)
    return out.getvalue()
