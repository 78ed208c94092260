"""Pictures that people send, made harmless: decoded and encoded again in a process of their own, without metadata.

A small file can hold a huge picture, and decoders have holes. So the number of pixels is read before anything is
decoded, in a process with bounds on memory and time (utils/sandbox.py).
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
"""How much a compressed text of a PNG may hold, and all of them together."""

_BLUR_SIDE = 32
_WHITE = (255, 255, 255)
T = TypeVar("T")

Image.MAX_IMAGE_PIXELS = None  # counted by _decode
PngImagePlugin.MAX_TEXT_CHUNK = MAX_TEXT_BYTES
PngImagePlugin.MAX_TEXT_MEMORY = MAX_TEXTS_BYTES


class InvalidImage(Exception):
    """The bytes are no JPEG, PNG or WebP picture, or a broken one."""


class TooManyPixels(Exception):
    """The picture has more than MAX_PIXELS pixels, or a side longer than MAX_SIDE."""


@dataclass(frozen=True)
class Rendition:
    """One size of a picture, in both formats."""

    width: int
    height: int
    webp: bytes
    jpeg: bytes


@dataclass(frozen=True)
class ResizedImage:
    """The sizes of a picture, the widest first, and its BlurHash for the time before any of them is loaded."""

    renditions: tuple[Rendition, ...]
    blurhash: str


class ImageWorkers:
    """Renders pictures in a sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    async def square(self, content: bytes, side: int) -> bytes:
        """The middle of a picture as a JPEG. Raises InvalidImage, TooManyPixels and sandbox.Busy."""
        return await self._run(square, content, side)

    async def sized(self, content: bytes, widths: tuple[int, ...]) -> ResizedImage:
        """A picture in several widths, the widest first. Raises InvalidImage, TooManyPixels and sandbox.Busy."""
        return await self._run(sized, content, widths)

    async def close(self) -> None:
        await self._sandbox.close()

    async def _run(self, work: Callable[..., T], *args: object) -> T:
        try:
            return await self._sandbox.run(work, *args)
        except SandboxLimitExceeded:
            raise InvalidImage from None


def square(content: bytes, side: int) -> bytes:
    """What Workshop.square does, in its process."""
    picture = _decode(content, side)
    return _jpeg(ImageOps.fit(picture, (side, side), Image.Resampling.LANCZOS))


def sized(content: bytes, widths: tuple[int, ...]) -> ResizedImage:
    """What Workshop.sized does; no size is wider than the picture itself."""
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
    """The first frame, upright, on white; at least `side` pixels a side where the picture itself is."""
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
    except Exception:  # decoders raise whatever they like
        raise InvalidImage from None


def _jpeg(picture: Image.Image) -> bytes:
    return _encoded(picture, "JPEG", quality=82, optimize=True, progressive=True)


def _encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)  # pixels only: whatever else the picture carries stays behind
    out = io.BytesIO()
    clean.save(out, kind, **options)
    return out.getvalue()
