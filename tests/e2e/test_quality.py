"""What holds on every page: accessible, fitting every screen, small, and showing hostile text as text."""

import gzip
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from handlers.api.surfaces import PAGE
from handlers.routes import ROUTES
from tests.e2e.conftest import Person
from tests.makers import WIDE, Makers
from tests.pictures import form, picture
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
MOST_SCRIPT = 60 * 1024
HOSTILE = "<svg onload=alert(1)>{{ 7*7 }}"


async def every_page(scene: Scene, make: Makers) -> dict[str, str | None]:
    """The address of each page with something on it, and whose session it takes."""
    body, headers = form(picture(), "house_image", house_id=str(scene.house_id))
    await scene.host.post("/api/house/image", body=body, headers=headers)
    await make.change("UPDATE users SET is_admin = TRUE")
    paid, _ = await scene.paid(0, 2), await scene.book(2, 1)
    await scene.guest.put(f"/api/v1.0/user/favourites/{scene.house_id}")
    await make.change("UPDATE orders SET comment = %s, reply = %s, rating = 4, commented_at = NOW(6)", "好", "谢谢")
    stay = scene.stay(7, 8)
    pages: dict[str, str | None] = {}
    for row in ROUTES:
        if row.surface is PAGE:
            path = row.path.replace("<house_id>", str(scene.house_id)).replace("<order_id>", str(paid))
            whose = scene.host if path.startswith(("/host", "/admin")) else scene.guest
            if path.endswith("/book"):
                path += f"?sd={stay['start_date']}&ed={stay['end_date']}&guests=2"
            pages[path] = None if row.public else whose.session
    number = await scene.begin_payment(await scene.accepted(4, 1))
    return pages | {f"/pay/{number}": None, "/nowhere": None, "/search?aid=16": None, "/search?sd=x": None}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_axe_finds_nothing(person: NewPerson, scene: Scene, make: Makers, language: str, scheme: Any) -> None:
    someone = await person(locale=language, color_scheme=scheme)
    found = {}
    for path, session in (await every_page(scene, make)).items():
        await someone.context.clear_cookies()
        if session:
            await someone.sign_in(session)
        await someone.go(path)
        assert await someone.page.get_attribute("html", "lang") == language
        if faults := await someone.faults():
            found[path] = faults
    assert found == {}


@pytest.mark.parametrize("width", [360, 1440])
async def test_every_page_fits_and_its_script_is_small(
    person: NewPerson, scene: Scene, make: Makers, width: int
) -> None:
    someone = await person(viewport={"width": width, "height": 800})
    scripts: dict[str, int] = {}

    async def weigh(response: Any) -> None:
        if response.request.resource_type == "script":
            scripts[response.url] = len(gzip.compress(await response.body()))

    someone.page.on("response", weigh)
    for path, session in (await every_page(scene, make)).items():
        await someone.context.clear_cookies()
        if session:
            await someone.sign_in(session)
        scripts.clear()
        await someone.go(path)
        assert await someone.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert sum(scripts.values()) < MOST_SCRIPT, path
        assert scripts or path.startswith("/pay/"), path


async def test_hostile_text_is_shown_as_text_by_scripts_too(person: NewPerson, scene: Scene, make: Makers) -> None:
    fields = dict.fromkeys(("title", "address", "unit", "beds"), HOSTILE)
    await make.change(f"UPDATE houses SET {', '.join(f'{name} = %s' for name in fields)}", *fields.values())  # noqa: S608
    await scene.guest.put("/api/v1.0/user/name", {"name": HOSTILE})
    pages = await every_page(scene, make)
    await make.change("UPDATE orders SET comment = %s, reply = %s, reject_reason = %s", HOSTILE, HOSTILE, HOSTILE)
    someone = await person()
    for path, session in pages.items():
        await someone.sign_in(session or scene.guest.session)
        await someone.go(path)
        assert await someone.page.locator("svg[onload]").count() == 0, path
        if path.startswith(("/orders", "/favourites", "/host/orders", "/houses")):
            assert await someone.page.get_by_text(HOSTILE).count() > 0, path


async def test_forms_work_by_keyboard_alone(person: NewPerson, make: Makers, http_server: object) -> None:
    user = await make.user()
    someone = await person()
    await someone.go("/login")
    await someone.page.keyboard.press("Tab")
    assert await someone.page.evaluate("document.activeElement.className") == "skip"
    await someone.page.keyboard.press("Enter")
    await someone.page.keyboard.press("Tab")
    await someone.page.keyboard.type(user.mobile)
    await someone.page.keyboard.press("Tab")
    await someone.page.keyboard.type("wrong password")
    await someone.page.keyboard.press("Enter")
    await someone.sees("用户名或密码错误")
    assert await someone.page.locator("[role=alert]:visible").count() == 1
