"""Draw the icons of static/ from icon.svg, by Chromium: `python -m tools.icons`, after a change of icon.svg.

favicon.ico has 16, 32 and 48 pixels, apple-touch-icon.png 180. icon-192.png and icon-512.png have the picture within
the middle 80 %, so that a launcher may cut them to any shape (maskable icons, https://www.w3.org/TR/appmanifest/).
"""

import argparse
import asyncio
import io
import re
import sys
from pathlib import Path

from PIL import Image
from playwright.async_api import Page, async_playwright

from tools import command, packages

STATIC = Path(__file__).parents[1] / "static"
_FAVICON_SIDES = (16, 32, 48)


async def draw(page: Page, side: int, *, full: bool) -> Image.Image:
    """icon.svg in `side` pixels; `full` leaves no corner transparent, as home screens want it."""
    svg = (STATIC / "icon.svg").read_text(encoding="utf-8")
    if full:
        svg = re.sub(r'rx="[^"]*"', 'rx="0"', svg)
    await page.set_viewport_size({"width": side, "height": side})
    await page.set_content(f"<style>*{{margin:0}}svg{{display:block;width:100vw;height:100vh}}</style>{svg}")
    return Image.open(io.BytesIO(await page.screenshot(omit_background=True)))


async def draw_all() -> None:
    async with async_playwright() as playwright:
        program = packages.chromium(print)
        browser = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = await browser.new_page()
        small = [await draw(page, side, full=False) for side in _FAVICON_SIDES]
        sizes = [(side, side) for side in _FAVICON_SIDES]
        small[-1].save(STATIC / "favicon.ico", sizes=sizes, append_images=small[:-1])
        for name, side in (("apple-touch-icon", 180), ("icon-192", 192), ("icon-512", 512)):
            drawn = (await draw(page, side, full=True)).convert("RGB").quantize(32)
            drawn.save(STATIC / f"{name}.png", optimize=True)
        await browser.close()


def main() -> int:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    asyncio.run(draw_all())
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
