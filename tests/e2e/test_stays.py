"""The way from a search to an order: the stay that is asked for, and what can be chosen."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.e2e.conftest import Person
from tests.makers import PASSWORD, WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NO_PRICES = ("0", "10000000", "1e5", "一百", "1.234", "")
NewPerson = Callable[..., Awaitable[Person]]


def query(scene: Scene, start: int, days: int, **more: Any) -> str:
    stay = scene.stay(start, days)
    sent = {"sd": stay["start_date"], "ed": stay["end_date"]} | more
    return "&".join(f"{name}={value}" for name, value in sent.items())


async def chosen(someone: Person) -> tuple[str, str, str]:
    """The stay in the form of a house's page."""
    sd, ed, guests = [await someone.page.input_value(f"#booking [name={name}]") for name in ("sd", "ed", "guests")]
    return sd, ed, guests


async def test_a_search_s_stay_goes_through_house_and_sign_in_to_the_bill(
    person: NewPerson, scene: Scene, make: Makers
) -> None:
    stay, user = scene.stay(1, 3), await make.user(name="小王")
    someone = await person()
    await someone.go(f"/search?{query(scene, 1, 3, capacity=3)}")
    await someone.page.get_by_role("link", name="北京东城故宫旁四合院").click()
    await someone.page.wait_for_url("**/houses/*")
    await someone.sees("合计")
    assert await chosen(someone) == (stay["start_date"], stay["end_date"], "3")
    await someone.page.locator("#favourite").click()
    await someone.page.wait_for_url("**/login?next=*")
    await someone.page.fill("[name=mobile]", user.mobile)
    await someone.page.fill("[name=password]", PASSWORD)
    await someone.press("登录")
    await someone.page.wait_for_url("**/houses/*")
    await someone.sees("合计")
    assert await chosen(someone) == (stay["start_date"], stay["end_date"], "3")
    await someone.press("预订")
    await someone.page.wait_for_url(f"**/houses/{scene.house_id}/book?{query(scene, 1, 3, guests=3)}")
    await someone.page.get_by_role("link", name="北京东城故宫旁四合院").click()
    await someone.sees("合计")
    assert await chosen(someone) == (stay["start_date"], stay["end_date"], "3")


async def test_a_stay_survives_registering_and_the_heart(person: NewPerson, scene: Scene) -> None:
    someone = await person()
    await someone.go(f"/houses/{scene.house_id}")
    stay = scene.stay(2, 2)
    await someone.choose(stay["start_date"], stay["end_date"])
    await someone.page.fill("#booking [name=guests]", "2")
    await someone.page.locator("#booking [name=guests]").blur()
    await someone.page.locator("#favourite").click()
    await someone.page.wait_for_url("**/login?next=*")
    await someone.page.get_by_role("link", name="注册新账号").click()
    await someone.page.wait_for_url("**/register?next=*")
    await someone.page.get_by_role("link", name="已有账号，去登录").click()
    await someone.page.wait_for_url("**/login?next=*")
    await someone.page.get_by_role("link", name="忘记密码").click()
    await someone.page.wait_for_url("**/reset?next=*")
    back = await someone.page.evaluate("new URLSearchParams(location.search).get('next')")
    assert back == f"/houses/{scene.house_id}?{query(scene, 2, 2, guests=2)}"


async def test_cards_that_are_loaded_later_keep_the_stay_as_well(person: NewPerson, scene: Scene, make: Makers) -> None:
    for number in range(20):
        await make.house(scene.host, title=f"第 {number} 套")
    someone = await person()
    await someone.go(f"/search?{query(scene, 1, 3)}")
    await someone.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    last = someone.page.get_by_role("link", name="北京东城故宫旁四合院")
    await last.wait_for()
    assert await last.get_attribute("href") == f"/houses/{scene.house_id}?{query(scene, 1, 3)}"


async def test_an_odd_stay_in_an_address_is_no_stay(person: NewPerson, scene: Scene) -> None:
    someone = await person()
    for odd in ("sd=x&ed=%3Csvg%3E&guests=x", "sd=2026-13-45&guests=-1e9", "guests=", "sd=&ed="):
        await someone.go(f"/houses/{scene.house_id}?{odd}")
        assert (await chosen(someone))[:2] == ("", "")
        await someone.sees("评价")


async def test_the_heart_knows_this_house_among_many(person: NewPerson, scene: Scene, make: Makers) -> None:
    await scene.guest.put(f"/api/v1.0/user/favourites/{scene.house_id}")
    await make.change(
        """INSERT INTO houses (user_id, title, price, area_id, address, room_count, acreage, unit, capacity, beds,
                               deposit, min_days, max_days, description, search_words, review)
           SELECT user_id, title, price, area_id, address, room_count, acreage, unit, capacity, beds, deposit,
                  min_days, max_days, description, search_words, review FROM houses, seq_1_to_60"""
    )
    guest = (await scene.guest.get("/api/v1.0/user")).data["user_id"]
    sql = "INSERT INTO favourites (user_id, house_id) SELECT %s, id FROM houses WHERE id <> %s"
    await make.change(sql, guest, scene.house_id)
    someone = await person()
    await someone.sign_in(scene.guest.session)
    await someone.go(f"/houses/{scene.house_id}")
    await someone.page.locator("#favourite[aria-pressed=true]").wait_for()


async def test_checkboxes_are_square(person: NewPerson, http_server: object) -> None:
    someone = await person()
    await someone.go("/register")
    box = "document.querySelector('[type=checkbox]')"
    radius, width = await someone.page.evaluate(
        f"[parseFloat(getComputedStyle({box}).borderRadius), {box}.offsetWidth]"
    )
    assert radius < width / 4


async def test_what_is_asked_for_in_yuan_is_corrected_in_yuan(person: NewPerson, scene: Scene) -> None:
    host = await person()
    await host.sign_in(scene.host.session)
    await host.go(f"/host/houses/{scene.house_id}")
    for price in NO_PRICES:
        await host.page.fill("#house [name=price]", price)
        await host.page.fill("#house [name=deposit]", "x")
        await corrected(host, "#house", "请填写 1–1,000,000 元")
        await corrected(host, "#house", "请填写 0–1,000,000 元")


async def corrected(host: Person, form: str, text: str) -> None:
    button = host.page.locator(f"{form} button:not([type])")
    await button.click()
    await host.page.locator(f"{form} .wrong", has_text=text).wait_for()


async def test_a_paid_order_shows_where_to_go_and_what_can_be_done_today(person: NewPerson, scene: Scene) -> None:
    order_id = await scene.paid()
    guest = await person()
    await guest.sign_in(scene.guest.session)
    await guest.go(f"/orders/{order_id}")
    await guest.sees("东城区 南锣鼓巷 15 号")
    assert await guest.page.locator("#steps button").all_inner_texts() == ["取消订单"]
    await scene.book(4, 1)
    await guest.go("/orders")
    await guest.page.get_by_role("link", name="待接单").click()
    await guest.sees("取消订单")


async def test_dates_in_the_wrong_order_stay_to_be_corrected(person: NewPerson, scene: Scene) -> None:
    someone = await person()
    start, end = scene.nights(3, 1)[0], scene.nights(1, 1)[0]
    await someone.go(f"/search?aid=1&sd={start}&ed={end}")
    await someone.sees("离店日期应晚于入住日期")
    assert [await someone.page.input_value(f"[name={name}]") for name in ("aid", "sd", "ed")] == ["1", start, end]
    assert await someone.page.evaluate("document.activeElement.textContent.includes('离店')")
    await someone.choose(start, scene.nights(5, 1)[0])
    await someone.press("搜索")
    await someone.page.get_by_role("link", name="北京东城故宫旁四合院").wait_for()


async def test_a_bill_for_dates_in_the_wrong_order_is_the_house_with_a_note(person: NewPerson, scene: Scene) -> None:
    someone = await person()
    await someone.sign_in(scene.guest.session)
    start, end = scene.nights(3, 1)[0], scene.nights(1, 1)[0]
    await someone.go(f"/houses/{scene.house_id}/book?sd={start}&ed={end}&guests=2")
    await someone.sees("离店日期应晚于入住日期")
    assert await chosen(someone) == (start, end, "2")
    await someone.go(f"/houses/{scene.house_id}/book")
    assert await chosen(someone) == ("", "", "1")
