"""Changing a stay in two browsers: the difference is shown before, the other party accepts, the guest pays."""

import pytest

from tests.e2e.conftest import Person
from tests.e2e.test_journeys import NewPerson
from tests.makers import WIDE
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)


async def at_order(someone: Person, session: str | None, order_id: int) -> None:
    await someone.sign_in(session)
    await someone.go(f"/orders/{order_id}")


async def test_a_guest_asks_for_another_night_and_pays_it(person: NewPerson, scene: Scene) -> None:
    order_id = await scene.paid(0, 2)
    guest, host = await person(), await person(viewport={"width": 1440, "height": 900})
    await at_order(guest, scene.guest.session, order_id)
    await guest.page.get_by_role("link", name="更改日期或人数").click()
    await guest.choose(*(scene.nights(0, 4)[number] for number in (1, 3)), within="#change")
    await guest.sees("价格不变")
    await guest.choose(*(scene.nights(0, 4)[number] for number in (0, 3)), within="#change")
    await guest.sees("房客补付 ¥399")
    assert await guest.faults() == []
    await guest.press("请对方同意")
    await guest.sees("您提出了更改，等待对方同意")

    await at_order(host, scene.host.session, order_id)
    await host.sees("房客提出了更改")
    assert await host.faults() == []
    await host.press("同意更改")
    await host.sees("更改已同意，等待房客补付差价")

    await guest.page.reload()
    await guest.press("支付差价")
    await guest.press("确认支付")
    await guest.sees("支付成功")
    await guest.page.get_by_role("link", name="返回订单").click()
    await guest.page.get_by_text("3 晚").first.wait_for()
    assert (await scene.order(order_id))["amount"] == 3 * 39900
