"""The pages of booking, orders, notices and of one's account, on a phone and on a desk."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from services.local_time import midnight
from tests.conftest import Clock
from tests.e2e.conftest import Person
from tests.makers import PASSWORD, WIDE, Makers, identity_number, mobile
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
PLACE = "UPDATE houses SET address_detail = '3 单元 502', lat = 39.936, lng = 116.403"


async def order_is(someone: Person, status: str) -> None:
    await someone.page.locator("#status", has_text=status).wait_for()


async def visit(someone: Person, scene: Scene, start: int = 0, days: int = 2) -> None:
    stay = scene.stay(start, days)
    await someone.go(f"/houses/{scene.house_id}/book?sd={stay['start_date']}&ed={stay['end_date']}&guests=2")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
async def test_booking_takes_a_real_name_in_the_same_view(
    person: NewPerson, scene: Scene, make: Makers, viewport: dict[str, int]
) -> None:
    newcomer = scene.new_client()
    await make.sign_in(newcomer)
    someone = await person(viewport=viewport)
    await someone.sign_in(newcomer.session)
    await visit(someone, scene)
    assert await someone.page.get_by_role("button", name="提交订单").count() == 0
    assert await someone.faults() == []
    await someone.page.fill("[name=real_name]", "欧阳小丽")
    await someone.page.fill("[name=id_card]", "1")
    await someone.press("完成认证")
    await someone.sees("身份证号应为 18 位有效号码")
    assert await someone.page.evaluate("document.activeElement.name") == "id_card"
    await someone.page.fill("[name=id_card]", identity_number(91))
    await someone.press("完成认证")
    await someone.sees("***丽")
    assert "欧阳" not in await someone.page.content()
    for text in ("¥798", "及之前取消", "24 小时内答复", "2 晚 · 2 人"):
        await someone.sees(text)
    await someone.press("提交订单")
    await someone.page.wait_for_url("**/orders/*")
    await order_is(someone, "待接单")


async def test_booking_by_keyboard_alone(person: NewPerson, scene: Scene) -> None:
    someone = await person(viewport=DESK)
    await someone.sign_in(scene.guest.session)
    await visit(someone, scene)
    for _ in range(30):
        await someone.page.keyboard.press("Tab")
        if await someone.page.evaluate("document.activeElement.closest('#book') !== null"):
            break
    await someone.page.keyboard.press("Enter")
    await someone.page.wait_for_url("**/orders/*")
    await order_is(someone, "待接单")


async def test_a_night_that_is_sold_meanwhile_is_said_on_the_page(person: NewPerson, scene: Scene) -> None:
    someone = await person()
    await someone.sign_in(scene.guest.session)
    await visit(someone, scene)
    await scene.book(1, 1, await scene.another_guest())
    await someone.press("提交订单")
    await someone.sees("所选日期已被预订")
    await someone.page.reload()
    await someone.page.get_by_role("link", name="重新选择日期").click()
    await someone.page.wait_for_url(f"**/houses/{scene.house_id}?*")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
async def test_the_dialog_says_the_refund_and_asks_again_if_it_has_changed(
    person: NewPerson, scene: Scene, make: Makers, clock: Clock, viewport: dict[str, int]
) -> None:
    order_id = await scene.paid(0, 2)
    guest = await person(viewport=viewport)
    await guest.sign_in(scene.guest.session)
    await guest.go(f"/orders/{order_id}")
    await guest.press("取消订单")
    await guest.page.locator("#cancel[open]", has_text="退 ¥798，原路退回").wait_for()
    assert await guest.faults() == []
    await guest.press("不取消")
    await guest.page.locator("#cancel:not([open])").wait_for(state="attached")
    assert await guest.page.evaluate("document.activeElement.value") == "cancel"
    await guest.press("取消订单")
    await guest.page.locator("#cancel[open]").wait_for()
    clock.ahead = midnight(scene.first) - scene.deps.now() + timedelta(hours=1)
    await guest.press("确认取消")
    await guest.page.locator("#cancel .problem", has_text="退款金额已变化").wait_for()
    await guest.page.locator("#cancel", has_text="退 ¥399，原路退回").wait_for()
    assert await scene.status(order_id) == "PAID"
    await guest.press("确认取消")
    await order_is(guest, "已取消")
    await guest.sees("订单已取消，¥399 原路退回。")
    assert await guest.page.get_by_role("link", name="看看同区的其他房源").is_visible()
    assert [row["refund"] for row in await make.rows("SELECT refund FROM payments")] == [39900]


async def test_door_and_map_appear_with_the_payment(person: NewPerson, scene: Scene, make: Makers) -> None:
    await make.change(PLACE)
    order_id = await scene.accepted()
    guest, host = await person(), await person(viewport=DESK)
    await guest.sign_in(scene.guest.session)
    await host.sign_in(scene.host.session)
    await guest.go(f"/orders/{order_id}")
    await guest.sees("支付后，这里显示门牌号、地图和入住指引。")
    assert "单元" not in await guest.page.content()  # three digits may be in any checksum
    assert await guest.page.locator("#place .map").count() == 0
    await host.go(f"/orders/{order_id}")
    await host.sees("3 单元 502")
    await scene.pay(order_id)
    await guest.page.reload()
    await guest.sees("3 单元 502")
    await guest.page.locator("#place").scroll_into_view_if_needed()
    await guest.page.locator("#place .map-marker").wait_for()
    assert await guest.faults() == []


async def test_each_tab_is_an_address_and_works_without_script(person: NewPerson, scene: Scene, make: Makers) -> None:
    await scene.book(0, 1)
    past = await scene.book(2, 1)
    await make.change("UPDATE orders SET status = 'EXPIRED', due_at = NULL WHERE id = %s", past)
    for script in (True, False):
        guest = await person(java_script_enabled=script)
        await guest.sign_in(scene.guest.session)
        await guest.go("/orders")
        tabs = guest.page.locator(".tabs a")
        assert [text.split() for text in await tabs.all_inner_texts()] == [["即将", "1"], ["进行中"], ["过去"]]
        assert await guest.page.locator(".order-card .badge").all_inner_texts() == ["待接单"]
        await tabs.nth(1).click()
        await guest.sees("还没有订单。")
        await tabs.nth(2).click()
        await guest.page.wait_for_url("**/orders?tab=past")
        assert await guest.page.locator(".order-card .badge").all_inner_texts() == ["已过期"]
        await guest.page.locator(".order-card").click()
        await order_is(guest, "已过期")
    host = await person(viewport=DESK)
    await host.sign_in(scene.host.session)
    await host.go("/host/orders")
    assert await host.page.locator(".tabs [aria-current]").inner_text() == "待处理\n1"
    await host.sees("之前答复")


async def test_who_has_no_name_is_asked_once(person: NewPerson, make: Makers, http_server: object) -> None:
    user = await make.user()
    someone = await person()
    await someone.go("/login?next=%2Fme%2Fdevices")
    await someone.page.fill("#login [name=mobile]", user.mobile)
    await someone.page.fill("#login [name=password]", PASSWORD)
    await someone.press("登录")
    await someone.page.wait_for_url("**/welcome?next=*")
    assert await someone.faults() == []
    await someone.page.fill("[name=name]", "客服")
    await someone.press("完成")
    await someone.sees("请换一个名字")
    await someone.page.fill("[name=name]", "小满")
    await someone.press("完成")
    await someone.page.wait_for_url("**/me/devices")
    await someone.sees("Chrome · Linux")
    await someone.sees("此设备")
    await someone.sees("刚刚")
    await someone.go("/me")
    await someone.page.get_by_role("heading", name="小满").wait_for()


async def test_the_tabs_of_signing_in_keep_what_was_typed_and_where_to_go(
    person: NewPerson, http_server: object
) -> None:
    someone = await person()
    await someone.go("/login?next=%2Fme")
    await someone.page.fill("#login [name=mobile]", "13900000009")
    await someone.page.get_by_role("link", name="验证码登录").click()
    assert await someone.page.input_value("#login-sms [name=mobile]") == "13900000009"
    kept = await someone.page.get_attribute("#login-sms [data-keep-next]", "href")
    assert (kept or "").endswith("/register?next=%2Fme")
    assert "by=sms" in someone.page.url
    assert "next=%2Fme" in someone.page.url
    await someone.page.reload()
    assert await someone.page.locator("#login-sms").is_visible()


async def test_a_password_can_be_read_and_is_judged_by_what_is_known(person: NewPerson, http_server: object) -> None:
    someone = await person()
    await someone.go("/register")
    hint = someone.page.locator("#register-password-strength")
    for typed, said in (
        ("12345", "还差 3 个字符"),
        ("password", "密码太常见，请换一个"),
        ("aaaabbbb", "太容易猜"),
        ("correct horse", "可以用"),
        ("correct horse battery", "很好"),
        ("", "8 到 128 个字符"),
    ):
        await someone.page.fill("#register [name=password]", typed)
        assert said in await hint.inner_text(), typed
    reveal = someone.page.get_by_role("button", name="显示密码").first
    await reveal.click()
    assert await someone.page.get_attribute("#register [name=password]", "type") == "text"
    assert await someone.page.get_by_role("button", name="隐藏密码").get_attribute("aria-pressed") == "true"
    await someone.page.fill("#register [name=mobile]", mobile())
    await someone.press("注册")
    await someone.sees("请先阅读并同意服务条款和隐私政策")
