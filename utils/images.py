"""Pictures that people send, made harmless: decoded and encoded again in a process of their own, without metadata.

A small file can hold a huge picture, and decoders have holes. So the number of pixels is read before anything is
decoded, and the decoding process has bounds on memory and time and is replaced when it dies.
"""

import asyncio
import io
import math
import multiprocessing
import os
import resource
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TypeVar

import blurhash
from pebble import ProcessExpired, ProcessPool
from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 12_000

_MEMORY = 1024**3
_BLUR_SIDE = 32
_WHITE = (255, 255, 255)
T = TypeVar("T")


class NotAPicture(Exception):
    """The bytes are no JPEG, PNG or WebP picture, or a broken one."""


class TooManyPixels(Exception):
    """The picture has more than MOST_PIXELS pixels, or a side longer than LONGEST_SIDE."""


class Busy(Exception):
    """More pictures wait than the queue allows."""


@dataclass(frozen=True)
class Rendition:
    """One size of a picture, in both formats."""

    width: int
    height: int
    webp: bytes
    jpeg: bytes


@dataclass(frozen=True)
class Sized:
    """The sizes of a picture, the widest first, and its BlurHash for the time before any of them is loaded."""

    renditions: tuple[Rendition, ...]
    blurhash: str


class Workshop:
    """Renders pictures in `processes` processes; at most `queue` more may wait.

    Each picture has `seconds`, by the clock and of the processor.
    """

    def __init__(self, *, processes: int, queue: int, seconds: float) -> None:
        self._processes = processes
        self._pool = self._new_pool()
        self._seconds = seconds
        self._room = processes + queue

    async def square(self, content: bytes, side: int) -> bytes:
        """The middle of a picture as a JPEG. Raises NotAPicture, TooManyPixels and Busy."""
        return await self._run(square, content, side)

    async def sized(self, content: bytes, widths: tuple[int, ...]) -> Sized:
        """A picture in several widths, the widest first. Raises NotAPicture, TooManyPixels and Busy."""
        return await self._run(sized, content, widths)

    async def close(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        await asyncio.to_thread(self._pool.join)

    async def _run(self, work: Callable[..., T], *args: object) -> T:
        if self._room <= 0:
            raise Busy
        self._room -= 1
        try:
            try:
                return await self._schedule(work, args)
            except BrokenProcessPool:  # a process died while it had nothing to do, and pebble gives up the others
                return await self._schedule(work, args)
        except (ProcessExpired, TimeoutError, BrokenProcessPool):
            raise NotAPicture from None
        finally:
            self._room += 1

    async def _schedule(self, work: Callable[..., T], args: tuple[object, ...]) -> T:
        if not self._pool.active:
            self._pool = self._new_pool()
        return await asyncio.wrap_future(
            self._pool.schedule(_limited, args=[self._seconds, work, *args], timeout=self._seconds)
        )

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._processes,
            max_tasks=200,
            initializer=_bound,
            context=multiprocessing.get_context("forkserver"),
        )


def _limited(seconds: float, work: Callable[..., T], *args: object) -> T:
    """In the process: whoever takes more of the processor's time than that is ended by the kernel."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = math.ceil(used.ru_utime + used.ru_stime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
    return work(*args)


def square(content: bytes, side: int) -> bytes:
    """What Workshop.square does, in its process."""
    picture = _decode(content, side)
    return _jpeg(ImageOps.fit(picture, (side, side), Image.Resampling.LANCZOS))


def sized(content: bytes, widths: tuple[int, ...]) -> Sized:
    """What Workshop.sized does; no size is wider than the picture itself."""
    picture = _decode(content, widths[0])
    renditions = tuple(_renditions(picture, widths))
    picture.thumbnail((_BLUR_SIDE, _BLUR_SIDE))
    width = picture.width
    pixels = list(picture.getdata())
    rows = [pixels[start : start + width] for start in range(0, len(pixels), width)]
    return Sized(renditions, blurhash.encode(rows, 4, 3))


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
        if picture.width * picture.height > MOST_PIXELS or max(picture.size) > LONGEST_SIDE:
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
        raise NotAPicture from None


def _jpeg(picture: Image.Image) -> bytes:
    return _encoded(picture, "JPEG", quality=82, optimize=True, progressive=True)


def _encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)  # pixels only: whatever else the picture carries stays behind
    out = io.BytesIO()
    clean.save(out, kind, **options)
    return out.getvalue()


def _bound() -> None:
    """In a new process: little memory, and the web server goes first."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)
    Image.MAX_IMAGE_PIXELS = None  # counted by _decode
