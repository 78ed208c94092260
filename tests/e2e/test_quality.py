"""What holds on every page: accessible, fitting every screen, small, and showing hostile text as text."""

import gzip
import re
from collections.abc import Awaitable, Callable

import pytest

from tests.e2e.conftest import Person
from tests.e2e.every_page import TABS, every_page, look_at_all
from tests.live import ROOT
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
MOST_SCRIPT = 60 * 1024
OF_MAPS = re.compile(r"/(leaflet|supercluster|map|map-pins|gcj02)[.-][^/]*js")
"""Scripts that a page loads only where a map is seen."""
# modules and what they import; fetched by the page, from its cache too
SCRIPTS = """[...new Set(performance.getEntriesByType("resource").map(({ name }) => name))]
    .filter((url) => new URL(url).pathname.endsWith(".js"))"""
HOSTILE = "<svg onload=alert(1)>{{ 7*7 }}"
SMALL_TARGETS = (ROOT / "tests" / "e2e" / "small_targets.js").read_text()
OPENERS = "[data-opens], [aria-haspopup=dialog], [aria-expanded=false], summary, .map-switch"
NUMBER_THE_OPENERS = """(found) => {
    const kinds = new Map();
    for (const one of found) {
        const kind = `${one.dataset.opens ?? one.getAttribute("aria-controls")} ${one.className}`;
        if (one.checkVisibility() && !kinds.has(kind)) kinds.set(kind, one);
    }
    [...kinds.values()].forEach((one, number) => (one.dataset.opener = number));
    return kinds.size;
}"""
CLOSED = "(found) => found.filter((one) => !one.dataset.seen).map((one) => one.id)"
SEEN = "() => document.querySelector('dialog[open]')?.setAttribute('data-seen', '')"
SHOW = """(name) => {
    for (const open of document.querySelectorAll("dialog[open]")) open.close();
    document.getElementById(name).showModal();
}"""


@pytest.mark.parametrize(
    ("language", "width", "signed_in"),
    [
        ("zh-CN", 390, True),
        pytest.param("en", 1440, False, marks=pytest.mark.torture),
        pytest.param("zh-CN", 390, False, marks=pytest.mark.torture),
        pytest.param("en", 1440, True, marks=pytest.mark.torture),
    ],
)
async def test_axe_finds_nothing(
    person: NewPerson, scene: Scene, make: Makers, language: str, width: int, signed_in: bool
) -> None:
    """On each page, and with each dialog, sheet and fold of it open; in dark as well, where the colours differ."""
    found: dict[str, list[str]] = {}

    async def look(someone: Person, path: str) -> None:
        page = someone.page
        assert await page.get_attribute("html", "lang") == language
        await note(someone, path)
        for number in range(await page.locator(OPENERS).evaluate_all(NUMBER_THE_OPENERS)):
            opener = page.locator(f"[data-opener='{number}']")
            if await opener.is_visible():
                await opener.click()
                await note(someone, f"{path} after a press on {await opener.get_attribute('class')}")
                await page.evaluate(SEEN)
                await page.keyboard.press("Escape")
        for name in await page.locator("dialog[id]:has(*)").evaluate_all(CLOSED):
            await page.evaluate(SHOW, name)
            await note(someone, f"{path} #{name}")

    async def note(someone: Person, where: str) -> None:
        if faults := await someone.faults():
            found[where] = faults
        await someone.page.emulate_media(color_scheme="dark")
        if faults := await someone.faults("color-contrast"):
            found[f"{where} (dark)"] = faults
        await someone.page.emulate_media(color_scheme="light")

    settings = {"locale": language, "reduced_motion": "reduce", "viewport": {"width": width, "height": 900}}
    people = [await person(**settings) for _ in range(TABS)]
    pages = await every_page(scene, make)
    await look_at_all(people, {path: session for path, session in pages.items() if bool(session) is signed_in}, look)
    assert not found, listed(found)


def listed(found: dict[str, list[str]]) -> str:
    return "\n".join(f"{where}: {fault}" for where, faults in found.items() for fault in faults)


@pytest.mark.parametrize("width", [320, pytest.param(1440, marks=pytest.mark.torture)])
async def test_every_page_fits_and_its_script_is_small(
    person: NewPerson, scene: Scene, make: Makers, width: int
) -> None:
    someone = await person(viewport={"width": width, "height": 800})
    sizes: dict[str, int] = {}

    async def size(script: str) -> int:
        if script not in sizes:
            answer = await someone.context.request.get(script)
            sizes[script] = len(gzip.compress(await answer.body()))
        return sizes[script]

    async def look(someone: Person, path: str) -> None:
        assert await someone.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        scripts = [url for url in await someone.page.evaluate(SCRIPTS) if not OF_MAPS.search(url)]
        assert scripts or path.startswith("/pay/"), path
        assert sum([await size(url) for url in scripts]) < MOST_SCRIPT, path

    await look_at_all([someone], await every_page(scene, make), look)


async def test_every_target_is_large_enough_for_a_thumb(person: NewPerson, scene: Scene, make: Makers) -> None:
    found: dict[str, list[str]] = {}

    async def look(someone: Person, path: str) -> None:
        if small := await someone.page.evaluate(SMALL_TARGETS):
            found[path] = small

    settings = {"viewport": {"width": 390, "height": 844}, "reduced_motion": "reduce", "has_touch": True}
    await look_at_all([await person(**settings) for _ in range(TABS)], await every_page(scene, make), look)
    assert not found, listed(found)


async def test_hostile_text_is_shown_as_text_by_scripts_too(person: NewPerson, scene: Scene, make: Makers) -> None:
    fields = dict.fromkeys(("title", "address", "unit", "beds"), HOSTILE)
    await make.change(f"UPDATE houses SET {', '.join(f'{name} = %s' for name in fields)}", *fields.values())  # noqa: S608
    await scene.guest.put("/api/v1.0/user/name", {"name": HOSTILE})
    pages = await every_page(scene, make)
    await make.change("UPDATE orders SET comment = %s, reply = %s, reject_reason = %s", HOSTILE, HOSTILE, HOSTILE)

    async def look(someone: Person, path: str) -> None:
        if path.startswith(("/orders", "/favourites", "/host/orders", "/houses")):
            await someone.page.get_by_text(HOSTILE).first.wait_for(state="attached")  # a script may bring it
        assert await someone.page.locator("svg[onload]").count() == 0, path

    signed_in = {path: session or scene.guest.session for path, session in pages.items()}
    await look_at_all([await person() for _ in range(TABS)], signed_in, look)


async def test_forms_work_by_keyboard_alone(person: NewPerson, make: Makers, http_server: object) -> None:
    user = await make.user()
    someone = await person()
    await someone.go("/login")
    await someone.page.keyboard.press("Tab")
    assert await someone.page.evaluate("document.activeElement.className") == "skip"
    await someone.page.keyboard.press("Enter")
    for _ in range(3):  # the two ways to sign in, then the first field
        await someone.page.keyboard.press("Tab")
    await someone.page.keyboard.type(user.mobile)
    await someone.page.keyboard.press("Tab")
    await someone.page.keyboard.type("wrong password")
    await someone.page.keyboard.press("Enter")
    await someone.sees("用户名或密码错误")
    assert await someone.page.locator("[role=alert]:visible").count() == 1
