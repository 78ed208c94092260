"""What comes out on paper."""

from collections.abc import Awaitable, Callable

import pytest

from tests.e2e.conftest import Person
from tests.makers import HOUSE, WIDE
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
CONTRAST = """
  () => [document.body, document.querySelector('h1')].map((element) => getComputedStyle(element))
    .map(({ color, backgroundColor }) => [color, backgroundColor])
"""


async def on_paper(someone: Person, path: str) -> str:
    """The text that is printed."""
    await someone.go(path)
    await someone.page.emulate_media(media="print", color_scheme="dark")
    return await someone.page.inner_text("body")


async def test_an_order_a_house_and_the_terms_are_printed_without_what_a_screen_needs(
    person: NewPerson, scene: Scene
) -> None:
    someone = await person(viewport={"width": 800, "height": 1100}, color_scheme="dark")
    order_id = await scene.paid(0, 2)
    await someone.sign_in(scene.guest.session)
    for path, shown in (
        (f"/orders/{order_id}", "798"),
        (f"/houses/{scene.house_id}", str(HOUSE["title"])),
        ("/terms", "取消与退款"),
    ):
        text = await on_paper(someone, path)
        assert shown in text, path
        assert await someone.page.locator("button:visible, form:visible, nav:visible, dialog:visible").count() == 0, (
            path
        )
        [[ink, ground], _] = await someone.page.evaluate(CONTRAST)
        assert (ink, ground) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)"), path
    assert len(await someone.page.pdf()) > 10_000
