"""No page in English shows Chinese when its scripts have run, apart from what users write."""

from collections.abc import Awaitable, Callable

import pytest

from tests.api.site.test_english import CHINESE, everything, in_latin
from tests.e2e.conftest import Person
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
SHOWN = """
  () => {
    for (const marked of document.querySelectorAll("[lang^=zh], [data-lang^=zh]")) marked.remove();
    return document.body.innerText;
  }
"""


async def test_the_language_is_chosen_also_where_the_address_names_a_part_of_the_page(person: NewPerson) -> None:
    someone = await person(locale="zh-CN")
    await someone.go("/help#main")
    await someone.page.locator("header [data-lang=en]").click()
    await someone.page.wait_for_selector("html[lang=en]", state="attached")


async def test_no_page_in_english_shows_chinese(person: NewPerson, scene: Scene, make: Makers) -> None:
    await in_latin(make)
    someone = await person(locale="en", viewport={"width": 1280, "height": 900})
    found = {}
    for client, path in await everything(scene, make):
        await someone.become(client.session)
        await someone.go(path)
        text = await someone.page.evaluate(SHOWN)
        if lines := [line for line in text.splitlines() if CHINESE.search(line)]:
            found[path] = lines
    assert found == {}
