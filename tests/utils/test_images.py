"""The workshop: what comes out of it is harmless, and nothing that goes into it stops it."""

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from tornado.ioloop import IOLoop

from tests.pictures import bomb, opened, picture, with_gps
from utils.images import NotAPicture, TooManyPixels, Workshop
from utils.sandbox import Sandbox

WIDTHS = (1600, 800, 320)


@pytest.fixture
def workshop(io_loop: IOLoop) -> Iterator[Workshop]:
    made = Workshop(Sandbox(processes=1, queue=3, seconds=10, memory=1024**3))
    yield made
    io_loop.run_sync(made.close)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_an_avatar_is_a_square_jpeg(workshop: Workshop, kind: str) -> None:
    made = opened(await workshop.square(picture(640, 480, kind), 256))
    assert (made.format, made.size, made.mode) == ("JPEG", (256, 256), "RGB")
    left, right = made.getpixel((10, 128)), made.getpixel((245, 128))
    assert left[0] > left[2]
    assert right[2] > right[0]


async def test_a_house_picture_has_three_sizes_two_formats_and_a_blurhash(workshop: Workshop) -> None:
    made = await workshop.sized(picture(2000, 1000), WIDTHS)
    assert [(each.width, each.height) for each in made.renditions] == [(1600, 800), (800, 400), (320, 160)]
    for each in made.renditions:
        assert (opened(each.webp).format, opened(each.webp).size) == ("WEBP", (each.width, each.height))
        assert (opened(each.jpeg).format, opened(each.jpeg).size) == ("JPEG", (each.width, each.height))
    assert len(made.blurhash) == 28


async def test_a_small_picture_is_not_made_larger(workshop: Workshop) -> None:
    made = await workshop.sized(picture(500, 900), WIDTHS)
    assert [(each.width, each.height) for each in made.renditions] == [(500, 900), (500, 900), (320, 576)]
    assert [(each.width, each.height) for each in (await workshop.sized(picture(1, 1), WIDTHS)).renditions] == [
        (1, 1)
    ] * 3


async def test_metadata_stays_behind_and_the_picture_stands_upright(workshop: Workshop) -> None:
    avatar = await workshop.square(with_gps(orientation=3), 256)
    house = await workshop.sized(with_gps(orientation=3), WIDTHS)
    for content in (avatar, *(each.jpeg for each in house.renditions), *(each.webp for each in house.renditions)):
        assert b"SECRET" not in content
        assert not opened(content).getexif()
    assert opened(avatar).getpixel((10, 128))[2] > 100


async def test_a_sideways_picture_is_turned(workshop: Workshop) -> None:
    made = await workshop.sized(with_gps(orientation=6), WIDTHS)
    assert (made.renditions[0].width, made.renditions[0].height) == (480, 640)


async def test_transparent_becomes_white_and_only_the_first_frame_counts(workshop: Workshop) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(await workshop.square(out.getvalue(), 256)).getpixel((100, 100)) == (255, 255, 255)
    frames = [Image.new("RGB", (300, 300), colour) for colour in ((250, 0, 0), (0, 0, 250))]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    made = opened(await workshop.square(out.getvalue(), 256))
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
async def test_what_is_no_picture_is_refused(workshop: Workshop, what: str) -> None:
    with pytest.raises(NotAPicture):
        await workshop.square(NO_PICTURES[what], 256)
    with pytest.raises(NotAPicture):
        await workshop.sized(NO_PICTURES[what], WIDTHS)


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (12_001, 1), (1, 12_001), (8_000, 8_000)])
async def test_a_bomb_is_refused_before_it_is_decoded(workshop: Workshop, width: int, height: int) -> None:
    with pytest.raises(TooManyPixels):
        await workshop.sized(bomb(width, height), WIDTHS)


async def test_forty_megapixels_are_rendered(workshop: Workshop) -> None:
    made = await workshop.sized(bomb(8_000, 5_000), WIDTHS)
    assert made.renditions[0].width == 1600


async def test_a_picture_that_takes_too_long_ends_and_the_next_one_is_rendered(io_loop: IOLoop) -> None:
    hurried = Workshop(Sandbox(processes=1, queue=3, seconds=0.05, memory=1024**3))
    with pytest.raises(NotAPicture):
        await hurried.sized(bomb(8_000, 5_000), WIDTHS)
    await hurried.close()
