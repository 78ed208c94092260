"""The arrival guide in a browser: its host writes it, its guest opens it at the door."""

from collections.abc import Awaitable, Callable

import pytest

from tests.e2e.conftest import Person
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
PLACE = "UPDATE houses SET address_detail = '3 单元 502', lat = 39.936, lng = 116.403"


async def test_a_host_writes_the_guide_and_the_guest_copies_the_code(
    person: Callable[..., Awaitable[Person]], scene: Scene, make: Makers
) -> None:
    await make.change(PLACE)
    host = await person(viewport={"width": 1440, "height": 900})
    await host.sign_in(scene.host.session)
    await host.go(f"/host/houses/{scene.house_id}/arrival")
    assert await host.faults() == []
    await host.press("开启即时预订")
    await host.sees("已开启")
    for name, text in (("door_code", "2580#"), ("wifi_name", "siheyuan"), ("wifi_password", "welcome home")):
        await host.page.fill(f"[name={name}]", text)
    await host.page.fill("[name=directions]", "地铁 6 号线 E 口，左转第二个门。")
    await host.press("保存")
    await host.sees("已保存")
    guest = await person(permissions=["clipboard-read", "clipboard-write"])
    await guest.sign_in(scene.guest.session)
    stay = scene.stay()
    await guest.go(f"/houses/{scene.house_id}/book?sd={stay['start_date']}&ed={stay['end_date']}&guests=2")
    await guest.sees("不用等房东答复")
    await guest.press("预订并支付")
    await guest.page.wait_for_url("**/orders/*")
    await guest.sees("待支付")
    assert "2580#" not in await guest.page.content()
    [order] = await make.rows("SELECT id FROM orders")
    await scene.pay(order["id"])
    await guest.page.reload()
    assert await guest.faults() == []
    await guest.page.locator("[data-copy=door-code]").click()
    await guest.sees("已复制")
    assert await guest.page.evaluate("navigator.clipboard.readText()") == "2580#"
    wide = await guest.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide
