"""The two fields for the dates of a stay, and their calendar."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.e2e.conftest import Person
from tests.makers import WIDE
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def day(someone: Person, scene: Scene, number: int) -> Any:
    """The button of a day, counted from the scene's first, in the calendar."""
    return someone.page.locator(f"[data-day='{scene.first + timedelta(days=number)}']")


async def said_of(someone: Person, scene: Scene, number: int) -> str:
    """What a screen reader says of a day."""
    return await day(someone, scene, number).locator(".visually-hidden").inner_text()


async def chosen(someone: Person) -> tuple[str, str]:
    sd, ed = [await someone.page.input_value(f"#booking [name={name}]") for name in ("sd", "ed")]
    return sd, ed


async def open_calendar(
    person: NewPerson, scene: Scene, viewport: dict[str, int] = DESKTOP, min_days: int = 1, **options: Any
) -> Person:
    """A house's calendar at the months of the scene."""
    await scene.make.change("UPDATE houses SET min_days = %s", min_days)
    someone = await person(viewport=viewport, **options)
    await someone.go(f"/houses/{scene.house_id}")
    await someone.page.locator(".stay-field").first.click()
    await someone.page.locator(".month small").first.wait_for()
    await shown(someone, scene, 6)
    return someone


async def shown(someone: Person, scene: Scene, number: int) -> None:
    """Turn the open calendar to the month of a day, counted from the scene's first."""
    while not await day(someone, scene, number).count():
        await someone.page.locator("[data-turn]").last.click()


async def disallowed(someone: Person, scene: Scene, numbers: range) -> list[int]:
    found = [(number, await day(someone, scene, number).get_attribute("aria-disabled")) for number in numbers]
    return [number for number, value in found if value == "true"]


async def test_a_range_ends_at_the_first_taken_night(person: NewPerson, scene: Scene) -> None:
    await scene.book(2, 2)
    someone = await open_calendar(person, scene)
    assert await disallowed(someone, scene, range(7)) == [2, 3]
    await day(someone, scene, 0).click()
    assert await disallowed(someone, scene, range(7)) == [3, 4, 5, 6]
    await someone.sees("最晚")
    await day(someone, scene, 5).click(force=True)
    assert await chosen(someone) == ("", "")
    await day(someone, scene, 2).click()
    assert await chosen(someone) == (scene.nights(0, 1)[0], scene.nights(2, 1)[0])
    await someone.sees("合计")


async def test_days_say_what_they_are(person: NewPerson, scene: Scene) -> None:
    await scene.book(2, 2)
    prices = {
        "weekend_price": 52000,
        "ranges": [dict(zip(("start_date", "end_date"), scene.nights(5, 2), strict=True))],
    }
    prices["ranges"][0]["price"] = 99950
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", prices)
    someone = await open_calendar(person, scene)
    said = [await said_of(someone, scene, number) for number in (1, 2, 3, 5)]
    assert [("已被预订" in each, "¥" in each) for each in said] == [
        (False, True),
        (True, False),
        (True, False),
        (False, True),
    ]
    assert said[-1].endswith(", ¥1000")
    friday = (4 - scene.first.weekday()) % 7 + 7
    await shown(someone, scene, friday)
    assert (await said_of(someone, scene, friday)).endswith("¥520")
    assert await someone.faults() == []


async def test_the_shortest_and_the_longest_stay_are_explained(person: NewPerson, scene: Scene) -> None:
    await scene.make.change("UPDATE houses SET max_days = 4")
    someone = await open_calendar(person, scene, min_days=2)
    await day(someone, scene, 0).click()
    await someone.sees("选择离店日期 · 最少 2 晚 · 最多 4 晚")
    assert await disallowed(someone, scene, range(1, 7)) == [1, 5, 6]
    assert "入住天数不足" in await said_of(someone, scene, 1)
    assert "超过最多天数" in await said_of(someone, scene, 5)


@pytest.mark.parametrize(("viewport", "months"), [(DESKTOP, 2), (PHONE, 1)])
async def test_months_have_one_heading_each(
    person: NewPerson, scene: Scene, viewport: dict[str, int], months: int
) -> None:
    for language, form in (("zh-CN", "{0.year}年{0.month}月"), ("en", "{0:%B} {0.year}")):
        someone = await person(viewport=viewport, locale=language)
        await someone.go(f"/houses/{scene.house_id}")
        await someone.page.locator(".stay-field").first.click()
        first = date.fromisoformat(await someone.page.get_attribute(".stay-picker", "data-first") or "")
        headings = await someone.page.locator(".month h3").all_inner_texts()
        assert (headings[0], len(headings)) == (form.format(first), months)
        sizes = await someone.page.evaluate(
            "[...document.querySelectorAll('.stay-dialog :is([data-day], [data-turn], [data-clear], [data-closes])')]"
            ".map((each) => Math.min(each.offsetWidth, each.offsetHeight))"
        )
        assert min(sizes) >= 44


async def test_a_stay_is_chosen_with_keys_alone(person: NewPerson, scene: Scene) -> None:
    someone = await person(viewport=DESKTOP)
    await someone.go(f"/houses/{scene.house_id}")
    await someone.page.locator(".stay-field").first.focus()
    first = await someone.page.get_attribute(".stay-picker", "data-first") or ""
    await someone.page.keyboard.press("Enter")
    await someone.page.locator(".month small").first.wait_for()
    for key in ("PageDown", "ArrowDown", "ArrowRight", "Enter", "PageDown", "ArrowLeft", "ArrowUp", "ArrowUp", "Enter"):
        await someone.page.keyboard.press(key)
    await someone.sees("合计")
    sd, ed = map(date.fromisoformat, await chosen(someone))
    assert (date.fromisoformat(first) + timedelta(days=8)) < sd < ed
    assert await someone.page.evaluate("document.activeElement.className") == "stay-field"
    await someone.page.keyboard.press("Enter")
    await someone.page.keyboard.press("Escape")
    assert await someone.page.evaluate("document.activeElement.className") == "stay-field"


async def test_dates_are_cleared_and_half_a_stay_is_none(person: NewPerson, scene: Scene) -> None:
    someone = await person()
    await someone.go(f"/houses/{scene.house_id}")
    await someone.choose(*scene.nights(1, 3)[::2])
    await someone.sees("合计")
    await someone.page.locator(".stay-field").first.click()
    await shown(someone, scene, 2)
    await day(someone, scene, 2).click()
    await someone.page.keyboard.press("Escape")
    assert await chosen(someone) == (scene.nights(1, 1)[0], scene.nights(3, 1)[0])
    await someone.page.locator(".stay-field").first.click()
    await someone.press("清除日期")
    await someone.press("完成")
    assert await chosen(someone) == ("", "")
    assert not await someone.page.get_by_text("合计").count()


async def test_booking_without_dates_opens_the_calendar(person: NewPerson, scene: Scene) -> None:
    someone = await person()
    await someone.go(f"/houses/{scene.house_id}")
    await someone.press("预订")
    await someone.sees("选择入住日期")


async def test_without_script_there_are_two_date_inputs(person: NewPerson, scene: Scene) -> None:
    someone = await person(java_script_enabled=False)
    await someone.page.goto(f"{someone.base_url}/houses/{scene.house_id}")
    assert await someone.page.locator("#booking input[type=date]:visible").count() == 2
