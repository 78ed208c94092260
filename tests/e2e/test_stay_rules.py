"""A host sets the rules of a house, and a guest's calendar follows them."""

from datetime import timedelta

import pytest

from tests.e2e.test_stay_picker import NewPerson, day, disallowed, open_calendar, said_of
from tests.makers import WIDE
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
FRIDAY = 4


async def test_a_host_sets_rules_and_a_guest_meets_them(person: NewPerson, scene: Scene) -> None:
    host = await person()
    await host.sign_in(scene.host.session)
    await host.go(f"/host/houses/{scene.house_id}/rules")
    await host.page.locator("[data-week=min]").nth(FRIDAY).fill("2")
    await host.page.locator("[data-closed=arrival]").last.check(force=True)
    await host.press("添加一段日期")
    season = [f"{scene.first + timedelta(days=number)}" for number in (8, 9)]
    for part, value in zip(("first_day", "last_day", "min_nights"), (*season, "3"), strict=True):
        await host.page.locator(f"[data-part={part}]").fill(value)
    await host.press("添加一天")
    await host.page.locator("[data-part=day]").fill(f"{scene.first + timedelta(days=2)}")
    await host.page.locator("[data-part=kind]").select_option("departure")
    await host.page.locator("[name=included_guests]").fill("2")
    await host.page.locator("[name=extra_guest_price]").fill("50.5")
    await host.press("保存")
    for sentence in ("周五入住至少 2 晚", "周日不可入住", "价格含 2 人，每多 1 人每晚加 ¥50.50"):
        await host.sees(sentence)
    await host.page.locator(".rule-rows > li").nth(1).wait_for()  # a script puts them there
    assert await host.page.locator(".rule-rows > li").count() == 2
    assert await host.faults() == []
    guest = await open_calendar(person, scene)
    await guest.sees("周五入住至少 2 晚")
    assert await disallowed(guest, scene, range(7)) == [6]
    assert "该日不可入住" in await said_of(guest, scene, 6)
    await day(guest, scene, FRIDAY).click()
    assert await disallowed(guest, scene, range(FRIDAY + 1, 7)) == [5]
    await day(guest, scene, 0).click()
    assert await disallowed(guest, scene, range(1, 7)) == [2]
    assert "该日不可离店" in await said_of(guest, scene, 2)
