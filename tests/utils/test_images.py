"""The image_workers: what comes out of it is harmless, and nothing that goes into it stops it."""

import io
import struct
import zlib
from collections.abc import Iterator

import pytest
from PIL import Image
from tornado.ioloop import IOLoop

from tests.pictures import bomb, chunk, frames, opened, picture, with_gps
from utils.images import MAX_TEXT_BYTES, MAX_TEXTS_BYTES, ImageWorkers, InvalidImage, TooManyPixels
from utils.sandbox import Sandbox

WIDTHS = (1600, 800, 320)


@pytest.fixture
def image_workers(io_loop: IOLoop) -> Iterator[ImageWorkers]:
    made = ImageWorkers(Sandbox(processes=1, queue=3, seconds=10, memory=1024**3))
    yield made
    io_loop.run_sync(made.close)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_an_avatar_is_a_square_jpeg(image_workers: ImageWorkers, kind: str) -> None:
    made = opened(await image_workers.square(picture(640, 480, kind), 256))
    assert (made.format, made.size, made.mode) == ("JPEG", (256, 256), "RGB")
    left, right = made.getpixel((10, 128)), made.getpixel((245, 128))
    assert left[0] > left[2]
    assert right[2] > right[0]


async def test_a_house_picture_has_three_sizes_two_formats_and_a_blurhash(image_workers: ImageWorkers) -> None:
    made = await image_workers.sized(picture(2000, 1000), WIDTHS)
    assert [(each.width, each.height) for each in made.renditions] == [(1600, 800), (800, 400), (320, 160)]
    for each in made.renditions:
        assert (opened(each.webp).format, opened(each.webp).size) == ("WEBP", (each.width, each.height))
        assert (opened(each.jpeg).format, opened(each.jpeg).size) == ("JPEG", (each.width, each.height))
    assert len(made.blurhash) == 28


async def test_a_small_picture_is_not_made_larger(image_workers: ImageWorkers) -> None:
    made = await image_workers.sized(picture(500, 900), WIDTHS)
    assert [(each.width, each.height) for each in made.renditions] == [(500, 900), (500, 900), (320, 576)]
    assert [(each.width, each.height) for each in (await image_workers.sized(picture(1, 1), WIDTHS)).renditions] == [
        (1, 1)
    ] * 3


async def test_metadata_stays_behind_and_the_picture_stands_upright(image_workers: ImageWorkers) -> None:
    avatar = await image_workers.square(with_gps(orientation=3), 256)
    house = await image_workers.sized(with_gps(orientation=3), WIDTHS)
    for content in (avatar, *(each.jpeg for each in house.renditions), *(each.webp for each in house.renditions)):
        assert b"SECRET" not in content
        assert not opened(content).getexif()
    assert opened(avatar).getpixel((10, 128))[2] > 100


async def test_a_sideways_picture_is_turned(image_workers: ImageWorkers) -> None:
    made = await image_workers.sized(with_gps(orientation=6), WIDTHS)
    assert (made.renditions[0].width, made.renditions[0].height) == (480, 640)


async def test_transparent_becomes_white_and_only_the_first_frame_counts(image_workers: ImageWorkers) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(await image_workers.square(out.getvalue(), 256)).getpixel((100, 100)) == (255, 255, 255)
    frames = [Image.new("RGB", (300, 300), colour) for colour in ((250, 0, 0), (0, 0, 250))]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    made = opened(await image_workers.square(out.getvalue(), 256))
    assert made.getpixel((100, 100))[0] > 200
    assert getattr(made, "n_frames", 1) == 1


GOOD = picture()
NO_PICTURES = {
    "nothing": b"",
    "text": b"hello",
    "html": b"<svg onload=alert(1)>",
    "script behind a magic number": b"\xff\xd8\xff<script>alert(1)</script>",
    "GIF": picture(kind="GIF"),
    "BMP": picture(kind="BMP"),
    "TIFF": picture(kind="TIFF"),
    "half a JPEG": GOOD[: len(GOOD) // 2],
    "half a PNG": picture(kind="PNG")[:200],
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n",
    "zeros": b"\0" * 100_000,
}


@pytest.mark.parametrize("what", NO_PICTURES)
async def test_what_is_no_picture_is_refused(image_workers: ImageWorkers, what: str) -> None:
    with pytest.raises(InvalidImage):
        await image_workers.square(NO_PICTURES[what], 256)
    with pytest.raises(InvalidImage):
        await image_workers.sized(NO_PICTURES[what], WIDTHS)


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (12_001, 1), (1, 12_001), (8_000, 8_000)])
async def test_a_bomb_is_refused_before_it_is_decoded(image_workers: ImageWorkers, width: int, height: int) -> None:
    with pytest.raises(TooManyPixels):
        await image_workers.sized(bomb(width, height), WIDTHS)


async def test_forty_megapixels_are_rendered(image_workers: ImageWorkers) -> None:
    made = await image_workers.sized(bomb(8_000, 5_000), WIDTHS)
    assert made.renditions[0].width == 1600


async def test_a_picture_that_takes_too_long_ends_and_the_next_one_is_rendered(io_loop: IOLoop) -> None:
    hurried = ImageWorkers(Sandbox(processes=1, queue=3, seconds=0.05, memory=1024**3))
    with pytest.raises(InvalidImage):
        await hurried.sized(bomb(8_000, 5_000), WIDTHS)
    await hurried.close()


def with_text(kind: bytes, length: int) -> bytes:
    """A PNG with a chunk that inflates to so many bytes."""
    head = {b"zTXt": b"x\0\0", b"iTXt": b"x\0\1\0\0\0", b"iCCP": b"x\0\0"}[kind]
    return bomb(400, 300, chunk(kind, head + zlib.compress(bytes(length), 9)))


@pytest.mark.parametrize("kind", [b"zTXt", b"iTXt"])
async def test_text_within_a_picture_may_inflate_to_so_much_and_no_more(
    image_workers: ImageWorkers, kind: bytes
) -> None:
    for length in (MAX_TEXT_BYTES - 1, MAX_TEXT_BYTES):
        assert opened(await image_workers.square(with_text(kind, length), 256)).size == (256, 256)
    with pytest.raises(InvalidImage):
        await image_workers.square(with_text(kind, MAX_TEXT_BYTES + 1), 256)


async def test_all_text_within_a_picture_may_inflate_to_so_much_and_no_more(image_workers: ImageWorkers) -> None:
    most = MAX_TEXTS_BYTES // MAX_TEXT_BYTES
    text = chunk(b"zTXt", b"x\0\0" + zlib.compress(bytes(MAX_TEXT_BYTES), 9))
    for count in (most - 1, most):
        assert await image_workers.square(bomb(400, 300, text * count), 256)
    with pytest.raises(InvalidImage):
        await image_workers.square(bomb(400, 300, text * (most + 1)), 256)


def with_segments(marker: int, head: bytes, count: int) -> bytes:
    """A JPEG with so many full segments of metadata."""
    plain = picture()
    segment = bytes([0xFF, marker]) + struct.pack(">H", 65_535) + head + b"SECRET" + bytes(65_527 - len(head))
    return plain[:2] + segment * count + plain[2:]


def animated(kind: str) -> bytes:
    return frames(kind, 100)


def several(count: int) -> bytes:
    """An MPO: a JPEG with more pictures behind it."""
    out = io.BytesIO()
    pictures = [Image.new("RGB", (400, 300), (200, 30, n % 256)) for n in range(count)]
    pictures[0].save(out, "MPO", save_all=True, append_images=pictures[1:])
    return out.getvalue()


def circular_exif() -> bytes:
    """EXIF whose directory names itself as the next one, and as the one of the GPS."""
    entries = struct.pack("<HHII", 0x8825, 4, 1, 8) + struct.pack("<HHIHH", 0x0112, 3, 1, 3, 0)
    exif = b"II*\0" + struct.pack("<IH", 8, 2) + entries + struct.pack("<I", 8)
    return picture(exif=b"Exif\0\0" + exif)


HEAVY = {
    "100 segments of XMP": with_segments(0xE1, b"http://ns.adobe.com/xap/1.0/\0", 100),
    "100 segments of extended XMP": with_segments(0xE1, b"http://ns.adobe.com/xmp/extension/\0", 100),
    "100 segments of EXIF": with_segments(0xE1, b"Exif\0\0II*\0\x08\0\0\0\xff\xff", 100),
    "100 segments of colours": with_segments(0xE2, b"ICC_PROFILE\0\1\x64", 100),
    "100 segments of Photoshop": with_segments(0xED, b"Photoshop 3.0\08BIM", 100),
    "100 comments": with_segments(0xFE, b"", 100),
    "APNG": animated("PNG"),
    "animated WebP": animated("WEBP"),
    "MPO": several(20),
    "EXIF in a circle": circular_exif(),
    "colours that inflate": with_text(b"iCCP", 50_000_000),
}


@pytest.mark.parametrize("what", HEAVY)
async def test_whatever_comes_with_a_picture_is_left_behind(image_workers: ImageWorkers, what: str) -> None:
    """It may be refused, but takes neither the process nor its time."""
    try:
        made = await image_workers.sized(HEAVY[what], WIDTHS)
    except InvalidImage:
        assert "inflate" in what or "EXIF" in what
    else:
        for each in made.renditions:
            for content in (each.webp, each.jpeg):
                assert b"SECRET" not in content
                assert getattr(opened(content), "n_frames", 1) == 1
