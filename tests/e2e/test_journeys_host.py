"""The long way of a host and of an admin: publishing in steps, the queue of reviews, the calendar, the first order."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.e2e.conftest import Person
from tests.e2e.test_journeys import publish
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE, house_review="manual")
NewPerson = Callable[..., Awaitable[Person]]
VIEWPORTS = [{"width": 390, "height": 844}, {"width": 1440, "height": 900}]
TITLE = "鼓楼边的小院"


@pytest.mark.parametrize("viewport", VIEWPORTS, ids=["phone", "desktop"])
async def test_from_the_first_step_to_the_first_order(
    person: NewPerson, scene: Scene, make: Makers, viewport: Any
) -> None:
    await make.change("UPDATE houses SET review = 'approved'")
    host, admin = await person(viewport=viewport), await person(viewport=viewport)
    await host.sign_in(scene.host.session)
    await publish(host, "审核中")
    await make.change("UPDATE users SET is_admin = TRUE")
    await admin.sign_in((await scene.another_guest()).session)
    await make.change("UPDATE users SET is_admin = TRUE")

    await review(admin)
    await admin.press("照片与房屋不符")
    await admin.press("拒绝")
    await admin.sees("没有等待审核的房源。")

    [row] = await make.rows("SELECT id FROM houses WHERE title = %s", TITLE)
    await host.go("/host")
    await host.sees("未通过审核")
    await host.go(f"/host/houses/{row['id']}")
    await host.sees("照片与房屋不符")
    await host.page.fill("#house [name=description]", "安静，有猫，照片是新的")
    await host.press("保存")
    await host.page.locator("#house .done", has_text="已保存").wait_for()

    await review(admin)
    await admin.sees("安静，有猫，照片是新的")
    await admin.press("通过")
    await admin.sees("没有等待审核的房源。")

    scene.house_id = row["id"]
    order_id = await scene.book(0, 1)
    await host.go("/host/orders")
    await host.page.get_by_role("link", name=TITLE).first.click()
    await host.press("接单")
    await host.page.locator("#status", has_text="待支付").wait_for()
    assert await scene.status(order_id) == "WAIT_PAYMENT"
    night = scene.nights(0, 1)[0]
    await host.go(f"/host/calendar?month={night}")
    house, day = f"[data-house='{row['id']}']", f"[data-night='{night}']:visible"
    await host.page.locator(f"{house} {day}, {house}{day}").wait_for()
    assert await scene.taken() == [night]


async def review(admin: Person) -> None:
    """Open the queue at the house of this journey, its only one."""
    await admin.go("/admin")
    await admin.page.get_by_role("heading", name=TITLE).wait_for()
