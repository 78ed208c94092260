"""Every component of /design as a picture, against its reference: `make screenshots`.

The texts of all notifications, which stand on that page as well, are no component.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Locator, Page

from tests.e2e.conftest import Person
from tests.e2e.visual import FONT, References, has_the_font
from tests.makers import WIDE

pytestmark = [pytest.mark.screenshots, pytest.mark.settings(**WIDE)]

ALONE = "(shown) => document.querySelectorAll('.example').forEach((each) => (each.hidden = each !== shown))"
"""A component that grows would move those below it by parts of a pixel."""
TOGETHER = "document.querySelectorAll('.example').forEach((each) => (each.hidden = false))"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
async def test_components_look_as_before(
    person: Callable[..., Awaitable[Person]],
    http_server: object,
    request: pytest.FixtureRequest,
    width: int,
    scheme: Any,
) -> None:
    if not has_the_font():
        pytest.skip(f"the references were drawn with {FONT}: apt install fonts-noto-cjk")
    references, ending = References(request.config.getoption("--update", default=False)), f"-{width}-{scheme}"
    viewport = {"width": width, "height": 900}
    someone = await person(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    await someone.go("/design")
    for name, bar in (await _bars(someone.page)).items():
        references.compare(f"{name}{ending}", bar)
    for example in await someone.page.locator("section.example:not(#notifications)").all():
        await example.evaluate(ALONE)
        references.compare(f"{await example.get_attribute('id')}{ending}", await _picture(example))
    await someone.page.evaluate(TOGETHER)
    for name, opened in (await _all_opened(someone.page)).items():
        references.compare(f"{name}{ending}", opened)
    references.forget(ending)
    assert not references.wrong, "\n".join(["make screenshots ARGS=--update accepts:", *references.wrong])


async def _picture(part: Locator) -> bytes:
    return await part.screenshot(animations="disabled", caret="hide")


async def _bars(page: Page) -> dict[str, bytes]:
    """Pictures of the bars of the frame; takes away what would cover the components."""
    bars = {"bar-top": page.locator("header.top"), "bar-bottom": page.locator("nav.bottom")}
    pictures = {name: await _picture(bar) for name, bar in bars.items() if await bar.is_visible()}
    for bar in bars.values():
        await bar.evaluate("(element) => element.remove()")
    return pictures


async def _all_opened(page: Page) -> dict[str, bytes]:
    """Pictures of the dialogs and of a toast, which are closed at first."""
    pictures = {}
    for opener in await page.locator(".example [data-opens]:visible").all():
        name = await opener.get_attribute("data-opens") or ""
        await opener.click()
        pictures[f"open-{name}"] = await _picture(page.locator(f"#{name}"))
        await page.keyboard.press("Escape")
    await page.locator("[data-toast]").click()
    return pictures | {"toast": await _picture(page.locator(".toast"))}
